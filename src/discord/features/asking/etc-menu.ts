import { MessageFlags, type APIButtonComponent, type MessageComponentInteraction } from 'discord.js';
import { button, renderNotice, row, text, type Card } from '../../cards/card.js';
import { writeCustomId, type ActionFields } from '../../custom-ids/custom-id.js';
import { readAnsweredQuestion, writeQuestionLine } from '../../questions/question-line.js';
import { readActions, readShownQuotes } from '../../quotes/shown-quotes.js';
import { canHoldThread } from '../../request/command-parts.js';
import { reviewingGuildOf, type Request } from '../../request/request.js';
import { refuseDismissal } from './dismiss.js';
import type { Texts } from '../../texts/texts.js';

const maxButtonsInRow = 5;

/**
 * All else that can be done with an answer, for whoever has pressed alone: votes, a wrong label, a thread, sharing, removing. The question stands
 * on top and each button says which message it is about, since nothing is remembered and a private answer cannot be fetched.
 */
export function showMenu(
  request: Request<MessageComponentInteraction>,
  { userId, lane, documentId }: ActionFields<'etc'>,
): Promise<Card> {
  const { source, texts } = request;
  const { message, channel, guildId } = source;
  const question = readAnsweredQuestion(message);
  if (question === null) return Promise.resolve(renderNotice(texts.unknownAction));
  const messageId = message.id;
  const quotes = readShownQuotes(message).slice(0, 2);
  const tell = readActions(message).find((action) => action.name === 'miss:tell');
  const mark = tell ? undefined : quotes[0]?.quote.mark;
  const answer = mark === undefined ? null : { lane, documentId, mark };
  const isPrivate = message.flags.has(MessageFlags.Ephemeral);
  const label = texts.button;
  const votes = [
    button(writeCustomId('helpful', { messageId }), label.helpful, '👍'),
    button(writeCustomId('not-helpful', { answer, messageId }), label.notHelpful, '👎'),
  ];
  const others = [
    ...(quotes.length > 0 && reviewingGuildOf(request) !== null
      ? [button(writeCustomId('label:of', { shown: quotes }), label.wrongLabel, '🏷️')]
      : []),
    ...(tell ? [button(writeCustomId('miss:tell', tell.fields), label.tell, '🔔')] : []),
    ...(!isPrivate && canHoldThread(channel)
      ? [button(writeCustomId('thread', { messageId }), label.thread, '💬')]
      : []),
    ...(isPrivate && guildId !== null && userId !== null && quotes.length > 0
      ? [button(writeCustomId('share', { userId, messageId, lane, documentId }), label.share, '📣')]
      : []),
    ...(isPrivate || refuseDismissal(request, { userId, messageId }) !== null
      ? []
      : [button(writeCustomId('dismiss', { userId, messageId }), label.dismiss, '🗑️')]),
  ];
  return Promise.resolve(renderMenu(question, [votes, others], texts));
}

function renderMenu(question: string, rows: readonly (readonly APIButtonComponent[])[], texts: Texts): Card {
  const filled = rows.filter(({ length }) => length > 0).map((buttons) => row(buttons.slice(0, maxButtonsInRow)));
  return { components: [text(`${writeQuestionLine(question)}\n-# ${texts.etcHint}`), ...filled] };
}
