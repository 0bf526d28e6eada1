import { readDatabaseUrl } from './database-url.js';
import type { SettingsReader } from './settings-reader.js';

/** The address of the server that `INDEX_ENGINE` says keeps the index; null for none. */
export function readIndexServer(reader: SettingsReader): string | null {
  const engine = reader.text('INDEX_ENGINE');
  if (engine === 'embedded') return null;
  if (engine !== 'postgres') reader.refuse('INDEX_ENGINE', 'embedded or postgres', `"${engine}"`);
  const url = readDatabaseUrl(reader);
  if (url !== null && /^postgres(?:ql)?:/i.test(url)) return url;
  reader.refuse('DATABASE_URL', 'a postgres:// address for INDEX_ENGINE=postgres', url === null ? 'none' : 'another');
  return null;
}
