/** What the kinds of databases do not have in common. */
import type { StoreCheck } from '../../core/store/store-check.js';
import type { DatabaseAddress } from './database-address.js';
import type { SqlValue } from './sql-values.js';

export type SqlRow = Readonly<Record<string, SqlValue>>;

export interface SqlStatement {
  /** SQL that SQLite and PostgreSQL both take, but for what `postgres-sql.ts` translates. */
  readonly sql: string;
  /** Bound to `?` in order. */
  readonly args?: readonly SqlValue[];
}

export type Read = (sql: string, ...args: readonly SqlValue[]) => Promise<readonly SqlRow[]>;

export interface TableShape {
  readonly name: string;
  /** The columns that can be written, in their order. */
  readonly columns: readonly string[];
  /** Those of the primary key. */
  readonly key: readonly string[];
  readonly references: readonly Reference[];
  /** The column whose numbers the database gives out and never gives twice; null for none. */
  readonly counter: string | null;
}

/** A column that refers to a row of a table. */
export interface Reference {
  readonly column: string;
  readonly table: string;
}

/** What a database is made of, as its own catalogue says. */
export interface SchemaShape {
  /** A table comes after those that its rows refer to. */
  readonly tables: readonly TableShape[];
  /** Triggers, which must not be set off by rows that are only copied. */
  readonly triggers: readonly { readonly name: string; readonly sql: string }[];
}

/** The highest number that a table has given out. */
export interface Sequence {
  readonly table: string;
  readonly last: number;
}

/** One kind of SQL: its catalogue, and what copying rows takes. */
export interface Dialect {
  /** SQL for the time by the database's own clock, in milliseconds since 1970. */
  readonly now: string;
  /** At the beginning of a change of the schema, so that one process makes it at a time. */
  readonly lockSchema: readonly SqlStatement[];
  readTableNames(read: Read): Promise<string[]>;
  /** The shape, its tables in any order. */
  readShape(read: Read): Promise<SchemaShape>;
  readSequences(read: Read, shape: SchemaShape): Promise<Sequence[]>;
  /** At the beginning of a change after which all references hold, though they may not in between. */
  deferReferences(shape: SchemaShape): readonly SqlStatement[];
  /** Keeps numbers that were given out once from being given out again; after the rows. */
  setSequences(shape: SchemaShape, sequences: readonly Sequence[]): readonly SqlStatement[];
  /** What can be said of the database itself. */
  examine(
    read: Read,
    shape: SchemaShape,
    kind: DatabaseAddress['kind'],
  ): Promise<Omit<StoreCheck, 'schema' | 'knownSchema' | 'rows'>>;
}

/** A name for use in SQL. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
