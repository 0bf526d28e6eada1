import { findRow, type PlaceTable } from '../../core/collections/places.js';
import { nameCollection } from '../asking/choose-collections.js';
import type { StoreSettings } from '../settings.js';
import { readStoredPlaces } from '../store/store-tools.js';
import { pass, warn, type Finding } from './finding.js';

/** Looks which of the collections, given by name, any place asks; nothing where no server has set anything. */
export async function checkCollections(collections: readonly string[], settings: StoreSettings): Promise<Finding[]> {
  const table = await readStoredPlaces(settings).catch(() => null); // what is wrong with the store is told elsewhere
  if (!table || (table.rows.length === 0 && table.owners.size === 0)) return [];
  return [judgeCollections(collections, table)];
}

/** What there is to say of the collections that are, and of those that are set and gone. */
export function judgeCollections(collections: readonly string[], table: PlaceTable): Finding {
  const named = new Set(table.rows.flatMap((row) => row.collections));
  const unnamed = collections.filter((name) => !named.has(name));
  /** Whose server asks other texts, so that no place of it is left that asks all. */
  const unused = unnamed.filter((name) => {
    const serverId = table.owners.get(name) ?? null;
    return serverId !== null && findRow(table, { serverId, placeIds: [] }) !== null;
  });
  const rest = unnamed.filter((name) => !unused.includes(name));
  const gone = [...named].filter((name) => !collections.includes(name));
  const faults = [
    ...(unused.length > 0 ? [`no place asks ${list(unused)}`] : []),
    ...(gone.length > 0 ? [`set for a place, but not among the texts: ${list(gone)}`] : []),
  ];
  const more = rest.length > 0 ? [`asked only where nothing is set: ${list(rest)}`] : [];
  if (faults.length === 0) return pass('collections', [`${collections.length} in all`, ...more].join('; '));
  return warn(
    'collections',
    [...faults, ...more].join('; '),
    'Whoever manages the server can change that with /settings.',
  );
}

function list(names: readonly string[]): string {
  return names.map((name) => (name === '' ? nameCollection(name) : `"${name}"`)).join(', ');
}
