import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Database } from '#verbatim/adapters/store/database.js';
import type { SqlRow } from '#verbatim/adapters/store/dialect.js';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import type { SqlValue } from '#verbatim/adapters/store/sql-values.js';
import { isConstraintError } from '#verbatim/adapters/store/sql-failures.js';
import { describeEach } from './each-database.js';

describeEach('a database', (newAddress, kind) => {
  async function openWith(...statements: string[]): Promise<Database> {
    const database = await openDatabase(await newAddress());
    await database.write(...statements.map((sql) => ({ sql })));
    return database;
  }

  it('gives values of every kind back as they were put in', async () => {
    const database = await openWith(
      'CREATE TABLE kinds (n INTEGER PRIMARY KEY, i INTEGER, r REAL, t TEXT, b BLOB) STRICT',
    );
    const rows = [
      [1, 2 ** 53, 0.1, 'Grüße 😀 “’”\n', new Uint8Array([0, 1, 255])],
      [2, -(2 ** 53) + 1, -1, '', new Uint8Array(0)],
      [3, Date.now(), 1e300, "'; DROP TABLE kinds; --", new Uint8Array(70_000).fill(7)],
      [4, null, null, null, null],
    ];
    for (const args of rows) await database.write({ sql: 'INSERT INTO kinds VALUES (?, ?, ?, ?, ?)', args });
    const read = await database.read('SELECT n, i, r, t, b FROM kinds ORDER BY n');
    const values = (row: SqlRow | readonly SqlValue[]) =>
      Object.values(row).map((each) => (each instanceof Uint8Array ? [...each] : each));
    expect(read.map(values)).toEqual(rows.map(values));
    expect(await database.read('SELECT t FROM kinds WHERE i = ?', 2 ** 53)).toEqual([{ t: 'Grüße 😀 “’”\n' }]);
    if (kind !== 'postgres') {
      expect(await database.read('SELECT typeof(?) AS whole, typeof(?) AS part', 5, 5.5)).toEqual([
        { whole: 'integer', part: 'real' },
      ]);
    }
    database.close();
  });

  it('keeps the rest of a text with a zero byte or half of a pair in it', async () => {
    const database = await openDatabase(await newAddress());
    expect(await database.read('SELECT ? AS text', 'a\0b\ud800c')).toEqual([{ text: 'a\ufffdb\ufffdc' }]);
    database.close();
  });

  it('refuses an integer that a number cannot hold rather than to change it', async () => {
    const database = await openDatabase(await newAddress());
    await expect(database.read('SELECT 9007199254740993 AS i')).rejects.toThrow('9007199254740993 is too large');
    database.close();
  });

  it('carries out all statements of a write or none', async () => {
    const database = await openWith('CREATE TABLE t (i INTEGER PRIMARY KEY) STRICT');
    const insert = (i: number) => ({ sql: 'INSERT INTO t VALUES (?)', args: [i] });
    const failures = await Promise.allSettled([
      database.write(insert(1), insert(2), insert(1)),
      database.write(insert(3), { sql: 'INSERT INTO nowhere VALUES (1)' }),
      database.write(insert(4), { sql: 'no SQL at all' }),
      database.write(insert(5), { sql: 'INSERT INTO t VALUES (?)', args: ['text'] }),
    ]);
    expect(failures.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
    expect(await database.read('SELECT i FROM t')).toEqual([]);
    await database.write(insert(6), insert(7));
    expect(await database.read('SELECT i FROM t ORDER BY i')).toEqual([{ i: 6 }, { i: 7 }]);
    database.close();
  });

  it('does not mix what is asked for at the same time', async () => {
    const database = await openWith('CREATE TABLE pairs (i INTEGER, half TEXT) STRICT');
    const oddCounts: unknown[] = [];
    await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        const write = database.write(
          { sql: "INSERT INTO pairs VALUES (?, 'first')", args: [i] },
          // Every fourth write fails after its first statement.
          i % 4 === 0
            ? { sql: 'INSERT INTO nowhere VALUES (1)' }
            : { sql: "INSERT INTO pairs VALUES (?, 'second')", args: [i] },
        );
        const read = database.read('SELECT i, count(*) AS halves FROM pairs GROUP BY i HAVING count(*) <> 2');
        await write.catch(() => undefined);
        oddCounts.push(...(await read));
      }),
    );
    expect(oddCounts).toEqual([]);
    expect(await database.read('SELECT count(*) AS count FROM pairs')).toEqual([{ count: 60 }]);
    database.close();
  });

  it('counts changes, and rows where a statement returns some', async () => {
    const database = await openWith('CREATE TABLE t (i INTEGER PRIMARY KEY, n INTEGER) STRICT');
    const [inserted, returned, ignored, updated] = await database.write(
      { sql: 'INSERT INTO t VALUES (1, 0), (2, 0)' },
      { sql: 'UPDATE t SET n = 1 RETURNING i' },
      { sql: 'INSERT INTO t VALUES (1, 5) ON CONFLICT DO NOTHING' },
      { sql: 'UPDATE t SET n = 2 WHERE i = 2' },
    );
    expect([inserted?.changes, returned?.changes, ignored?.changes, updated?.changes]).toEqual([2, 2, 0, 1]);
    expect(returned?.rows).toEqual([{ i: 1 }, { i: 2 }]);
    database.close();
  });

  it('enforces references, also after a failure', async () => {
    const database = await openWith(
      'CREATE TABLE parent (i INTEGER PRIMARY KEY) STRICT',
      'CREATE TABLE child (i INTEGER REFERENCES parent (i)) STRICT',
    );
    for (let round = 0; round < 3; round++) {
      const failure: unknown = await database
        .write({ sql: 'INSERT INTO child VALUES (1)' })
        .catch((error: unknown) => error);
      expect(isConstraintError(failure)).toBe(true);
    }
    expect(await database.read('SELECT i FROM child')).toEqual([]);
    database.close();
  });

  it('shows one state to reads that belong together', async () => {
    const address = await newAddress();
    const [reader, writer] = [await openDatabase(address), await openDatabase(address)];
    await writer.write({ sql: 'CREATE TABLE t (i INTEGER) STRICT' }, { sql: 'INSERT INTO t VALUES (1)' });
    const counts = await reader.readTogether(async (read) => {
      const before = await read('SELECT count(*) AS count FROM t');
      await writer.write({ sql: 'INSERT INTO t VALUES (2)' });
      return [...before, ...(await read('SELECT count(*) AS count FROM t'))];
    });
    expect(counts).toEqual([{ count: 1 }, { count: 1 }]);
    expect(await reader.read('SELECT count(*) AS count FROM t')).toEqual([{ count: 2 }]);
    reader.close();
    writer.close();
  });

  it('leaves no byte of what was erased or replaced in a file, with another process on it', async () => {
    const address = await newAddress();
    const [database, other] = [await openDatabase(address), await openDatabase(address)];
    const readBytes = () => {
      if (address.kind !== 'file') return '';
      const folder = path.dirname(address.file);
      const names = readdirSync(folder).filter((name) => name.startsWith(path.basename(address.file)));
      return names.map((name) => readFileSync(path.join(folder, name), 'latin1')).join('');
    };
    await database.write({ sql: 'CREATE TABLE t (i INTEGER PRIMARY KEY, word TEXT) STRICT' });
    for (let i = 0; i < 20; i++) await other.write({ sql: 'INSERT INTO t VALUES (?, ?)', args: [i, `rhubarb ${i}`] });
    await other.write({ sql: "UPDATE t SET word = 'turnip' WHERE i = 3" });
    if (address.kind === 'file') expect(readBytes()).toContain('rhubarb 3');
    const [{ changes } = { changes: 0 }] = await database.erase({ sql: 'DELETE FROM t WHERE i <> 3' });
    expect(changes).toBe(19);
    expect(readBytes()).not.toContain('rhubarb');
    expect(await other.read('SELECT word FROM t')).toEqual([{ word: 'turnip' }]);
    database.close();
    other.close();
  });

  it('rejects with one line after it was closed', async () => {
    const database = await openDatabase(await newAddress());
    database.close();
    await expect(database.read('SELECT 1')).rejects.toMatchObject({
      code: 'store-failed',
      message: expect.stringMatching(/^[^\n]+$/) as string,
    });
  });
});
