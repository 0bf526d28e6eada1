import type { Database, Read } from './libsql-database.js';
import { readOptionalText, readText } from './read-row.js';

export interface TableShape {
  readonly name: string;
  /** The columns that can be written, in their order. */
  readonly columns: readonly string[];
  readonly sql: string;
}

/** What a database is made of, as its own catalogue says. */
export interface SchemaShape {
  /** A table comes after those that its rows refer to. */
  readonly tables: readonly TableShape[];
  /** Indexes, views and triggers. */
  readonly others: readonly { readonly type: string; readonly name: string; readonly sql: string }[];
}

/** Reads the shape of a database; what SQLite or a server keeps for itself is left out. */
export async function readSchemaShape(database: Database): Promise<SchemaShape> {
  const entries = await readCatalogue((sql) => database.read(sql));
  const tables: TableShape[] = [];
  const parents = new Map<string, string[]>();
  for (const { type, name, sql } of entries) {
    if (type !== 'table') continue;
    const columns = await database.read(`PRAGMA table_xinfo(${quoteName(name)})`);
    const keys = await database.read(`PRAGMA foreign_key_list(${quoteName(name)})`);
    parents.set(
      name,
      keys.map((key) => readText(key, 'table')),
    );
    const writable = columns.filter((column) => column['hidden'] === 0);
    tables.push({ name, sql, columns: writable.map((column) => readText(column, 'name')) });
  }
  return { tables: sortByReference(tables, parents), others: entries.filter(({ type }) => type !== 'table') };
}

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

function sortByReference(tables: readonly TableShape[], parents: ReadonlyMap<string, readonly string[]>): TableShape[] {
  const sorted: TableShape[] = [];
  const seen = new Set<string>();
  const visit = (table: TableShape): void => {
    if (seen.has(table.name)) return;
    seen.add(table.name);
    for (const parent of parents.get(table.name) ?? []) {
      const found = tables.find(({ name }) => name.toLowerCase() === parent.toLowerCase());
      if (found) visit(found);
    }
    sorted.push(table);
  };
  tables.forEach(visit);
  return sorted;
}

/** A name for use in SQL. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
