import path from 'node:path';
import { openStore as openSqlStore } from '../adapters/store/sql-store.js';
import type { Store } from '../core/store/store.js';
import type { StoreSettings } from './store-settings.js';

const fileName = 'verbatim.db';

/** Opens what the bot remembers. Throws `store-failed` or `store-newer` with one line for the admin. */
export function openStore(settings: StoreSettings): Promise<Store> {
  return openSqlStore(addressOf(settings));
}

export function addressOf({ dataDir, databaseUrl, databaseAuthToken }: StoreSettings) {
  return databaseUrl === null
    ? ({ kind: 'file', file: path.join(dataDir, fileName) } as const)
    : ({ kind: 'server', url: databaseUrl, authToken: databaseAuthToken } as const);
}
