import { isEmptyRow, quoteUnit } from './quote-unit.js';
import { makeQuote, placementOf } from './quote.js';
import { isStrictType } from './ranking.js';
/** A neighbour joins a quote if its score is at most this far behind, less a price for its length. */
const maxJoinGap = 0.045;
const joinPricePerWord = 0.0006;
const maxJoinedWords = 60;
/** What it may lag further behind if it has the number, sum or time that is asked for and the sentence has not. */
const joinBonusForType = 0.03;
/** A further quote is worth showing if its score is at most this far behind the first one's. */
const maxQuoteGap = 0.2;
/** Share of common terms from which two sentences say the same. */
const duplicateOverlap = 0.8;
/** Chooses the quotes for a ranking: best first, no sentence twice, near-duplicates folded into `alsoIn`. */
export function selectQuotes(ranking, index, options) {
    const byRow = new Map(ranking.candidates.map((candidate) => [candidate.row, candidate]));
    const used = new Set();
    const chosen = [];
    const answering = ranking.candidates.filter(({ row }) => !isEmptyRow(index, row));
    const candidates = answering.length > 0 ? answering : ranking.candidates;
    const best = candidates[0]?.score ?? 0;
    for (const candidate of candidates) {
        if (used.has(candidate.row))
            continue;
        if (candidate.score < best - maxQuoteGap)
            break;
        const terms = new Set(index.locate(candidate.row).span.terms);
        const same = chosen.find((one) => isDuplicate(terms, one.terms));
        if (same) {
            used.add(candidate.row);
            same.duplicates.push(candidate);
            continue;
        }
        if (chosen.length >= options.limit)
            continue;
        const unit = wholeUnit(candidate, used, index, options);
        if (unit) {
            for (const row of unit.rows)
                used.add(row);
            const others = unit.rows.flatMap((row) => (row === candidate.row ? [] : (byRow.get(row) ?? [])));
            chosen.push({ members: [candidate, ...others], duplicates: [], terms, unit });
            continue;
        }
        const partner = findPartner(candidate, byRow, used, index, options, isStrictType(ranking.question));
        const members = partner ? [candidate, partner] : [candidate];
        for (const { row } of members)
            used.add(row);
        chosen.push({ members, duplicates: [], terms, unit: null });
    }
    return chosen.map(({ members, duplicates, unit }) => ({ members, quote: toQuote(index, members, duplicates, unit) }));
}
/** The unit that a candidate stands in, if it may be quoted: none of it is quoted yet, and it has one lane where one is asked for. */
function wholeUnit({ row }, used, index, { mixLanes }) {
    const unit = quoteUnit(index, row);
    if (!unit || unit.rows.some((other) => used.has(other)))
        return null;
    const { label } = index.locate(row).span;
    const fits = unit.rows.every((other) => {
        const own = index.locate(other).span.label;
        return (mixLanes || own.label === label.label) && !haveDifferentSources(label, own);
    });
    return fits ? unit : null;
}
function toQuote(index, members, duplicates, unit) {
    const [main] = members;
    if (!main)
        throw new RangeError('a quote has at least one sentence');
    const alsoIn = duplicates.map(({ row }) => placementOf(index, row));
    const rows = unit?.rows ?? members.map(({ row }) => row).sort((a, b) => a - b);
    return makeQuote(index, rows, main.row, { score: main.score, trace: main.trace, alsoIn }, unit?.span ?? null);
}
/** The neighbouring sentence of the same paragraph that is nearly as good, if there is one. */
function findPartner(candidate, byRow, used, index, { mixLanes }, needsType) {
    const own = index.locate(candidate.row);
    const ownWords = countWords(index, candidate.row);
    let best = null;
    for (const row of [candidate.row - 1, candidate.row + 1]) {
        const partner = byRow.get(row);
        if (!partner || used.has(row))
            continue;
        const other = index.locate(row);
        if (other.document !== own.document || other.span.block !== own.span.block)
            continue;
        if (!mixLanes && other.span.label.label !== own.span.label.label)
            continue;
        if (haveDifferentSources(own.span.label, other.span.label))
            continue;
        const words = countWords(index, row);
        const bonus = needsType && partner.typeMatch > candidate.typeMatch ? joinBonusForType : 0;
        const cost = candidate.score - partner.score + joinPricePerWord * words - bonus;
        if (words + ownWords <= maxJoinedWords && cost <= maxJoinGap && cost < (best?.cost ?? Infinity)) {
            best = { partner, cost };
        }
    }
    return best?.partner ?? null;
}
/** What two sources say must not stand under the name of one. */
function haveDifferentSources(a, b) {
    return a.label === 'attributed' && b.label === 'attributed' && a.sources[0] !== b.sources[0];
}
function countWords(index, row) {
    return index.textOf(row).split(/\s+/).length;
}
/** Whether two sentences share nearly all terms (Jaccard index of the term sets). */
export function isDuplicate(first, second) {
    if (Math.min(first.size, second.size) < duplicateOverlap * Math.max(first.size, second.size))
        return false;
    let common = 0;
    for (const term of first)
        if (second.has(term))
            common++;
    return common > 0 && common / (first.size + second.size - common) >= duplicateOverlap;
}
//# sourceMappingURL=select-quotes.js.map