import { createHash } from 'node:crypto';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readAllRows } from '#verbatim/adapters/store/copy-rows.js';
import type { DatabaseAddress } from '#verbatim/adapters/store/database-address.js';
import { moveMark, readSalt } from '#verbatim/adapters/store/facts.js';
import { moveStore } from '#verbatim/adapters/store/move-store.js';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import { openStore } from '#verbatim/adapters/store/sql-store.js';
import type { SqlStatement } from '#verbatim/adapters/store/dialect.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { describeEach } from './each-database.js';
import { fillStore } from './fill-store.js';

async function dump(address: DatabaseAddress): Promise<[string, unknown][]> {
  const database = await openDatabase(address);
  const { rows } = await readAllRows(database);
  database.close();
  const plain = (value: unknown) => (value instanceof Uint8Array ? [...value] : value);
  const flatten = (row: object) => Object.entries(row).map(([column, value]) => [column, plain(value)] as const);
  return [...rows]
    .map(([table, its]): [string, unknown] => [table, its.map((row) => Object.fromEntries(flatten(row)))])
    .sort();
}

async function change(address: DatabaseAddress, ...statements: SqlStatement[]): Promise<void> {
  const database = await openDatabase(address);
  await database.write(...statements);
  database.close();
}

describeEach('a store that is moved', (newAddress) => {
  const folder = temporaryFolder();
  let count = 0;
  const newFile = (): DatabaseAddress => ({ kind: 'file', file: path.join(folder, `store-${++count}.db`) });

  async function makeStore(messages = 1_010): Promise<DatabaseAddress> {
    const address = newFile();
    await fillStore(address, messages);
    return address;
  }

  it('has every row of every table there, and is the same when it is moved back', async () => {
    const [origin, there, back] = [await makeStore(), await newAddress(), newFile()];
    const before = await dump(origin);
    expect(before.filter(([, rows]) => (rows as unknown[]).length === 0)).toEqual([]);
    const counts = await moveStore(origin, there);
    expect(await dump(there)).toEqual(before);
    expect([...counts].sort()).toEqual(before.map(([table, rows]) => [table, (rows as unknown[]).length]));
    await moveStore(there, back);
    expect(await dump(back)).toEqual(before);
    expect(await dump(origin)).toEqual(before);
    const store = await openStore(there);
    const first = await openStore(origin);
    expect(await store.hashPerson('1')).toBe(await first.hashPerson('1'));
    store.close();
    first.close();
  });

  it('gives no number twice that was given out before', async () => {
    const [origin, there] = [await makeStore(0), await newAddress()];
    await change(origin, { sql: 'DELETE FROM label_overrides' }, { sql: 'DELETE FROM misses' });
    await moveStore(origin, there);
    const store = await openStore(there);
    const person = await store.hashPerson('1');
    const asking = {
      guildId: '1',
      lane: null,
      documentId: null,
      person,
      reason: 'too-weak',
      nearest: [],
      index: 'a',
    } as const;
    expect(await store.misses.record({ ...asking, question: 'Who?', downVote: null })).toBeGreaterThan(2);
    store.close();
  });

  it('cannot be opened before it is whole, and goes on where it was interrupted', async () => {
    const [origin, there] = [await makeStore(), await newAddress()];
    await moveStore(origin, there);
    const before = await dump(origin);
    await makeHalf(origin, there);
    await expect(openStore(there)).rejects.toThrow(/^The store is not whole: [^\n]+"verbatim move" again/);
    await expect(moveStore(there, newFile())).rejects.toThrow(/is not whole/);
    await expect(moveStore(await makeStore(1), there)).rejects.toThrow(/holds rows already/);
    await moveStore(origin, there);
    expect(await dump(there)).toEqual(before);
    (await openStore(there)).close();
  });

  it('does not go where another one is', async () => {
    const [origin, other] = [await makeStore(1), await newAddress()];
    const store = await openStore(other);
    await store.outbox.add({ key: 'a', target: { kind: 'user', id: '1' }, body: '{}' });
    store.close();
    const before = await dump(other);
    await expect(moveStore(origin, other)).rejects.toThrow(
      'The store to move to holds rows already (outbox: 1). Name an empty one.',
    );
    expect(await dump(other)).toEqual(before);
  });

  /** Makes the new place look as if the move had been killed, and the old one as if it had been used since. */
  async function makeHalf(origin: DatabaseAddress, there: DatabaseAddress): Promise<void> {
    const source = await openDatabase(origin);
    const mark = createHash('sha256')
      .update(await readSalt(source))
      .digest('hex');
    source.close();
    await change(
      there,
      { sql: 'INSERT INTO facts (name, value) VALUES (?, ?)', args: [moveMark, mark] },
      { sql: "DELETE FROM outbox WHERE key > 'a'" },
      { sql: "UPDATE outbox SET body = 'older'" },
      { sql: 'DELETE FROM misses' },
      { sql: "INSERT INTO claims (key, at) VALUES ('of nobody', 1)" },
    );
  }
});
