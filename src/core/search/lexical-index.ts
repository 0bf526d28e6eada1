import type { Steps } from '../steps.js';

/**
 * BM25 over units of text (sentences, passages or documents).
 *
 * S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in
 * Information Retrieval 3 (4), 2009; the inverse document frequency is Lucene's, which is never negative.
 */
interface Bm25Parameters {
  /** Saturation of a term's frequency; 0 counts presence only. Usual range 0.5 to 2. */
  readonly k1: number;
  /** Share of length normalisation, 0 (none) to 1 (full). */
  readonly b: number;
}

export const bm25Defaults: Bm25Parameters = { k1: 0.6, b: 0.6 };

/** Lists of numbers end to end: list `i` is `values[offsets[i]..offsets[i + 1])`. */
export interface NumberLists {
  /** One more than there are lists. */
  readonly offsets: Uint32Array;
  readonly values: Uint32Array;
}

/** The units that hold a term, with the term's BM25 weight in each before idf, between 0 and `k1 + 1`. */
interface Posting {
  readonly units: Uint32Array;
  readonly weights: Float32Array;
}

/** What is counted of all units together. */
export interface UnitCounts {
  readonly units: number;
  /** Terms of a unit on average, at least 1. */
  readonly averageLength: number;
}

/** The counts of some units by their number and that of all their terms. */
export function countUnits(units: number, terms: number): UnitCounts {
  return { units, averageLength: Math.max(1, terms / Math.max(1, units)) };
}

/** BM25 weight, before idf, of a term that a unit of `length` terms holds `frequency` times. */
function weigh(frequency: number, length: number, averageLength: number, { k1, b }: Bm25Parameters): number {
  return (frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * length) / averageLength));
}

/** The units that hold a term, rising, how often each does, and how many terms it has. */
export interface UnitPosting {
  readonly units: Uint32Array;
  readonly frequencies: Uint32Array;
  readonly lengths: Uint32Array;
}

/** Postings that are worked out in one step: less than a millisecond. */
const postingsPerStep = 50_000;

const noPosting: Posting = { units: new Uint32Array(), weights: new Float32Array() };

export class LexicalIndex {
  private constructor(
    readonly unitCount: number,
    private readonly allUnits: number,
    private readonly offsets: Uint32Array,
    private readonly units: Uint32Array,
    private readonly weights: Float32Array,
  ) {}

  /**
   * @param unitTerms the term numbers of each unit, with repetitions
   * @param termCount number of different terms; every term number is below it
   * @param whole the counts of the whole that the units are a part of; their own unless said
   */
  static *create(
    unitTerms: NumberLists,
    termCount: number,
    parameters: Bm25Parameters = bm25Defaults,
    whole: UnitCounts | null = null,
  ): Steps<LexicalIndex> {
    const unitCount = unitTerms.offsets.length - 1;
    const { offsets, units, weights } = yield* invert(unitTerms, termCount);
    const counts = whole ?? countUnits(unitCount, unitTerms.values.length);
    for (let at = 0; at < units.length; at++) {
      const unit = units[at] ?? 0;
      const frequency = weights[at] ?? 0;
      const length = (unitTerms.offsets[unit + 1] ?? 0) - (unitTerms.offsets[unit] ?? 0);
      weights[at] = weigh(frequency, length, counts.averageLength, parameters);
      if (at % postingsPerStep === postingsPerStep - 1) yield;
    }
    return new LexicalIndex(unitCount, counts.units, offsets, units, weights);
  }

  /** The index of some terms alone, numbered from 0 in their order; `counts` are those of the whole that its `unitCount` units are a part of. */
  static ofTerms(terms: readonly UnitPosting[], counts: UnitCounts, unitCount: number): LexicalIndex {
    const offsets = new Uint32Array(terms.length + 1);
    for (const [i, { units }] of terms.entries()) offsets[i + 1] = (offsets[i] ?? 0) + units.length;
    const units = new Uint32Array(offsets[terms.length] ?? 0);
    const weights = new Float32Array(units.length);
    for (const [i, term] of terms.entries()) {
      const first = offsets[i] ?? 0;
      units.set(term.units, first);
      for (let at = 0; at < term.units.length; at++) {
        weights[first + at] = weigh(
          term.frequencies[at] ?? 0,
          term.lengths[at] ?? 0,
          counts.averageLength,
          bm25Defaults,
        );
      }
    }
    return new LexicalIndex(unitCount, counts.units, offsets, units, weights);
  }

  /** Where a term occurs, by rising unit number; empty for a term that no unit holds. */
  posting(term: number): Posting {
    const from = this.offsets[term];
    const to = this.offsets[term + 1];
    if (from === undefined || to === undefined) return noPosting;
    return { units: this.units.subarray(from, to), weights: this.weights.subarray(from, to) };
  }

  /** Whether any unit holds a term. */
  holds(term: number): boolean {
    return (this.offsets[term + 1] ?? 0) > (this.offsets[term] ?? 0);
  }

  /** Inverse document frequency in nats of something that `frequency` units hold; above 0, highest for a frequency of 0. */
  idf(frequency: number): number {
    return Math.log(1 + (this.allUnits - frequency + 0.5) / (frequency + 0.5));
  }
}

/** Turns "terms of each unit" round into "units of each term"; `weights` are how often then. */
function* invert(unitTerms: NumberLists, termCount: number) {
  const lastUnit = new Int32Array(termCount).fill(-1);
  const offsets = new Uint32Array(termCount + 1);
  yield* forEachUnit(unitTerms, (terms, unit) => {
    for (const term of terms) {
      if (lastUnit[term] === unit) continue;
      lastUnit[term] = unit;
      offsets[term + 1] = (offsets[term + 1] ?? 0) + 1;
    }
  });
  for (let term = 0; term < termCount; term++) offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0);
  const total = offsets[termCount] ?? 0;
  const units = new Uint32Array(total);
  const weights = new Float32Array(total);
  const next = offsets.slice();
  lastUnit.fill(-1);
  yield* forEachUnit(unitTerms, (terms, unit) => {
    for (const term of terms) {
      if (lastUnit[term] !== unit) {
        lastUnit[term] = unit;
        units[next[term] ?? 0] = unit;
        next[term] = (next[term] ?? 0) + 1;
      }
      const at = (next[term] ?? 1) - 1;
      weights[at] = (weights[at] ?? 0) + 1;
    }
  });
  return { offsets, units, weights };
}

function* forEachUnit(
  { offsets, values }: NumberLists,
  visit: (terms: Uint32Array, unit: number) => void,
): Steps<void> {
  let done = 0;
  for (let unit = 0; unit + 1 < offsets.length; unit++) {
    const [first, end] = [offsets[unit] ?? 0, offsets[unit + 1] ?? 0];
    visit(values.subarray(first, end), unit);
    if (end - done < postingsPerStep) continue;
    done = end;
    yield;
  }
}
