import { bm25Defaults } from './lexical-index.js';
import { scoreConcepts } from './concept-scores.js';
import { citationOf } from './quote.js';
import { fusionWeights, rankSentences } from './ranking.js';
/** The passages nearest to a query, best first: by BM25 of passage and document and by their best sentence. */
export function searchPassages(query, vector, index, count) {
    const { candidates } = rankSentences(query, vector, index);
    const passages = scoreConcepts(query.concepts, index.passageTerms, bm25Defaults.k1 + 1, (term) => index.termNumber(term));
    const found = new Map();
    for (const { row, trace } of candidates) {
        for (const number of index.rows[row]?.passages ?? []) {
            const place = index.passages[number];
            if (!place)
                continue;
            const { start, end } = place.passage;
            const parts = {
                lexical: fusionWeights.passage * (passages.totals[number] ?? 0),
                document: trace.document,
                sentence: trace.lexical,
                vector: trace.vector,
            };
            const score = parts.lexical + parts.document + parts.sentence + parts.vector;
            if (score <= (found.get(number)?.score ?? -1))
                continue;
            const exact = index.locate(row).document.text.slice(start, end);
            found.set(number, { document: citationOf(index, row), start, end, exact, score, trace: parts });
        }
    }
    return [...found.values()].sort((a, b) => b.score - a.score).slice(0, count);
}
//# sourceMappingURL=passage-search.js.map