import { afterEach, expect, it, vi } from 'vitest';
import { migrate } from '#verbatim/adapters/store/migrations.js';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import type { DatabaseAddress } from '#verbatim/adapters/store/database-address.js';
import { SqlOutbox } from '#verbatim/adapters/store/sql-outbox.js';
import { SqlPauses } from '#verbatim/adapters/store/sql-pauses.js';
import { SqlPeople } from '#verbatim/adapters/store/sql-people.js';
import { SqlProcesses } from '#verbatim/adapters/store/sql-processes.js';
import { describeEach } from './each-database.js';

const message = { key: 'k', target: { kind: 'user', id: '1' }, body: '{}' } as const;
const noNotes = new Map<string, string>();

afterEach(() => {
  vi.useRealTimers();
});

describeEach('work that processes share', (newAddress) => {
  async function open(address: DatabaseAddress) {
    const database = await openDatabase(address);
    await migrate(database);
    return { database, processes: new SqlProcesses(database) };
  }

  it('is held by one process at a time, and free once that is buried', async () => {
    const { database, processes } = await open(await newAddress());
    for (const id of ['a', 'b']) expect(await processes.enter(id, 1, '')).toBe(true);
    const taken = await Promise.all(['a', 'b', 'nobody'].map((id) => processes.take('outbox', id)));
    expect(taken.filter((lease) => lease !== null)).toHaveLength(1);
    const [winner, loser] = taken[0] ? ['a', 'b'] : ['b', 'a'];
    expect(await processes.beat(winner, 'mine', new Map([['outbox', 'so far']]))).toMatchObject({
      processes: expect.arrayContaining([{ id: winner, beat: 1, plan: 'mine' }]) as unknown,
      leases: [{ name: 'outbox', holder: winner, note: 'so far' }],
    });
    expect(await processes.bury(winner, 0)).toBe(false); // it has beaten since
    expect(await processes.take('outbox', loser)).toBeNull();
    expect(await processes.bury(winner, 1)).toBe(true);
    expect(await processes.beat(winner, '', noNotes)).toBeNull();
    expect(await processes.take('outbox', winner)).toBeNull();
    expect(await processes.take('outbox', loser)).toEqual({
      fence: { name: 'outbox', holder: loser, number: 2 },
      note: 'so far',
    });
    database.close();
  });

  it('is not shared with a process that wants another number of shards', async () => {
    const { database, processes } = await open(await newAddress());
    const entered = await Promise.all([processes.enter('a', 8, ''), processes.enter('b', 9, '')]);
    expect(entered.filter(Boolean)).toHaveLength(1);
    await processes.leave(entered[0] ? 'a' : 'b', noNotes);
    expect(await processes.enter('c', 10, '')).toBe(true);
    database.close();
  });

  it('is written only by whoever holds it, in one transaction with the proof', async () => {
    const { database, processes } = await open(await newAddress());
    const outbox = new SqlOutbox(database);
    for (const id of ['a', 'b']) await processes.enter(id, 1, '');
    const before = (await processes.take('outbox', 'a'))?.fence ?? null;
    await outbox.add(message);
    expect(await outbox.claim(45_000, before)).toMatchObject({ key: 'k' });
    await processes.bury('a', 0);
    const after = (await processes.take('outbox', 'b'))?.fence;
    if (!before || !after) throw new Error('The lease was to be had.');
    expect(await outbox.claim(45_000, after)).toBeNull(); // the other one is at it
    await outbox.reclaim(after);
    expect(await outbox.claim(45_000, before)).toBeNull();
    await outbox.settle('k', before);
    expect(await new SqlPeople(database).purge(Date.now() + 1_000, before)).toEqual({});
    expect(await outbox.claim(45_000, after)).toMatchObject({ key: 'k' });
    await outbox.settle('k', after);
    await outbox.reclaim(after);
    expect(await outbox.claim(45_000, after)).toBeNull();
    database.close();
  });

  it('keeps pauses by the clock of the database, which one that was set back does not prolong', async () => {
    const { database } = await open(await newAddress());
    const pauses = new SqlPauses(database);
    vi.useFakeTimers({ toFake: ['Date'], now: 0 }); // that of this process counts for nothing
    const begun = await Promise.all([pauses.start('identify:0', 60_000), pauses.start('identify:0', 60_000)]);
    expect(begun.filter((leftMs) => leftMs === 0)).toHaveLength(1);
    const leftMs = await pauses.start('identify:0', 60_000);
    expect(leftMs).toBeGreaterThan(50_000);
    expect(leftMs).toBeLessThanOrEqual(60_000);
    expect(await pauses.start('identify:1', 1)).toBe(0);
    await vi.waitFor(async () => {
      await pauses.purge();
      expect(await database.read('SELECT key FROM pauses')).toEqual([{ key: 'identify:0' }]);
    });
    await database.write({ sql: 'UPDATE pauses SET ends_at = ends_at + 3600000' });
    expect(await pauses.start('identify:0', 60_000)).toBe(0);
    database.close();
  });
});
