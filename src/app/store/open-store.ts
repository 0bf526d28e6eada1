import path from 'node:path';
import type { Store } from '../../core/store/store.js';
import type { StoreSettings } from '../settings.js';

const fileName = 'verbatim.db';

/** Opens what the bot remembers. Throws `store-failed` or `store-newer` with one line for the admin. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const { openStore: openSqlStore } = await import('../../adapters/store/sql-store.js'); // a native module
  return openSqlStore(addressOf(settings));
}

export function addressOf({ dataDir, databaseUrl, databaseAuthToken }: StoreSettings) {
  return databaseUrl === null
    ? ({ kind: 'file', file: path.join(dataDir, fileName) } as const)
    : ({ kind: 'server', url: databaseUrl, authToken: databaseAuthToken } as const);
}
