import type { SqlRow } from './dialect.js';

/** The text in a column. Throws a TypeError for anything else: then the schema and the code are not of one version. */
export function readText(row: SqlRow, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`column ${column}: expected text, got ${typeof value}`);
  return value;
}

export function readOptionalText(row: SqlRow, column: string): string | null {
  return row[column] === null ? null : readText(row, column);
}

/** The number in a column. Throws a TypeError for anything else. */
export function readNumber(row: SqlRow, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`column ${column}: expected a number, got ${typeof value}`);
  return value;
}

export function readOptionalNumber(row: SqlRow, column: string): number | null {
  return row[column] === null ? null : readNumber(row, column);
}
