import { alignFrames } from './align-frames.js';
import { areComparable, areIncompatible } from './read-figures.js';
/** Words of what happens once: two years for one of these cannot both be right. */
const onceOnly = new Set('bear born die kill build found establish invent complet publish open inaugur discov'.split(' '));
/** Counts that differ by more than this factor are rarely counts of the same. */
const maxRatio = 20;
const minSharedForNegation = 3;
const minSharedForOpposite = 2;
/** The figures in which two sentences differ, or null: one figure of a kind in each, on the same matter. */
export function compareFigures(a, b) {
    if (a.negations.length !== b.negations.length)
        return null;
    for (const first of a.figures) {
        const second = b.figures.find((figure) => areComparable(first, figure));
        if (!second || !areIncompatible(first, second) || ratioOf(first, second) > maxRatio)
            continue;
        const isOnly = (figures) => figures.filter(({ kind }) => kind === first.kind).length === 1;
        if (!isOnly(a.figures) || !isOnly(b.figures))
            continue;
        const isYear = first.kind === 'year';
        const aligned = alignFrames(a, b, undefined, isYear);
        if (!aligned || (isYear && !aligned.shared.some((word) => onceOnly.has(word))))
            continue;
        const values = [first, second].map(({ low, high }) => `${low}-${high}`).sort();
        const key = `${first.kind} ${values.join(' ')}`;
        return { kind: 'figures', spans: [first, second], shared: aligned.shared, key };
    }
    return null;
}
function ratioOf(a, b) {
    const [low, high] = a.high <= b.low ? [a.high, b.low] : [b.high, a.low];
    return low > 0 ? high / low : Infinity;
}
/** The words by which one sentence says the opposite of the other, or null. */
export function compareStatements(a, b, opposites) {
    if (a.negations.length > 1 || b.negations.length > 1)
        return null;
    const words = findOpposites(a, b, opposites);
    const isNegated = a.negations.length !== b.negations.length;
    if ((words !== null) === isNegated)
        return null;
    if (haveOtherFigures(a, b))
        return null;
    return words ? compareByWords(a, b, words) : compareByNegation(a, b);
}
function compareByWords(a, b, words) {
    const aligned = alignFrames(a, b, [new Set([words[0]]), new Set([words[1]])]);
    const [first, second] = [a.words.get(words[0])?.token, b.words.get(words[1])?.token];
    if (!aligned || !first || !second || aligned.shared.length < minSharedForOpposite)
        return null;
    if (aligned.extra.some(isThing))
        return null;
    const key = `${[...words].sort().join(' ')}: ${[...aligned.shared].sort().join(' ')}`;
    return { kind: 'opposite', spans: [spanOf(first), spanOf(second)], shared: aligned.shared, key };
}
function compareByNegation(a, b) {
    const isFirst = a.negations.length > 0;
    const negation = (isFirst ? a : b).negations[0];
    const aligned = alignFrames(a, b);
    if (!negation || !aligned || aligned.shared.length < minSharedForNegation || aligned.extra.length > 1)
        return null;
    if (aligned.extra.some(isThing))
        return null;
    // What is denied has to be what the other says.
    if (negation.next === null || !aligned.shared.includes(negation.next))
        return null;
    const [denier, sayer] = isFirst ? [a, b] : [b, a];
    const [denied, said] = [denier, sayer].map((frame) => frame.words.get(negation.next ?? '')?.token);
    if (!denied || !said)
        return null;
    const own = negation.isDenial ? negation.span : { ...negation.span, end: Math.max(negation.span.end, denied.end) };
    const other = negation.isDenial ? extentOf(sayer, aligned.shared) : spanOf(said);
    const spans = isFirst ? [own, other] : [other, own];
    return { kind: 'opposite', spans, shared: aligned.shared, key: `not: ${[...aligned.shared].sort().join(' ')}` };
}
/** A pair of opposite words, each of which one sentence has and the other lacks; null when there is not exactly one. */
function findOpposites(a, b, opposites) {
    const pairs = [];
    for (const word of a.words.keys()) {
        const others = opposites.get(word);
        if (!others || b.words.has(word))
            continue;
        // "Rose in spring and fell in autumn" says both.
        if ([...others].some((other) => a.words.has(other)))
            return null;
        for (const other of others)
            if (b.words.has(other))
                pairs.push([word, other]);
    }
    return pairs.length === 1 ? (pairs[0] ?? null) : null;
}
/** Figures that differ, or something counted in one only ("lost the battle", "lost 400 men in the battle"). */
function haveOtherFigures(a, b) {
    const isCountedIn = ({ kind }, { figures }) => !kind.startsWith('count ') || figures.some((other) => other.kind === kind);
    return (a.figures.some((first) => b.figures.some((second) => areComparable(first, second) && areIncompatible(first, second))) ||
        !a.figures.every((figure) => isCountedIn(figure, b)) ||
        !b.figures.every((figure) => isCountedIn(figure, a)));
}
/** From the first to the last of the words. */
function extentOf(frame, words) {
    const tokens = words.flatMap((word) => frame.words.get(word)?.token ?? []);
    return { start: Math.min(...tokens.map(({ start }) => start)), end: Math.max(...tokens.map(({ end }) => end)) };
}
/** With a noun more, a statement is about something else. */
function isThing({ isName, token }) {
    return !isName && token.pos === 'NOUN';
}
function spanOf({ start, end }) {
    return { start, end };
}
//# sourceMappingURL=compare-statements.js.map