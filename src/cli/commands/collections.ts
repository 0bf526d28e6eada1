import { nameCollection } from '../../app/asking/choose-collections.js';
import { readSettings, readStoreSettings } from '../../app/settings.js';
import {
  giveCollection,
  listOwned,
  releaseCollection,
  type OwnedCollection,
} from '../../app/shelf/collection-owners.js';
import { visible } from '../terminal-style.js';

/** Prints a line for each collection: its sentences in the index, the server that it belongs to, and the places that ask it by name. */
export async function runCollections(): Promise<void> {
  for (const collection of await listOwned(ownerSettings())) print(describe(collection));
}

/** Gives a collection to a server alone. Throws `bad-input` for a name or an id that is none, and where it cannot be that server's. */
export async function runOwn(name: string, serverId: string): Promise<void> {
  print(describe(await giveCollection(ownerSettings(), name, serverId)));
}

/** Takes a collection from its server. Throws `bad-input` where it belongs to none. */
export async function runRelease(name: string): Promise<void> {
  const before = await releaseCollection(ownerSettings(), name);
  print(`${nameCollection(before.name)}: belongs to no server any more; before to server ${before.serverId ?? ''}`);
}

function ownerSettings() {
  return { ...readSettings(), ...readStoreSettings() };
}

function describe({ name, sentences, serverId, places }: OwnedCollection): string {
  const owner = serverId === null ? 'belongs to no server' : `belongs to server ${serverId}`;
  const asking = places.map((row) =>
    row.placeId === row.serverId ? `server ${row.serverId}` : `${row.placeId} (of server ${row.serverId})`,
  );
  const asked = asking.length === 0 ? 'asked by name nowhere' : `asked by name in ${asking.join(', ')}`;
  const count = `${sentences} ${sentences === 1 ? 'sentence' : 'sentences'}`;
  return `${nameCollection(name)}: ${count}; ${owner}; ${asked}`;
}

function print(line: string): void {
  process.stdout.write(`${visible(line)}\n`);
}
