import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { DatabaseAddress } from '#verbatim/adapters/store/database-address.js';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import { openStore } from '#verbatim/adapters/store/sql-store.js';
import { createRandom } from '../helpers/random.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { PostgresSchemas, postgresUrl } from '../postgres/postgres-schemas.js';
import { startStoreProcess } from './store-process.js';

const folder = temporaryFolder();
const fileAt = (name: string): DatabaseAddress => ({ kind: 'file', file: path.join(folder, name) });

/** Resolves when a process has printed this many lines. */
function whenPrinted({ stdout }: ChildProcess, lines: number): Promise<void> {
  return new Promise((resolve) => {
    let count = 0;
    stdout?.on('data', (text: string) => {
      count += text.split('\n').length - 1;
      if (count >= lines) resolve();
    });
  });
}

async function readKeys(address: DatabaseAddress, pattern = '%'): Promise<Set<unknown>> {
  const database = await openDatabase(address);
  const rows = await database.read('SELECT key FROM outbox WHERE key LIKE ?', pattern);
  database.close();
  return new Set(rows.map(({ key }) => key));
}

/** A store of each kind that several processes can share: in a file, and on PostgreSQL where there is a server. */
const kinds: { kind: string; newAddress: (name: string) => Promise<DatabaseAddress> }[] = [
  { kind: 'a file', newAddress: (name) => Promise.resolve(fileAt(name)) },
];
if (postgresUrl !== null) {
  const schemas = new PostgresSchemas(postgresUrl);
  afterAll(() => schemas.drop());
  kinds.push({ kind: 'PostgreSQL', newAddress: () => schemas.create() });
}

describe.each(kinds)('a process that is killed while it writes to $kind', ({ newAddress }) => {
  const leastKills = Number(process.env['KILLS'] ?? 6);
  const timeout = 300_000 + 5_000 * leastKills;

  it('has lost nothing that it was promised, and leaves a store that opens clean', { timeout }, async () => {
    const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);
    console.log(`kills at random moments, KILL_SEED=${seed}`);
    const random = createRandom(seed);
    const address = await newAddress('killed.db');
    const acknowledged = new Set<string>();
    let kills = 0;
    while (acknowledged.size < 1_000 || kills < leastKills) {
      const prefix = `k${kills}`;
      const { child, ended } = startStoreProcess('add', address, { prefix, count: 100_000 });
      await whenPrinted(child, 1 + random() * 80);
      await sleep(random() * 10);
      child.kill('SIGKILL');
      const { signal, lines, stderr } = await ended;
      expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
      kills++;
      const added = lines.filter((line) => line.startsWith('added ')).map((line) => line.slice('added '.length));
      for (const key of added) acknowledged.add(key);

      const store = await openStore(address);
      expect(await store.check()).toMatchObject({ integrity: [], foreignKeys: [] });
      store.close();
      const kept = await readKeys(address, `${prefix}-%`);
      expect(added.filter((key) => !kept.has(key))).toEqual([]);
    }
    const kept = await readKeys(address);
    expect([...acknowledged].filter((key) => !kept.has(key))).toEqual([]);
    console.log(`${kills} kills, ${acknowledged.size} writes acknowledged, none lost`);
  });
});

describe.each(kinds)('two processes on a store in $kind', ({ newAddress }) => {
  it('write at the same time without an error, and nothing is lost', async () => {
    const address = await newAddress('shared.db');
    const writers = ['a', 'b', 'c'].map((prefix) => startStoreProcess('add', address, { prefix, count: 300 }));
    const results = await Promise.all(writers.map(({ ended }) => ended));
    for (const { code, stderr, lines } of results) {
      expect({ code, stderr, lines: lines.length }).toEqual({ code: 0, stderr: '', lines: 301 });
    }
    expect((await readKeys(address)).size).toBe(900);
  });

  it('are never given the same message', async () => {
    const address = await newAddress('claimed.db');
    const store = await openStore(address);
    const message = (i: number) => ({ key: `k${i}`, target: { kind: 'user', id: '1' } as const, body: '{}' });
    await Promise.all(Array.from({ length: 300 }, (_, i) => store.outbox.add(message(i))));
    const claimers = [startStoreProcess('claim', address), startStoreProcess('claim', address)];
    const results = await Promise.all(claimers.map(({ ended }) => ended));
    const claimed = results.map(({ lines }) => lines.filter((line) => line.startsWith('claimed ')));
    expect(results.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ]);
    expect(claimed.flat().length).toBe(300);
    expect(new Set(claimed.flat()).size).toBe(300);
    expect(await store.outbox.claim(1)).toBeNull();
    store.close();
  });
});

describe('a process', () => {
  it('waits for one that holds the store for a while, and answers meanwhile', async () => {
    const address = fileAt('held.db');
    const [store, other] = [await openStore(address), await openDatabase(address)];
    let ticks = 0;
    const timer = setInterval(() => ticks++, 10);
    const { child, ended } = startStoreProcess('hold', address, { prefix: 'silent', count: 600 });
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    expect(await other.read('SELECT count(*) AS count FROM outbox')).toEqual([{ count: 0 }]);
    expect(await store.outbox.add({ key: 'late', target: { kind: 'user', id: '1' }, body: '{}' })).toBe(true);
    clearInterval(timer);
    expect((await ended).lines).toEqual(['holding', 'released']);
    expect(ticks).toBeGreaterThan(5);
    store.close();
    other.close();
  });
});
