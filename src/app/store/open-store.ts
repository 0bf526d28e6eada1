import path from 'node:path';
import { isPostgresUrl, type DatabaseAddress } from '../../adapters/store/database-address.js';
import type { Processes } from '../../core/store/processes.js';
import type { Store } from '../../core/store/store.js';
import type { StoreSettings } from '../settings.js';

const fileName = 'verbatim.db';

/**
 * Opens what the bot remembers; `onNotice` hears a line when a server is lost and when it is back. Throws `store-failed` or `store-newer`
 * with one line for the admin.
 */
export async function openStore(settings: StoreSettings, onNotice?: (notice: string) => void): Promise<Store> {
  const { openStore: openSqlStore } = await import('../../adapters/store/sql-store.js'); // a native module
  return openSqlStore(addressOf(settings), onNotice);
}

/** How the processes of a bot share their work; null where the store is a file, which one process has for itself, or a libSQL server. */
export async function openProcesses(settings: StoreSettings): Promise<Processes | null> {
  const address = addressOf(settings);
  if (address.kind !== 'postgres') return null;
  const { openProcesses: openSqlProcesses } = await import('../../adapters/store/sql-store.js');
  return openSqlProcesses(address);
}

export function addressOf({ dataDir, databaseUrl, databaseAuthToken }: StoreSettings): DatabaseAddress {
  if (databaseUrl === null) return { kind: 'file', file: path.join(dataDir, fileName) };
  if (isPostgresUrl(databaseUrl)) return { kind: 'postgres', url: databaseUrl };
  return { kind: 'server', url: databaseUrl, authToken: databaseAuthToken };
}
