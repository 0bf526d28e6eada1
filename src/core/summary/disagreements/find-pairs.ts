import type { SearchIndex } from '../../search-index.js';

/** Two sentences of different documents that share much, with how much: 0..1 of the shorter one's weight. */
export interface SentencePair {
  readonly first: number;
  readonly second: number;
  readonly share: number;
}

/** Share of the weight (idf) of the shorter sentence's words that two sentences must have in common. */
const minShare = 0.4;
/** Terms in more sentences than this tell nothing and would make lookups long. */
const maxFrequency = 250;
const maxPairs = 1_500;
/** Below this cosine two sentences hardly speak of the same. */
const minCosine = 0.4;

/**
 * Pairs of rows from different documents that share much of their rarer words, found through the inverted index from the
 * rows in `seeds`; never all pairs. Those with most in common first.
 */
export function findPairs(index: SearchIndex, rows: ReadonlySet<number>, seeds: ReadonlySet<number>): SentencePair[] {
  const { sentenceTerms, vectors } = index;
  const weightsOf = new Map<number, ReadonlyMap<number, number>>();
  const weigh = (row: number): ReadonlyMap<number, number> => {
    let weights = weightsOf.get(row);
    if (!weights) {
      const own = new Map<number, number>();
      for (const term of index.locate(row).span.terms) {
        const number = /^\p{Nd}/u.test(term) ? undefined : index.termNumber(term);
        if (number === undefined) continue;
        const frequency = sentenceTerms.posting(number).units.length;
        if (frequency <= maxFrequency) own.set(number, sentenceTerms.idf(frequency));
      }
      weightsOf.set(row, (weights = own));
    }
    return weights;
  };
  const total = (row: number): number => [...weigh(row).values()].reduce((sum, weight) => sum + weight, 0);
  const pairs: SentencePair[] = [];
  for (const first of seeds) {
    const document = index.rows[first]?.document;
    const common = new Map<number, number>();
    for (const [term, weight] of weigh(first)) {
      for (const other of sentenceTerms.posting(term).units) {
        if (!rows.has(other) || index.rows[other]?.document === document || (other < first && seeds.has(other)))
          continue;
        common.set(other, (common.get(other) ?? 0) + weight);
      }
    }
    const own = total(first);
    for (const [second, weight] of common) {
      // No need to weigh the other sentence when even all of it in common would not do.
      const share = weight / Math.max(1e-9, Math.min(own, weight / minShare >= own ? own : total(second)));
      if (share >= minShare) pairs.push({ first: Math.min(first, second), second: Math.max(first, second), share });
    }
  }
  pairs.sort((a, b) => b.share - a.share || a.first - b.first || a.second - b.second);
  const isNear = ({ first, second }: SentencePair): boolean =>
    vectors.cosine(vectors.vectorOf(first), second) >= minCosine;
  const near: SentencePair[] = [];
  for (const pair of pairs) {
    if (near.length >= maxPairs) break;
    if (isNear(pair)) near.push(pair);
  }
  return near;
}
