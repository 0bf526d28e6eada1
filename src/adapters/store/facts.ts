import { randomBytes } from 'node:crypto';
import { VerbatimError } from '../../core/errors.js';
import type { Database } from './database.js';
import { readText } from './read-row.js';

/** Single values that belong to the store itself, by name. */
export const factTables = ['CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT'] as const;

/** The store's own salt for hashes of users, 32 bytes in base64; made once, the same for all processes on the store. */
export async function readSalt(database: Database): Promise<string> {
  const salt = randomBytes(32).toString('base64');
  await database.write({
    sql: "INSERT INTO facts (name, value) VALUES ('salt', ?) ON CONFLICT DO NOTHING",
    args: [salt],
  });
  return String(await readFact(database, 'salt'));
}

/** The name of the fact by which a store is known that is only half moved to its place. */
export const moveMark = 'moving';

export async function readFact(database: Database, name: string): Promise<string | null> {
  const [row] = await database.read('SELECT value FROM facts WHERE name = ?', name);
  return row ? readText(row, 'value') : null;
}

/** What is said of a store that holds only a part of the rows. */
export function createUnfinishedError(): VerbatimError {
  return new VerbatimError('store-failed', {
    problem: 'The store is not whole: it is being moved here, or that was interrupted',
    advice: 'Run "verbatim move" again with the settings of the old store',
  });
}
