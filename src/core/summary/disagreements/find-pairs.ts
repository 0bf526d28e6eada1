import type { Steps } from '../../steps.js';
import { ListBuilder } from '../../search/index-lists.js';
import { countUpTo } from '../../search/rising.js';
import type { SearchIndex } from '../../search/search-index.js';

/** Two sentences of different documents with how much they share, 0..1. */
interface SentencePair {
  readonly first: number;
  readonly second: number;
  /** The weight (idf) of the words in common over the geometric mean of both sentences' weights. */
  readonly share: number;
}

/** What two sentences must share to be compared, and how much is looked at. */
const limits = {
  minShare: 0.4,
  minCommonTerms: 2,
  /** Below this cosine two sentences hardly speak of the same. */
  minCosine: 0.4,
  /** Terms in more sentences than this tell little and would make lookups long. */
  maxFrequency: 200,
  maxPairs: 400,
  /** Pairs that are kept until their cosines are looked at: those that share least are dropped where there are twice as many. */
  maxKept: 20_000,
} as const;

/** Sentences, or pairs, that are looked at in one step. */
const rowsPerStep = 64;
/** Pairs are put in order in parts, by so many steps of their share. */
const shareSteps = 100;

/**
 * Pairs of rows from different documents that share much of their rarer words, found through the inverted index; never
 * all pairs. Those with most in common first, at most 400.
 *
 * @param mayDiffer says cheaply whether two rows could disagree at all
 */
export function* findPairs(
  index: SearchIndex,
  rows: readonly number[],
  mayDiffer: (first: number, second: number) => boolean,
): Steps<SentencePair[]> {
  const { terms, termsOfRows, totals } = yield* weighRows(index, rows);
  const common = new Float32Array(index.rows.length);
  const counts = new Uint16Array(index.rows.length);
  const reached = new Uint32Array(index.rows.length); // the rows that share a term, one after the other
  const kept = new BestPairs();
  for (const [i, first] of rows.entries()) {
    if (i % rowsPerStep === rowsPerStep - 1) yield;
    if (!kept.takes(1)) break;
    const document = index.rows.documentOf(first);
    let found = 0;
    for (let place = termsOfRows.offsets[i] ?? 0; place < (termsOfRows.offsets[i + 1] ?? 0); place++) {
      const { weight, units } = terms[termsOfRows.values[place] ?? -1] ?? none;
      for (let at = countUpTo(units, first); at < units.length; at++) {
        const other = units[at] ?? 0;
        if (counts[other] === 0) reached[found++] = other;
        counts[other] = (counts[other] ?? 0) + 1;
        common[other] = (common[other] ?? 0) + weight;
      }
    }
    for (let at = 0; at < found; at++) {
      const second = reached[at] ?? 0;
      const total = totals[second] ?? 0;
      const share = (common[second] ?? 0) / Math.sqrt((totals[first] ?? 0) * total);
      const isEnough = total > 0 && share >= limits.minShare && (counts[second] ?? 0) >= limits.minCommonTerms;
      counts[second] = 0;
      common[second] = 0;
      if (isEnough && kept.takes(share) && index.rows.documentOf(second) !== document && mayDiffer(first, second)) {
        kept.add({ first, second, share });
      }
    }
  }
  const near: SentencePair[] = [];
  for (const pairs of kept.fromBest()) {
    yield;
    pairs.sort((a, b) => b.share - a.share || a.first - b.first || a.second - b.second);
    for (const [i, pair] of pairs.entries()) {
      if (near.length >= limits.maxPairs) return near;
      if (index.vectors.cosine(index.vectors.vectorOf(pair.first), pair.second) >= limits.minCosine) near.push(pair);
      if (i % rowsPerStep === rowsPerStep - 1) yield;
    }
  }
  return near;
}

/** The pairs that share most, in parts by their share. */
class BestPairs {
  private readonly parts: SentencePair[][] = Array.from({ length: shareSteps + 1 }, () => []);
  private count = 0;
  /** The lowest part that is kept. */
  private lowest = 0;

  takes(share: number): boolean {
    return partOf(share) >= this.lowest;
  }

  add(pair: SentencePair): void {
    this.parts[partOf(pair.share)]?.push(pair);
    this.count++;
    if (this.count < 2 * limits.maxKept) return;
    for (; this.lowest < shareSteps; this.lowest++) {
      const { length } = this.parts[this.lowest] ?? [];
      if (this.count - length < limits.maxKept) return;
      this.count -= length;
      this.parts[this.lowest] = [];
    }
    this.lowest++; // the highest is full: those that come first are as good
  }

  /** The parts, that with the most in common first. */
  fromBest(): SentencePair[][] {
    return this.parts.toReversed();
  }
}

function partOf(share: number): number {
  return Math.min(shareSteps, Math.floor(share * shareSteps));
}

interface WeighedTerm {
  /** 0 for one that is too frequent. */
  readonly weight: number;
  /** The rows that hold it, rising. */
  readonly units: Uint32Array;
}

const none: WeighedTerm = { weight: 0, units: new Uint32Array() };

/**
 * The rarer terms of the rows: for each row the numbers of its own among `terms`, each once. `totals`, the sums of their weights, is 0 for
 * rows that are not looked at.
 */
function* weighRows(index: SearchIndex, rows: readonly number[]) {
  const terms: WeighedTerm[] = [];
  const numbers = new Map<number, number>();
  const termsOfRows = new ListBuilder();
  const totals = new Float32Array(index.rows.length);
  for (const [i, row] of rows.entries()) {
    if (i % rowsPerStep === rowsPerStep - 1) yield;
    const own: number[] = [];
    let total = 0;
    for (const term of index.locate(row).span.terms) {
      // Numbers are what may differ.
      const known = /^\p{Nd}/u.test(term) ? undefined : index.termNumber(term);
      if (known === undefined) continue;
      let number = numbers.get(known);
      if (number === undefined) {
        const { units } = index.sentenceTerms.posting(known);
        const frequency = index.countSentences(term);
        const weight = frequency <= limits.maxFrequency ? index.sentenceTerms.idf(frequency) : 0;
        numbers.set(known, (number = terms.push({ weight, units }) - 1));
      }
      const { weight } = terms[number] ?? none;
      if (weight === 0 || own.includes(number)) continue;
      own.push(number);
      total += weight;
    }
    termsOfRows.add(own);
    termsOfRows.end();
    totals[row] = total;
  }
  return { terms, termsOfRows: termsOfRows.finish(), totals };
}
