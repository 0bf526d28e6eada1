import { expect, it } from 'vitest';
import type { Database } from '#verbatim/adapters/store/database.js';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import { readAllRows, replaceStatements } from '#verbatim/adapters/store/copy-rows.js';
import { readSchemaShape } from '#verbatim/adapters/store/schema-shape.js';
import { describeEach } from './each-database.js';

/** Everything that makes copying rows hard: tables named before those they refer to, circles, triggers, numbers given once. */
const schema = [
  'CREATE TABLE parents (id INTEGER PRIMARY KEY, above INTEGER REFERENCES parents (id)) STRICT',
  `CREATE TABLE "a child" (id INTEGER PRIMARY KEY AUTOINCREMENT, parent INTEGER NOT NULL REFERENCES parents (id) ON DELETE CASCADE,
     double INTEGER GENERATED ALWAYS AS (parent * 2) STORED, payload BLOB) STRICT`,
  'CREATE TABLE pairs (key TEXT PRIMARY KEY, value REAL) STRICT, WITHOUT ROWID',
  'CREATE TABLE log (line TEXT) STRICT',
  'CREATE INDEX by_parent ON "a child" (parent)',
  'CREATE VIEW families AS SELECT parent, count(*) AS children FROM "a child" GROUP BY parent',
];
const triggers = [
  'CREATE TRIGGER children AFTER INSERT ON "a child" BEGIN INSERT INTO log VALUES (\'born\'); END',
  "CREATE TRIGGER orphans AFTER DELETE ON parents BEGIN INSERT INTO log VALUES ('gone'); END",
];

async function fill(database: Database, size: number): Promise<void> {
  await database.write(
    ...database.dialect.deferReferences({ tables: [], triggers: [] }),
    ...[2, 1].map((id) => ({ sql: 'INSERT INTO parents VALUES (?, ?)', args: [id, 3 - id] })),
  );
  await database.write(
    ...Array.from({ length: size }, (_, i) => ({
      sql: 'INSERT INTO "a child" (parent, payload) VALUES (?, ?)',
      args: [1 + (i % 2), i % 3 === 0 ? null : new Uint8Array([i & 255, 0, 255])],
    })),
    { sql: 'DELETE FROM "a child" WHERE id = (SELECT max(id) FROM "a child")' },
    { sql: "INSERT INTO pairs VALUES ('“quoted”', 1.5), ('none', NULL), ('Big', ?)", args: [2 ** 53] },
  );
}

async function dump(database: Database): Promise<unknown> {
  const { shape, rows } = await readAllRows(database);
  return shape.tables.map(({ name }) => [name, rows.get(name)]);
}

describeEach('the rows of a database', (newAddress, kind) => {
  async function openWithSchema(): Promise<Database> {
    const database = await openDatabase(await newAddress());
    const [parents = '', children = '', ...others] = schema;
    // SQLite takes references to a table that is made later, and triggers.
    const all = kind === 'postgres' ? schema : [children, parents, ...others, ...triggers];
    await database.write(...all.map((sql) => ({ sql })));
    return database;
  }

  it('are copied into an empty one with all that belongs to them', async () => {
    const [source, copy] = [await openWithSchema(), await openWithSchema()];
    await fill(source, 2_500);
    const shape = await readSchemaShape(copy);
    expect(shape.tables.map(({ name }) => name).indexOf('parents')).toBe(0);
    await copy.write(...replaceStatements(copy, shape, await readAllRows(source)));
    expect(await dump(copy)).toEqual(await dump(source));
    expect(await copy.dialect.examine(copy.read, shape, kind)).toMatchObject({ foreignKeys: [], integrity: [] });
    const next = { sql: 'INSERT INTO "a child" (parent) VALUES (1) RETURNING id' };
    expect((await copy.write(next))[0]?.rows).toEqual([{ id: 2_501 }]);
    source.close();
    copy.close();
  });

  it('take the place of others without setting off a trigger, and a number is not given twice', async () => {
    const [source, target] = [await openWithSchema(), await openWithSchema()];
    await fill(source, 10);
    await fill(target, 300);
    await target.write(...replaceStatements(target, await readSchemaShape(target), await readAllRows(source)));
    expect(await dump(target)).toEqual(await dump(source));
    const kept = (await readSchemaShape(target)).triggers.map(({ name }) => name).sort();
    expect(kept).toEqual(kind === 'postgres' ? [] : ['children', 'orphans']);
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
    const statements = replaceStatements(target, await readSchemaShape(target), broken);
    await expect(target.write(...statements)).rejects.toThrow(/foreign key/i);
    expect(await dump(target)).toEqual(before);
    source.close();
    target.close();
  });
});
