import { countries, names, synonyms } from './equivalent-lists.js';
import { termsOf } from './terms.js';
/** How far an equivalent counts as the word itself. */
const nameFactor = 1;
const synonymFactor = 0.5;
/** Prepares the lists above for one analyser's tokens and stems; takes a few milliseconds. */
export function createEquivalents(analyser) {
    const nameGroups = new Map();
    for (const line of analyseLines(countries + names, analyser)) {
        const group = splitAtCommas(line).map((tokens) => ({
            words: tokens.map(({ lower }) => lower),
            terms: termsOf(tokens.map((token) => ({ ...token, pos: 'PROPN' }))),
        }));
        for (const { words } of group) {
            const first = words[0] ?? '';
            const sharing = nameGroups.get(first) ?? [];
            nameGroups.set(first, [...sharing, { words, group }].sort((a, b) => b.words.length - a.words.length));
        }
    }
    const synonymGroups = new Map();
    for (const line of analyseLines(synonyms, analyser)) {
        const terms = new Set(termsOf(line));
        for (const term of terms)
            synonymGroups.set(term, new Set([...(synonymGroups.get(term) ?? []), ...terms]));
    }
    return {
        places: new Set(countries
            .trim()
            .split('\n')
            .map((line) => line.split(', ')[0] ?? line)),
        nameAt(tokens, at) {
            const token = tokens[at];
            if (!token || (token.lower === 'us' && token.pos === 'PRON') || (token.lower === 'who' && at === 0))
                return null;
            const found = nameGroups
                .get(token.lower)
                ?.find(({ words }) => words.every((word, i) => tokens[at + i]?.lower === word));
            if (!found)
                return null;
            const others = found.group
                .filter(({ words }) => words !== found.words)
                .map(({ terms }) => ({ terms, factor: nameFactor }));
            return { length: found.words.length, others };
        },
        synonymsOf(term) {
            return [...(synonymGroups.get(term) ?? [])]
                .filter((other) => other !== term)
                .map((other) => ({ terms: [other], factor: synonymFactor }));
        },
    };
}
/** The tokens of each line of a list, from one pass over it. */
function analyseLines(list, analyser) {
    const text = list.trim();
    const lines = text.split('\n').map(() => []);
    let line = 0;
    let end = text.indexOf('\n');
    for (const token of analyser.analyse(text).tokens) {
        while (end >= 0 && token.start > end) {
            line++;
            end = text.indexOf('\n', end + 1);
        }
        lines[line]?.push(token);
    }
    return lines;
}
function splitAtCommas(tokens) {
    const parts = [[]];
    for (const token of tokens) {
        if (token.lower === ',')
            parts.push([]);
        else
            parts.at(-1)?.push(token);
    }
    return parts;
}
//# sourceMappingURL=equivalents.js.map