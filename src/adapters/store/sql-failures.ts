/** What may go wrong with a database, in the words of whoever runs the bot. */
import { VerbatimError, type ErrorFields } from '../../core/errors.js';

/** The code of an error of SQLite, of a server or of the network; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The codes of an error and of what caused it, from the outside in. */
export function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let each: unknown = error; each instanceof Error && codes.length < 8; each = each.cause) {
    codes.push(codeOf(each) || each.name);
  }
  return codes;
}

/** Whether another process was writing: nothing has been done, and the same statements may be given again. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED)/.test(codeOf(error));
}

/** Whether a statement failed because it would break a constraint of the schema, such as a second row with one key. */
export function isConstraintError(error: unknown): boolean {
  return /^(?:SQLITE_CONSTRAINT|23\d{3}$)/.test(codeOf(error instanceof VerbatimError ? error.cause : error));
}

/** Whether a file is no database, or one that is damaged. */
export function isDamageError(error: unknown): boolean {
  return /^SQLITE_(?:NOTADB|CORRUPT)/.test(codeOf(error instanceof VerbatimError ? error.cause : error));
}

const unsentCodes = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Whether a request has not reached the server, so that it may be sent again whatever it does. */
export function isUnsent(error: unknown): boolean {
  return codesOf(error).some((code) => unsentCodes.includes(code));
}

/** Whether a server gave no answer, or one that says that it has failed: what only reads may be sent again. */
export function isUnanswered(error: unknown): boolean {
  return (
    codesOf(error).some((code) => code === 'ECONNRESET' || code === 'EPIPE' || code.startsWith('UND_ERR_')) ||
    /HTTP status 5\d\d/.test(messageOf(error))
  );
}

const restoreAdvice = 'Stop the bot and restore a backup with "verbatim restore FILE"';
const accessAdvice = 'Check the owner and the permissions of the folder (DATA_DIR)';

/** By the beginning of SQLite's code: what is wrong with a file, and what to do. */
const fileFaults: readonly (readonly [code: string, fault: string, advice: string])[] = [
  ['SQLITE_NOTADB', 'it is not a database', `Set DATA_DIR to another folder, or s${restoreAdvice.slice(1)}`],
  ['SQLITE_CORRUPT', 'it is damaged', restoreAdvice],
  ['SQLITE_FULL', 'there is no space left', 'Free some space; what was written before is safe'],
  ['SQLITE_READONLY', 'it may not be written', accessAdvice],
  ['SQLITE_CANTOPEN', 'it cannot be opened', accessAdvice],
  ['SQLITE_PERM', 'it may not be opened', accessAdvice],
  ['SQLITE_BUSY', 'another process has been writing for long', 'Try again when it is done'],
  ['SQLITE_IOERR', 'reading or writing failed', 'Check the disk and its free space; what was written before is safe'],
  ['SQLITE_', '', '"verbatim doctor" checks the store'],
];

/** What there is to say of a database in a file that has failed. */
export function describeFileFailure(file: string, error: unknown): ErrorFields {
  // The client has no code for this one.
  const known = messageOf(error).includes('Unable to open connection') ? 'SQLITE_CANTOPEN' : codeOf(error);
  const found = fileFaults.find(([code]) => known.startsWith(code));
  return {
    problem: 'The store "{subject}" cannot be used',
    subject: file,
    detail: found?.[1] || messageOf(error),
    advice: found?.[2] ?? 'Set DATA_DIR to a folder that you can write to, with free space',
  };
}

/** What there is to say of a database on a server; `secrets` are left out of it. */
export function describeServerFailure(host: string, error: unknown, secrets: readonly string[]): ErrorFields {
  const [fault, advice] = explainServerFailure(error);
  return {
    problem: 'The store at DATABASE_URL ({subject}) cannot be used',
    subject: host,
    detail: secrets.reduce((text, secret) => text.replaceAll(secret, '…'), fault),
    advice,
  };
}

function explainServerFailure(error: unknown): readonly [fault: string, advice: string] {
  const message = messageOf(error);
  if (/HTTP status 40[13]/.test(message)) return ['the server refuses the token', 'Check DATABASE_AUTH_TOKEN'];
  const codes = codesOf(error);
  if (codes.includes('TimeoutError')) return ['the server gave no answer in time', 'Check the server and the network'];
  if (isUnsent(error) || isUnanswered(error)) {
    const code = codes.find((each) => /^E[A-Z]|^UND_ERR/.test(each));
    const detail = code === undefined ? message : code;
    return [`the server cannot be reached (${detail})`, 'Check the address, the server and the network'];
  }
  return [message, 'Check the address, the server and DATABASE_AUTH_TOKEN'];
}

/** The fields in the words of whoever has named the place by an option instead of the settings. */
export function tellOption(fields: ErrorFields, option: string | undefined): ErrorFields {
  if (option === undefined) return fields;
  const rename = (text = ''): string =>
    text
      .replace(/Set DATA_DIR to (another|a) folder/, `Give ${option} a file in $1 folder`)
      .replace(/DATABASE_URL|DATA_DIR/g, option);
  return { ...fields, problem: rename(fields.problem), advice: rename(fields.advice) };
}

export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .replace(/^(?:[A-Z]+_[A-Z_]+: )+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
