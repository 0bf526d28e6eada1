import type { DatabaseAddress } from './database-address.js';
import type { Database } from './database.js';
import { openLibsqlDatabase } from './libsql-database.js';

/**
 * Opens a database of any kind; `onNotice` hears a line when a server is lost and when it is back. Throws `store-failed` with one line.
 * The client of a kind is loaded when one of that kind is opened.
 */
export async function openDatabase(address: DatabaseAddress, onNotice?: (notice: string) => void): Promise<Database> {
  if (address.kind !== 'postgres') return openLibsqlDatabase(address);
  const { openPostgresDatabase } = await import('./postgres-database.js');
  return openPostgresDatabase(address, onNotice);
}
