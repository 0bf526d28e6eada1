import type { Client } from 'discord.js';
import type { Brief } from '../../../../core/briefs/brief-store.js';
import { describeFailure } from '../../../failures.js';
import type { Services } from '../../../services.js';
import { isGone, listPins, readMessage, readPerson } from '../message/channel-calls.js';

/** A brief that is pinned at this moment. */
export interface OwnPin {
  readonly brief: Brief;
  readonly pinnedAtMs: number;
  /** Whether the bot has pinned it; what somebody has pinned by hand is not the bot's to unpin. */
  readonly isByBot: boolean;
  /** The user for whom the bot has pinned it; null where that cannot be read. */
  readonly userId: string | null;
}

/**
 * The bot's own briefs among a channel's pins, the latest first. What somebody has unpinned or deleted by hand is put
 * right in the store.
 */
export async function listOwnPins(client: Client<true>, services: Services, channelId: string): Promise<OwnPin[]> {
  const pins = await listPins(client, channelId);
  const briefs = await services.store.briefs.listInChannel(channelId);
  const found = pins.flatMap(({ message, pinnedAtMs }): OwnPin[] => {
    const brief = briefs.find(({ messageId }) => messageId === message.id);
    if (!brief || message.author.id !== client.user.id) return [];
    const isByBot = brief.pinnedAtMs !== null;
    return [{ brief, pinnedAtMs, isByBot, userId: isByBot ? readPerson(message) : null }];
  });
  const isListed = ({ id }: Brief): boolean => found.some((pin) => pin.brief.id === id);
  const unlisted: OwnPin[] = [];
  for (const brief of briefs) {
    if (brief.pinnedAtMs === null || isListed(brief) || !(await isStillPinned(client, services, brief))) continue;
    unlisted.push({ brief, pinnedAtMs: brief.pinnedAtMs, isByBot: true, userId: null });
  }
  return [...found, ...unlisted].sort((a, b) => b.pinnedAtMs - a.pinnedAtMs);
}

/** Looks at the message itself, for a list of pins is empty to whoever must not read the history. */
async function isStillPinned(client: Client<true>, { store, log }: Services, brief: Brief): Promise<boolean> {
  try {
    const { pinned } = await readMessage(client, brief);
    if (!pinned) await store.briefs.setPinned(brief.id, null);
    return pinned;
  } catch (error) {
    if (isGone(error)) await store.briefs.markGone(brief.id);
    else log.warn({ ...describeFailure(error), brief: brief.id }, 'brief could not be read');
    return !isGone(error);
  }
}
