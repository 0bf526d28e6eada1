import { VerbatimError } from '../../core/errors.js';
import { insertRows } from './copy-rows.js';
import type { Database } from './database.js';
import { quoteName, type Read, type SqlRow, type SqlStatement, type TableShape } from './dialect.js';
import { moveMark } from './facts.js';
import { readSchemaShape } from './schema-shape.js';
import type { SqlValue } from './sql-values.js';

const pageRows = 500;
/** The first copies rows, the second what rows of one table refer to, the third finds nothing to do; more if somebody writes. */
const maxRounds = 5;

/** Some rows of one table of both stores, compared. */
interface Comparison {
  /** Number of rows of the source. */
  readonly count: number;
  /** Rows that the target has not, or has otherwise. */
  readonly missing: readonly SqlRow[];
  readonly changed: readonly SqlRow[];
  /** Rows that only the target has. */
  readonly surplus: readonly SqlRow[];
}

/**
 * Makes the rows of one store equal to those of another with the same tables, page by page: one that was interrupted goes on when it is
 * begun again. Resolves with the number of rows of each table once every row of both was read and found equal. Throws `store-failed`
 * where somebody keeps writing to the source.
 */
export async function moveRows(source: Database, target: Database): Promise<ReadonlyMap<string, number>> {
  const shape = await readSchemaShape(target);
  for (let round = 0; round < maxRounds; round++) {
    const counts = new Map<string, number>();
    let changes = 0;
    // First what is there no more, so that nothing new meets it where only one may be.
    for (const table of [...shape.tables].reverse()) {
      for await (const { surplus } of compareTable(source.read, target.read, table)) {
        changes += surplus.length;
        await target.write(...surplus.map((row) => deleteRow(table, row)));
      }
    }
    for (const table of shape.tables) {
      let count = 0;
      for await (const page of compareTable(source.read, target.read, table)) {
        count += page.count;
        changes += page.missing.length + page.changed.length;
        // A row may refer to one of its own table that comes later.
        const added = page.missing.map((row) => withoutOwnReferences(table, row));
        await target.write(...putRows(table, [...added, ...page.changed]));
      }
      counts.set(table.name, count);
    }
    if (changes === 0) return counts;
    const sequences = await source.dialect.readSequences(source.read, await readSchemaShape(source));
    await target.write(...target.dialect.setSequences(shape, sequences));
  }
  throw new VerbatimError('store-failed', {
    problem: 'The store was written to while it was moved',
    advice: 'Stop the bot and the page, then run this again: it goes on where it was',
  });
}

/** The number of rows of each table where those of two stores are equal; null where they are not. */
export async function countEqualRows(source: Database, target: Database): Promise<ReadonlyMap<string, number> | null> {
  const counts = new Map<string, number>();
  for (const table of (await readSchemaShape(target)).tables) {
    let sum = 0;
    for await (const { count, missing, changed, surplus } of compareTable(source.read, target.read, table)) {
      if (missing.length + changed.length + surplus.length > 0) return null;
      sum += count;
    }
    counts.set(table.name, sum);
  }
  return counts;
}

/** In the order of keys, which is that of numbers or of bytes in every store. */
async function* compareTable(source: Read, target: Read, table: TableShape): AsyncGenerator<Comparison> {
  for (let after: readonly SqlValue[] | null = null; ;) {
    const rows = await readRange(source, table, after, null);
    const isLast: boolean = rows.length < pageRows;
    const until = isLast ? null : keyOf(table, rows.at(-1));
    const found = new Map<string, SqlRow>();
    for (const row of await readRange(target, table, after, until, null))
      found.set(JSON.stringify(keyOf(table, row)), row);
    const [missing, changed]: [SqlRow[], SqlRow[]] = [[], []];
    for (const row of rows) {
      const key = JSON.stringify(keyOf(table, row));
      const other = found.get(key);
      found.delete(key);
      if (!other) missing.push(row);
      else if (!isEqual(table, row, other)) changed.push(row);
    }
    const surplus = [...found.values()].filter((row) => !(table.name === 'facts' && row['name'] === moveMark));
    yield { count: rows.length, missing, changed, surplus };
    if (isLast) return;
    after = until;
  }
}

/** Rows with a key after one and up to another; at most a page of them unless `limit` is null. */
function readRange(
  read: Read,
  { name, columns, key }: TableShape,
  after: readonly SqlValue[] | null,
  until: readonly SqlValue[] | null,
  limit: number | null = pageRows,
): Promise<readonly SqlRow[]> {
  const keys = key.map(quoteName).join(', ');
  const places = key.map(() => '?').join(', ');
  const conditions = [...(after ? [`(${keys}) > (${places})`] : []), ...(until ? [`(${keys}) <= (${places})`] : [])];
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const sql = `SELECT ${columns.map(quoteName).join(', ')} FROM ${quoteName(name)} ${where} ORDER BY ${keys}`;
  return limit === null
    ? read(sql, ...(after ?? []), ...(until ?? []))
    : read(`${sql} LIMIT ?`, ...(after ?? []), ...(until ?? []), limit);
}

function keyOf({ key }: TableShape, row: SqlRow = {}): SqlValue[] {
  return key.map((column) => row[column] ?? null);
}

function isEqual({ columns }: TableShape, row: SqlRow, other: SqlRow): boolean {
  return columns.every((column) => {
    const [value = null, its = null] = [row[column], other[column]];
    return value instanceof Uint8Array && its instanceof Uint8Array ? Buffer.compare(value, its) === 0 : value === its;
  });
}

function withoutOwnReferences({ name, references }: TableShape, row: SqlRow): SqlRow {
  const own = references.filter(({ table }) => table === name).map(({ column }) => [column, null]);
  return { ...row, ...(Object.fromEntries(own) as SqlRow) };
}

function deleteRow(table: TableShape, row: SqlRow): SqlStatement {
  const condition = table.key.map((column) => `${quoteName(column)} = ?`).join(' AND ');
  return { sql: `DELETE FROM ${quoteName(table.name)} WHERE ${condition}`, args: keyOf(table, row) };
}

function putRows(table: TableShape, rows: readonly SqlRow[]): SqlStatement[] {
  const others = table.columns.filter((column) => !table.key.includes(column));
  const changes = others.map((column) => `${quoteName(column)} = excluded.${quoteName(column)}`).join(', ');
  const action = others.length > 0 ? `UPDATE SET ${changes}` : 'NOTHING';
  return insertRows(table, rows, ` ON CONFLICT (${table.key.map(quoteName).join(', ')}) DO ${action}`);
}
