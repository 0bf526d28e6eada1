import { continueQuote } from '../../../core/search/continue-quote.js';
import { takeFirstLook } from '../../../core/search/first-look.js';
import type { MessageComponentInteraction } from 'discord.js';
import { quotesPerMessage, renderAnswer } from '../../cards/answer.js';
import { renderNotice, type Card } from '../../cards/card.js';
import type { ActionFields } from '../../custom-ids/custom-id.js';
import { maxQuotes, readAnsweredQuestion } from '../../questions/question-line.js';
import { openIndex, type Request } from '../../request/request.js';

/** The next quotes for a question that was answered before; says so when the texts have changed in between. */
export async function showMore(
  request: Request<MessageComponentInteraction>,
  action: ActionFields<'more'>,
): Promise<Card> {
  const { source, texts, services } = request;
  const question = readAnsweredQuestion(source.message);
  if (question === null) return renderNotice(texts.unknownAction);
  const { offset, lane, documentId } = action;
  const index = await openIndex(request);
  if (documentId !== null && !index.findDocument(documentId)) return renderNotice(texts.documentGone);
  const { quotes: all } = takeFirstLook(await index.ask(question, { limit: maxQuotes, lane, documentId }), lane);
  // First the rest of what was shown in part.
  const before = all.slice(Math.max(0, offset - quotesPerMessage), offset);
  const rest = before.flatMap((quote) => continueQuote(quote, index.searchIndex) ?? []);
  const following = all.slice(offset, offset + Math.max(0, quotesPerMessage - rest.length));
  const quotes = [...rest, ...following];
  const { version } = index.manifest;
  const digits = action.index ?? '';
  const isOld = !version.startsWith(digits);
  if (quotes.length === 0) {
    return renderNotice([texts.noFurther, ...(isOld ? [texts.changedSinceMore] : [])].join('\n'));
  }
  const next = offset + following.length;
  return renderAnswer(
    quotes,
    {
      question,
      understood: null,
      notes: [
        ...(following.length > 0 ? [texts.further(offset + 1, next)] : []),
        ...(isOld ? [texts.changedSinceMore] : []),
      ],
      index: version,
      publicUrl: services.settings.publicUrl,
      more: all.length > next ? { ...action, offset: next, index: version.slice(0, digits.length) } : null,
      etc: null,
    },
    texts,
  );
}
