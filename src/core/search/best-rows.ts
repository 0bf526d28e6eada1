import type { RowTable } from './row-table.js';
import type { SearchIndex } from './search-index.js';

/** What each kind of evidence in words counts. */
interface LexicalWeights {
  readonly lexical: number;
  readonly passage: number;
  readonly document: number;
  readonly neighbour: number;
}

/** How strongly each unit of each level holds the words of a question, 0..1. */
interface LevelTotals {
  readonly sentences: Float32Array;
  readonly passages: Float32Array;
  readonly documents: Float32Array;
}

const noPassages = { firstPassages: new Uint32Array(), passageCounts: new Uint32Array() };

/**
 * The rows with the highest positive sums of the lexical parts of a `Trace`, in single precision, at most `count`; of equal ones the first.
 * Documents of which no row can be among them are passed over.
 */
export function findBestRows(
  { rows, firstRows, content: { reads } }: SearchIndex,
  { sentences, passages, documents }: LevelTotals,
  { lexical, passage, document, neighbour }: LexicalWeights,
  count: number,
  accepts: (row: number) => boolean,
): readonly number[] {
  const best = new BestRows(count);
  const sumOf = (own: number, around: number, whole: number, beside: number): number =>
    Math.fround(lexical * own + passage * around + document * whole + neighbour * beside);
  for (let number = 0; number < firstRows.length; number++) {
    const whole = documents[number] ?? 0;
    if (whole === 0) continue; // no term of the question in the whole document
    const first = firstRows[number] ?? 0;
    const end = firstRows[number + 1] ?? rows.length;
    const highest = highestOf(sentences, first, end);
    if (!best.takes(sumOf(highest, highestPassage(rows, passages, number), whole, highest))) continue;
    const { firstPassages, passageCounts } = reads[number] ?? noPassages;
    const ownPassages = rows.firstPassages[number] ?? 0;
    for (let row = first; row < end; row++) {
      const firstPassage = ownPassages + (firstPassages[row - first] ?? 0);
      const around = highestOf(passages, firstPassage, firstPassage + (passageCounts[row - first] ?? 0));
      const before = row > first ? (sentences[row - 1] ?? 0) : 0;
      const after = row + 1 < end ? (sentences[row + 1] ?? 0) : 0;
      const score = sumOf(sentences[row] ?? 0, around, whole, Math.max(before, after));
      if (best.takes(score) && accepts(row)) best.add(row, score);
    }
  }
  return best.rows;
}

function highestOf(values: Float32Array, first: number, end: number): number {
  let highest = 0;
  for (let i = first; i < end; i++) highest = Math.max(highest, values[i] ?? 0);
  return highest;
}

function highestPassage(rows: RowTable, passages: Float32Array, document: number): number {
  const { first, end } = rows.unitsOf(document, 'passages');
  return highestOf(passages, first, end);
}

/** By falling score; of equal ones that which was added first. */
class BestRows {
  readonly rows: number[] = [];
  private readonly scores: number[] = [];
  private least = 0;

  constructor(private readonly count: number) {}

  /** Whether a row with this score would be among them. */
  takes(score: number): boolean {
    return score > this.least;
  }

  add(row: number, score: number): void {
    const { rows, scores, count } = this;
    let [low, high] = [0, scores.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((scores[middle] ?? 0) >= score) low = middle + 1;
      else high = middle;
    }
    rows.splice(low, 0, row);
    scores.splice(low, 0, score);
    if (scores.length > count) {
      rows.pop();
      scores.pop();
    }
    if (scores.length === count) this.least = scores.at(-1) ?? 0;
  }
}
