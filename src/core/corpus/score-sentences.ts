import { fusionWeights } from '../search/ranking.js';
import type { IndexedDocument } from '../search/search-index.js';

/** What the words of each sentence of a document count, as `findBestRows` does for all, from the totals of its units. */
export function scoreSentences(
  { sentences, passages }: Pick<IndexedDocument, 'sentences' | 'passages'>,
  totals: { readonly sentences: Float32Array; readonly passages: Float32Array; readonly document: number },
): number[] {
  const { lexical, passage, document, neighbour } = fusionWeights;
  const best = new Float32Array(sentences.length);
  for (const [number, { first, last }] of passages.entries()) {
    for (let s = first; s <= last; s++) best[s] = Math.max(best[s] ?? 0, totals.passages[number] ?? 0);
  }
  return sentences.map((_, s) => {
    const beside = Math.max(totals.sentences[s - 1] ?? 0, totals.sentences[s + 1] ?? 0);
    const own = lexical * (totals.sentences[s] ?? 0) + passage * (best[s] ?? 0);
    return own + document * totals.document + neighbour * beside;
  });
}
