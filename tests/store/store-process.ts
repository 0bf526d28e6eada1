import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DatabaseAddress } from '#verbatim/adapters/store/database-address.js';

const storeModule = new URL('../../dist/adapters/store/sql-store.js', import.meta.url).href;

/** What each kind of process does with the store; it writes a line to standard output after each step that has been acknowledged. */
const programs = {
  /** Adds messages with the keys PREFIX-FIRST, PREFIX-FIRST+1 and so on, several at a time, until COUNT are written. */
  add: `
    let next = Number(first);
    const end = next + Number(count);
    const work = async () => {
      while (next < end) {
        const key = prefix + '-' + next++;
        const isNew = await store.outbox.add({ key, target: { kind: 'channel', id: '1' }, body: key.repeat(20) });
        tell((isNew ? 'added ' : 'known ') + key);
      }
    };
    await Promise.all([work(), work(), work()]);`,
  /** As `add`, one at a time; what is refused is told and given again, as is what the store has to say, until it is killed. */
  persist: `
    for (let i = 0; ; i++) {
      const key = prefix + '-' + i;
      const add = () => store.outbox.add({ key, target: { kind: 'channel', id: '1' }, body: key });
      while (!(await add().then(() => tell('added ' + key) ?? true, (error) => { tell('refused ' + error.message); }))) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }`,
  /** Claims messages and settles them until none is left. */
  claim: `
    for (let message; (message = await store.outbox.claim(600_000)); ) {
      tell('claimed ' + message.key);
      await store.outbox.settle(message.key);
    }`,
  /** Holds the right to write for COUNT milliseconds. */
  hold: `
    const { createClient } = await import('@libsql/client');
    const { pathToFileURL } = await import('node:url');
    const holder = await createClient({ url: pathToFileURL(JSON.parse(address).file).href }).transaction('write');
    tell('holding');
    await new Promise((resolve) => setTimeout(resolve, Number(count)));
    await holder.commit();
    tell('released');`,
} as const;

export interface StoreProcessOptions {
  readonly prefix?: string;
  readonly first?: number;
  readonly count?: number;
  /** Shell code that starts the process as `"$@"`, to set limits. */
  readonly shell?: string;
}

export interface StoreProcess {
  readonly child: ChildProcess;
  /** Resolves when it has ended. */
  readonly ended: Promise<{
    code: number | null;
    signal: NodeJS.Signals | null;
    lines: readonly string[];
    stderr: string;
  }>;
}

/** Starts a process that works on a store; its complete lines are what it has been promised. */
export function startStoreProcess(
  program: keyof typeof programs,
  address: DatabaseAddress,
  { prefix = 'm', first = 0, count = 0, shell }: StoreProcessOptions = {},
): StoreProcess {
  const code = `
    import { writeSync } from 'node:fs';
    import { openStore } from ${JSON.stringify(storeModule)};
    const [address, prefix, first, count] = process.argv.slice(1);
    const tell = (line) => writeSync(1, line + '\\n');
    const store = await openStore(JSON.parse(address), (notice) => tell('notice ' + notice));
    if (prefix !== 'silent') tell('open');
    ${programs[program]}
    store.close();`;
  const args = [
    '--input-type=module',
    '--eval',
    code,
    '--',
    JSON.stringify(address),
    prefix,
    String(first),
    String(count),
  ];
  const command = [process.execPath, ...args];
  const [executable = '', ...rest] = shell === undefined ? command : ['bash', '-c', shell, 'bash', ...command];
  const child = spawn(executable, rest, {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Awaited<StoreProcess['ended']>>((resolve) => {
    child.on('close', (exitCode, signal) => {
      resolve({ code: exitCode, signal, lines: output.split('\n').slice(0, -1), stderr });
    });
  });
  return { child, ended };
}
