import { expect, it } from 'vitest';
import { openDatabase, type Database } from '#verbatim/adapters/store/libsql-database.js';
import { createStatements, readAllRows, replaceStatements } from '#verbatim/adapters/store/copy-rows.js';
import { describeSchema, readSchemaShape } from '#verbatim/adapters/store/schema-shape.js';
import { describeBoth } from './both-addresses.js';

/** Everything that makes copying rows hard: tables named before those they refer to, circles, triggers, numbers given once. */
const schema = [
  `CREATE TABLE "a child" (id INTEGER PRIMARY KEY AUTOINCREMENT, parent INTEGER NOT NULL REFERENCES parents (id) ON DELETE CASCADE,
     double INTEGER AS (parent * 2) STORED, payload BLOB) STRICT`,
  'CREATE TABLE parents (id INTEGER PRIMARY KEY, above INTEGER REFERENCES parents (id)) STRICT',
  'CREATE TABLE pairs (key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID',
  'CREATE TABLE log (line TEXT) STRICT',
  'CREATE TRIGGER children AFTER INSERT ON "a child" BEGIN INSERT INTO log VALUES (\'born\'); END',
  "CREATE TRIGGER orphans AFTER DELETE ON parents BEGIN INSERT INTO log VALUES ('gone'); END",
  'CREATE INDEX by_parent ON "a child" (parent)',
  'CREATE VIEW families AS SELECT parent, count(*) AS children FROM "a child" GROUP BY parent',
];

async function fill(database: Database, size: number): Promise<void> {
  await database.write(
    { sql: 'PRAGMA defer_foreign_keys = ON' },
    ...[2, 1].map((id) => ({ sql: 'INSERT INTO parents VALUES (?, ?)', args: [id, 3 - id] })),
  );
  await database.write(
    ...Array.from({ length: size }, (_, i) => ({
      sql: 'INSERT INTO "a child" (parent, payload) VALUES (?, ?)',
      args: [1 + (i % 2), i % 3 === 0 ? null : new Uint8Array([i & 255, 0, 255])],
    })),
    { sql: 'DELETE FROM "a child" WHERE id = (SELECT max(id) FROM "a child")' },
    { sql: "INSERT INTO pairs VALUES ('“quoted”', 1.5), ('none', NULL), ('big', ?)", args: [2 ** 53] },
  );
}

async function dump(database: Database): Promise<unknown> {
  const { shape, rows } = await readAllRows(database);
  return shape.tables.map(({ name }) => [name, rows.get(name)]);
}

describeBoth('the rows of a database', (newAddress) => {
  async function openWithSchema(): Promise<Database> {
    const database = await openDatabase(await newAddress());
    await database.write(...schema.map((sql) => ({ sql })));
    return database;
  }

  it('are copied into an empty one with all that belongs to them', async () => {
    const [source, copy] = [await openWithSchema(), await openDatabase(await newAddress())];
    await fill(source, 2_500);
    await copy.write(...createStatements(await readAllRows(source)));
    expect(await dump(copy)).toEqual(await dump(source));
    expect(await describeSchema((sql) => copy.read(sql))).toBe(await describeSchema((sql) => source.read(sql)));
    expect(await copy.read('PRAGMA foreign_key_check')).toEqual([]);
    const next = { sql: 'INSERT INTO "a child" (parent) VALUES (1) RETURNING id' };
    expect((await copy.write(next))[0]?.rows).toEqual([{ id: 2_501 }]);
    source.close();
    copy.close();
  });

  it('take the place of others without setting off a trigger, and a number is not given twice', async () => {
    const [source, target] = [await openWithSchema(), await openWithSchema()];
    await fill(source, 10);
    await fill(target, 300);
    await target.write(...replaceStatements(await readSchemaShape(target), await readAllRows(source)));
    expect(await dump(target)).toEqual(await dump(source));
    const { others } = await readSchemaShape(target);
    expect(others.map(({ name }) => name).sort()).toEqual(['by_parent', 'children', 'families', 'orphans']);
    const next = { sql: 'INSERT INTO "a child" (parent) VALUES (1) RETURNING id' };
    expect((await target.write(next))[0]?.rows).toEqual([{ id: 301 }]);
    source.close();
    target.close();
  });

  it('are all kept when those that come in do not hold together', async () => {
    const [source, target] = [await openWithSchema(), await openWithSchema()];
    await fill(source, 4);
    await fill(target, 6);
    const before = await dump(target);
    const rows = await readAllRows(source);
    const broken = { ...rows, rows: new Map([...rows.rows, ['parents', []]]) };
    await expect(target.write(...replaceStatements(await readSchemaShape(target), broken))).rejects.toThrow(
      'FOREIGN KEY',
    );
    expect(await dump(target)).toEqual(before);
    source.close();
    target.close();
  });
});
