const minShare = 0.4;
const minCommonTerms = 2;
/** Terms in more sentences than this tell little and would make lookups long. */
const maxFrequency = 200;
const maxPairs = 400;
/** Below this cosine two sentences hardly speak of the same. */
const minCosine = 0.4;
/**
 * Pairs of rows from different documents that share much of their rarer words, found through the inverted index; never
 * all pairs. Those with most in common first, at most 400.
 *
 * @param mayDiffer says cheaply whether two rows could disagree at all
 */
export function findPairs(index, rows, mayDiffer) {
    const { terms, weights, totals } = weighRows(index, rows);
    const common = new Float32Array(index.rows.length);
    const counts = new Uint16Array(index.rows.length);
    const pairs = [];
    for (const first of rows) {
        const document = index.rows[first]?.document;
        const reached = [];
        for (const term of terms.get(first) ?? []) {
            const weight = weights.get(term) ?? 0;
            for (const other of index.sentenceTerms.posting(term).units) {
                if (other <= first)
                    continue;
                if (counts[other] === 0)
                    reached.push(other);
                counts[other] = (counts[other] ?? 0) + 1;
                common[other] = (common[other] ?? 0) + weight;
            }
        }
        for (const second of reached) {
            const total = totals[second] ?? 0;
            const share = (common[second] ?? 0) / Math.sqrt((totals[first] ?? 0) * total);
            const isEnough = total > 0 && share >= minShare && (counts[second] ?? 0) >= minCommonTerms;
            counts[second] = 0;
            common[second] = 0;
            if (isEnough && index.rows[second]?.document !== document && mayDiffer(first, second)) {
                pairs.push({ first, second, share });
            }
        }
    }
    pairs.sort((a, b) => b.share - a.share || a.first - b.first || a.second - b.second);
    const near = [];
    for (const pair of pairs) {
        if (near.length >= maxPairs)
            break;
        if (index.vectors.cosine(index.vectors.vectorOf(pair.first), pair.second) >= minCosine)
            near.push(pair);
    }
    return near;
}
/** The rarer terms of each row, each once, with their weights; `totals` is 0 for rows that are not looked at. */
function weighRows(index, rows) {
    const terms = new Map();
    const weights = new Map();
    const totals = new Float32Array(index.rows.length);
    for (const row of rows) {
        const own = new Set();
        let total = 0;
        for (const term of index.locate(row).span.terms) {
            // Numbers are what may differ.
            const number = /^\p{Nd}/u.test(term) ? undefined : index.termNumber(term);
            if (number === undefined || own.has(number))
                continue;
            let weight = weights.get(number);
            if (weight === undefined) {
                const frequency = index.sentenceTerms.posting(number).units.length;
                weights.set(number, (weight = frequency <= maxFrequency ? index.sentenceTerms.idf(frequency) : 0));
            }
            if (weight === 0)
                continue;
            own.add(number);
            total += weight;
        }
        terms.set(row, [...own]);
        totals[row] = total;
    }
    return { terms, weights, totals };
}
//# sourceMappingURL=find-pairs.js.map