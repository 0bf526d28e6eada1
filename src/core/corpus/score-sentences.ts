import { fusionWeights } from '../search/ranking.js';
import type { IndexedDocument } from '../search/search-index.js';
import type { WholeScores } from './whole-scores.js';

/** What the words of each sentence of a document count, as `scoreRows` does for all, from the totals of its units. */
export function scoreSentences(
  { passages }: Pick<IndexedDocument, 'passages'>,
  { sentences, passages: inPassages, document: inDocument }: ReturnType<WholeScores['totalsOf']>,
): number[] {
  const { lexical, passage, document, neighbour } = fusionWeights;
  const best = sentences.map(() => 0);
  for (const [number, { first, last }] of passages.entries()) {
    const total = inPassages[number] ?? 0;
    if (total > 0) for (let s = first; s <= last; s++) best[s] = Math.max(best[s] ?? 0, total);
  }
  return sentences.map((own, s) => {
    const beside = Math.max(sentences[s - 1] ?? 0, sentences[s + 1] ?? 0);
    return lexical * own + passage * (best[s] ?? 0) + document * inDocument + neighbour * beside;
  });
}
