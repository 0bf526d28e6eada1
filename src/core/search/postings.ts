import type { Steps } from '../steps.js';

/** Lists of numbers end to end: list `i` is `values[offsets[i]..offsets[i + 1])`. */
export interface NumberLists {
  /** One more than there are lists. */
  readonly offsets: Uint32Array;
  readonly values: Uint32Array;
}

/** Numbers that are small for nearly all texts, in as few bytes as hold them. */
export type Counts = Uint8Array | Uint16Array | Uint32Array;

/** The units that hold each term, by rising number, and how often each does; those of term `i` from `offsets[i]` up to `offsets[i + 1]`. */
export interface Postings {
  readonly offsets: Uint32Array;
  readonly units: Uint32Array;
  readonly frequencies: Counts;
}

/** Units that go on under other numbers: those from `first` up to `end`, from `to` on. */
export interface UnitMove {
  readonly first: number;
  readonly end: number;
  readonly to: number;
}

/** Postings that are worked out in one step: less than a millisecond. */
const postingsPerStep = 50_000;

/** Room for counts of which none is above `most`. */
function makeCounts(most: number, length: number): Counts {
  return new (most < 1 << 8 ? Uint8Array : most < 1 << 16 ? Uint16Array : Uint32Array)(length);
}

/** Turns "terms of each unit" round into "units of each term". */
export function* invert(unitTerms: NumberLists, termCount: number): Steps<Postings> {
  const lastUnit = new Int32Array(termCount).fill(-1);
  const offsets = new Uint32Array(termCount + 1);
  let longest = 0;
  yield* forEachUnit(unitTerms, (terms, unit) => {
    longest = Math.max(longest, terms.length);
    for (const term of terms) {
      if (lastUnit[term] === unit) continue;
      lastUnit[term] = unit;
      offsets[term + 1] = (offsets[term + 1] ?? 0) + 1;
    }
  });
  for (let term = 0; term < termCount; term++) offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0);
  const total = offsets[termCount] ?? 0;
  const units = new Uint32Array(total);
  const frequencies = makeCounts(longest, total);
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
      frequencies[at] = (frequencies[at] ?? 0) + 1;
    }
  });
  return { offsets, units, frequencies };
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

/** Units that were not there before: their numbers, rising, and the term numbers of each, with repetitions. */
export interface FreshUnits {
  readonly numbers: readonly number[];
  readonly terms: NumberLists;
}

/**
 * The postings of units of which most were there before: those that `moves` name, in their order, keep theirs; all others are gone. Every
 * posting is looked at once and in order, which takes a tenth of inverting all units.
 */
export function* movePostings(
  before: Postings,
  unitCount: number,
  moves: readonly UnitMove[],
  fresh: FreshUnits,
  termCount: number,
): Steps<Postings> {
  const moved = new Int32Array(unitCount).fill(-1);
  for (const { first, end, to } of moves) for (let unit = first; unit < end; unit++) moved[unit] = to + unit - first;
  const { added, count, longest } = countFresh(fresh);
  const room = before.units.length + count;
  const offsets = new Uint32Array(termCount + 1);
  const units = new Uint32Array(room);
  const most = Math.max(longest, 2 ** (8 * before.frequencies.BYTES_PER_ELEMENT) - 1);
  const frequencies = makeCounts(most, room);
  let next = 0;
  let done = 0;
  for (let term = 0; term < termCount; term++) {
    const own = added.get(term) ?? noPairs;
    let taken = 0;
    const end = before.offsets[term + 1] ?? 0;
    for (let at = before.offsets[term] ?? end; at < end; at++) {
      const unit = moved[before.units[at] ?? 0] ?? -1;
      if (unit < 0) continue;
      for (; taken < own.length && (own[taken] ?? 0) < unit; taken += 2) {
        units[next] = own[taken] ?? 0;
        frequencies[next++] = own[taken + 1] ?? 0;
      }
      units[next] = unit;
      frequencies[next++] = before.frequencies[at] ?? 0;
    }
    for (; taken < own.length; taken += 2) {
      units[next] = own[taken] ?? 0;
      frequencies[next++] = own[taken + 1] ?? 0;
    }
    offsets[term + 1] = next;
    if (next - done < postingsPerStep) continue;
    done = next;
    yield;
  }
  return { offsets, units: units.subarray(0, next), frequencies: frequencies.subarray(0, next) };
}

const noPairs: readonly number[] = [];

/** For each term the units that hold it, each followed by how often it does. */
function countFresh({ numbers, terms: { offsets, values } }: FreshUnits) {
  const added = new Map<number, number[]>();
  let [count, longest] = [0, 0];
  for (const [i, unit] of numbers.entries()) {
    const terms = values.subarray(offsets[i], offsets[i + 1]);
    longest = Math.max(longest, terms.length);
    for (const term of terms) {
      const pairs = added.get(term) ?? [];
      added.set(term, pairs);
      if (pairs.at(-2) === unit) pairs[pairs.length - 1] = (pairs.at(-1) ?? 0) + 1;
      else {
        pairs.push(unit, 1);
        count++;
      }
    }
  }
  return { added, count, longest };
}
