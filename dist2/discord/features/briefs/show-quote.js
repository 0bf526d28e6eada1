import { assessQuote } from '../../../core/briefs/assess-quote.js';
import { listQuotes } from '../../../core/briefs/brief-content.js';
import { markQuotes } from '../../../core/briefs/brief-marks.js';
import { renderLaneHead } from '../../render/answer.js';
import { accents, container, firstFitting, text } from '../../render/card.js';
import { renderNotice } from '../../render/notice.js';
import { renderQuoteButtons, renderQuoteText } from '../../render/quote.js';
import { showMark } from './describe-brief.js';
const quoteLengths = [3_000, 2_000, 1_400, 900, 500];
/** A quote of a brief with its own buttons, and what has become of it; of a disagreement both quotes. */
export function showQuote(brief, place, library, { texts, briefTexts }) {
    const { content } = brief;
    const all = listQuotes(content);
    const isPaired = place >= content.quotes.length;
    const places = [place, ...(isPaired ? [place + 1] : [])].filter((each) => all[each] !== undefined);
    if (places.length === 0)
        return renderNotice(briefTexts.briefUnknown);
    const marks = markQuotes(content, library.searchIndex, brief.marks, Date.now());
    return firstFitting(quoteLengths, (limit) => ({
        components: places.flatMap((each) => {
            const posted = all[each];
            if (!posted)
                return [];
            const standing = assessQuote(posted, library.searchIndex);
            const quote = 'quote' in standing ? standing.quote : posted;
            const own = marks.filter((mark) => mark.quote === each).map((mark) => `⚠️ ${showMark(mark, briefTexts)}`);
            const head = [renderLaneHead(quote.label, quote.attributedTo, texts), ...own].join('\n');
            const markup = library.findDocument(quote.document.id)?.document.markup ?? [];
            return [
                container(accents[quote.label], [
                    text(head),
                    renderQuoteText(quote, limit, texts),
                    renderQuoteButtons(quote, texts, markup),
                ]),
            ];
        }),
    }));
}
//# sourceMappingURL=show-quote.js.map