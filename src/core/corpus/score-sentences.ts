import { fusionWeights } from '../search/ranking.js';
import type { IndexedDocument } from '../search/search-index.js';
import type { WholeScores } from './whole-scores.js';

/** What the words of each sentence of a document count, as `findBestRows` does for all, from the totals of its units. */
export function scoreSentences(
  { passages }: Pick<IndexedDocument, 'passages'>,
  { sentences, passages: inPassages, document: inDocument }: ReturnType<WholeScores['totalsOf']>,
): number[] {
  const { lexical, passage, document, neighbour } = fusionWeights;
  const scores = new Array<number>(sentences.length).fill(0);
  if (inDocument === 0) return scores; // no term of the question in the whole document
  for (let number = 0; number < passages.length; number++) {
    const { first = 0, last = -1 } = passages[number] ?? {};
    for (let s = first; s <= last; s++) scores[s] = Math.max(scores[s] ?? 0, inPassages[number] ?? 0);
  }
  for (let s = 0; s < scores.length; s++) {
    const beside = Math.max(sentences[s - 1] ?? 0, sentences[s + 1] ?? 0);
    const own = lexical * (sentences[s] ?? 0) + passage * (scores[s] ?? 0);
    scores[s] = own + document * inDocument + neighbour * beside;
  }
  return scores;
}

/** The highest of some scores. */
export class HighestScores {
  /** By falling score; 0 where there are not so many. */
  private readonly scores: Float64Array;

  constructor(count: number) {
    this.scores = new Float64Array(count);
  }

  /** What one more has to be above. */
  get least(): number {
    return this.scores.at(-1) ?? 0;
  }

  add(score: number): void {
    if (score <= this.least) return;
    let at = this.scores.length - 1;
    for (; at > 0 && (this.scores[at - 1] ?? 0) < score; at--) this.scores[at] = this.scores[at - 1] ?? 0;
    this.scores[at] = score;
  }
}
