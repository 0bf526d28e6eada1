import type { Channel, Client } from 'discord.js';
import type { CollectionScope } from '../../core/collections/collection.js';
import { collectionsFor, findRow, type AskingPlace, type ServerSettings } from '../../core/collections/places.js';
import type { OpenIndex } from '../../app/asking/open-index.js';
import { withinTime } from '../../app/within-time.js';
import type { Services } from '../services.js';

/** What is known of a channel's place without asking Discord is known at once; else it is asked for, for this long. */
const fetchWithinMs = 700;
/** The same where nobody waits who has to be answered within seconds. */
export const patientlyMs = 20_000;

/** Where and by whom something is asked. */
export interface Place {
  readonly userId: string;
  readonly guildId: string | null;
  readonly channelId: string;
  /** The channel that a thread belongs to. */
  readonly parentId: string | null;
  /** The category that the channel lies in; left out where that is not known. */
  readonly categoryId?: string | null;
}

type ChannelPlace = Pick<Place, 'channelId' | 'parentId' | 'categoryId'>;
type Placed = Pick<Place, 'guildId' | 'channelId' | 'parentId' | 'categoryId'>;

/** Where a channel lies: in a category, or as a thread in a channel; what cannot be found out is left out. */
export async function locateChannel(
  client: Client,
  channelId: string,
  known: Channel | null = null,
  withinMs = fetchWithinMs,
): Promise<ChannelPlace> {
  const find = async (id: string): Promise<Channel | null> => {
    const cached = client.channels.cache.get(id);
    if (cached) return cached;
    const fetching = client.channels.fetch(id, { allowUnknownGuild: true }).catch(() => null);
    return withinTime(fetching, withinMs, null);
  };
  const channel = known ?? (channelId === '' ? null : await find(channelId));
  if (!channel) return { channelId, parentId: null };
  if (!channel.isThread()) return { channelId, parentId: null, categoryId: parentOf(channel) };
  const { parentId } = channel;
  const parent = channel.parent ?? (parentId === null ? null : await find(parentId));
  return { channelId, parentId, ...(parent && { categoryId: parentOf(parent) }) };
}

function parentOf(channel: Channel): string | null {
  return 'parentId' in channel ? channel.parentId : null;
}

/** The ids of a place in its server, the most specific first. */
export function placeIdsOf({ channelId, parentId, categoryId = null }: Placed): string[] {
  return [channelId, parentId, categoryId].filter((id) => id !== null);
}

function toAskingPlace(place: Placed): AskingPlace {
  return { serverId: place.guildId, placeIds: placeIdsOf(place) };
}

/**
 * What is asked in a place, by what is set now. Where it is not known in which category it lies, and categories or channels of the server
 * ask something of their own, nothing is.
 */
export function scopeOf(place: Placed, { places }: Pick<Services, 'places'>): CollectionScope {
  const table = places.current;
  const asking = toAskingPlace(place);
  const { guildId, categoryId } = place;
  const isUnsure = guildId !== null && categoryId === undefined && rowIdOf(place, { places }) === null;
  const hasOwn = table.rows.some(({ serverId, placeId }) => serverId === guildId && placeId !== guildId);
  return isUnsure && hasOwn ? { kind: 'only', names: [] } : collectionsFor(table, asking);
}

/** The id of the thread, channel or category for which it is set what a place asks; null where that is its server's affair. */
export function rowIdOf(place: Placed, { places }: Pick<Services, 'places'>): string | null {
  const row = findRow(places.current, toAskingPlace(place));
  return row && row.placeId !== place.guildId ? row.placeId : null;
}

/** The part of an index that a place asks. */
export function viewFor(place: Placed, index: OpenIndex, services: Pick<Services, 'places'>): Promise<OpenIndex> {
  return index.within(scopeOf(place, services));
}

/** The part of the index in use that a place asks, as far as there is one. */
export async function viewNow(
  place: Placed,
  services: Pick<Services, 'places' | 'library'>,
): Promise<OpenIndex | null> {
  const { current } = services.library;
  return current && viewFor(place, current, services);
}

/** The channels of a server: what it has set, else what the environment says. */
export function channelsOf(
  guildId: string | null,
  { places, settings }: Pick<Services, 'places' | 'settings'>,
): Required<ServerSettings> {
  const { moderatorChannel, allowedChannels } = settings;
  const own = guildId === null ? undefined : places.current.servers.get(guildId);
  return { moderatorChannel, allowedChannels, ...own };
}
