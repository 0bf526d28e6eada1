import { cosineOf } from '../search/cosine.js';
import { countUpTo } from '../search/rising.js';
import { findNearestWithin, rangeOf, type Neighbour, type RowRange } from '../search/exact-neighbours.js';
import type { VectorIndex } from '../search/search-index.js';
import type { CorpusIndex, CorpusSentence } from './corpus-index.js';
import { GatheredFacts } from './gathered-facts.js';
import { firstUnits } from './whole-scores.js';

/**
 * The vectors of some documents of a corpus, numbered through and fetched as they are asked for; see `settle`. A search is for the vector alone for
 * which the corpus has found the nearest sentences.
 */
export class PartVectors implements VectorIndex {
  readonly dimensions: number;
  private readonly firsts: Uint32Array;
  private readonly found: readonly number[];
  private readonly known: GatheredFacts<number, Float32Array>;

  /** `numbers` are those of the documents, rising; `nearest` are sentences in them. */
  constructor(
    private readonly corpus: CorpusIndex,
    private readonly numbers: readonly number[],
    nearest: readonly CorpusSentence[],
  ) {
    this.dimensions = corpus.model.dimensions;
    this.known = new GatheredFacts((row: number) => `${row}`, new Float32Array(this.dimensions));
    const documents = numbers.flatMap((number) => corpus.documents[number] ?? []);
    this.firsts = firstUnits(documents, 'sentences');
    const places = new Map(numbers.map((number, i) => [number, i]));
    this.found = nearest
      .map(({ document, sentence }) => (this.firsts[places.get(document) ?? -1] ?? 0) + sentence)
      .sort((a, b) => a - b);
  }

  search(vector: Float32Array, count: number, within: readonly RowRange[] | null = null): Neighbour[] {
    const isWithin = (row: number): boolean => !within || within.some(({ first, end }) => row >= first && row < end);
    const rows = this.found.filter(isWithin);
    // While some are missing, all are taken: what goes with each of them is then asked for in the same round.
    const most = rows.every((row) => this.known.has(row)) ? count : rows.length;
    const read = this.copyVectors.bind(this);
    return findNearestWithin(rows.map(rangeOf), read, this.dimensions, vector, most);
  }

  cosine(vector: Float32Array, row: number): number {
    return cosineOf(this.vectorOf(row), vector);
  }

  vectorOf(row: number): Float32Array {
    return this.known.get(row);
  }

  copyVectors(row: number, target: Float32Array): void {
    for (let at = 0; at < target.length; at += this.dimensions) {
      target.set(this.vectorOf(row + at / this.dimensions), at);
    }
  }

  async gather(): Promise<boolean> {
    const rows = this.known.takeMissing();
    if (rows.length === 0) return false;
    const vectors = await this.corpus.loadVectorsOf(rows.map((row) => this.placeOf(row)));
    for (const [i, row] of rows.entries()) this.known.add(row, vectors[i] ?? new Float32Array(this.dimensions));
    return true;
  }

  private placeOf(row: number): CorpusSentence {
    const place = countUpTo(this.firsts, row) - 1;
    return { document: this.numbers[place] ?? -1, sentence: row - (this.firsts[place] ?? 0) };
  }
}
