import type { Client } from 'discord.js';
import type { Brief } from '../../../core/store/briefs.js';
import type { Services } from '../../services.js';
import { isGone, listPins, readMessage, readPerson } from './channel-calls.js';

/** A brief that is pinned at this moment. */
export interface OwnPin {
  readonly brief: Brief;
  readonly pinnedAtMs: number;
  /** The user named in the message; null where that cannot be read. */
  readonly userId: string | null;
}

/**
 * The bot's own briefs among a channel's pins, the latest first. What somebody has pinned, unpinned or deleted by hand is
 * put right in the store.
 */
export async function listOwnPins(client: Client<true>, { store }: Services, channelId: string): Promise<OwnPin[]> {
  const pins = await listPins(client, channelId);
  const briefs = await store.briefs.listInChannel(channelId);
  const found = pins.flatMap(({ message, pinnedAtMs }): OwnPin[] => {
    const brief = briefs.find(({ messageId }) => messageId === message.id);
    return brief && message.author.id === client.user.id ? [{ brief, pinnedAtMs, userId: readPerson(message) }] : [];
  });
  for (const { brief, pinnedAtMs } of found) {
    if (brief.pinnedAtMs === null) await store.briefs.setPinned(brief.id, pinnedAtMs);
  }
  const unpinned = briefs.filter(
    (brief) => brief.pinnedAtMs !== null && !found.some((pin) => pin.brief.id === brief.id),
  );
  for (const brief of unpinned) {
    await store.briefs.setPinned(brief.id, null);
    const isDeleted = await readMessage(client, brief).then(() => false, isGone);
    if (isDeleted) await store.briefs.markGone(brief.id);
  }
  return found;
}
