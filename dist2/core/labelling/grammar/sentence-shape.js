import { isAuthors, isCapitalised, isModifier, tokenAt, wordSet } from './sentence-view.js';
const lightWords = wordSet('be have do say get make take go come thing other such more most many one two year day time');
/** A word of weight that comes twice in the author's words: "Seven is seven too many"; its second token, else null. */
export function findRepetition(view) {
    const seen = new Set();
    for (const [i, token] of view.tokens.entries()) {
        const { lemma, pos } = token;
        if (!/^(?:NOUN|VERB|ADJ)$/.test(pos) || lemma.length < 3 || lightWords.has(lemma))
            continue;
        if (!isAuthors(view, i) || (i > 0 && isCapitalised(view, token)) || isModifier(view, i))
            continue;
        if (seen.has(lemma) && !(pos === 'NOUN' && /^(?:the|its|their|his|her)$/.test(tokenAt(view, i - 1).lower)))
            return i;
        seen.add(lemma);
    }
    return null;
}
const linking = wordSet('be seem look remain feel become sound');
const statesOfAffairs = wordSet('able available absent aged alive asleep awake aware closed dead deep due eligible entitled exempt free high ill liable located long married old online open present ready responsible tall valid vacant wide');
/** The adjective that is said of the subject: "The gap is absurd"; null where a noun follows or a plain state is told. */
export function findPredicateAdjective(view, verb) {
    if (!linking.has(tokenAt(view, verb).lemma))
        return null;
    let at = verb + 1;
    while (/^(?:ADV|PART)$/.test(tokenAt(view, at).pos) && at - verb < 5)
        at++;
    const { pos, lower } = tokenAt(view, at);
    if (pos !== 'ADJ' || statesOfAffairs.has(lower) || /^(?:NOUN|NUM|ADJ)$/.test(tokenAt(view, at + 1).pos))
        return null;
    return at;
}
const contrasts = new RegExp('\\bnot\\b[^,;.]{2,50}[,;]? but\\b|, not (?:a|an|the|by|for|in|to|from|because|whether)\\b|\\band not\\b|\\bless\\b[^,;.]{2,50}\\bthan\\b|' +
    '\\b(?:not|never|hardly|neither)\\b[^;.]{2,60}; |\\bthe (?:more|less|better|worse)\\b[^;.]{2,60}, the (?:more|less|better|worse)\\b|' +
    '\\bnothing\\b[^;.]{2,60}\\b(?:but|except|like)\\b');
/** Start and end, within the lower-cased sentence, of one thing set against another ("not a bridge but a bill"). */
export function findAntithesis(lowered) {
    const match = contrasts.exec(lowered);
    return match ? [match.index, match.index + match[0].length] : null;
}
//# sourceMappingURL=sentence-shape.js.map