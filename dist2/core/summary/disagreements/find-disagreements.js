import { makeQuote, noScore } from '../../search/quote.js';
import { termOf } from '../../english/terms.js';
import { compareFigures, compareStatements } from './compare-statements.js';
import { findPairs } from './find-pairs.js';
import { oppositeWords } from './opposite-words.js';
import { cacheStems, readFrame } from './sentence-frame.js';
const maxDisagreements = 5;
const figurePattern = /\p{Nd}(?:[\p{Nd},.]*\p{Nd})?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?)\b/giu;
const negationPattern = /n['’]t\b|\b(?:not|no|never|none|neither|nor|nobody|nothing|without|den(?:y|ies|ied|ying)|refutes?|refuted|disputes?|disputed|lack|lacks|lacked)\b/iu;
/** Where sources disagree, most alike sentences first; precision before recall. `rows` are the rows to look in. */
export function findDisagreements(index, rows, analyser) {
    const opposites = readOpposites(analyser);
    const hints = new Map();
    for (const row of rows)
        if (index.rows[row]?.isHeading === false)
            hints.set(row, readHints(index, row, opposites));
    const mayDiffer = (first, second) => {
        const [a, b] = [hints.get(first), hints.get(second)];
        return a !== undefined && b !== undefined && haveCause(a, b, opposites);
    };
    const stemmer = cacheStems(analyser);
    const frames = new Map();
    const frameOf = (row) => {
        let frame = frames.get(row);
        if (!frame)
            frames.set(row, (frame = readFrame(index, row, stemmer)));
        return frame;
    };
    const found = [];
    const told = new Set();
    const used = new Set();
    for (const { first, second } of findPairs(index, [...hints.keys()], mayDiffer)) {
        if (found.length >= maxDisagreements)
            break;
        const [a, b] = [frameOf(first), frameOf(second)];
        const difference = compareFigures(a, b) ?? compareStatements(a, b, opposites);
        if (!difference || told.has(difference.key) || (used.has(first) && used.has(second)))
            continue;
        told.add(difference.key);
        used.add(first).add(second);
        found.push(toDisagreement(index, a, b, difference));
    }
    return found;
}
function readHints(index, row, opposites) {
    const text = index.textOf(row);
    return {
        numbers: (text.match(figurePattern) ?? []).join(' ').toLowerCase(),
        isNegated: negationPattern.test(text),
        opposed: index.locate(row).span.terms.filter((term) => opposites.has(term)),
    };
}
function haveCause(a, b, opposites) {
    if (a.numbers !== '' && b.numbers !== '' && a.numbers !== b.numbers)
        return true;
    if (a.isNegated !== b.isNegated)
        return true;
    return a.opposed.some((word) => b.opposed.some((other) => opposites.get(word)?.has(other)));
}
function toDisagreement(index, a, b, { kind, spans, shared }) {
    const quote = (row) => makeQuote(index, [row], row, noScore);
    const { document } = index.locate(a.row);
    const subject = shared.flatMap((key) => {
        const token = a.words.get(key)?.token;
        return token ? [document.text.slice(token.start, token.end)] : [];
    });
    const [first, second] = spans.map(({ start, end }) => ({ start, end }));
    if (!first || !second)
        throw new RangeError('a difference has two spans');
    return { kind, quotes: [quote(a.row), quote(b.row)], spans: [first, second], subject };
}
/** Prepares the list of opposite words for one analyser's stems; takes a few milliseconds. */
function readOpposites(analyser) {
    const opposites = new Map();
    const read = (words) => analyser
        .analyse(words)
        .tokens.flatMap((token) => [...new Set([token.lower, token.lemma, termOf(token) ?? token.lower])]);
    for (const line of oppositeWords.trim().split('\n')) {
        const [left = [], right = []] = line.split('|').map(read);
        for (const [own, others] of [
            [left, right],
            [right, left],
        ]) {
            for (const word of own)
                opposites.set(word, new Set([...(opposites.get(word) ?? []), ...others]));
        }
    }
    return opposites;
}
//# sourceMappingURL=find-disagreements.js.map