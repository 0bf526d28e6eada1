import { renderLaneHead } from '../../render/answer.js';
import { accents, container, firstFitting, text } from '../../render/card.js';
import { escapeMarkdown, shorten } from '../../render/escape-markdown.js';
import { renderQuoteText } from '../../render/quote.js';
import { laneOf } from './describe-brief.js';
const quoteLengths = [1_500, 1_000, 700, 500, 350, 240];
const shortest = 240;
const maxDifferenceLength = 60;
/** Quotes in lanes and disagreeing pairs; where not all have room, quotes are cut, then pairs and at last quotes left out. */
export function renderBrief(view, { texts, briefTexts }) {
    const quoteTexts = { ...texts, ...view.hints };
    return firstFitting(listAttempts(view.quotes.length, view.pairs.length), ({ limit, quotes, pairs }) => {
        const [withoutQuotes, withoutPairs] = [view.quotes.length - quotes, view.pairs.length - pairs];
        const isCut = withoutQuotes + withoutPairs > 0;
        const footer = [...(isCut ? [briefTexts.leftOut(withoutQuotes, withoutPairs)] : []), view.footer];
        return {
            components: [
                ...(view.warning === null ? [] : [container(accents.warning, [text(view.warning)])]),
                text(view.head),
                ...renderLanes(view.quotes.slice(0, quotes), limit, quoteTexts),
                ...renderPairs(view.pairs.slice(0, pairs), limit, { texts: quoteTexts, briefTexts }),
                text(footer.map((line) => `-# ${line}`).join('\n')),
                ...view.controls,
            ],
        };
    });
}
function listAttempts(quotes, pairs) {
    const attempts = [];
    for (let some = pairs; some >= Math.min(1, pairs); some--) {
        attempts.push(...quoteLengths.map((limit) => ({ limit, quotes, pairs: some })));
    }
    for (let some = quotes - 1; some >= 1; some--) {
        attempts.push({ limit: shortest, quotes: some, pairs: Math.min(1, pairs) });
    }
    return [...attempts, { limit: shortest, quotes: Math.min(1, quotes), pairs: 0 }];
}
/** One container a lane, in the order in which the lanes come up; what is claimed stands under its source. */
function renderLanes(quotes, limit, texts) {
    const byLane = groupBy(quotes, ({ quote }) => quote.label);
    return [...byLane].map(([lane, own]) => {
        const bySource = groupBy(own, ({ quote }) => quote.attributedTo);
        const parts = [...bySource].flatMap(([source, group]) => [
            text(renderLaneHead(lane, source, texts)),
            ...group.map(({ number, quote, notes }) => {
                const words = `**${number}** · ${renderQuoteText(quote, limit, texts).content}`;
                return text([...notes, words].join('\n'));
            }),
        ]);
        return container(accents[lane], parts);
    });
}
function renderPairs(pairs, limit, { texts, briefTexts }) {
    if (pairs.length === 0)
        return [];
    const head = text(`### ${briefTexts.pairsTitle}\n-# ${briefTexts.pairsLine}`);
    const parts = pairs.map(({ number, pair, notes, quoteNotes }) => {
        const sides = pair.quotes.flatMap((quote, i) => [
            ...(quoteNotes[i] ?? []),
            `**${escapeMarkdown(laneOf(quote, briefTexts))}** · ${renderQuoteText(quote, limit, texts).content}`,
        ]);
        return text([...notes, `**${briefTexts.pairName(number)}** · ${showDifference(pair)}`, ...sides].join('\n'));
    });
    return [container(accents.neutral, [head, ...parts])];
}
/** The words of each quote that differ, side by side. */
function showDifference({ quotes, spans }) {
    const words = quotes.map((quote, i) => {
        const span = spans[i] ?? quote;
        const differing = quote.exact.slice(span.start - quote.start, span.end - quote.start);
        return `“${escapeMarkdown(shorten(differing, maxDifferenceLength))}”`;
    });
    return words.join(' ↔ ');
}
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const own = groups.get(keyOf(item));
        if (own)
            own.push(item);
        else
            groups.set(keyOf(item), [item]);
    }
    return groups;
}
//# sourceMappingURL=render-brief.js.map