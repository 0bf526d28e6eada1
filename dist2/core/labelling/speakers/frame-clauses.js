import { tokenAt } from '../grammar/sentence-view.js';
/**
 * Clauses that only look as if they hung on the sentence, now that its sources are known: "X, a man of 61, insisted
 * that …" goes on with the main clause, "…, the court ruled by four to one" is a frame with its own subject, and
 * "After that, the report says, …" a frame that an opening phrase comes before.
 */
export function restoreFrames(view, clauses, attributions) {
    if (attributions.length === 0)
        return clauses;
    return clauses.map((clause) => /^(?:participial|appositive|subordinate)$/.test(clause.type) &&
        attributions.some((one) => isFrameOf(view, clause, one))
        ? { ...clause, type: 'main' }
        : clause);
}
function isFrameOf(view, { first, last, type }, attribution) {
    const { via, phrase, cueFirst, cueLast, strength, trailing, ownWords } = attribution;
    if (via !== 'verb' || !phrase || cueFirst < first || cueFirst > last || strength < 0.7)
        return false;
    const subject = phrase.outer ?? phrase.first;
    if (type === 'subordinate')
        return trailing && subject > first && tokenAt(view, subject - 1).lower === ',';
    if (type === 'participial' && cueFirst === first)
        return phrase.last < first && ownWords !== true && !/ing$/.test(tokenAt(view, cueFirst).lower);
    return cueLast <= last && subject - first <= 1 && phrase.last < cueFirst && subject >= first;
}
//# sourceMappingURL=frame-clauses.js.map