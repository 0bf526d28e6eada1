/** The only file that knows pg, the client of PostgreSQL (https://node-postgres.com). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Duplex } from 'node:stream';
import { checkServerIdentity, type ConnectionOptions } from 'node:tls';
import type { Client as Connecting, Pool, PoolClient, QueryResult } from 'pg';
import type { SqlRow, SqlStatement } from './dialect.js';
import { toPostgresSql } from './postgres-sql.js';
import { fromBoundValue, toBoundValue, type SqlValue } from './sql-values.js';

export type { Pool, PoolClient } from 'pg';

/** How long a process waits for its server. */
export interface Patience {
  /** Most connections: one writes, the others read meanwhile. */
  readonly connections: number;
  readonly connectWithinMs: number;
  /** A statement without an answer after this long has lost its server. */
  readonly answerWithinMs: number;
}

export const usualPatience: Patience = { connections: 4, connectWithinMs: 5_000, answerWithinMs: 60_000 };
/** A connection that nobody has used for this long is closed. */
const idleMs = 60_000;

/** Numbers of types in the server's catalogue (https://www.postgresql.org/docs/17/catalog-pg-type.html). */
const typeNumbers = {
  bool: 16,
  bytea: 17,
  int8: 20,
  int2: 21,
  int4: 23,
  float4: 700,
  float8: 701,
  numeric: 1_700,
} as const;

const requireHere = createRequire(import.meta.url);

/** Connections to a server; none is opened before it is needed. Throws for an address that cannot be read. */
export function createPool(url: string, patience: Patience = usualPatience): Pool {
  const library = requireHere('pg') as typeof import('pg'); // not loaded where there is no such server
  const { address, ssl } = takeTls(url);
  const pool = new library.Pool({
    connectionString: address,
    ssl,
    max: patience.connections,
    Client: endingClient(library),
    connectionTimeoutMillis: patience.connectWithinMs,
    idleTimeoutMillis: idleMs,
    query_timeout: patience.answerWithinMs,
    keepAlive: true,
    allowExitOnIdle: true,
    application_name: 'verbatim',
    types: { getTypeParser: parserOf },
  });
  // Without somebody who hears it, a connection that is lost while it is in use would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Carries out one statement; of the values only those kinds come back that were put in. */
export async function runStatement(
  client: Pool | PoolClient,
  { sql, args = [] }: SqlStatement,
): Promise<{ readonly rows: SqlRow[]; readonly changes: number }> {
  const result: QueryResult<Record<string, unknown>> = await client.query(toPostgresSql(sql), args.map(toBoundValue));
  const rows = result.rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]): [string, SqlValue] => [column, fromBoundValue(value)]),
    ),
  );
  return { rows, changes: result.fields.length > 0 ? rows.length : (result.rowCount ?? 0) };
}

/** A value of a row as `query` gives it. */
export type QueryValue = string | number | boolean | null | Buffer;

/** Carries out a statement of PostgreSQL's own SQL, prepared under a name that no other statement has; an empty name is for one that is not kept. */
export async function query(
  client: PoolClient,
  name: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<QueryValue[][]> {
  const result = await client.query<QueryValue[]>({
    name,
    text,
    values: [...values],
    rowMode: 'array',
    types: { getTypeParser: readerOf },
  });
  return result.rows;
}

/** Bytes as a buffer, and whole numbers as numbers: none of an index is too large for one. */
function readerOf(type: number): (text: string) => QueryValue {
  switch (type) {
    case typeNumbers.bool:
      return (text) => text === 't';
    case typeNumbers.bytea:
      return (text) => Buffer.from(text.slice(2), 'hex'); // after \x
    case typeNumbers.int2:
    case typeNumbers.int4:
    case typeNumbers.int8:
      return Number;
    default:
      return (text) => text;
  }
}

/** Truth is a number as in SQLite, and an integer is never rounded. */
function parserOf(type: number): (text: string) => unknown {
  switch (type) {
    case typeNumbers.bool:
      return (text) => (text === 't' ? 1 : 0);
    case typeNumbers.bytea:
      return (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')); // after \x
    case typeNumbers.int2:
    case typeNumbers.int4:
    case typeNumbers.int8:
      return BigInt;
    case typeNumbers.float4:
    case typeNumbers.float8:
    case typeNumbers.numeric:
      return Number;
    default:
      return (text) => text;
  }
}

/**
 * An address without what it says of TLS, and that as options of Node.js. `sslmode` means what it does for other programs
 * (https://www.postgresql.org/docs/17/libpq-ssl.html): `require` encrypts, `verify-ca` looks at who has signed the certificate, too,
 * `verify-full` also at the name in it; without it nothing is encrypted.
 */
function takeTls(url: string): { readonly address: string; readonly ssl: ConnectionOptions | false } {
  const parsed = new URL(url);
  const take = (name: string): string | null => {
    const value = parsed.searchParams.get(name);
    parsed.searchParams.delete(name);
    return value;
  };
  const [mode, root, certificate, key] = ['sslmode', 'sslrootcert', 'sslcert', 'sslkey'].map(take);
  const address = parsed.href;
  if (!mode || mode === 'disable') return { address, ssl: false };
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  return {
    address,
    ssl: {
      ...(root && root !== 'system' && { ca: readFileSync(root) }),
      ...(certificate && { cert: readFileSync(certificate) }),
      ...(key && { key: readFileSync(key) }),
      rejectUnauthorized: mode !== 'require' || Boolean(root),
      checkServerIdentity: (_, found) => (mode === 'verify-full' ? checkServerIdentity(host, found) : undefined),
    },
  };
}

type Connected = ((error: Error) => void) | ((error: null, client: Connecting) => void);

/** Clients that leave no connection open that they could not log in on, as without a password: the server would keep it for a minute. */
function endingClient({ Client }: typeof import('pg')): typeof Client {
  class EndingClient extends Client {
    override connect(): Promise<Connecting>;
    override connect(callback: Connected): void;
    override connect(callback?: Connected): Promise<Connecting> | undefined {
      if (!callback) return super.connect();
      super.connect((error: Error | null) => {
        const { connection } = this as unknown as { readonly connection: { readonly stream: Duplex } };
        if (error) connection.stream.destroy();
        (callback as (error: Error | null, client: Connecting) => void)(error, this);
      });
      return undefined;
    }
  }
  return EndingClient;
}
