import { findWantedAnswer } from './answer-type.js';
import { findSpellings } from '../english/spelling.js';
import { termOf } from '../english/terms.js';
import { findWantedLane, isLaneWord, isTellerWord } from './wanted-lane.js';
/** Words of a question's form, which say what kind of answer is wanted and need not stand in it. */
const formWords = new Set(('many much long far tall high wide old big large often number amount percentage percent name kind type sort exactly ' +
    'reason stand tell know please explain anybody someone somebody anyone question').split(' '));
const formPhrase = /^(how|what|which|who|when|where|why|whom|whose|please|tell|can|could|does|do|did|is|are|was|were)$/;
export function readQuestion(text, analyser, equivalents) {
    const { tokens } = analyser.analyse(text);
    const wanted = findWantedAnswer(text);
    const lane = findWantedLane(text);
    const concepts = [];
    const seen = new Set();
    let names = -1;
    let nameEnd = -1;
    for (let at = 0; at < tokens.length; at++) {
        const token = tokens[at];
        if (!token)
            continue;
        const name = equivalents.nameAt(tokens, at);
        const taken = tokens.slice(at, at + (name?.length ?? 1));
        const terms = taken.map(termOf).filter((term) => term !== null);
        const key = terms.join(' ');
        if (terms.length === 0 ||
            seen.has(key) ||
            (!name && (isFormWord(tokens, at, wanted) || isLaneWord(token.lower, lane))))
            continue;
        seen.add(key);
        const others = name ? name.others : equivalents.synonymsOf(key);
        const isName = name !== null || (/^[\p{Lu}\p{Nd}]/u.test(text.slice(token.start)) && at > 0);
        if (isName && nameEnd !== at)
            names++;
        if (isName)
            nameEnd = at + taken.length;
        concepts.push({
            text: text.slice(token.start, taken.at(-1)?.end),
            name: isName ? names : null,
            ways: [{ terms, factor: 1 }, ...others],
        });
        at += taken.length - 1;
    }
    return {
        text,
        concepts,
        lane,
        wanted,
        counted: findCounted(tokens, concepts, text),
        knownPlaces: equivalents.places,
    };
}
function isFormWord(tokens, at, { type }) {
    const { lower } = tokens[at] ?? { lower: '' };
    if (type === 'meaning' && /^(stands?|abbreviation|acronym|short|full|form|mean)$/.test(lower))
        return true;
    if (!formWords.has(lower))
        return false;
    const before = tokens[at - 1]?.lower ?? 'how';
    // "What is the amount of …", "Can you please …": but not "Did the long bridge …".
    const isApart = before === 'the' ? /^(?:number|amount|percentage|reason|name)$/.test(lower) : before === 'you';
    return formPhrase.test(isApart ? (tokens[at - 2]?.lower ?? 'how') : before);
}
/** The stems of what "how many …" counts: the last noun before the verb, in every way of saying it. */
function findCounted(tokens, concepts, text) {
    const many = tokens.findIndex(({ lower }, i) => lower === 'many' && tokens[i - 1]?.lower === 'how');
    if (many < 0)
        return [];
    let head;
    for (const token of tokens.slice(many + 1)) {
        if (!/^(?:NOUN|PROPN|ADJ|NUM|PUNCT)$/.test(token.pos))
            break;
        if (token.pos === 'NOUN')
            head = token;
    }
    const concept = head && concepts.find((one) => one.text === text.slice(head.start, head.end));
    return concept ? concept.ways.flatMap(({ terms }) => terms) : [];
}
/** How far a word of the text counts that differs from the question's by a slip of spelling, or by an ending. */
const spellingFactor = 0.7;
const endingFactor = 0.8;
const minNameLength = 4;
const maxEndingLength = 4;
/**
 * Gives concepts further ways to be said that only the index tells: words that an unknown one may be a misspelling of,
 * and, for a name, words made from it (Amazon: Amazonian).
 */
export function adaptToIndex(question, index) {
    const isKnown = (ways) => ways.some(({ terms }) => terms.every((part) => index.termNumber(part) !== undefined));
    const wanted = question.concepts.filter(({ text, ways }) => !isTellerWord(text, question.lane) || isKnown(ways.slice(0, 1)));
    const concepts = wanted.map((concept) => {
        const term = concept.ways[0]?.terms.length === 1 ? (concept.ways[0].terms[0] ?? '') : '';
        const spellings = isKnown(concept.ways) || concept.ways.length > 1 ? [] : findSpellings(term, index.terms());
        const derived = concept.name === null ? [] : findDerived(term, index.terms());
        return {
            ...concept,
            ways: [
                ...concept.ways,
                ...spellings.map((other) => ({ terms: [other], factor: spellingFactor })),
                ...derived.map((other) => ({ terms: [other], factor: endingFactor })),
            ],
        };
    });
    return { ...question, concepts };
}
function findDerived(name, vocabulary) {
    if (name.length < minNameLength || /\p{Nd}/u.test(name))
        return [];
    const derived = [];
    for (const term of vocabulary) {
        const ending = term.length - name.length;
        if (ending > 0 && ending <= maxEndingLength && term.startsWith(name))
            derived.push(term);
    }
    return derived;
}
//# sourceMappingURL=question.js.map