import { VerbatimError } from '../../core/errors.js';
import type { Database } from './database.js';
import type { SqlStatement } from './dialect.js';
import { isConstraintError } from './sql-failures.js';
import { claimTables } from './sql-claims.js';
import { factTables } from './facts.js';
import { missPlaces, missTables } from './miss-tables.js';
import { briefTables } from './sql-briefs.js';
import { labelReviewTables } from './sql-label-reviews.js';
import { pauseTables } from './sql-pauses.js';
import { placeTables } from './sql-places.js';
import { processTables } from './sql-processes.js';
import { outboxRefusals, outboxTables } from './sql-outbox.js';
import { voteTables } from './sql-votes.js';

/**
 * The schema's history; each entry is applied once and in order, and never changed after a release. All times are
 * milliseconds since 1970.
 */
export const migrations: readonly (readonly string[])[] = [
  [...factTables, ...outboxTables, ...voteTables, ...missTables, ...briefTables, ...labelReviewTables],
  [...claimTables, ...outboxRefusals],
  [...placeTables, ...missPlaces],
  [...processTables, ...pauseTables],
];

const versionTable = 'CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT';

/** Brings the schema up to date with `history`. Throws `store-newer` for a store that a later version has written. */
export async function migrate(database: Database, history = migrations): Promise<void> {
  const { lockSchema } = database.dialect;
  await database.write(...lockSchema, { sql: versionTable });
  const version = await readSchemaVersion(database);
  if (version > history.length) {
    throw new VerbatimError('store-newer', {
      problem: `The store was written by a newer version (schema ${version}, this version knows ${history.length})`,
      advice: 'Update Verbatim, or set DATA_DIR to another folder',
    });
  }
  for (const [i, statements] of history.entries()) {
    if (i < version) continue;
    try {
      await database.write(
        ...lockSchema,
        { sql: 'INSERT INTO migrations (number, at) VALUES (?, ?)', args: [i + 1, Date.now()] },
        ...statements.map((sql): SqlStatement => ({ sql })),
      );
    } catch (error) {
      // Another process may have been faster with this one: its number is taken, and nothing of ours has been done.
      if (!isConstraintError(error) || (await readSchemaVersion(database)) <= i) throw error;
    }
  }
}

/** The number of migrations applied; 0 for an empty store. */
export async function readSchemaVersion(database: Database): Promise<number> {
  const [row] = await database.read('SELECT coalesce(max(number), 0) AS version FROM migrations');
  return Number(row?.['version'] ?? 0);
}
