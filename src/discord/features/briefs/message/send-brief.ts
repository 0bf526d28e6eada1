import type { Client } from 'discord.js';
import { finishDraft, writeTopicKey } from '../../../../core/briefs/brief-content.js';
import type { Brief, BriefDraft } from '../../../../core/briefs/brief-store.js';
import { describeFailure } from '../../../failures.js';
import type { Services } from '../../../services.js';
import { findBriefMessage, isGone, isOutOfReach, sendCard } from './channel-calls.js';
import { renderPosted } from './posted-card.js';
import { showBrief } from './edit-brief.js';

/** Longer than posting and pinning take unless Discord hangs. */
export const draftLeaseMs = 15_000;

/** Who posts, and whether it is to be pinned as well. */
interface Sender {
  readonly userId: string;
  readonly isPinned: boolean;
}

/**
 * Posts a draft that this process has claimed. After an earlier attempt whose end nobody knows, the message that it may
 * have left is taken instead of a second one. Throws what Discord refuses; then nothing was posted.
 */
export async function sendDraft(
  client: Client<true>,
  services: Services,
  draft: BriefDraft & { readonly attempts: number },
  { userId, isPinned }: Sender,
): Promise<Brief> {
  const { id, channelId } = draft;
  const content = finishDraft(draft.content);
  const left = draft.attempts > 1 ? await findBriefMessage(client, channelId, id).catch(() => null) : null;
  const card = renderPosted({
    id,
    content,
    postedAtMs: Date.now(),
    userId,
    isPinned,
    marks: [],
    replacedBy: null,
    canRebuild: false,
  });
  const messageId = left ?? (await sendCard(client, channelId, card, `brief:${id}`));
  return keepBrief(services, draft, messageId);
}

/** Finds messages of drafts that were being posted when their process was ended. */
export async function adoptDrafts(client: Client<true>, services: Services): Promise<void> {
  const { store, log, recheck } = services;
  for (const draft of await store.briefs.listClaimedDrafts()) {
    if (!draft.isAbandoned) {
      setTimeout(recheck, draftLeaseMs).unref(); // whoever has it may never come back
      continue;
    }
    try {
      const messageId = await findBriefMessage(client, draft.channelId, draft.id);
      if (messageId !== null) {
        const brief = await keepBrief(services, draft, messageId);
        // It may say that it is pinned, which it was going to be.
        await showBrief(client, services, brief, { marks: [], replacedBy: null, isPinned: false });
      }
    } catch (error) {
      log.warn({ ...describeFailure(error), brief: draft.id }, 'channel of a draft could not be read');
      if (!isGone(error) && !isOutOfReach(error)) continue; // tried again next time
    }
    await store.briefs.releaseDraft(draft.id);
  }
}

async function keepBrief({ store }: Services, draft: BriefDraft, messageId: string): Promise<Brief> {
  const { id, guildId, channelId, person } = draft;
  const content = finishDraft(draft.content);
  const topicKey = writeTopicKey(content);
  await store.briefs.addBrief({ id, guildId, channelId, messageId, person, topicKey, content });
  const brief = await store.briefs.findBrief(id);
  if (!brief) throw new Error('the brief was not kept');
  return brief;
}
