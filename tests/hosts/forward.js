/** Passes connections on: node forward.js PORT HOST:PORT … listens on this (pretended) machine for each pair. Ends with its parent. */
import { connect, createServer } from 'node:net';

const pairs = process.argv.slice(2);
for (let i = 0; i < pairs.length; i += 2) {
  const [host, port] = (pairs[i + 1] ?? '').split(':');
  createServer((near) => {
    const far = connect(Number(port), host);
    near.pipe(far).pipe(near);
    near.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => near.destroy()).on('close', () => near.destroy());
  }).listen(Number(pairs[i]), '127.0.0.1', () => process.stdout.write('listening\n'));
}
process.stdin.on('end', () => process.exit()).resume();
