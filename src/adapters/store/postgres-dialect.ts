import type { ServerCheck } from '../../core/store/store-check.js';
import {
  quoteName,
  type Dialect,
  type Read,
  type Reference,
  type SchemaShape,
  type Sequence,
  type TableShape,
} from './dialect.js';
import { readNumber, readOptionalNumber, readOptionalText, readText } from './read-row.js';

/** Of advisory locks; any number does that is always the same. */
const schemaLock = 7_310_579_116;

/** Tables of the schema in use, but for those of extensions. */
const ownTables = `SELECT c.oid, c.relname, c.relowner FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = current_schema() AND c.relkind = 'r' AND c.relname NOT LIKE 'index\\_%' AND NOT EXISTS (
    SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`;

/** https://www.postgresql.org/docs/17/catalogs.html */
export const postgresDialect: Dialect = {
  now: 'floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint',

  lockSchema: [{ sql: `SELECT pg_advisory_xact_lock(${schemaLock})` }],

  async readTableNames(read) {
    return (await read(`SELECT relname AS name FROM (${ownTables}) t ORDER BY oid`)).map((row) =>
      readText(row, 'name'),
    );
  },

  async readShape(read) {
    const columns = await read(
      `SELECT t.relname AS "table", a.attname AS "column", a.attidentity <> '' AS is_counter,
          array_position(i.indkey::smallint[], a.attnum) AS place
        FROM (${ownTables}) t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
          AND a.attgenerated = '' LEFT JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary ORDER BY t.oid, a.attnum`,
    );
    const references = await readReferences(read);
    const names = [...new Set(columns.map((row) => readText(row, 'table')))];
    const tables = names.map((name): TableShape => {
      const own = columns.filter((row) => row['table'] === name);
      const keyed = own.filter((row) => row['place'] !== null);
      const counter = own.find((row) => row['is_counter'] === 1);
      return {
        name,
        columns: own.map((row) => readText(row, 'column')),
        key: keyed
          .sort((a, b) => readNumber(a, 'place') - readNumber(b, 'place'))
          .map((row) => readText(row, 'column')),
        references: references.filter(({ child }) => child === name),
        counter: counter ? readText(counter, 'column') : null,
      };
    });
    return { tables, triggers: [] };
  },

  async readSequences(read, { tables }) {
    const sequences: Sequence[] = [];
    for (const { name, counter } of tables) {
      if (counter === null) continue;
      const sql = 'SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence(?, ?)::regclass), 0) AS last';
      const [row] = await read(sql, quoteName(name), counter);
      sequences.push({ table: name, last: row ? readNumber(row, 'last') : 0 });
    }
    return sequences;
  },

  deferReferences: ({ tables }) => [
    // Whoever writes meanwhile waits, instead of making this fail.
    ...(tables.length > 0
      ? [{ sql: `LOCK TABLE ${tables.map(({ name }) => quoteName(name)).join(', ')} IN SHARE ROW EXCLUSIVE MODE` }]
      : []),
    { sql: 'SET CONSTRAINTS ALL DEFERRED' },
  ],

  setSequences({ tables }, sequences) {
    return tables.flatMap(({ name, counter }) => {
      if (counter === null) return [];
      const given = sequences.find(({ table }) => table === name)?.last ?? 0;
      const sequence = 'pg_get_serial_sequence(?, ?)::regclass';
      return [
        {
          sql: `SELECT setval(${sequence}, last) FROM (SELECT greatest(max(${quoteName(counter)}), ?::bigint,
            pg_sequence_last_value(${sequence})) AS last FROM ${quoteName(name)}) AS numbers WHERE last > 0`,
          args: [quoteName(name), counter, given, quoteName(name), counter],
        },
      ];
    });
  },

  async examine(read, shape) {
    const [row = {}] = await read(
      `SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint AS bytes FROM (${ownTables}) t`,
    );
    const references = await readReferences(read);
    return {
      journal: 'wal',
      integrity: await checkIndexes(read),
      foreignKeys: await checkReferences(read, references),
      enforcesForeignKeys: references.every(({ isEnforced }) => isEnforced),
      bytes: readNumber(row, 'bytes'),
      server: await examineServer(read, shape),
    };
  },
};

interface StoredReference extends Reference {
  readonly child: string;
  readonly parentColumn: string;
  readonly isEnforced: boolean;
}

/** References by one column, as all of ours are. */
async function readReferences(read: Read): Promise<StoredReference[]> {
  const rows = await read(
    `SELECT t.relname AS child, a.attname AS "column", p.relname AS parent, b.attname AS parent_column,
        k.convalidated AND NOT EXISTS (
          SELECT 1 FROM pg_trigger g WHERE g.tgconstraint = k.oid AND g.tgenabled = 'D') AS is_enforced
      FROM (${ownTables}) t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f'
        JOIN pg_class p ON p.oid = k.confrelid
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.conkey[1]
        JOIN pg_attribute b ON b.attrelid = p.oid AND b.attnum = k.confkey[1] ORDER BY k.oid`,
  );
  return rows.map((row) => ({
    child: readText(row, 'child'),
    column: readText(row, 'column'),
    table: readText(row, 'parent'),
    parentColumn: readText(row, 'parent_column'),
    isEnforced: readNumber(row, 'is_enforced') === 1,
  }));
}

/** An index that was left half made does not keep a second row with one key out. */
async function checkIndexes(read: Read): Promise<string[]> {
  const rows = await read(
    `SELECT i.indexrelid::regclass::text AS name FROM (${ownTables}) t JOIN pg_index i ON i.indrelid = t.oid
      WHERE NOT (i.indisvalid AND i.indisready)`,
  );
  return rows.map((row) => `the index ${readText(row, 'name')} is not valid`);
}

async function checkReferences(read: Read, references: readonly StoredReference[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { child, column, table, parentColumn } of references) {
    const [row] = await read(
      `SELECT count(*) AS count FROM ${quoteName(child)} AS child WHERE ${quoteName(column)} IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM ${quoteName(table)} AS parent WHERE parent.${quoteName(parentColumn)} = child.${quoteName(column)})`,
    );
    const count = row ? readNumber(row, 'count') : 0;
    if (count > 0) faults.push(`${child} → ${table}: ${count} ${count === 1 ? 'row' : 'rows'}`);
  }
  return faults;
}

async function examineServer(read: Read, { tables }: SchemaShape): Promise<ServerCheck> {
  const [row = {}] = await read(
    `SELECT split_part(current_setting('server_version'), ' ', 1) AS version, current_schema() AS schema,
        coalesce(has_schema_privilege(current_schema(), 'CREATE'), FALSE) AS may_create,
        coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), FALSE) AS is_encrypted,
        (SELECT extversion FROM pg_extension WHERE extname = 'vector') AS vector,
        CASE WHEN NOT pg_is_in_recovery() THEN NULL WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
          ELSE floor(extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000)::bigint END AS lag`,
  );
  const unsafe = await read(
    "SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off' ORDER BY name",
  );
  const mayCreate = readNumber(row, 'may_create') === 1;
  return {
    version: readText(row, 'version'),
    lagMs: readOptionalNumber(row, 'lag'),
    lackingRights: [
      ...(mayCreate
        ? []
        : [`CREATE on the schema ${readOptionalText(row, 'schema') ?? 'of search_path, which is not there'}`]),
      ...(tables.length === 0 ? [] : await listLackingRights(read)),
    ],
    unsafeSettings: unsafe.map((each) => `${readText(each, 'name')} = off`),
    isEncrypted: readNumber(row, 'is_encrypted') === 1,
    vectorVersion: readOptionalText(row, 'vector'),
  };
}

async function listLackingRights(read: Read): Promise<string[]> {
  const rows = await read(
    `SELECT wanted || ' on ' || relname AS lacking FROM (${ownTables}) t, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS wanted
        WHERE NOT has_table_privilege(t.oid, wanted)
      UNION ALL SELECT 'ownership of ' || relname FROM (${ownTables}) t WHERE NOT pg_has_role(t.relowner, 'USAGE')
      ORDER BY lacking`,
  );
  return rows.map((row) => readText(row, 'lacking'));
}
