import { expect, it } from 'vitest';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import { migrate, readSchemaVersion } from '#verbatim/adapters/store/migrations.js';
import { readSchemaShape } from '#verbatim/adapters/store/schema-shape.js';
import { describeEach } from './each-database.js';

const first = ['CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT'];
const second = [
  "ALTER TABLE notes ADD COLUMN author TEXT NOT NULL DEFAULT 'nobody'",
  'CREATE INDEX by_author ON notes (author)',
];

describeEach('the history of a schema', (newAddress) => {
  it('is applied once, from where a store stands, and keeps its rows', async () => {
    const database = await openDatabase(await newAddress());
    await migrate(database, [first]);
    await database.write({ sql: "INSERT INTO notes (text) VALUES ('kept')" });
    for (let round = 0; round < 2; round++) await migrate(database, [first, second]);
    expect(await database.read('SELECT text, author FROM notes')).toEqual([{ text: 'kept', author: 'nobody' }]);
    expect(await readSchemaVersion(database)).toBe(2);
    database.close();
  });

  it('is applied once by several processes that start together', async () => {
    const address = await newAddress();
    const databases = await Promise.all(Array.from({ length: 4 }, () => openDatabase(address)));
    await Promise.all(databases.map((database) => migrate(database, [first, second])));
    expect(await databases[0]?.read('SELECT number FROM migrations ORDER BY number')).toEqual([
      { number: 1 },
      { number: 2 },
    ]);
    for (const database of databases) database.close();
  });

  it('that fails leaves the schema as it was', async () => {
    const database = await openDatabase(await newAddress());
    await migrate(database, [first]);
    await expect(migrate(database, [first, [...second, 'CREATE TABLE notes (i INTEGER)']])).rejects.toThrow(
      /notes"? already exists/,
    );
    const clash = ["INSERT INTO notes (id, text) VALUES (1, 'a'), (1, 'b')"];
    await expect(migrate(database, [first, clash])).rejects.toThrow(/unique/i);
    expect(await readSchemaVersion(database)).toBe(1);
    const { tables } = await readSchemaShape(database);
    expect(tables.find(({ name }) => name === 'notes')?.columns).toEqual(['id', 'text']);
    database.close();
  });
});
