import { countDistinct } from '../../../core/briefs/brief-content.js';
import { button, row } from '../../render/card.js';
import { textsFor } from '../../texts/texts.js';
import { writeBriefAction } from './custom-ids.js';
import { showMark, showSubtitle, showTitle } from './describe-brief.js';
import { menuRow, pairOption, quoteOption } from './quote-options.js';
import { renderBrief } from './render-brief.js';
import { briefTextsFor } from './texts.js';
const indexDigits = 8;
/** The text sets in the language of the community. */
export function communityTexts(content) {
    return { texts: textsFor(content.locale), briefTexts: briefTextsFor(content.locale) };
}
/** The value of a menu's option that names a quote by its place in `listQuotes`. */
export function quoteValue(place) {
    return String(place);
}
/** A brief as everybody reads it. */
export function renderPosted(brief) {
    const { id, content, postedAtMs, userId, isPinned, marks, replacedBy, canRebuild } = brief;
    const set = communityTexts(content);
    const { briefTexts } = set;
    const notesOf = (place) => marks.filter(({ quote }) => quote === place).map((mark) => `⚠️ ${showMark(mark, briefTexts)}`);
    const pairStart = content.quotes.length;
    return renderBrief({
        head: `## ${showTitle(content, briefTexts)}\n${showSubtitle(content, content.quotes, postedAtMs, briefTexts)}`,
        warning: describeState(brief, briefTexts),
        quotes: content.quotes.map((quote, i) => ({ number: i + 1, quote, notes: notesOf(i) })),
        pairs: content.pairs.map((pair, i) => ({
            number: i + 1,
            pair,
            notes: [],
            quoteNotes: [notesOf(pairStart + 2 * i), notesOf(pairStart + 2 * i + 1)],
        })),
        footer: briefTexts.footer(userId === null ? null : `<@${userId}>`, isPinned, content.indexVersion.slice(0, indexDigits)),
        hints: briefTexts.hints.posted,
        controls: [
            renderLookMenu(id, content, briefTexts),
            ...(canRebuild && replacedBy === null && marks.length > 0 ? [renderRebuildButton(id, briefTexts)] : []),
        ],
    }, set);
}
export function renderRebuildButton(briefId, texts) {
    return row([button(writeBriefAction({ kind: 'rebuild', briefId }), texts.button.rebuild, '🔁')]);
}
function describeState({ content, marks, replacedBy }, texts) {
    if (replacedBy !== null)
        return texts.replacedBy(replacedBy);
    if (marks.length === 0)
        return null;
    const count = countDistinct(content);
    const fallen = countDistinct(content, marks.map(({ quote }) => quote));
    return [texts.markedTitle(fallen, count), ...(count > 1 ? [texts.markedLine(fallen)] : [])].join('\n');
}
function renderLookMenu(briefId, { quotes, pairs }, texts) {
    const options = [
        ...quotes.map((quote, i) => quoteOption(quoteValue(i), i + 1, quote, texts)),
        ...pairs.map((pair, i) => pairOption(quoteValue(quotes.length + 2 * i), i + 1, pair, texts)),
    ];
    return menuRow(writeBriefAction({ kind: 'look', briefId }), texts.lookMenu, options, { min: 1, max: 1 });
}
//# sourceMappingURL=render-posted.js.map