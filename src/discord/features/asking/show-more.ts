import { continueQuote } from '../../../core/search/continue-quote.js';
import { takeFirstLook } from '../../../core/search/first-look.js';
import type { Quote } from '../../../core/search/quote.js';
import type { SearchIndex } from '../../../core/search/search-index.js';
import { fingerprint } from '../../../core/text/fingerprint.js';
import type { MessageComponentInteraction } from 'discord.js';
import { quotesPerMessage, renderAnswer } from '../../cards/answer.js';
import { renderNotice, type Card } from '../../cards/card.js';
import type { ActionFields } from '../../custom-ids/custom-id.js';
import { maxQuotes, readAnsweredQuestion } from '../../questions/question-line.js';
import { readShownQuotes } from '../../quotes/shown-quotes.js';
import { openIndex, type Request } from '../../request/request.js';

const maxParts = 20;

/** The next quotes for a question that was answered before; says so when the texts have changed in between. */
export async function showMore(
  request: Request<MessageComponentInteraction>,
  action: ActionFields<'more'>,
): Promise<Card> {
  const { source, texts, services } = request;
  const question = readAnsweredQuestion(source.message);
  if (question === null) return renderNotice(texts.unknownAction);
  const { lane, documentId } = action;
  const index = await openIndex(request);
  if (documentId !== null && !index.findDocument(documentId)) return renderNotice(texts.documentLeft);
  const { quotes: all } = takeFirstLook(await index.ask(question, { limit: maxQuotes, lane, documentId }), lane);
  const { version } = index.manifest;
  const digits = action.index ?? '';
  const isOld = !version.startsWith(digits);
  // Of other texts the ranking is another one: it is shown from its beginning, but for what stands in the message already.
  const shown = readShownQuotes(source.message);
  const isShown = ({ document, exact }: Quote): boolean =>
    shown.some(({ quote }) => quote.documentId === document.id && quote.mark === fingerprint(exact));
  const waiting = isOld ? all.filter((quote) => !isShown(quote)) : all.slice(action.offset);
  // First the rest of what the message shows in part.
  const rest = all.flatMap((quote) => {
    const parts = listParts(quote, index.searchIndex);
    const last = parts.findLastIndex(isShown);
    return (last < 0 ? undefined : parts[last + 1]) ?? [];
  });
  const following = waiting.slice(0, Math.max(0, quotesPerMessage - rest.length));
  const quotes = [...rest, ...following];
  if (quotes.length === 0) {
    return renderNotice([texts.noFurther, ...(isOld ? [texts.changedSinceMore] : [])].join('\n'));
  }
  const last = following.at(-1);
  const next = last ? all.indexOf(last) + 1 : isOld ? 0 : action.offset;
  const hasMore =
    waiting.length > following.length || quotes.some((quote) => continueQuote(quote, index.searchIndex) !== null);
  return renderAnswer(
    quotes,
    {
      question,
      understood: null,
      notes: [
        ...(rest.length > 0 ? [texts.restFirst(rest.length)] : []),
        ...(following.length > 0 && !isOld ? [texts.further(action.offset + 1, next)] : []),
        ...(isOld ? [texts.changedSinceMore] : []),
      ],
      index: version,
      publicUrl: services.settings.publicUrl,
      more: hasMore ? { ...action, offset: next, index: version.slice(0, digits.length) } : null,
      etc: null,
    },
    texts,
  );
}

/** A quote and, where it continues, what follows it part by part. */
function listParts(quote: Quote, index: SearchIndex): Quote[] {
  const parts = [quote];
  for (let next = continueQuote(quote, index); next && parts.length < maxParts; next = continueQuote(next, index)) {
    parts.push(next);
  }
  return parts;
}
