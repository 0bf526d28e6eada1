import { stopWords, termOf } from '../../english/terms.js';
import { readFigures } from './read-figures.js';
import { lightLemmas, negationTakers, negators, sameWords, tellingLemmas } from './opposite-words.js';
export function cacheStems(analyser) {
    const stems = new Map();
    return {
        analyser,
        stemOf(word) {
            if (!stems.has(word))
                stems.set(word, analyser.analyse(word).tokens[0]?.stem);
            return stems.get(word);
        },
    };
}
const timeWord = /^(?:january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow|tonight|now|currently|formerly|previously|then|once|spring|summer|autumn|winter|morning|afternoon|evening|night|century|decade|daily|weekly|monthly|yearly|annual|annually|hourly|each|yet|still|already|earlier|later|previous|next|last|first|second|third|fourth|fifth|final|(?:1\d|20)\d\ds?)$/;
const mood = /^(?:will|would|could|can|may|might|must|should|if|unless|whether|when|expect|plan|hope|want|ca|wo|'ll|'d)$/;
const noun = /^(?:NOUN|PROPN)$/;
const content = /^(?:NOUN|PROPN|VERB|ADJ)$/;
/** "Not alone", "not always": an adverb after a negator is what it denies. */
const negatable = /^(?:NOUN|PROPN|VERB|ADJ|ADV)$/;
const denial = /^(?:den|refut|disput)/;
const maxPhraseWords = 4;
export function readFrame(index, row, stemmer) {
    const { document, span } = index.locate(row);
    const text = index.textOf(row);
    const { tokens } = stemmer.analyser.analyse(text);
    const figures = readFigures(text, tokens);
    const sources = new Set(span.label.sources.flatMap((source) => wordsOf(source)));
    const inFigure = new Set(figures.flatMap(({ tokens: { first, last } }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)));
    const words = new Map();
    const times = new Set();
    const moods = new Set();
    let phraseFrom = -maxPhraseWords - 1;
    for (const [i, token] of tokens.entries()) {
        const isTime = timeWord.test(token.lower) || (token.lower === 'may' && i > 0 && text.charAt(token.start) === 'M');
        if (isTime)
            times.add(token.lower);
        if (mood.test(token.lower) && !isTime)
            moods.add(token.lower);
        if (token.pos === 'ADP')
            phraseFrom = i;
        if (/^(?:VERB|AUX|PUNCT)$/.test(token.pos))
            phraseFrom = -maxPhraseWords - 1;
        const term = termOf(token);
        if (isTime || inFigure.has(i) || term === null || !content.test(token.pos))
            continue;
        if (tellingLemmas.has(token.lemma) || lightLemmas.has(token.lemma))
            continue;
        if (negators.test(token.lower) || mood.test(token.lower))
            continue;
        const key = keyOf(token, stemmer);
        const isName = token.pos === 'PROPN' || (i > 0 && /^\p{Lu}/u.test(text.slice(token.start)));
        if (!words.has(key))
            words.set(key, {
                token,
                term,
                isName,
                isSource: sources.has(token.lower),
                isInPhrase: i - phraseFrom <= maxPhraseWords,
                isBesideNoun: isBesideNoun(tokens, i),
            });
    }
    const { context, contextNames } = readContext(index, row);
    const shift = (part) => ({
        ...part,
        start: part.start + span.start,
        end: part.end + span.start,
    });
    return {
        row,
        words: new Map([...words].map(([key, word]) => [key, { ...word, token: shift(word.token) }])),
        figures: figures.map(shift),
        times,
        negations: readNegations(tokens, stemmer).map((negation) => ({ ...negation, span: shift(negation.span) })),
        tense: readTense(tokens),
        mood: [...moods].sort().join(' ') + (document.text.charAt(span.end - 1) === '?' ? '?' : ''),
        context,
        contextNames,
    };
}
/** The form in which words are compared: the stem, for a verb that of its dictionary form (rose, rise). */
function keyOf(token, stemmer) {
    const { pos, lower, lemma, stem } = token;
    const same = sameWords.get(lemma);
    if (same !== undefined)
        return same;
    return pos === 'VERB' && lower !== lemma ? (stemmer.stemOf(lemma) ?? stem) : (termOf(token) ?? stem);
}
function readNegations(tokens, stemmer) {
    return tokens.flatMap((token, i) => {
        if (!negators.test(token.lower) || negationTakers.test(tokens[i + 1]?.lower ?? ''))
            return [];
        const next = tokens
            .slice(i + 1)
            .find(({ pos, lemma }) => negatable.test(pos) && !lightLemmas.has(lemma) && !tellingLemmas.has(lemma));
        return [
            {
                span: { start: token.start, end: token.end },
                isDenial: denial.test(token.lower),
                next: next ? keyOf(next, stemmer) : null,
            },
        ];
    });
}
/** A noun before a name only says what it is the name of: "the airline Skyvane". */
function isBesideNoun(tokens, at) {
    const next = tokens[at + 1]?.pos ?? '';
    if (tokens[at]?.pos === 'NOUN' && next === 'PROPN')
        return false;
    return noun.test(tokens[at - 1]?.pos ?? '') || noun.test(next);
}
function readTense(tokens) {
    const isPast = tokens.some(({ lower, pos }) => /^(?:was|were|had|did)$/.test(lower) || (pos === 'VERB' && /ed$/.test(lower)));
    const isPresent = tokens.some(({ lower }) => /^(?:is|are|has|have|does|do|'s|'re)$/.test(lower));
    return isPast === isPresent ? 'open' : isPast ? 'past' : 'present';
}
function readContext(index, row) {
    const place = index.rows[row];
    const indexed = index.documents[place?.document ?? -1];
    const context = new Set(indexed?.titleTerms);
    const names = [];
    const addText = (text) => {
        names.push(...(text.match(/(?<=[\p{L}\p{N},;:’'")] )\p{Lu}[\p{L}\p{N}’'-]+/gu) ?? []));
    };
    for (const number of place?.passages ?? []) {
        const passage = index.passages[number]?.passage;
        if (!passage)
            continue;
        for (const { terms } of indexed?.sentences.slice(passage.first, passage.last + 1) ?? []) {
            for (const term of terms)
                context.add(term);
        }
        addText(indexed?.document.text.slice(passage.start, passage.end) ?? '');
    }
    const heading = index.headingOf(row);
    if (heading !== null) {
        for (const term of index.locate(heading).span.terms)
            context.add(term);
        addText(index.textOf(heading));
    }
    names.push(...(indexed?.document.metadata.title.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}’'-]+/gu) ?? []));
    const bare = names.map((name) => name.toLowerCase().replace(/['’]s?$/u, ''));
    return { context, contextNames: new Set(bare.filter((name) => !stopWords.has(name))) };
}
function wordsOf(text) {
    return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
//# sourceMappingURL=sentence-frame.js.map