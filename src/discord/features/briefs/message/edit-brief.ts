import type { Client } from 'discord.js';
import { withholdQuotes } from '../../../../core/briefs/withhold-quotes.js';
import type { CollectionScope } from '../../../../core/collections/collection.js';
import type { QuoteMark } from '../../../../core/briefs/brief-marks.js';
import type { Brief } from '../../../../core/briefs/brief-store.js';
import { findLacking, neededToWrite } from '../../../request/admission.js';
import { channelsOf, locateChannel, patientlyMs, scopeOf } from '../../../request/asking-place.js';
import type { Request } from '../../../request/request.js';
import type { Services } from '../../../services.js';
import { editMessage, isOutOfReach, readGuildOf, readMessage, readPerson } from './channel-calls.js';
import { communityTexts, renderPosted } from './posted-card.js';

interface Appearance {
  readonly marks: readonly QuoteMark[];
  /** Link to the brief that has replaced it; null for none. */
  readonly replacedBy: string | null;
  readonly isPinned: boolean;
  /** Who is named at the bottom, null for nobody; left out: who is named there now. */
  readonly userId?: string | null;
}

/** Makes a brief's message look like this. Throws what Discord refuses. */
export async function showBrief(
  client: Client<true>,
  services: Services,
  brief: Brief,
  { userId, ...appearance }: Appearance,
): Promise<void> {
  const person = userId === undefined ? await readNamedPerson(client, brief) : userId;
  const canRebuild = appearance.marks.length > 0 && (await findModeratorChannel(client, services, brief)) === null;
  const shown = await hideFrom(brief.channelId, client, services, brief);
  await editMessage(client, brief, renderPosted({ ...shown, ...appearance, userId: person, canRebuild }));
}

/** The brief without what is not asked in a channel, by what is set now. */
export async function hideFrom(channelId: string, client: Client, services: Services, brief: Brief): Promise<Brief> {
  const scope = await scopeOfBrief(client, services, { ...brief, channelId });
  const { withheld } = communityTexts(brief.content).briefTexts;
  return { ...brief, content: withholdQuotes(brief.content, scope, withheld) };
}

/** What is asked in the channel of a brief or draft, as it is set now. */
export async function scopeOfBrief(
  client: Client,
  services: Pick<Services, 'places'>,
  { guildId, channelId }: Pick<Brief, 'guildId' | 'channelId'>,
): Promise<CollectionScope> {
  return scopeOf({ guildId, ...(await locateChannel(client, channelId, null, patientlyMs)) }, services);
}

/** Who is named at the bottom of a brief's message; null for nobody, and where the bot must not read the history. */
export async function readNamedPerson(client: Client, brief: Brief): Promise<string | null> {
  try {
    return readPerson(await readMessage(client, brief));
  } catch (error) {
    if (isOutOfReach(error)) return null;
    throw error;
  }
}

/** The channel in which the moderators of the brief's guild are told; null where there is none that the bot may write in. */
export async function findModeratorChannel(
  client: Client<true>,
  services: Services,
  { guildId }: Pick<Brief, 'guildId'>,
): Promise<string | null> {
  const { moderatorChannel } = channelsOf(guildId, services);
  if (moderatorChannel === null) return null;
  if (isSilencedIn(client, moderatorChannel)) return null;
  return (await readGuildOf(client, moderatorChannel)) === guildId ? moderatorChannel : null;
}

/** Whether the bot is known not to write in a channel; nothing is known of one of another shard's. */
function isSilencedIn({ channels, user }: Client<true>, channelId: string): boolean {
  const channel = channels.cache.get(channelId);
  if (!channel || channel.isDMBased()) return false;
  const held = channel.permissionsFor(user);
  return held !== null && findLacking(held, neededToWrite(channel.isThread())).length > 0;
}

/** A brief of the guild in which it is asked for; null for one that is not known there. */
export async function findBriefHere({ place, services }: Request<unknown>, id: string): Promise<Brief | null> {
  const brief = await services.store.briefs.findBrief(id);
  return brief?.guildId === place.guildId ? brief : null;
}
