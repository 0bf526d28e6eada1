import { continueQuote } from '../../../core/search/continue-quote.js';
import { fingerprint } from '../../../core/text/fingerprint.js';
import type { MessageComponentInteraction } from 'discord.js';
import { quotesPerMessage, renderAnswer, withMarkup } from '../../cards/answer.js';
import { renderNotice, type Card } from '../../cards/card.js';
import type { ActionFields } from '../../custom-ids/custom-id.js';
import { maxQuotes, readAnsweredQuestion } from '../../questions/question-line.js';
import { openIndex, type Request } from '../../request/request.js';

/** The next quotes for a question that was answered before; says so when the texts have changed in between. */
export async function showMore(
  request: Request<MessageComponentInteraction>,
  action: ActionFields<'more'>,
): Promise<Card> {
  const { source, texts, place } = request;
  const question = readAnsweredQuestion(source.message);
  if (question === null) return renderNotice(texts.unknownAction);
  const { offset, lane, documentId } = action;
  const index = await openIndex(request);
  if (documentId !== null && !index.findDocument(documentId)) return renderNotice(texts.documentGone);
  const answer = await index.ask(question, { limit: maxQuotes, lane, documentId });
  // First the rest of what was shown in part.
  const before = answer.quotes.slice(Math.max(0, offset - quotesPerMessage), offset);
  const rest = before.flatMap((quote) => continueQuote(quote, index.searchIndex) ?? []);
  const following = answer.quotes.slice(offset, offset + Math.max(0, quotesPerMessage - rest.length));
  const quotes = [...rest, ...following];
  const { version } = index.manifest;
  const digits = action.index ?? '';
  const isOld = !version.startsWith(digits);
  if (quotes.length === 0) {
    return renderNotice([texts.noFurther, ...(isOld ? [texts.changedSinceMore] : [])].join('\n'));
  }
  const next = offset + following.length;
  return renderAnswer(
    withMarkup(quotes, index),
    {
      question,
      understood: null,
      notes: [
        ...(following.length > 0 ? [texts.further(offset + 1, next)] : []),
        ...(isOld ? [texts.changedSinceMore] : []),
      ],
      index: version,
      askerId: place.userId,
      canThread: false,
      answer: { lane, documentId, mark: fingerprint(answer.quotes[0]?.exact ?? '') },
      more: answer.quotes.length > next ? { ...action, offset: next, index: version.slice(0, digits.length) } : null,
    },
    texts,
  );
}
