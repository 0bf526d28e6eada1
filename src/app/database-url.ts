import type { SettingsReader } from './settings-reader.js';

const schemes = /^(?:libsql|https?|wss?|postgres(?:ql)?):\/\//i;
const sslModes = ['disable', 'require', 'verify-ca', 'verify-full'];

/** Whether a text is the address of a server that can hold the store. */
export function isStoreUrl(text: string): boolean {
  return schemes.test(text) && URL.canParse(text);
}

/** Reads the address of the store's server; null where it is a file. What is wrong is never shown: it may hold a password. */
export function readDatabaseUrl(reader: SettingsReader): string | null {
  const given = reader.text('DATABASE_URL');
  if (given === '') return null;
  if (!isStoreUrl(given)) {
    const expected = 'the address of a server: PostgreSQL (postgres://) or libSQL (libsql://, https:// or http://)';
    reader.refuse('DATABASE_URL', expected, 'something else');
    return given;
  }
  const mode = new URL(given).searchParams.get('sslmode');
  if (mode !== null && !sslModes.includes(mode)) {
    reader.refuse('DATABASE_URL', `sslmode as one of ${sslModes.join(', ')}`, 'another');
  }
  return given;
}
