import { VerbatimError } from '../../core/errors.js';
import { query, type PoolClient } from '../store/postgres-client.js';
import { beginWrite, schemaVersion, tables } from './schema.js';
import { listDamagedTables } from './server-faults.js';

/** Makes the extension and the tables where they are not there yet, and anew those that have lost their vectors. Throws `index-newer` for those of a later version. */
export async function makeTables(client: PoolClient): Promise<void> {
  const [there] = await query(client, '', `SELECT to_regclass('index_schema') IS NOT NULL`);
  const found = there?.[0] === true ? await readVersion(client) : 0;
  if (found > schemaVersion) {
    throw new VerbatimError('index-newer', {
      problem: `The index at DATABASE_URL was made by a newer version (format ${found}, this version reads ${schemaVersion})`,
      advice: 'Update Verbatim',
    });
  }
  const damaged = found === schemaVersion ? await listDamagedTables(client) : [];
  if (found === schemaVersion && damaged.length === 0) return; // what makes tables waits for all that are being read, and keeps others waiting
  const has = await query(client, '', `SELECT 1 FROM pg_extension WHERE extname = 'vector'`);
  if (has.length === 0) await client.query('CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public');
  await client.query(beginWrite.replace(/^BEGIN; /, ''));
  for (const name of damaged) await client.query(`DROP TABLE IF EXISTS ${name} CASCADE`);
  for (const table of tables) await client.query(table);
  // No edition is whole then; of their documents the vectors are still taken over.
  if (damaged.length > 0) await client.query(`UPDATE index_editions SET key = '', is_current = FALSE`);
  await client.query('DELETE FROM index_schema');
  await query(client, '', 'INSERT INTO index_schema (version) VALUES ($1)', [schemaVersion]);
}

async function readVersion(client: PoolClient): Promise<number> {
  const [row] = await query(client, '', 'SELECT version FROM index_schema');
  return Number(row?.[0] ?? 0);
}
