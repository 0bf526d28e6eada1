/**
 * The only file that knows libSQL: one client for a file of this machine and for a libSQL server
 * (https://github.com/tursodatabase/libsql-client-ts).
 */
import type { Client, Config, InStatement, ResultSet } from '@libsql/client';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { VerbatimError } from '../../core/errors.js';
import { takePassword, type LibsqlAddress } from './database-address.js';
import type { SqlRow, SqlStatement } from './dialect.js';
import { fromBoundValue, toBoundValue, type SqlValue } from './sql-values.js';

export type { Client } from '@libsql/client';

/** How long a statement waits in the thread, which is blocked, for another process that writes, in milliseconds. */
const busyTimeoutMs = 50;
/** How long a server may take for an answer, in milliseconds. */
const answerLimitMs = 10_000;

type Library = Pick<typeof import('@libsql/client'), 'createClient'>;

/** Not `import`: where the native part is missing, Node.js throws the error of an import once more, and nobody can catch that. */
const requireHere = createRequire(import.meta.url);

/** What makes a connection. Throws `native-missing` where the library's native part, a package of its own, was not installed. */
export function loadClient(address: LibsqlAddress): () => Client {
  try {
    if (address.kind === 'server') {
      const { createClient } = requireHere('@libsql/client') as Library;
      return () => createClient(describeServer(address));
    }
    // Without what only servers need, which takes longer to load.
    const { createClient } = requireHere('@libsql/client/sqlite3') as Library;
    // One connection, since its settings belong to it and not to the file.
    const url = pathToFileURL(address.file).href;
    return () => createClient({ url, concurrency: 1, timeout: busyTimeoutMs, intMode: 'bigint' });
  } catch (cause) {
    const detail = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
    const fields = {
      problem: 'The native part of libsql, which the store needs, is missing ({detail})',
      detail,
      advice: `run "npm ci --include=optional" (this is ${process.platform} on ${process.arch})`,
    };
    throw new VerbatimError('native-missing', fields, { cause });
  }
}

function describeServer(address: LibsqlAddress & { readonly kind: 'server' }): Config {
  const { url, header } = takePassword(address.url);
  return {
    url,
    ...(address.authToken === null ? {} : { authToken: address.authToken }),
    intMode: 'bigint',
    fetch: (request: Request) => {
      if (header !== null && address.authToken === null) request.headers.set('authorization', header);
      return fetch(request, { signal: AbortSignal.timeout(answerLimitMs) });
    },
  };
}

export function toStatement({ sql, args = [] }: SqlStatement): InStatement {
  return { sql, args: args.map(toBoundValue) };
}

/** Plain objects; of the values only those kinds come back that were put in. */
export function toRows({ columns, rows }: ResultSet): SqlRow[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map((column, i): [string, SqlValue] => [column, fromBoundValue(row[i])])),
  );
}
