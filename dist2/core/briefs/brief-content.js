/** All quotes of a brief: its own, then both of each pair. Their places in this list number them in marks and menus. */
export function listQuotes({ quotes, pairs }) {
    return [...quotes, ...pairs.flatMap((pair) => pair.quotes)];
}
/** How many different quotes there are: one that is also half of a pair counts once. `places` are places in `listQuotes`. */
export function countDistinct(content, places) {
    const quotes = listQuotes(content).filter((_, place) => places?.includes(place) ?? true);
    return new Set(quotes.map(({ document, start, end }) => `${document.id}:${start}:${end}`)).size;
}
/** Quotes as they are shown: together by lane, and within a lane by source, each in the order in which it first comes up. */
export function groupQuotes(quotes) {
    const groupOf = ({ label, attributedTo }) => JSON.stringify([label, attributedTo]);
    const groups = [...new Set(quotes.map(groupOf))];
    const lanes = [...new Set(quotes.map(({ label }) => label))];
    return lanes.flatMap((lane) => groups.flatMap((group) => quotes.filter((quote) => quote.label === lane && groupOf(quote) === group)));
}
/** What of a draft is to be posted, in the order in which it is shown. */
export function finishDraft(draft) {
    const { order, leftOut, pairsLeftOut, ...content } = draft;
    const kept = order.filter((number) => !leftOut.includes(number));
    return {
        ...content,
        quotes: groupQuotes(kept.flatMap((number) => draft.quotes[number] ?? [])),
        pairs: draft.pairs.filter((_, number) => !pairsLeftOut.includes(number)),
    };
}
/** Briefs with one key are about the same: the document and the topic's words, whatever their case and punctuation. */
export function writeTopicKey({ topic, documentId }) {
    const words = (topic ?? '')
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    return `${documentId ?? '*'}|${words || '*'}`;
}
//# sourceMappingURL=brief-content.js.map