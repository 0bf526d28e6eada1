import { VerbatimError } from '../../core/errors.js';
import { query, type PoolClient } from '../store/postgres-client.js';
import { beginWrite, schemaVersion, tables } from './schema.js';

/** Makes the extension and the tables where they are not there yet. Throws `index-newer` for those of a later version. */
export async function makeTables(client: PoolClient): Promise<void> {
  const [there] = await query(client, '', `SELECT to_regclass('index_schema') IS NOT NULL`);
  const found = there?.[0] === true ? await readVersion(client) : 0;
  if (found > schemaVersion) {
    throw new VerbatimError('index-newer', {
      problem: `The index at DATABASE_URL was made by a newer version (format ${found}, this version reads ${schemaVersion})`,
      advice: 'Update Verbatim',
    });
  }
  if (found === schemaVersion) return; // what makes tables waits for all that are being read, and keeps others waiting
  const has = await query(client, '', `SELECT 1 FROM pg_extension WHERE extname = 'vector'`);
  if (has.length === 0) await client.query('CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public');
  await client.query(beginWrite.replace(/^BEGIN; /, ''));
  for (const table of tables) await client.query(table);
  await client.query('DELETE FROM index_schema');
  await query(client, '', 'INSERT INTO index_schema (version) VALUES ($1)', [schemaVersion]);
}

async function readVersion(client: PoolClient): Promise<number> {
  const [row] = await query(client, '', 'SELECT version FROM index_schema');
  return Number(row?.[0] ?? 0);
}
