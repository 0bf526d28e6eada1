import type { MessageComponentInteraction } from 'discord.js';
import { assessQuote } from '../../../../core/briefs/assess-quote.js';
import { listQuotes } from '../../../../core/briefs/brief-content.js';
import { markQuotes } from '../../../../core/briefs/brief-marks.js';
import { isWithheld } from '../../../../core/briefs/withhold-quotes.js';
import type { CollectionScope } from '../../../../core/collections/collection.js';
import type { Brief } from '../../../../core/briefs/brief-store.js';
import { accents, container, firstFitting, renderNotice, row, text, type Card } from '../../../cards/card.js';
import { quoteButtons, renderLaneHead, renderQuoteText } from '../../../cards/quote.js';
import { scopeOf } from '../../../request/asking-place.js';
import { openIndex, type Request } from '../../../request/request.js';
import { briefTextsFor } from '../../../texts/languages.js';
import { findBriefHere } from './edit-brief.js';
import { showMark } from './describe-brief.js';
import type { TextSet } from './brief-card.js';
import type { OpenIndex } from '../../../../app/asking/open-index.js';

const quoteLengths = [3_000, 2_000, 1_400, 900, 500];

/** The quote that somebody has chosen in a brief's menu. */
export async function lookAtQuote(
  request: Request<MessageComponentInteraction>,
  { briefId }: { readonly briefId: string },
): Promise<Card> {
  const { source, texts } = request;
  const set = { texts, briefTexts: briefTextsFor(texts.locale) };
  const brief = await findBriefHere(request, briefId);
  const place = source.isStringSelectMenu() ? Number(source.values[0]) : NaN;
  if (!brief || !Number.isInteger(place)) return renderNotice(set.briefTexts.briefUnknown);
  return showQuote(brief, place, await openIndex(request), set, scopeOf(request.place, request.services));
}

/** A quote of a brief or draft with its own buttons, and what has become of it; of a disagreement both quotes. */
export async function showQuote(
  { content, marks: known }: Pick<Brief, 'content' | 'marks'>,
  place: number,
  library: OpenIndex,
  { texts, briefTexts }: TextSet,
  scope: CollectionScope,
): Promise<Card> {
  const all = listQuotes(content);
  const isPaired = place >= content.quotes.length;
  const places = [place, ...(isPaired ? [place + 1] : [])].filter((each) => all[each] !== undefined);
  if (places.length === 0) return renderNotice(briefTexts.briefUnknown);
  const isHidden = places.some((each) => all[each] && isWithheld(all[each], scope));
  if (isHidden) return renderNotice(texts.documentWithheld, 'warning');
  const { searchIndex } = await library.fetchTexts(all.map(({ document }) => document.id));
  const marks = markQuotes(content, searchIndex, known, Date.now());
  return firstFitting(quoteLengths, (limit) => ({
    components: places.flatMap((each) => {
      const posted = all[each];
      if (!posted) return [];
      const standing = assessQuote(posted, searchIndex);
      const quote = 'quote' in standing ? standing.quote : posted;
      const own = marks.filter((mark) => mark.quote === each).map((mark) => `⚠️ ${showMark(mark, briefTexts)}`);
      const head = [renderLaneHead(quote.label, quote.attributedTo, texts), ...own].join('\n');
      return [
        container(accents[quote.label], [
          text(head),
          renderQuoteText(quote, limit, texts),
          row(quoteButtons(quote, texts)),
        ]),
      ];
    }),
  }));
}
