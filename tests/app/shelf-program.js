/** A process that lives as `shelf-scenario.js` says, and kills itself before the nth time that it changes anything on the disk. */
import process from 'node:process';
import { live, watchChanges } from './shelf-scenario.js';

const [, , dataDir = '', corpusDir = '', port = '', killAt = ''] = process.argv;
watchChanges();
await live({
  dataDir,
  corpusDir,
  port: Number(port),
  life: { changes: 0, diesAt: (changes) => changes === Number(killAt) && process.kill(process.pid, 'SIGKILL') },
  say: (line) => process.stdout.write(`${line}\n`),
});
