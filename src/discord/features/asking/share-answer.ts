import { createHash } from 'node:crypto';
import { PermissionFlagsBits, type Message, type MessageComponentInteraction } from 'discord.js';
import { renderNotice, type Card } from '../../cards/card.js';
import type { ActionFields } from '../../custom-ids/custom-id.js';
import { toBody } from '../../delivery/body.js';
import { retryCall } from '../../failures.js';
import { readAnsweredQuestion } from '../../questions/question-line.js';
import type { Outcome } from '../../request/feature.js';
import { openIndex, type Request } from '../../request/request.js';
import { composeAnswer } from './answer-question.js';

type Press = Request<MessageComponentInteraction>;

const pausesMs = [300, 700, 1_500];
const nonceLength = 24;

/** Why an answer is not shared, or null: it belongs to whoever asked, who has to be allowed to write here, as has the bot. */
export function refuseSharing({ source, place, texts }: Press, { userId }: ActionFields<'share'>): string | null {
  if (place.userId !== userId) return texts.onlyAskerShares;
  const isThread = source.channel?.isThread() === true;
  const needed = isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  if (source.memberPermissions?.has(needed) !== true) return texts.mayNotWrite;
  if (source.appPermissions.has([needed, PermissionFlagsBits.ViewChannel])) return null;
  return texts.cannotWrite(`<#${place.channelId}>`, isThread ? '**Send Messages in Threads**' : '**Send Messages**');
}

/**
 * Gives the answer once more, to everybody, and says whose it is, unless the texts have changed so that there is none. Pressed again
 * soon, Discord takes it for the same message.
 */
export async function shareAnswer(request: Press, fields: ActionFields<'share'>): Promise<Card | Outcome> {
  const { source, texts } = request;
  const question = readAnsweredQuestion(source.message);
  const channel = source.channel ?? (await source.client.channels.fetch(source.channelId));
  if (question === null || channel?.isSendable() !== true) return renderNotice(texts.unknownAction);
  const { lane, documentId, userId, messageId } = fields;
  const index = await openIndex(request);
  if (documentId !== null && !index.findDocument(documentId)) return renderNotice(texts.documentGone);
  const asked = { text: question, lane, documentId, understood: null, notes: [texts.sharedBy(`<@${userId}>`)] };
  const { card, answer } = await composeAnswer(asked, index, request);
  if (answer.status !== 'answered' && answer.related.length === 0) return renderNotice(texts.nothingToShare);
  const nonce = createHash('sha256')
    .update(`share ${messageId} ${index.manifest.version} ${question}`)
    .digest('hex')
    .slice(0, nonceLength);
  const sent = await retryCall<Message>(() => channel.send({ ...toBody(card), nonce, enforceNonce: true }), pausesMs);
  return { card: renderNotice(texts.shared(sent.url), 'good'), facts: { outcome: 'shared' } };
}
