import { isAuthors, isWord, tokenAt, wordSet } from './sentence-view.js';
/** Verbs that open a command. */
const imperatives = wordSet('leave let put give take ask stop make keep drop tell call look consider imagine forget remember try do be spare start build buy ban end scrap open close ' +
    'send bring publish show name read count think go come get pay wait skip avoid enjoy order head pick seek pour serve visit choose note see compare raise fund hire fix abolish restore judge pity beware use');
/** The verb of a command at the head of the sentence, over "please", "then", "and"; null where a subject stands. */
export function findImperative(view) {
    let at = 0;
    while (at < 3 &&
        (/^(?:please|then|so|and|but|instead|now|just|this|time)$/.test(tokenAt(view, at).lower) ||
            !isWord(tokenAt(view, at))))
        at++;
    const token = tokenAt(view, at);
    if (!imperatives.has(token.lower) || !isAuthors(view, at))
        return null;
    const next = tokenAt(view, at + 1);
    const named = /^(?:VERB|AUX)$/.test(token.pos);
    if (/^(?:of|is|was|are|were|and|to|from|has|will|for)$/.test(next.lower) &&
        !(token.lower === 'look' || token.lower === 'go'))
        return null;
    if (next.pos === 'VERB' && !named)
        return null;
    if (next.pos === 'PROPN' && /^(?:judge|count|mark|order)$/.test(token.lower))
        return null;
    if (token.lower === 'do' && /^(?:we|they|you|he|she|it|the)$/.test(next.lower))
        return null;
    return /^(?:DET|PRON|PROPN|NOUN|ADJ|ADV|PART|NUM|ADP|PUNCT|AUX)$/.test(next.pos) || named ? at : null;
}
//# sourceMappingURL=imperative.js.map