import { listSourceFiles } from '../../adapters/corpus/corpus-folder.js';
import { collectionOf, listCollections } from '../../core/collections/collection.js';
import type { PlaceRow, PlaceTable } from '../../core/collections/places.js';
import { VerbatimError } from '../../core/errors.js';
import { chooseCollections, nameCollection } from '../asking/choose-collections.js';
import { listIndexed } from '../indexing/list-indexed.js';
import type { Settings, StoreSettings } from '../settings.js';
import { openStore } from '../store/open-store.js';
import { readStoredPlaces } from '../store/store-tools.js';
import { foldName } from './file-names.js';
import type { Shelf } from './shelf.js';

/** A collection, the server that it belongs to, and the places that ask it by name. */
export interface OwnedCollection {
  readonly name: string;
  /** Of its texts that are in the index. */
  readonly sentences: number;
  /** Null where it belongs to none. */
  readonly serverId: string | null;
  readonly places: readonly PlaceRow[];
}

type OwnerSettings = Pick<Settings, 'corpusDir' | 'indexDir' | 'indexServer'> & StoreSettings;

/**
 * Tells of collections whether others than a server have put something into them: the operator, somebody by hand, or another server.
 * Such a collection no member of the server may claim for it, nor give back to all; nor those texts that lie in no folder.
 */
export async function heldByOthers(
  shelf: Pick<Shelf, 'list'>,
  serverId: string,
): Promise<(collection: string) => boolean> {
  const others = (await shelf.list({ kind: 'operator' })).filter((source) => source.serverId !== serverId);
  const names = new Set(others.map(({ collection }) => foldName(collection)));
  return (collection) => collection === '' || names.has(foldName(collection));
}

/** All collections, by name, those too that only a server has set. Writes nothing. */
export async function listOwned(settings: OwnerSettings): Promise<OwnedCollection[]> {
  const nothing: PlaceTable = { rows: [], owners: new Map(), servers: new Map() };
  return describe(settings, (await readStoredPlaces(settings)) ?? nothing);
}

/** Gives a collection to a server alone, whoever has put texts into it. Throws `bad-input` where that cannot be. */
export function giveCollection(settings: OwnerSettings, name: string, serverId: string): Promise<OwnedCollection> {
  if (!/^\d{17,20}$/.test(serverId)) {
    const advice = 'Give the number that "Copy Server ID" gives in Discord, of 17 to 20 digits';
    throw new VerbatimError('bad-input', { problem: '"{subject}" is no id of a server', subject: serverId, advice });
  }
  return withPlaces(settings, async (places) => {
    const found = await find(settings, await places.read(), name);
    if (!(await places.own(found.name, serverId))) throw refuse(found, serverId);
    return find(settings, await places.read(), name);
  });
}

/** Takes a collection from its server, so that all may ask it; gives it as it was before. Throws `bad-input` where it is no server's. */
export function releaseCollection(settings: OwnerSettings, name: string): Promise<OwnedCollection> {
  return withPlaces(settings, async (places) => {
    const found = await find(settings, await places.read(), name);
    if (found.serverId === null) {
      const problem = 'The collection "{subject}" belongs to no server';
      throw new VerbatimError('bad-input', { problem, subject: nameCollection(found.name) });
    }
    await places.disown(found.name, found.serverId);
    return found;
  });
}

type OpenPlaces = Awaited<ReturnType<typeof openStore>>['places'];

async function withPlaces<T>(settings: OwnerSettings, work: (places: OpenPlaces) => Promise<T>): Promise<T> {
  const store = await openStore(settings);
  try {
    return await work(store.places);
  } finally {
    store.close();
  }
}

async function find(settings: OwnerSettings, table: PlaceTable, name: string): Promise<OwnedCollection> {
  const all = await describe(settings, table);
  const { names } = chooseCollections(
    all.map((one) => one.name),
    [name],
  );
  const found = all.find((one) => names.includes(one.name));
  if (!found) throw new VerbatimError('bad-input', { problem: 'No collection is called "{subject}"', subject: name });
  return found;
}

async function describe(settings: OwnerSettings, table: PlaceTable): Promise<OwnedCollection[]> {
  const documents = await listIndexed(settings);
  const files = await listFiles(settings);
  const present = listCollections([...documents, ...files.map((path) => ({ path }))]);
  const names = new Set([...present, ...table.owners.keys(), ...table.rows.flatMap((row) => row.collections)]);
  return [...names]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => ({
      name,
      sentences: documents.reduce((sum, one) => sum + (collectionOf(one.path) === name ? one.sentences : 0), 0),
      serverId: table.owners.get(name) ?? null,
      places: table.rows.filter((row) => row.collections.includes(name)),
    }));
}

/** The files of the corpus folder, which need not be on this machine where the index is on a server. */
async function listFiles({ corpusDir, indexServer }: OwnerSettings): Promise<string[]> {
  const files = listSourceFiles(corpusDir, () => undefined);
  return indexServer === null ? files : files.catch(() => []);
}

function refuse({ name, serverId: owner, places }: OwnedCollection, serverId: string): VerbatimError {
  const others = new Set(places.filter((row) => row.serverId !== serverId).map((row) => row.serverId));
  const isOwned = owner !== null && owner !== serverId;
  return new VerbatimError('bad-input', {
    problem: isOwned
      ? `The collection "{subject}" belongs to server ${owner}`
      : `Places of another server ask the collection "{subject}" by name (${[...others].join(', ')})`,
    subject: nameCollection(name),
    advice: isOwned
      ? 'Take it from there first: verbatim collections release NAME'
      : 'Whoever manages that server can change that with /settings',
  });
}
