import { existsSync } from 'node:fs';
import { openDatabase } from '../../adapters/store/libsql-database.js';
import { readSchemaShape } from '../../adapters/store/schema-shape.js';
import { readPlaces } from '../../adapters/store/sql-places.js';
import type { PlaceTable } from '../../core/collections/places.js';
import type { StoreSettings } from '../settings.js';
import { addressOf } from './open-store.js';

/** What servers have set, for a program that has no store of its own; null where there is no store, or one of an earlier version. */
export async function readStoredPlaces(settings: StoreSettings): Promise<PlaceTable | null> {
  const address = addressOf(settings);
  if (address.kind === 'file' && !existsSync(address.file)) return null;
  const database = await openDatabase(address);
  try {
    const { tables } = await readSchemaShape(database);
    return tables.some(({ name }) => name === 'server_settings') ? await readPlaces(database) : null;
  } finally {
    database.close();
  }
}
