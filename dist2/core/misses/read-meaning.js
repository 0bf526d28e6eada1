import { termOf } from '../english/terms.js';
import { readAskedFor } from '../question/asked-for.js';
import { samePhrases, sameWords } from './same-words.js';
/** Words that change nothing in what is asked. */
const lightWords = new Set('please exactly actually currently now today really total overall altogether there know tell many much question information info about'.split(' '));
/** Words too common to search for that turn what is asked nevertheless; what each counts as. */
const turningWords = new Map([
    ...'against before after above below under over without from until since during more most few off out up down'
        .split(' ')
        .map((word) => [word, word]),
    ...["n't", 'not', 'no', 'never'].map((word) => [word, 'not']),
]);
const questionStart = /^\W*(?:who|whom|whose|what|which|when|where|why|how|is|are|am|was|were|do|does|did|has|have|had|will|would|can|could|should|may|must|please|tell|at|in|on|for|since|until|by|from)\b/i;
export function createMeaningReader(analyser, equivalents) {
    const groups = readGroups(analyser);
    return (question) => {
        const calm = /\p{Ll}/u.test(question) ? question : question.toLowerCase(); // all in capitals
        const text = samePhrases.reduce((before, [phrase, plain]) => before.replace(phrase, plain), calm);
        const { asked, question: core, isNaming } = readAskedFor(text);
        const { tokens } = analyser.analyse(core);
        const words = [];
        const seen = new Set();
        for (let at = 0; at < tokens.length; at++) {
            const token = tokens[at];
            if (!token)
                continue;
            const named = equivalents.nameAt(tokens, at);
            const taken = tokens.slice(at, at + (named?.length ?? 1));
            at += taken.length - 1;
            const own = taken
                .flatMap((each) => termOf(each) ?? (at > 0 ? (turningWords.get(each.lower) ?? []) : []))
                .join(' ');
            if (own === '' || seen.has(own) || (!named && isIdle(token, isNaming)))
                continue;
            seen.add(own);
            const kind = kindOf(token, core, words.length > 0 || at > 0, named !== null);
            const forms = named
                ? [own, ...named.others.map(({ terms }) => terms.join(' '))]
                : [own, token.lemma, ...(kind === 'word' ? (groups.get(own) ?? groups.get(token.lemma) ?? []) : [])];
            words.push({ kind, forms: new Set(forms) });
        }
        return { asked, words, modal: readModal(asked, core), isQuestion: questionStart.test(text) };
    };
}
function readModal(asked, question) {
    if (asked !== 'person' && asked !== 'object-person' && asked !== 'yes-or-no')
        return null;
    if (/\b(?:can|could|may|might)\b/i.test(question))
        return 'can';
    return /\b(?:must|should|shall|ought|ha(?:s|ve|d) to|needs? to)\b/i.test(question) ? 'must' : null;
}
function isIdle({ lower }, isNaming) {
    return lightWords.has(lower) || isNaming(lower);
}
function kindOf({ start, lower }, text, isInside, isKnownName) {
    if (/\p{Nd}/u.test(lower))
        return 'number';
    return isKnownName || (isInside && /^\p{Lu}/u.test(text.slice(start))) ? 'name' : 'word';
}
/** Each form of a word of the lists with all forms of its line. */
function readGroups(analyser) {
    const groups = new Map();
    for (const line of sameWords.trim().split('\n')) {
        const forms = line
            .split(' ')
            .flatMap((word) => analyser.analyse(word).tokens.flatMap((token) => [termOf(token) ?? token.lower, token.lemma, token.lower]));
        const group = [...new Set(forms)];
        for (const form of group)
            groups.set(form, [...new Set([...(groups.get(form) ?? []), ...group])]);
    }
    return groups;
}
//# sourceMappingURL=read-meaning.js.map