import type { Steps } from '../steps.js';
import {
  invert,
  movePostings,
  type Counts,
  type FreshUnits,
  type NumberLists,
  type Postings,
  type UnitMove,
} from './postings.js';

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

/** Where a term occurs. */
export class Posting {
  constructor(
    /** The units that hold it, by rising number. */
    readonly units: Uint32Array,
    private readonly frequencies: Counts,
    private readonly lengthAt: (at: number) => number,
    private readonly averageLength: number,
    private readonly parameters: Bm25Parameters,
  ) {}

  /** The term's BM25 weight, before idf, in the unit at a place of `units`: between 0 and `k1 + 1`, in single precision. */
  weightAt(at: number): number {
    return Math.fround(weigh(this.frequencies[at] ?? 0, this.lengthAt(at), this.averageLength, this.parameters));
  }
}

const noPostings: Postings = { offsets: new Uint32Array(1), units: new Uint32Array(), frequencies: new Uint8Array() };

/**
 * Kept are the counts that weights are worked out of, not these: a weight hangs on how long units are on average, and so each of them
 * would change with every text.
 */
export class LexicalIndex {
  private constructor(
    readonly unitCount: number,
    private readonly counts: UnitCounts,
    private readonly parameters: Bm25Parameters,
    private readonly postings: Postings,
    /** How many terms each unit has, or of some terms alone, that of each posting. */
    private readonly lengths: Uint32Array,
    private readonly hasAllTerms: boolean,
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
    const lengths = lengthsOf(unitTerms);
    const counts = whole ?? countUnits(lengths.length, unitTerms.values.length);
    const postings = yield* invert(unitTerms, termCount);
    return new LexicalIndex(lengths.length, counts, parameters, postings, lengths, true);
  }

  /**
   * The index of the same units but for some: those that `moves` do not name are gone, and others have come, given with their numbers and
   * the term numbers of each.
   */
  static *update(
    before: LexicalIndex,
    moves: readonly UnitMove[],
    fresh: FreshUnits,
    termCount: number,
  ): Steps<LexicalIndex> {
    const lengths = new Uint32Array(moves.reduce((sum, { first, end }) => sum + end - first, fresh.numbers.length));
    for (const { first, end, to } of moves) lengths.set(before.lengths.subarray(first, end), to);
    for (const [i, length] of lengthsOf(fresh.terms).entries()) lengths[fresh.numbers[i] ?? 0] = length;
    const total = lengths.reduce((sum, length) => sum + length, 0);
    const postings = yield* movePostings(before.postings, before.unitCount, moves, fresh, termCount);
    const counts = countUnits(lengths.length, total);
    return new LexicalIndex(lengths.length, counts, before.parameters, postings, lengths, true);
  }

  /** The index of some terms alone, numbered from 0 in their order; `counts` are those of the whole that its `unitCount` units are a part of. */
  static ofTerms(terms: readonly UnitPosting[], counts: UnitCounts, unitCount: number): LexicalIndex {
    const offsets = new Uint32Array(terms.length + 1);
    for (const [i, { units }] of terms.entries()) offsets[i + 1] = (offsets[i] ?? 0) + units.length;
    const total = offsets[terms.length] ?? 0;
    const postings = { offsets, units: new Uint32Array(total), frequencies: new Uint32Array(total) };
    const lengths = new Uint32Array(total);
    for (const [i, term] of terms.entries()) {
      const first = offsets[i] ?? 0;
      postings.units.set(term.units, first);
      postings.frequencies.set(term.frequencies, first);
      lengths.set(term.lengths, first);
    }
    return new LexicalIndex(unitCount, counts, bm25Defaults, postings, lengths, false);
  }

  /** Where a term occurs; nowhere for a term that no unit holds. */
  posting(term: number): Posting {
    const { lengths, counts, parameters, hasAllTerms } = this;
    const from = this.postings.offsets[term];
    const to = this.postings.offsets[term + 1];
    const { units: all, frequencies } = from === undefined || to === undefined ? noPostings : this.postings;
    const units = all.subarray(from, to);
    const lengthAt = hasAllTerms
      ? (at: number): number => lengths[units[at] ?? 0] ?? 0
      : (at: number): number => lengths[(from ?? 0) + at] ?? 0;
    return new Posting(units, frequencies.subarray(from, to), lengthAt, counts.averageLength, parameters);
  }

  /** Whether any unit holds a term. */
  holds(term: number): boolean {
    const { offsets } = this.postings;
    return (offsets[term + 1] ?? 0) > (offsets[term] ?? 0);
  }

  /** Inverse document frequency in nats of something that `frequency` units hold; above 0, highest for a frequency of 0. */
  idf(frequency: number): number {
    return Math.log(1 + (this.counts.units - frequency + 0.5) / (frequency + 0.5));
  }
}

function lengthsOf({ offsets }: NumberLists): Uint32Array {
  return Uint32Array.from({ length: offsets.length - 1 }, (_, unit) => (offsets[unit + 1] ?? 0) - (offsets[unit] ?? 0));
}
