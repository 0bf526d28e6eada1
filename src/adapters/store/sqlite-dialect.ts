import type { DatabaseAddress } from './database-address.js';
import { quoteName, type Dialect, type Read, type TableShape } from './dialect.js';
import { readNumber, readOptionalText, readText } from './read-row.js';

const shownFaults = 5;

/** SQLite, in a file or on a libSQL server; what either keeps for itself is left out everywhere. */
export const sqliteDialect: Dialect = {
  now: "CAST(unixepoch('subsec') * 1000 AS INTEGER)",

  lockSchema: [], // a transaction that writes is alone by itself

  async readTableNames(read) {
    return (await readCatalogue(read)).filter(({ type }) => type === 'table').map(({ name }) => name);
  },

  async readShape(read) {
    const tables: TableShape[] = [];
    const entries = await readCatalogue(read);
    for (const { type, name, sql } of entries) if (type === 'table') tables.push(await readTable(read, name, sql));
    return { tables, triggers: entries.filter(({ type }) => type === 'trigger') };
  },

  async readSequences(read) {
    const counted = await read("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'");
    const rows = counted.length > 0 ? await read('SELECT name, seq FROM sqlite_sequence') : [];
    return rows.map((row) => ({ table: readText(row, 'name'), last: readNumber(row, 'seq') }));
  },

  deferReferences: () => [{ sql: 'PRAGMA defer_foreign_keys = ON' }],

  setSequences({ tables }, sequences) {
    const counted = sequences.filter(({ table }) => tables.some(({ name, counter }) => name === table && counter));
    return counted.flatMap(({ table, last }) => [
      {
        sql: 'INSERT INTO sqlite_sequence (name, seq) SELECT ?, 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?)',
        args: [table, table],
      },
      { sql: 'UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?', args: [last, table] },
    ]);
  },

  async examine(read, _, kind) {
    return {
      journal: String(await readPragma(read, 'journal_mode')),
      integrity: await checkIntegrity(read, kind),
      foreignKeys: await checkForeignKeys(read),
      enforcesForeignKeys: (await readPragma(read, 'foreign_keys')) === 1,
      bytes: await readBytes(read),
      server: null,
    };
  },
};

/** The statements that a database was made with, in one text that is equal for equal schemas. */
export async function describeSchema(read: Read): Promise<string> {
  return (await readCatalogue(read))
    .map(({ sql }) => sql.replace(/\s+/g, ' '))
    .sort()
    .join('\n');
}

async function readCatalogue(read: Read) {
  const rows = await read(
    `SELECT type, name, sql FROM sqlite_schema
     WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'libsql\\_%' ESCAPE '\\' ORDER BY rowid`,
  );
  return rows.flatMap((row) => {
    const sql = readOptionalText(row, 'sql');
    return sql === null ? [] : [{ type: readText(row, 'type'), name: readText(row, 'name'), sql }];
  });
}

async function readTable(read: Read, name: string, sql: string): Promise<TableShape> {
  const columns = await read(`PRAGMA table_xinfo(${quoteName(name)})`);
  const keys = await read(`PRAGMA foreign_key_list(${quoteName(name)})`);
  const keyed = columns.filter((column) => readNumber(column, 'pk') > 0);
  const key = keyed.sort((a, b) => readNumber(a, 'pk') - readNumber(b, 'pk')).map((column) => readText(column, 'name'));
  return {
    name,
    columns: columns.filter((column) => column['hidden'] === 0).map((column) => readText(column, 'name')),
    key,
    references: keys.map((each) => ({ column: readText(each, 'from'), table: readText(each, 'table') })),
    counter: /\bAUTOINCREMENT\b/i.test(sql) ? (key[0] ?? null) : null,
  };
}

/** https://sqlite.org/pragma.html#pragma_integrity_check */
async function checkIntegrity(read: Read, kind: DatabaseAddress['kind']): Promise<readonly string[] | null> {
  const check = read(`PRAGMA integrity_check(${shownFaults})`);
  // A server may keep this to itself, a file never does.
  const rows = kind === 'file' ? await check : await check.catch(() => null);
  return rows && rows.map((row) => readText(row, 'integrity_check')).filter((line) => line !== 'ok');
}

/** https://sqlite.org/pragma.html#pragma_foreign_key_check */
async function checkForeignKeys(read: Read): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const row of await read('PRAGMA foreign_key_check')) {
    const link = `${readText(row, 'table')} → ${readText(row, 'parent')}`;
    counts.set(link, (counts.get(link) ?? 0) + 1);
  }
  return [...counts].map(([link, count]) => `${link}: ${count} ${count === 1 ? 'row' : 'rows'}`);
}

async function readBytes(read: Read): Promise<number | null> {
  const [count, size] = [await readPragma(read, 'page_count'), await readPragma(read, 'page_size')];
  return typeof count === 'number' && typeof size === 'number' ? count * size : null;
}

/** The value of a setting; null where a server does not tell. */
async function readPragma(read: Read, name: string): Promise<unknown> {
  const rows = await read(`PRAGMA ${name}`).catch(() => []);
  return rows[0]?.[name] ?? null;
}
