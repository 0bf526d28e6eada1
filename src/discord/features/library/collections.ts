import { findRow, type PlaceTable } from '../../../core/collections/places.js';
import { heldByOthers } from '../../../app/shelf/collection-owners.js';
import { foldName, safeCollection } from '../../../app/shelf/file-names.js';
import type { LibraryTexts } from '../../texts/library-texts.js';
import type { Services } from '../../services.js';
import { collectionsShown, listSources, type Acting } from './sources.js';

const maxNameLength = 40;
const maxNamedPlaces = 4;

/** The collections that a server may ask: its own, and those that belong to no server; by name, that without a name left out. */
export async function listOwnCollections(acting: Acting): Promise<string[]> {
  const { library, store } = acting.services;
  const isShown = await collectionsShown(acting);
  const { owners } = await store.places.read();
  const added = (await listSources(acting)).map(({ collection }) => collection);
  const all = new Set([...owners.keys(), ...added, ...(library.current?.collections ?? [])]);
  return [...all].filter((name) => name !== '' && isShown(name)).sort((a, b) => a.localeCompare(b));
}

/** The collections that a server may add to: those that are its own. */
export function listFillable({ owners }: PlaceTable, serverId: string): string[] {
  return [...owners].filter(([, owner]) => owner === serverId).map(([name]) => name);
}

/**
 * The collection to put something in, which from then on belongs to the server alone. Null where it belongs to another one, or to none and
 * holds texts already: those are the operator's, and on all servers. Names that differ in capitals only may be one folder.
 */
export async function claimCollection(
  wanted: string,
  serverId: string,
  { store, shelf }: Pick<Services, 'store' | 'shelf'>,
): Promise<string | null> {
  const name = safeCollection(wanted);
  if (name === null || name === '') return null;
  const isSame = (other: string): boolean => foldName(other) === foldName(name);
  const { owners } = await store.places.read();
  for (const [known, owner] of owners) if (isSame(known)) return owner === serverId ? known : null;
  const isHeld = await heldByOthers(shelf, serverId);
  return !isHeld(name) && (await store.places.own(name, serverId)) ? name : null;
}

/** Where something goes that no collection is named for: what the place asks, else the server's only one, else one of its name. */
export function suggestCollection(
  table: PlaceTable,
  server: { readonly id: string; readonly name: string; readonly placeIds: readonly string[] },
): string[] {
  const own = listFillable(table, server.id);
  const row = findRow(table, { serverId: server.id, placeIds: server.placeIds });
  const asked = row?.collections.filter((name) => own.includes(name)) ?? [];
  if (asked.length === 1) return asked;
  if (own.length === 1) return own;
  const plain = server.name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, maxNameLength)
    .replace(/^-+|-+$/g, '');
  const name = plain || 'server';
  return [name, `${name}-${server.id.slice(-6)}`];
}

/** In which channels of a server a collection is asked, in a few words of Markdown. */
export function describePlaces(
  collection: string,
  serverId: string,
  { rows, owners }: PlaceTable,
  own: LibraryTexts,
): string {
  if ((owners.get(collection) ?? serverId) !== serverId) return own.askedByOthers;
  const here = rows.filter((row) => row.serverId === serverId);
  const ofServer = here.find(({ placeId }) => placeId === serverId);
  const isAskedElsewhere = ofServer?.collections.includes(collection) ?? true;
  const others = here.filter((row) => row !== ofServer && row.collections.includes(collection) !== isAskedElsewhere);
  const named = others.slice(0, maxNamedPlaces).map(({ placeId }) => `<#${placeId}>`);
  const places = [...named, ...(others.length > named.length ? ['…'] : [])].join(', ');
  if (others.length === 0) return isAskedElsewhere ? own.askedEverywhere : own.askedNowhere;
  return isAskedElsewhere ? own.askedBut(places) : own.askedIn(places);
}
