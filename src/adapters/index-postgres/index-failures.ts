import { VerbatimError } from '../../core/errors.js';
import { hostOf, secretsOf } from '../store/database-address.js';
import type { Pool } from '../store/postgres-client.js';
import { describePostgresFailure, judgeFailure } from '../store/postgres-failures.js';
import type { FailureKind } from '../store/retrying.js';
import { codeOf } from '../store/sql-failures.js';
import { findServerFault, type ServerFault } from './server-faults.js';

const problem = 'The index at DATABASE_URL ({subject}) cannot be used';

/** What is told in place of what a server says of tables that are not there. */
const ownFaults: readonly (readonly [code: string, fault: ServerFault])[] = [
  ['42P01', { detail: 'it holds no index yet', advice: 'Run "npm run index"' }],
  ['42703', { detail: 'it was made by an earlier version', advice: 'Run "npm run index"' }],
];

/** One line about a server that an index cannot be read from or written to, without a password. */
export function toIndexError(url: string, error: unknown): VerbatimError {
  if (error instanceof VerbatimError) return error;
  const own = ownFaults.find(([code]) => code === codeOf(error))?.[1];
  const fields = describePostgresFailure(hostOf(url), error, secretsOf({ kind: 'postgres', url }));
  return new VerbatimError(own ? 'index-missing' : 'index-write', { ...fields, problem, ...own }, { cause: error });
}

/** One line about a server that lacks what an index needs. */
export function describeServerFault(url: string, fault: ServerFault, cause?: unknown): VerbatimError {
  return new VerbatimError('index-write', { problem, subject: hostOf(url), ...fault }, { cause });
}

/** As `toIndexError`, after a look at the server, whose own words may be those of what comes of a fault only. */
export async function explainIndexFailure(pool: Pool, url: string, error: unknown): Promise<VerbatimError> {
  if (judgeIndexFailure(error) !== 'final' || error instanceof VerbatimError) return toIndexError(url, error);
  const fault = await findServerFault(pool).catch(() => null);
  return fault ? describeServerFault(url, fault, error) : toIndexError(url, error);
}

/** What was read in vain may be read again; our own refusals are final. */
export function judgeIndexFailure(error: unknown): FailureKind {
  return error instanceof VerbatimError ? 'final' : judgeFailure(error);
}
