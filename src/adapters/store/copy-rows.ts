import type { Database } from './database.js';
import {
  quoteName,
  type Read,
  type SchemaShape,
  type Sequence,
  type SqlRow,
  type SqlStatement,
  type TableShape,
} from './dialect.js';
import { readSchemaShape } from './schema-shape.js';
import type { SqlValue } from './sql-values.js';

/** Values in one statement; SQLite takes 32,766, PostgreSQL 65,535. */
const maxValues = 2_000;
const pageRows = 1_000;

/** All rows of all tables. */
export interface StoredRows {
  readonly shape: SchemaShape;
  readonly rows: ReadonlyMap<string, readonly SqlRow[]>;
  readonly sequences: readonly Sequence[];
}

/** Reads a whole database as it is at one moment, whatever is written meanwhile. */
export async function readAllRows(database: Database): Promise<StoredRows> {
  const shape = await readSchemaShape(database);
  return database.readTogether(async (read) => {
    const rows = new Map<string, SqlRow[]>();
    for (const table of shape.tables) rows.set(table.name, await readTable(read, table));
    return { shape, rows, sequences: await database.dialect.readSequences(read, shape) };
  });
}

async function readTable(read: Read, { name, columns, key }: TableShape): Promise<SqlRow[]> {
  const order = key.length === 0 ? '' : `ORDER BY ${key.map(quoteName).join(', ')}`;
  const sql = `SELECT ${columns.map(quoteName).join(', ')} FROM ${quoteName(name)} ${order} LIMIT ? OFFSET ?`;
  const rows: SqlRow[] = [];
  for (;;) {
    const page = await read(sql, pageRows, rows.length);
    rows.push(...page);
    if (page.length < pageRows) return rows;
  }
}

/** The statements that put the rows of one store in place of those of another with the same tables. */
export function replaceStatements(
  { dialect }: Pick<Database, 'dialect'>,
  target: SchemaShape,
  { rows, sequences }: StoredRows,
): SqlStatement[] {
  return [
    ...dialect.deferReferences(target), // rows of one table may refer to each other
    ...target.triggers.map(({ name }) => ({ sql: `DROP TRIGGER ${quoteName(name)}` })), // restored rows are no new events
    ...[...target.tables].reverse().map(({ name }) => ({ sql: `DELETE FROM ${quoteName(name)}` })),
    ...target.tables.flatMap((table) => insertRows(table, rows.get(table.name) ?? [])),
    ...dialect.setSequences(target, sequences),
    ...target.triggers.map(({ sql }) => ({ sql })),
  ];
}

/** The statements that add rows to a table; `conflict` says what becomes of one whose key is there. */
export function insertRows({ name, columns }: TableShape, rows: readonly SqlRow[], conflict = ''): SqlStatement[] {
  const step = Math.max(1, Math.floor(maxValues / columns.length));
  const head = `INSERT INTO ${quoteName(name)} (${columns.map(quoteName).join(', ')}) VALUES `;
  const places = `(${columns.map(() => '?').join(', ')})`;
  const statements: SqlStatement[] = [];
  for (let i = 0; i < rows.length; i += step) {
    const some = rows.slice(i, i + step);
    const args = some.flatMap((row) => columns.map((column): SqlValue => row[column] ?? null));
    statements.push({ sql: `${head}${some.map(() => places).join(', ')}${conflict}`, args });
  }
  return statements;
}
