import type { CollectionScope } from './collection.js';

/** Where something is asked. */
export interface AskingPlace {
  /** Null for a direct message. */
  readonly serverId: string | null;
  /** The places in it, the most specific first: a thread, its channel, the channel's category. */
  readonly placeIds: readonly string[];
}

/** What is set for one place. */
export interface PlaceRow {
  readonly serverId: string;
  /** Of a thread, a channel or a category; the server's own id for all of it. */
  readonly placeId: string;
  /** By name. Those that are no more count as well: a place is never given others because its own are gone. */
  readonly collections: readonly string[];
}

/** What a server has set for itself; what is left out is as the environment says. */
export interface ServerSettings {
  /** The channel that tells its moderators; null for none. */
  readonly moderatorChannel?: string | null;
  /** The channels in which questions are answered; none means all. */
  readonly allowedChannels?: readonly string[];
}

/** All that is set for places. */
export interface PlaceTable {
  readonly rows: readonly PlaceRow[];
  /** The server that a collection belongs to, by the collection's name: no other server is given it, nor direct messages. */
  readonly owners: ReadonlyMap<string, string>;
  /** By the server's id. */
  readonly servers: ReadonlyMap<string, ServerSettings>;
}

/** What a place asks: what is set for the most specific place, else all collections that belong to no other server. */
export function collectionsFor(table: PlaceTable, place: AskingPlace): CollectionScope {
  const foreign = [...table.owners].filter(([, owner]) => owner !== place.serverId).map(([name]) => name);
  const row = findRow(table, place);
  if (row) return { kind: 'only', names: row.collections.filter((name) => !foreign.includes(name)) };
  return { kind: 'all-but', names: foreign };
}

/** What is set for the most specific place for which anything is; null where nothing is. */
export function findRow({ rows }: PlaceTable, { serverId, placeIds }: AskingPlace): PlaceRow | null {
  if (serverId === null) return null;
  for (const id of [...placeIds, serverId]) {
    const row = rows.find((each) => each.serverId === serverId && each.placeId === id);
    if (row) return row;
  }
  return null;
}

/** What servers have set: which collections their places ask, which collections are theirs alone, and their channels. */
export interface Places {
  /** All of it, as it is at one moment. */
  read(): Promise<PlaceTable>;
  /**
   * Sets what a place of a server asks; null for what the next larger place does. False, and nothing is set, where one of the collections
   * belongs to another server.
   */
  set(serverId: string, placeId: string, collections: readonly string[] | null): Promise<boolean>;
  /**
   * Gives a collection to a server alone. False where it belongs to another server, or a place of another server asks it by name; true
   * where it has belonged to this one before.
   */
  own(collection: string, serverId: string): Promise<boolean>;
  /** Gives back a collection that belongs to a server: all may ask it then. */
  disown(collection: string, serverId: string): Promise<void>;
  /** Puts other settings in the place of all that a server has set for its channels. */
  configure(serverId: string, settings: ServerSettings): Promise<void>;
}
