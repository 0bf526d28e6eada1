import { takeTable } from './concept-scores.js';
import type { SearchIndex } from './search-index.js';

/** What each kind of evidence in words counts. */
interface LexicalWeights {
  readonly lexical: number;
  readonly passage: number;
  readonly document: number;
  readonly neighbour: number;
}

const noPassages = { firstPassages: new Uint32Array(), passageCounts: new Uint32Array() };

/** The sum of the lexical parts for all rows at once; the same as the parts of a `Trace`, without an object for each. */
export function scoreRows(
  { rows, firstRows, content: { reads } }: SearchIndex,
  sentences: Float32Array,
  passages: Float32Array,
  documents: Float32Array,
  { lexical, passage, document, neighbour }: LexicalWeights,
): Float32Array {
  const scores = takeTable(rows, rows.length);
  for (let number = 0; number < firstRows.length; number++) {
    const whole = documents[number] ?? 0;
    if (whole === 0) continue; // no term of the question in the whole document
    const first = firstRows[number] ?? 0;
    const end = firstRows[number + 1] ?? rows.length;
    const { firstPassages, passageCounts } = reads[number] ?? noPassages;
    const ownPassages = rows.firstPassages[number] ?? 0;
    for (let row = first; row < end; row++) {
      const firstPassage = ownPassages + (firstPassages[row - first] ?? 0);
      const endPassage = firstPassage + (passageCounts[row - first] ?? 0);
      let best = 0;
      for (let i = firstPassage; i < endPassage; i++) best = Math.max(best, passages[i] ?? 0);
      const before = row > first ? (sentences[row - 1] ?? 0) : 0;
      const after = row + 1 < end ? (sentences[row + 1] ?? 0) : 0;
      scores[row] =
        lexical * (sentences[row] ?? 0) + passage * best + document * whole + neighbour * Math.max(before, after);
    }
  }
  return scores;
}

/** The rows with the highest positive scores, at most `count`; of equal ones the first. */
export function findBest(scores: Float32Array, count: number, accepts: (row: number) => boolean): number[] {
  const best: number[] = []; // by falling score
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? 0;
    if (score === 0 || (best.length >= count && score <= (scores[best[count - 1] ?? 0] ?? 0)) || !accepts(row))
      continue;
    let [low, high] = [0, best.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((scores[best[middle] ?? 0] ?? 0) >= score) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, row);
    if (best.length > count) best.pop();
  }
  return best;
}
