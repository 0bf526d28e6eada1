import type { DatabaseAddress } from './database-address.js';
import type { Dialect, Read, SqlRow, SqlStatement } from './dialect.js';

export interface SqlResult {
  readonly rows: readonly SqlRow[];
  /** Number of rows inserted, changed or deleted; of a statement that returns rows, how many it returns. */
  readonly changes: number;
}

/**
 * Statements of one call to `write` take effect together or not at all, as if no other call were carried out at the same time, and are on
 * the disk when it resolves. Calls are carried out one after the other, so that no statement falls into another call's transaction. All
 * methods reject with `store-failed` and one line.
 *
 * A write to a file that rejects has done nothing. One to a server may have taken effect although its answer was lost: then it rejects,
 * and is not sent again by itself, so that whoever gives it again writes statements that may come twice (`ON CONFLICT DO NOTHING` with
 * a key, `UPDATE … WHERE`).
 */
export interface Database {
  readonly address: DatabaseAddress;
  readonly dialect: Dialect;
  readonly read: Read;
  write(...statements: readonly SqlStatement[]): Promise<readonly SqlResult[]>;
  /**
   * As `write`; afterwards no byte of what was deleted or replaced, now or before, is left in a file or in the log beside it, unless
   * another process keeps reading there: then the next call sees to it. What a server keeps is its own affair.
   */
  erase(...statements: readonly SqlStatement[]): Promise<readonly SqlResult[]>;
  /** Reads that see one state of the database, whatever is written meanwhile. */
  readTogether<T>(work: (read: Read) => Promise<T>): Promise<T>;
  close(): void;
}
