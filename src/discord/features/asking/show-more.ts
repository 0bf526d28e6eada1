import { takeFirstLook } from '../../../core/search/first-look.js';
import { orderLooks } from '../../../core/search/further-quotes.js';
import type { Quote } from '../../../core/search/quote.js';
import { fingerprint } from '../../../core/text/fingerprint.js';
import { overlaps } from '../../../core/text/span.js';
import type { MessageComponentInteraction } from 'discord.js';
import { quotesAtOnce, quotesPerMessage, renderAnswer } from '../../cards/answer.js';
import { renderNotice, type Card } from '../../cards/card.js';
import type { ActionFields } from '../../custom-ids/custom-id.js';
import { maxQuotes, readAnsweredQuestion } from '../../questions/question-line.js';
import { renderLeft } from '../../quotes/locate-quote.js';
import { readShownQuotes } from '../../quotes/shown-quotes.js';
import { openIndex, type Request } from '../../request/request.js';

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
  if (documentId !== null && !index.findListed(documentId)) return renderLeft(documentId, index, texts);
  const { quotes: best } = takeFirstLook(await index.ask(question, { limit: maxQuotes, lane, documentId }), lane);
  const { version } = index.manifest;
  const digits = action.index ?? '';
  const isOld = !version.startsWith(digits);
  // Of other texts the order is another one: it is shown from its beginning, but for what stands in the message already.
  const first = isOld ? 0 : (action.first ?? Math.min(action.offset, quotesAtOnce));
  const { searchIndex } = await index.fetchTexts(best.map(({ document }) => document.id));
  const all = orderLooks(best, { first, atOnce: quotesPerMessage }, searchIndex);
  const shown = readShownQuotes(source.message);
  const isShown = ({ document, start, end, exact }: Quote): boolean =>
    shown.some(
      ({ quote }) =>
        quote.documentId === document.id &&
        (quote.mark === fingerprint(exact) || (!isOld && overlaps(quote, { start, end }))),
    );
  const waiting = all.slice(isOld ? 0 : action.offset).filter((quote) => !isShown(quote));
  const quotes = waiting.slice(0, quotesPerMessage);
  const last = quotes.at(-1);
  if (!last) return renderNotice([texts.noFurther, ...(isOld ? [texts.changedSinceMore] : [])].join('\n'));
  const rests = quotes.filter((quote) => !best.includes(quote)).length;
  const hasMore = waiting.length > quotes.length;
  return renderAnswer(
    quotes,
    {
      question,
      understood: null,
      notes: [
        ...(rests > 0 ? [texts.restFirst(rests)] : []),
        ...(isOld ? [texts.changedSinceMore] : [texts.further(action.offset + 1, action.offset + quotes.length)]),
        ...(hasMore ? [] : [texts.lastFurther]),
      ],
      index: version,
      publicUrl: services.settings.publicUrl,
      more: hasMore
        ? { ...action, offset: all.indexOf(last) + 1, index: version.slice(0, digits.length), first }
        : null,
      etc: null,
    },
    texts,
  );
}
