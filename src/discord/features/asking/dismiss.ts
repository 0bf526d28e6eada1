import { Routes, type MessageComponentInteraction } from 'discord.js';
import { renderNotice, type Card } from '../../cards/card.js';
import type { ActionFields } from '../../custom-ids/custom-id.js';
import { codeOf, describeFailure, discordCodes, retryCall } from '../../failures.js';
import type { Outcome } from '../../request/feature.js';
import type { Request } from '../../request/request.js';

type Press = Request<MessageComponentInteraction>;

const pausesMs = [300, 700, 1_500, 3_000, 6_000];

/** What is said to others than the one who asked, everybody in a direct channel, and whoever may delete messages; null for these. */
export function refuseDismissal(
  { place, isByModerator, texts }: Press,
  { userId }: ActionFields<'dismiss'>,
): string | null {
  return place.userId === userId || place.guildId === null || isByModerator ? null : texts.onlyAskerDismisses;
}

/** Takes the answer away, and the menu that it was done in; what cannot be deleted is emptied at least. */
export async function dismiss(
  { source, texts, log }: Press,
  { messageId }: ActionFields<'dismiss'>,
): Promise<Card | Outcome> {
  try {
    if (messageId !== null) await retryCall(() => removeMessage(source, messageId), pausesMs);
    await retryCall(() => source.deleteReply(), pausesMs);
    return { card: null, facts: { outcome: 'dismissed' } };
  } catch (error) {
    // Of two presses at the same moment the second one finds nothing left, and is told what has been done.
    if (codeOf(error) !== discordCodes.unknownMessage) log.warn(describeFailure(error), 'message could not be deleted');
    return renderNotice(texts.dismissed);
  }
}

/** Removes the answer that a menu belongs to; one that is gone already is as good as removed. */
async function removeMessage({ client, channelId }: MessageComponentInteraction, messageId: string): Promise<void> {
  try {
    await client.rest.delete(Routes.channelMessage(channelId, messageId));
  } catch (error) {
    if (codeOf(error) !== discordCodes.unknownMessage) throw error;
  }
}
