import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { LeaseKeeper } from '#verbatim/app/processes/lease-keeper.js';
import { readAllRows } from '#verbatim/adapters/store/copy-rows.js';
import type { DatabaseAddress } from '#verbatim/adapters/store/database-address.js';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import { openProcesses, openStore } from '#verbatim/adapters/store/sql-store.js';
import { runCli, startCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { PostgresSchemas, postgresUrl } from '../postgres/postgres-schemas.js';
import { fillStore } from '../store/fill-store.js';

const root = temporaryFolder();
let count = 0;

async function dump(address: DatabaseAddress): Promise<unknown> {
  const database = await openDatabase(address);
  const { rows } = await readAllRows(database);
  database.close();
  return JSON.parse(
    JSON.stringify([...rows].map(([name, its]) => [name, its.map((row) => Object.entries(row).sort())]).sort()),
  );
}

/** A folder with a store in it, and another place that is empty. */
async function makePlaces(messages: number) {
  const folder = path.join(root, String(++count));
  const origin = { kind: 'file', file: path.join(folder, 'verbatim.db') } as const;
  await fillStore(origin, messages);
  return { origin, options: { cwd: root, env: { DATA_DIR: folder } } };
}

const places: { kind: string; newPlace: () => Promise<{ address: DatabaseAddress; name: string }> }[] = [
  {
    kind: 'another file',
    newPlace: () => {
      const file = path.join(root, `other-${++count}.db`);
      return Promise.resolve({ address: { kind: 'file', file }, name: `file:${file}` });
    },
  },
];
if (postgresUrl !== null) {
  const schemas = new PostgresSchemas(postgresUrl);
  afterAll(() => schemas.drop());

  describe('a store on PostgreSQL on which a bot runs', () => {
    /** A process of a bot that lives, and one that has been killed. */
    async function startBot() {
      const address = await schemas.create();
      await fillStore(address, 1);
      const processes = await openProcesses(address);
      const plan = { count: 2, own: [], takesOthers: true };
      await processes.enter('killed', 2, JSON.stringify({ ...plan, host: 'fox', pid: 3 }));
      const keeper = new LeaseKeeper(processes, { onFailure: () => undefined });
      await keeper.open(2, JSON.stringify({ ...plan, host: 'owl', pid: 7 }));
      for (const name of ['shard:0', 'shard:1', 'outbox']) keeper.want(name);
      await vi.waitFor(() => {
        expect(keeper.grip('shard:1')).not.toBeNull();
      });
      return { address, keeper };
    }

    it('is moved neither away nor to, and the running processes are named', async () => {
      const [bot, { origin, options }] = [await startBot(), await makePlaces(1)];
      const away = { ...options, env: { ...options.env, DATABASE_URL: bot.address.url } };
      const line =
        'is in use: the bot runs on owl (process 7, shards 0, 1). Stop it and the page, then run this again.\n';
      const target = path.join(root, `never-${++count}.db`);
      expect(await runCli(['move', '--to', `file:${target}`], away)).toMatchObject({
        code: 1,
        stdout: '',
        stderr: `verbatim: The store to move ${line}`,
      });
      expect(existsSync(target)).toBe(false);
      const before = await dump(origin);
      const into = await runCli(['move', '--to', bot.address.url], options);
      expect(into).toMatchObject({ code: 1, stdout: '', stderr: `verbatim: The store to move to ${line}` });
      expect(await dump(origin)).toEqual(before);
      await bot.keeper.close();
      expect(await runCli(['move', '--to', `file:${target}`], away)).toMatchObject({ code: 0, stderr: '' });
    });
  });

  places.push({
    kind: 'PostgreSQL',
    newPlace: async () => {
      const address = await schemas.create();
      return { address, name: address.url };
    },
  });
}

describe.each(places)('the store, moved by the command line to $kind', ({ newPlace }) => {
  it('is told to be the same there, row for row, without a password', async () => {
    const { origin, options } = await makePlaces(20);
    const { address, name } = await newPlace();
    const { code, stdout, stderr } = await runCli(['move', '--to', name], options);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Moved from [^\n]+verbatim\.db, where it is still: \d+ rows \(.*outbox 20.*\)\nEvery row [^\n]+\n$/,
    );
    expect(stdout).not.toMatch(/postgres:/);
    expect(await dump(address)).toEqual(await dump(origin));
    expect(await runCli(['move', '--to', name], options)).toMatchObject({ code: 0, stdout });
    const store = await openStore(address);
    await store.claims.take('message:2');
    store.close();
    const again = await runCli(['move', '--to', name], options);
    expect(again.code).toBe(1);
    expect(again.stderr).toMatch(
      /^verbatim: The store to move to holds rows already \([^\n]+\)\. Name an empty one\.\n$/,
    );
  });

  it('goes on after it was killed, and is whole in the end', async () => {
    const { origin, options } = await makePlaces(4_000);
    const before = await dump(origin);
    const { address, name } = await newPlace();
    let kills = 0;
    // From before the first row to the end; a whole move takes less than the longest of these.
    for (let isWhole = false, delayMs = 400; !isWhole; delayMs += 300) {
      const { child, result } = startCli(['move', '--to', name], options);
      const timer = setTimeout(() => child.kill('SIGKILL'), delayMs);
      const { code, signal, stderr } = await result;
      clearTimeout(timer);
      if (signal === null) expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      else kills++;
      isWhole = signal === null;
      await sleep(10);
    }
    expect(kills).toBeGreaterThan(0);
    expect(await dump(address)).toEqual(before);
  });
});

describe('the command line', () => {
  it.each([
    ['somewhere', /^verbatim: The place to move to cannot be used: expected file:PATH or [^\n]+postgres:[^\n]+\.\n$/],
    [
      'postgres://ada:geheim@127.0.0.1:59/x?sslmode=prefer',
      /: expected file:PATH or sslmode as one of disable, [^\n]+\n$/,
    ],
    [
      'postgres://ada:geheim@127.0.0.1:59/x',
      /^verbatim: The store at --to \(127\.0\.0\.1:59\) [^\n]+ECONNREFUSED[^\n]+\n$/,
    ],
    ['http://127.0.0.1:59', /^verbatim: The store at --to \(127\.0\.0\.1:59\) [^\n]+ECONNREFUSED[^\n]+\n$/],
    [
      'file:/dev/null/new.db',
      /^verbatim: The store "\/dev\/null\/new\.db" cannot be used: [^\n]+ Give --to a file in a folder /,
    ],
  ])('refuses to move the store to %s with one line', async (place, line) => {
    const { options } = await makePlaces(0);
    const { code, stdout, stderr } = await runCli(['move', '--to', place], options);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(line);
    expect(stderr).not.toMatch(/geheim|DATABASE_URL|DATA_DIR/);
  });
});
