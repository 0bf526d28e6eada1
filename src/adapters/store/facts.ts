import { randomBytes } from 'node:crypto';
import type { Database } from './database.js';

/** Single values that belong to the store itself, by name. */
export const factTables = ['CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT'] as const;

/** The store's own salt for hashes of users, 32 bytes in base64; made once, the same for all processes on the store. */
export async function readSalt(database: Database): Promise<string> {
  const salt = randomBytes(32).toString('base64');
  await database.write({
    sql: "INSERT INTO facts (name, value) VALUES ('salt', ?) ON CONFLICT DO NOTHING",
    args: [salt],
  });
  const [row] = await database.read("SELECT value FROM facts WHERE name = 'salt'");
  return String(row?.['value']);
}
