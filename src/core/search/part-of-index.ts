import type { Steps } from '../steps.js';
import type { RowRange } from './exact-neighbours.js';
import { createContent } from './index-content.js';
import { countUpTo } from './rising.js';
import { SearchIndex, type VectorIndex } from './search-index.js';

/**
 * The index of some of an index's documents alone, given by their numbers in rising order: with words, counts and neighbours as if there
 * were no others. Documents and vectors are shared with the whole.
 */
export function* takePart(whole: SearchIndex, documents: readonly number[]): Steps<SearchIndex> {
  const ranges: RowRange[] = [];
  for (const number of documents) {
    const first = whole.firstRows[number] ?? 0;
    const end = first + (whole.documents[number]?.sentences.length ?? 0);
    const last = ranges.at(-1);
    if (last?.end === first) ranges[ranges.length - 1] = { first: last.first, end };
    else ranges.push({ first, end });
  }
  const own = documents.flatMap((number) => whole.documents[number] ?? []);
  const content = yield* createContent(own, whole.content);
  return new SearchIndex(own, shareVectors(whole.vectors, ranges), content);
}

/** The vectors of some rows of an index, numbered from 0. */
function shareVectors(whole: VectorIndex, ranges: readonly RowRange[]): VectorIndex {
  const firsts: number[] = []; // the number of each range's first row here
  let rows = 0;
  for (const { first, end } of ranges) {
    firsts.push(rows);
    rows += end - first;
  }
  const inWhole = new Uint32Array(rows);
  for (const [i, { first, end }] of ranges.entries()) {
    for (let row = first; row < end; row++) inWhole[(firsts[i] ?? 0) + row - first] = row;
  }
  const rowOf = (row: number): number => {
    const found = inWhole[row];
    if (found === undefined) throw new RangeError(`row ${row} of ${rows}`);
    return found;
  };
  return {
    dimensions: whole.dimensions,
    search: (vector, count, within) =>
      whole
        .search(vector, count, within ? within.flatMap((range) => toWhole(range, ranges, firsts)) : ranges)
        .map(({ row, cosine }) => ({ row: countUpTo(inWhole, row) - 1, cosine })),
    cosine: (vector, row) => whole.cosine(vector, rowOf(row)),
    vectorOf: (row) => whole.vectorOf(rowOf(row)),
    copyVectors(row, target) {
      whole.copyVectors(rowOf(row), target);
    },
  };
}

/** The rows of the whole that a range of rows of the part stands for. */
function toWhole({ first, end }: RowRange, ranges: readonly RowRange[], firsts: readonly number[]): RowRange[] {
  return ranges.flatMap((range, i) => {
    const by = range.first - (firsts[i] ?? 0);
    const own = { first: Math.max(first + by, range.first), end: Math.min(end + by, range.end) };
    return own.first < own.end ? [own] : [];
  });
}
