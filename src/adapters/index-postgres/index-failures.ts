import { VerbatimError } from '../../core/errors.js';
import { hostOf, secretsOf } from '../store/database-address.js';
import { describePostgresFailure, judgeFailure } from '../store/postgres-failures.js';
import type { FailureKind } from '../store/retrying.js';
import { codeOf, messageOf } from '../store/sql-failures.js';

/** What is told in place of what a server says of pgvector and of tables that are not there. */
const ownFaults: readonly (readonly [found: RegExp, problem: string, advice: string])[] = [
  [
    /extension "vector" is not available|could not open extension control file.*vector/,
    'the server has no pgvector',
    'Install pgvector 0.7 or later there (https://github.com/pgvector/pgvector), or set INDEX_ENGINE=embedded',
  ],
  [
    /permission denied to create extension/,
    'the user may not add the extension pgvector',
    'Let an administrator run "CREATE EXTENSION vector" in this database',
  ],
  [
    /type "halfvec" does not exist/,
    'its pgvector is too old',
    'Update it to 0.7 or later, then "ALTER EXTENSION vector UPDATE"',
  ],
  [/^42P01/, 'it holds no index yet', 'Run "npm run index"'],
  [/^42703/, 'it was made by an earlier version', 'Run "npm run index"'],
];

/** One line about a server that an index cannot be read from or written to, without a password. */
export function toIndexError(url: string, error: unknown): VerbatimError {
  if (error instanceof VerbatimError) return error;
  const said = `${codeOf(error)} ${messageOf(error)}`;
  const own = ownFaults.find(([found]) => found.test(said) || found.test(messageOf(error)));
  const fields = describePostgresFailure(hostOf(url), error, secretsOf({ kind: 'postgres', url }));
  return new VerbatimError(
    /^42(?:P01|703)$/.test(codeOf(error)) ? 'index-missing' : 'index-write',
    {
      ...fields,
      problem: 'The index at DATABASE_URL ({subject}) cannot be used',
      ...(own && { detail: own[1], advice: own[2] }),
    },
    { cause: error },
  );
}

/** What was read in vain may be read again; our own refusals are final. */
export function judgeIndexFailure(error: unknown): FailureKind {
  return error instanceof VerbatimError ? 'final' : judgeFailure(error);
}
