import { createHash } from 'node:crypto';
import type { Message, MessageComponentInteraction } from 'discord.js';
import { addLine, renderNotice, type Card } from '../../cards/card.js';
import type { ActionFields } from '../../custom-ids/custom-id.js';
import type { ShownReference } from '../../custom-ids/fields.js';
import { toBody } from '../../delivery/body.js';
import { retryCall } from '../../failures.js';
import { renderLeft } from '../../quotes/locate-quote.js';
import { readAnsweredQuestion } from '../../questions/question-line.js';
import { listShownQuotes, readActions } from '../../quotes/shown-quotes.js';
import { findLacking, neededToWrite } from '../../request/admission.js';
import type { Outcome } from '../../request/feature.js';
import { openIndex, type Request } from '../../request/request.js';
import { composeAnswer } from './answer-question.js';

type Press = Request<MessageComponentInteraction>;

const pausesMs = [300, 700, 1_500];
const nonceLength = 24;

/** Why an answer is not shared, or null: it belongs to whoever asked, who has to be allowed to write here, as has the bot. */
export function refuseSharing({ source, place, texts }: Press, { userId }: ActionFields<'share'>): string | null {
  if (place.userId !== userId) return texts.onlyAskerShares;
  const needed = neededToWrite(source.channel?.isThread() === true);
  if (findLacking(source.memberPermissions, [needed[1]]).length > 0) return texts.mayNotWrite;
  const lacking = findLacking(source.appPermissions, needed);
  return lacking.length > 0 ? texts.cannotShare(`<#${place.channelId}>`, lacking) : null;
}

/**
 * Gives the answer once more, to everybody, and says whose it is, unless the texts have changed so that there is none; where its quotes are
 * not those that were seen privately, it says so. Pressed again soon, Discord takes it for the same message.
 */
export async function shareAnswer(request: Press, fields: ActionFields<'share'>): Promise<Card | Outcome> {
  const { source, texts } = request;
  const question = readAnsweredQuestion(source.message);
  const channel = source.channel ?? (await source.client.channels.fetch(source.channelId));
  if (question === null || channel?.isSendable() !== true) return renderNotice(texts.unknownAction);
  const { lane, documentId, userId, messageId } = fields;
  const index = await openIndex(request);
  if (documentId !== null && !index.findListed(documentId)) return renderLeft(documentId, index, texts);
  const asked = { text: question, lane, documentId, understood: null, notes: [texts.sharedBy(`<@${userId}>`)] };
  const { card: composed, answer } = await composeAnswer(asked, index, request);
  if (answer.status !== 'answered' && answer.related.length === 0) return renderNotice(texts.nothingToShare);
  // The texts may have changed since, and a busy bot reads less: what differs from what was seen is said to.
  const seen = readActions(source.message).find((action) => action.name === 'label:of')?.fields.shown ?? [];
  const isSeen = nameQuotes(listShownQuotes(composed.components)) === nameQuotes(seen);
  const card = isSeen ? composed : addLine(composed, texts.sharedChanged);
  const nonce = createHash('sha256')
    .update(`share ${messageId} ${index.manifest.version} ${question}`)
    .digest('hex')
    .slice(0, nonceLength);
  const sent = await retryCall<Message>(() => channel.send({ ...toBody(card), nonce, enforceNonce: true }), pausesMs);
  return { card: renderNotice(texts.shared(sent.url), 'good'), facts: { outcome: 'shared' } };
}

/** Which words of which document are shown as what, wherever they stand by now. */
function nameQuotes(shown: readonly ShownReference[]): string {
  return shown.map(({ quote: { documentId, mark }, lane }) => `${documentId} ${mark} ${lane ?? ''}`).join('; ');
}
