/** What may go wrong with a PostgreSQL server, in the words of whoever runs the bot. */
import type { ErrorFields } from '../../core/errors.js';
import type { FailureKind } from './retrying.js';
import { codeOf, codesOf, isUnsent, messageOf } from './sql-failures.js';

/** https://www.postgresql.org/docs/17/errcodes-appendix.html: what ends a connection, or keeps one from being made. */
const lostCodes =
  /^(?:08...|57P0[1-5]|53300|25P0[34]|EAI_AGAIN|ECONN\w+|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE)$/;
/** The client's own failures have no codes. */
const lostMessages =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout/i;

/** Whether the connection is lost, or cannot be had. */
export function isLost(error: unknown): boolean {
  return codesOf(error).some((code) => lostCodes.test(code)) || lostMessages.test(messageOf(error)) || isUnsent(error);
}

/**
 * Of a statement that was certainly not committed: what met others that write (a serialization failure, a deadlock, a lock that was not
 * to be had) is as if it had not been given, and so is what was lost on the way.
 */
export function judgeFailure(error: unknown): FailureKind {
  if (/^(?:40001|40P01|55P03)$/.test(codeOf(error))) return 'busy';
  return isLost(error) ? 'lost' : 'final';
}

const urlAdvice = 'Check DATABASE_URL';
const certificateAdvice = 'Check sslmode in DATABASE_URL, or name the certificate that signs with sslrootcert=FILE';

/** By the server's code, or its beginning, or the words of a client that has none: what is wrong, and what to do. */
const faults: readonly (readonly [found: RegExp, fault: string, advice: string])[] = [
  [/client password must be a string/, 'no password is given', 'Put it into DATABASE_URL, or set PGPASSWORD'],
  [/^28/, 'the server refuses the name or the password', urlAdvice],
  [/^3D000/, 'there is no such database', `Make it with "createdb", or c${urlAdvice.slice(1)}`],
  [
    /^(?:42501|3F000)/,
    'the user lacks a right',
    'Make the user the owner of the schema (search_path) and of its tables',
  ],
  [/^25006|hot standby/, 'it takes no writes: it is a standby or read-only', 'Name the primary server in DATABASE_URL'],
  [
    /^53100|^58030/,
    'the server has no space left, or its disk fails',
    'Free some space there; what was written before is safe',
  ],
  [/^53300/, 'the server has no connection left', 'Raise max_connections of the server, or end what uses them'],
  [/^57014|^55P03/, 'the server took too long', 'Look at what else it does'],
  [/does not support SSL/, 'the server speaks no TLS', 'Set ssl = on there, or leave sslmode out of DATABASE_URL'],
  [/no encryption|SSL off/, 'the server takes encrypted connections only', 'Add ?sslmode=require to DATABASE_URL'],
  [/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/, 'its certificate cannot be trusted', certificateAdvice],
  [/^ENOENT|^EACCES/, 'a certificate cannot be read', certificateAdvice],
];

/** What there is to say of a server that has failed; `secrets` are left out of it. */
export function describePostgresFailure(host: string, error: unknown, secrets: readonly string[]): ErrorFields {
  const message = secrets.reduce((text, secret) => text.replaceAll(secret, '…'), messageOf(error));
  const codes = codesOf(error).filter((code) => /^(?:[A-Z_]{4,}|[0-9A-Z]{5})$/.test(code));
  // Some servers refuse what is not encrypted with the code of a wrong password.
  const known = /no encryption|SSL off/.test(message) ? [message] : [...codes, message];
  const found = faults.find(([pattern]) => known.some((each) => pattern.test(each)));
  const lost = `the server cannot be reached (${codes[0] ?? message})`;
  return {
    problem: 'The store at DATABASE_URL ({subject}) cannot be used',
    subject: host,
    detail: found?.[1] ?? (isLost(error) ? lost : message),
    advice:
      found?.[2] ??
      (isLost(error) ? 'Check the address, the server and the network' : '"verbatim doctor" checks the store'),
  };
}
