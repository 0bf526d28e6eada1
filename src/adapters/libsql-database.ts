/**
 * The only file that knows libSQL: a database in a file of this machine, or on a libSQL server, through one client
 * (https://github.com/tursodatabase/libsql-client-ts).
 */
import type { Client, InStatement, ResultSet, Value } from '@libsql/client';
import { createClient, LibsqlError } from '@libsql/client/sqlite3'; // without what only servers need
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { VerbatimError } from '../core/errors.js';

export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = Readonly<Record<string, SqlValue>>;

export interface SqlStatement {
  readonly sql: string;
  /** Bound to `?` in order. */
  readonly args?: readonly SqlValue[];
}

export interface SqlResult {
  readonly rows: readonly SqlRow[];
  /** Number of rows inserted, changed or deleted. */
  readonly changes: number;
}

/** Where a database is. */
export type DatabaseAddress =
  | { readonly kind: 'file'; readonly file: string }
  /** `url` is a `libsql:`, `http(s):` or `ws(s):` address; `authToken` null where the server wants none. */
  | { readonly kind: 'server'; readonly url: string; readonly authToken: string | null };

/** Statements of one call to `write` take effect together or not at all, and are on the disk when it resolves. */
export interface Database {
  readonly address: DatabaseAddress;
  read(sql: string, ...args: readonly SqlValue[]): Promise<readonly SqlRow[]>;
  write(...statements: readonly SqlStatement[]): Promise<readonly SqlResult[]>;
  close(): void;
}

/** How long a statement waits for another process that writes, in milliseconds. */
const busyTimeoutMs = 10_000;

/**
 * Opens a database; a file is made where there is none, its folder too. Throws `store-failed` with one line. In a file,
 * commits are flushed to the disk (write-ahead log, `synchronous = FULL`): neither a kill nor a power cut loses one.
 */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  let client: Client | null = null;
  try {
    client = await connect(address);
    return new LibsqlDatabase(address, client);
  } catch (error) {
    client?.close();
    throw toStoreError(address, error);
  }
}

async function connect(address: DatabaseAddress): Promise<Client> {
  if (address.kind === 'server') {
    const { url, authToken } = address;
    const { createClient: createServerClient } = await import('@libsql/client');
    const client = createServerClient({ url, ...(authToken === null ? {} : { authToken }) });
    await client.execute('SELECT 1');
    return client;
  }
  await mkdir(path.dirname(address.file), { recursive: true });
  // One connection, since these settings belong to a connection and not to the file.
  const client = createClient({ url: pathToFileURL(address.file).href, concurrency: 1, timeout: busyTimeoutMs });
  for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) {
    await client.execute(`PRAGMA ${setting}`);
  }
  return client;
}

class LibsqlDatabase implements Database {
  constructor(
    readonly address: DatabaseAddress,
    private readonly client: Client,
  ) {}

  async read(sql: string, ...args: readonly SqlValue[]): Promise<readonly SqlRow[]> {
    return this.translateErrors(async () => toRows(await this.client.execute({ sql, args: [...args] })));
  }

  async write(...statements: readonly SqlStatement[]): Promise<readonly SqlResult[]> {
    return this.translateErrors(async () => {
      const batch: InStatement[] = statements.map(({ sql, args = [] }) => ({ sql, args: [...args] }));
      const results = await this.client.batch(batch, 'write');
      return results.map((result) => ({ rows: toRows(result), changes: result.rowsAffected }));
    });
  }

  close(): void {
    this.client.close();
  }

  private async translateErrors<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw toStoreError(this.address, error);
    }
  }
}

/** Plain objects; of the values only those kinds come back that were put in. */
function toRows({ columns, rows }: ResultSet): SqlRow[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map((column, i): [string, SqlValue] => [column, toValue(row[i])])),
  );
}

function toValue(value: Value | undefined): SqlValue {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return typeof value === 'bigint' ? Number(value) : (value ?? null);
}

/** Whether a statement failed because it would break a constraint of the schema, such as a second row with one key. */
export function isConstraintError(error: unknown): boolean {
  const cause = error instanceof VerbatimError ? error.cause : error;
  return cause instanceof LibsqlError && cause.code.startsWith('SQLITE_CONSTRAINT');
}

function toStoreError(address: DatabaseAddress, error: unknown): VerbatimError {
  if (error instanceof VerbatimError) return error;
  const detail = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
  const message =
    address.kind === 'file'
      ? `The store "${address.file}" cannot be used (${detail}). Check the folder (DATA_DIR) and the free space; "verbatim doctor" checks the store, "verbatim restore FILE" brings a backup back.`
      : `The store at DATABASE_URL (${hostOf(address.url)}) cannot be used (${detail}). Check the address, the server and DATABASE_AUTH_TOKEN.`;
  return new VerbatimError('store-failed', message, { cause: error });
}

/** An address may hold a password; the host never does. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'not an address';
}
