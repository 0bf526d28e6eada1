/** What an index needs of its server and of its user there. */
import { query, type Pool, type PoolClient } from '../store/postgres-client.js';
import { schemaVersion, tableNames } from './schema.js';

/** What a server lacks, and what to do. */
export interface ServerFault {
  readonly detail: string;
  readonly advice: string;
}

/** What keeps an index from being used or, where there is none yet, from being made; null for nothing. Changes nothing. */
export async function findServerFault(pool: Pool): Promise<ServerFault | null> {
  const client = await pool.connect();
  try {
    return (await findExtensionFault(client)) ?? (await findTableFault(client));
  } finally {
    client.release();
  }
}

/** Tables that are gone, or lack their vectors, as after the extension was taken away with all that used it. */
export async function listDamagedTables(client: PoolClient): Promise<string[]> {
  const rows = await query(
    client,
    '',
    `SELECT name FROM unnest($1::TEXT[]) AS name WHERE to_regclass(name) IS NULL OR name = 'index_vectors' AND NOT EXISTS
      (SELECT FROM pg_attribute WHERE attrelid = to_regclass(name) AND attname = 'vector' AND NOT attisdropped)`,
    [tableNames],
  );
  return rows.map(([name]) => String(name));
}

async function findExtensionFault(client: PoolClient): Promise<ServerFault | null> {
  const [row] = await query(
    client,
    '',
    `SELECT quote_ident(current_user), quote_ident(current_database()), quote_ident(nspname), has_schema_privilege(n.oid, 'USAGE'),
      EXISTS (SELECT FROM pg_type WHERE typname = 'halfvec' AND typnamespace = n.oid),
      EXISTS (SELECT FROM pg_available_extensions WHERE name = 'vector'),
      current_setting('is_superuser') = 'on' OR has_database_privilege(current_database(), 'CREATE') AND EXISTS
        (SELECT FROM pg_available_extension_versions WHERE name = 'vector' AND (trusted OR NOT superuser)),
      to_regclass('index_schema') IS NOT NULL
    FROM (SELECT) AS one LEFT JOIN pg_extension ON extname = 'vector' LEFT JOIN pg_namespace n ON n.oid = extnamespace`,
  );
  const [user, database, schema = null, mayUse, isNew, isThere, mayAdd, isMade] = row ?? [];
  if (schema === null && isThere !== true) {
    return {
      detail: 'the server has no pgvector',
      advice:
        'Install pgvector 0.7 or later there (https://github.com/pgvector/pgvector), or set INDEX_ENGINE=embedded',
    };
  }
  if (schema === null && mayAdd !== true) {
    return {
      detail: `the database ${String(database)} has no pgvector, and the user ${String(user)} may not add it`,
      advice: `Let an administrator run "CREATE EXTENSION vector" in this database${isMade === true ? ', then run "npm run index"' : ''}`,
    };
  }
  // Where there is no index yet, it is added with it.
  if (schema === null && isMade === true)
    return { detail: `the database ${String(database)} has no pgvector any more`, advice: 'Run "npm run index"' };
  if (schema !== null && isNew !== true) {
    return {
      detail: 'its pgvector is too old',
      advice: 'Update it to 0.7 or later, then run "ALTER EXTENSION vector UPDATE" in this database',
    };
  }
  if (schema !== null && mayUse !== true) {
    return {
      detail: `the user ${String(user)} may not use the schema ${String(schema)}, where pgvector is`,
      advice: `Let an administrator run "GRANT USAGE ON SCHEMA ${String(schema)} TO ${String(user)}" in this database`,
    };
  }
  return null;
}

async function findTableFault(client: PoolClient): Promise<ServerFault | null> {
  const [made] = await query(
    client,
    '',
    `SELECT to_regclass('index_schema') IS NOT NULL, current_schema(), has_schema_privilege(current_schema(), 'CREATE')`,
  );
  const [isMade, schema = null, mayCreate] = made ?? [];
  if (isMade !== true) {
    if (mayCreate === true) return null;
    return {
      detail: `the user may not make tables in the schema ${schema === null ? 'of search_path, which is not there' : `"${String(schema)}"`}`,
      advice: 'Make the user the owner of the schema',
    };
  }
  const lacking = await query(
    client,
    '',
    `SELECT wanted || ' on ' || name FROM unnest($1::TEXT[]) AS name, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS wanted
      WHERE NOT has_table_privilege(to_regclass(name), wanted) ORDER BY name, wanted`,
    [tableNames],
  );
  if (lacking.length > 0) {
    const [first] = lacking;
    const more = lacking.length > 1 ? ` and ${lacking.length - 1} more such rights` : '';
    return {
      detail: `the user lacks ${String(first?.[0])}${more}`,
      advice: 'Make the user the owner of the tables whose names begin with "index_"',
    };
  }
  const [version] = await query(client, '', 'SELECT version FROM index_schema');
  const damaged = version?.[0] === schemaVersion ? await listDamagedTables(client) : [];
  if (damaged.length === 0) return null;
  return { detail: `${damaged.join(', ')} is not as it was made`, advice: 'Run "npm run index", which makes it anew' };
}
