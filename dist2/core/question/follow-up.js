const opening = /^(?:(?:and|but|or|also|so|ok|okay|then|und|oder|aber)\b[\s,]*)*(?:(?:what|how)\s+about\b|what\s+of\b|was\s+ist\s+mit\b|wie\s+ist\s+es\s+mit\b)?[\s,]*/iu;
const interrogative = /^(?:since\s+|until\s+|by\s+)?(?:who|whom|whose|what|which|when|where|why|how)$/iu;
const questionStart = /^(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|must)\b/iu;
const pronouns = new Set(['it', 'they', 'them', 'he', 'him', 'she', 'her']);
const possessives = new Set(['its', 'their', 'his']);
const pointers = new Set(['this', 'that', 'these', 'those']);
/** The question word and what belongs to it: "how long", "which year". */
const questionWord = /^\W*(?:how\s+(?:many|much|long|far|old|big|often)|who|whom|whose|what|which|when|where|why|how)\b\s*/iu;
/**
 * What a follow-up asks, told as a question of its own with the subject of the question before: "and Iran?" after
 * "How long is the border with Pakistan?" asks "How long is the border with Iran?". Null where it needs no subject.
 */
export function resolveFollowUp(text, previous, analyser) {
    const trimmed = text.trim();
    const lead = opening.exec(trimmed)?.[0] ?? '';
    const rest = trimmed.slice(lead.length).replace(/[\s?!.]+$/u, '');
    if (rest === '')
        return null;
    if (interrogative.test(rest))
        return exchangeQuestionWord(rest, previous);
    const { tokens } = analyser.analyse(rest);
    if (!questionStart.test(rest) && isFragment(lead, tokens))
        return exchangeSubject(rest, previous, analyser);
    return insertSubject(rest, tokens, previous, analyser);
}
/** A few words without a verb: with "and" or "what about" before them, or very short. */
function isFragment(lead, tokens) {
    const words = tokens.filter(({ lower }) => /[\p{L}\p{N}]/u.test(lower));
    if (words.length > (lead ? 8 : 3))
        return false;
    return lead !== '' || words.every(({ pos }) => !['VERB', 'AUX'].includes(pos));
}
function exchangeQuestionWord(word, previous) {
    const body = previous.replace(questionWord, '').replace(/[\s?]+$/u, '');
    return `${capitalise(word)} ${body}?`;
}
function exchangeSubject(subject, previous, analyser) {
    const { tokens } = analyser.analyse(previous);
    const target = findNames(tokens).at(-1) ?? findNounPhrases(tokens).at(-1);
    if (!target)
        return null;
    const before = previous.slice(0, target.start);
    // "and with Iran?" repeats the preposition that stands there already.
    const repeated = /(\p{L}+)\s+$/u.exec(before)?.[1] ?? '';
    const [first = '', ...words] = subject.split(/\s+/);
    const bare = words.length > 0 && first.toLowerCase() === repeated.toLowerCase() ? words.join(' ') : subject;
    const exchanged = `${before}${bare}${previous.slice(target.end)}`;
    return exchanged.toLowerCase() === previous.toLowerCase() ? null : exchanged;
}
/** Puts the subject of the question before in the place of a pronoun that has nothing else to stand for. */
function insertSubject(rest, tokens, previous, analyser) {
    const at = tokens.findIndex(({ lower, pos }, i) => {
        if (pronouns.has(lower) || possessives.has(lower))
            return true;
        const next = tokens[i + 1]?.pos;
        return pointers.has(lower) && pos !== 'SCONJ' && (next === undefined || next === 'AUX' || next === 'VERB');
    });
    const token = tokens[at];
    if (!token || findNames(tokens.slice(0, at)).length > 0)
        return null;
    const subject = findSubject(previous, analyser);
    if (subject === null)
        return null;
    const ending = possessives.has(token.lower) || isPossessiveHer(tokens, at) ? (/s$/u.test(subject) ? '’' : '’s') : '';
    return capitalise(`${rest.slice(0, token.start)}${subject}${ending}${rest.slice(token.end)}?`);
}
function isPossessiveHer(tokens, at) {
    return tokens[at]?.lower === 'her' && ['NOUN', 'ADJ', 'PROPN'].includes(tokens[at + 1]?.pos ?? '');
}
/** "the border with Pakistan": the first noun phrase after the question word, with what is hung on it by prepositions. */
function findSubject(question, analyser) {
    const skipped = questionWord.exec(question)?.[0].length ?? 0;
    const rest = question.slice(skipped);
    const { tokens } = analyser.analyse(rest);
    const phrases = findNounPhrases(tokens);
    const first = phrases[0];
    if (!first)
        return null;
    let { end } = first;
    for (const next of phrases.slice(1)) {
        if (!/^\s*(?:of|with|between|in|on|at|for|from|to|and)\s*$/iu.test(rest.slice(end, next.start)))
            break;
        end = next.end;
    }
    return rest.slice(first.start, end);
}
/** Runs of names, with "of" inside. */
function findNames(tokens) {
    return collectRuns(tokens, ({ pos }) => pos === 'PROPN', ({ lower }) => lower === 'of' || lower === '-');
}
/** Runs of nouns with their adjectives and their article. */
function findNounPhrases(tokens) {
    const runs = collectRuns(tokens, ({ pos }) => ['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(pos), ({ lower }) => lower === '-' || lower === "'s");
    return runs
        .filter(({ start, end }) => tokens.some((token) => token.start >= start && token.end <= end && /^(?:NOUN|PROPN)$/.test(token.pos)))
        .map((run) => {
        const before = tokens.findLast(({ end }) => end <= run.start);
        return before && /^(?:the|a|an|this|that|these|those)$/.test(before.lower)
            ? { start: before.start, end: run.end }
            : run;
    });
}
function collectRuns(tokens, accepts, joins) {
    const runs = [];
    let open = false;
    for (const [i, token] of tokens.entries()) {
        const next = tokens[i + 1];
        const last = runs.at(-1);
        if (accepts(token)) {
            if (open && last)
                runs[runs.length - 1] = { start: last.start, end: token.end };
            else
                runs.push({ start: token.start, end: token.end });
            open = true;
        }
        else
            open = open && joins(token) && next !== undefined && accepts(next);
    }
    return runs;
}
function capitalise(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
//# sourceMappingURL=follow-up.js.map