import { overlaps } from '../text/span.js';
import { surroundingsOf } from '../text/surroundings.js';
/** For a quote that was not found by a question. */
export const noScore = {
    score: 0,
    trace: { lexical: 0, passage: 0, document: 0, neighbour: 0, vector: 0, answerType: 0, lane: 0 },
    alsoIn: [],
};
export function citationOf(index, row) {
    const { document } = index.locate(row);
    return { id: document.id, path: document.path, ...document.metadata, date: index.dateOf(row) };
}
export function placementOf(index, row) {
    const { start, end } = index.locate(row).span;
    return { start, end, document: citationOf(index, row), paragraph: paragraphOf(index, row) };
}
export function paragraphOf(index, row) {
    const { document, span } = index.locate(row);
    return document.blocks[span.block]?.paragraph ?? 1;
}
/**
 * The quote made of `rows`, neighbouring sentences in text order, that was chosen for the row `main`.
 * `whole` is what it is widened to: a unit with the fences of its code. A slice is taken, never text put together.
 */
export function makeQuote(index, rows, main, { score, trace, alsoIn }, whole = null) {
    const { document, span } = index.locate(main);
    const members = rows.map((row) => index.locate(row).span);
    const start = Math.min(...members.map((member) => member.start), whole?.start ?? Infinity);
    const end = Math.max(...members.map((member) => member.end), whole?.end ?? -1);
    const { label, step, sources, moderator } = span.label;
    const unit = index.unitOf(main);
    return {
        exact: document.text.slice(start, end),
        ...surroundingsOf(document.text, { start, end }),
        start,
        end,
        document: citationOf(index, main),
        section: index.sectionNames(main),
        paragraph: paragraphOf(index, main),
        unit: unit.kind,
        continues: unit.kind !== 'sentences' && end < unit.end,
        context: index.contextOf(main).filter((above) => !overlaps(above, { start, end })),
        label,
        step,
        labelledBy: moderator ? 'moderator' : 'labeller',
        attributedTo: label === 'attributed' ? (sources[0] ?? null) : null,
        spans: members.flatMap((member) => differingSpans(member, label, sources[0])),
        score,
        trace,
        alsoIn,
    };
}
/** The parts of a sentence whose label is not `leading`, and what another source than `leadingSource` says. */
function differingSpans(sentence, leading, leadingSource) {
    const { label, spans, sources } = sentence.label;
    if (label === leading && (label !== 'attributed' || sources[0] === leadingSource))
        return [...spans];
    const own = { label, attributedTo: label === 'attributed' ? (sources[0] ?? null) : null };
    const parts = [];
    let from = sentence.start;
    for (const inner of [...spans, { start: sentence.end, end: sentence.end, label: leading, attributedTo: null }]) {
        if (inner.start > from)
            parts.push({ start: from, end: inner.start, ...own });
        if (inner.label !== leading)
            parts.push(inner);
        from = inner.end;
    }
    return parts;
}
//# sourceMappingURL=quote.js.map