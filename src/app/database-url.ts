import type { SettingsReader } from './settings-reader.js';

const schemes = /^(?:libsql|https?|wss?|postgres(?:ql)?):\/\//i;
const sslModes = ['disable', 'require', 'verify-ca', 'verify-full'];

/** What is expected of the address of a server that can hold the store, and is not so; null where all is well. */
export function findUrlFault(text: string): { readonly expected: string; readonly actual: string } | null {
  if (!schemes.test(text) || !URL.canParse(text)) {
    const expected = 'the address of a server: PostgreSQL (postgres://) or libSQL (libsql://, https:// or http://)';
    return { expected, actual: 'something else' };
  }
  const mode = new URL(text).searchParams.get('sslmode');
  if (mode === null || sslModes.includes(mode)) return null;
  return { expected: `sslmode as one of ${sslModes.join(', ')}`, actual: 'another' };
}

/** Reads the address of the store's server; null where it is a file. What is wrong is never shown: it may hold a password. */
export function readDatabaseUrl(reader: SettingsReader): string | null {
  const given = reader.text('DATABASE_URL');
  if (given === '') return null;
  const fault = findUrlFault(given);
  if (fault) reader.refuse('DATABASE_URL', fault.expected, fault.actual);
  return given;
}
