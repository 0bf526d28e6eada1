import { findDisputed } from '../../../core/overrides/disputed-sentences.js';
import { placeAnchors } from '../../../core/overrides/place-anchors.js';
/** Gathers the open disputes by quote. */
export function gatherQueue(disputes, { searchIndex }) {
    const byQuote = new Map();
    for (const dispute of disputes)
        byQuote.set(dispute.quote, [...(byQuote.get(dispute.quote) ?? []), dispute]);
    const groups = [...byQuote.values()];
    const newest = groups.flatMap((group) => group.slice(-1));
    const places = placeAnchors(searchIndex.documents, newest);
    const quotes = groups.flatMap((group, i) => {
        const place = places[i];
        const indexed = searchIndex.documents[place?.document ?? -1];
        return place && indexed ? gatherQuote(group, indexed, place) : [];
    });
    quotes.sort((a, b) => b.count - a.count || a.oldestId - b.oldestId);
    return { quotes, aside: groups.length - quotes.length };
}
/** The sentences of a disputed quote. */
export function sentencesOf({ indexed, first, last, }) {
    return indexed.sentences.slice(first, last + 1);
}
function gatherQuote(group, indexed, { document, first, last }) {
    const sentences = sentencesOf({ indexed, first, last });
    const alive = group.flatMap((dispute) => {
        const disputed = findDisputed(sentences, dispute.was, dispute);
        return disputed.length === 0 ? [] : [{ dispute, numbers: disputed.map((each) => first + sentences.indexOf(each)) }];
    });
    const [oldest, newest] = [alive[0]?.dispute, alive.at(-1)?.dispute];
    if (!oldest || !newest)
        return [];
    return [
        {
            quote: newest.quote,
            document,
            indexed,
            first,
            last,
            was: newest.was,
            proposals: gatherProposals(alive),
            count: alive.length,
            oldestId: oldest.id,
            newestId: newest.id,
        },
    ];
}
function gatherProposals(alive) {
    const proposals = new Map();
    for (const { dispute, numbers } of alive) {
        const { id, label, source, note } = dispute;
        const key = `${label} ${source ?? ''}`;
        const known = proposals.get(key) ?? { label, source, count: 0, dispute: id, notes: [], sentences: [] };
        const notes = note === null ? known.notes : [...known.notes, note];
        const sentences = [...new Set([...known.sentences, ...numbers])].sort((a, b) => a - b);
        proposals.set(key, { ...known, count: known.count + 1, notes, sentences });
    }
    return [...proposals.values()].sort((a, b) => b.count - a.count || a.dispute - b.dispute);
}
//# sourceMappingURL=queue.js.map