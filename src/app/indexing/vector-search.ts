import type { HnswGraph } from '../../adapters/index/hnsw-vector-index.js';
import type { VectorRows } from '../../adapters/index/vector-rows.js';
import {
  exactPartLimit,
  findNearestWithin,
  type Neighbour,
  type RowRange,
} from '../../core/search/exact-neighbours.js';
import type { VectorIndex } from '../../core/search/search-index.js';
import type { Manifest } from './manifest.js';

interface SearchedVectors {
  readonly manifest: Pick<Manifest, 'documents' | 'graph' | 'model'>;
  readonly vectors: VectorRows;
  readonly graph: HnswGraph | null;
}

/** Searches the graph, and compares what is not in it. */
export function createVectorIndex({ manifest, vectors, graph }: SearchedVectors): VectorIndex {
  const { dimensions } = manifest.model;
  const { rowOfNumber, outside } = placeInGraph(manifest, graph);
  const rowOf = (number: number): number => rowOfNumber[number] ?? -1;
  const isGraphWhole = vectors.count - countRows(outside) === rowOfNumber.length;
  const scratch = new Float32Array(dimensions);
  const marked = new WeakMap<readonly RowRange[], Uint8Array>(); // parts give the same ranges each time
  const markRows = (within: readonly RowRange[]): Uint8Array => {
    const known = marked.get(within);
    if (known) return known;
    const rows = new Uint8Array(vectors.count);
    for (const { first, end } of within) rows.fill(1, first, end);
    marked.set(within, rows);
    return rows;
  };
  const compare = (ranges: readonly RowRange[], vector: Float32Array, count: number): Neighbour[] =>
    findNearestWithin(
      ranges,
      (first, target) => {
        vectors.readInto(first, target);
      },
      dimensions,
      vector,
      count,
    );
  return {
    dimensions,
    search(vector, count, within) {
      const all = within ?? [{ first: 0, end: vectors.count }];
      if (!graph || (within && countRows(within) <= exactPartLimit)) return compare(all, vector, count);
      const isWithin = within ? markRows(within) : null;
      const accepts = isWithin
        ? (number: number): boolean => isWithin[rowOf(number)] === 1
        : isGraphWhole
          ? undefined
          : (number: number): boolean => rowOf(number) >= 0;
      const inGraph = graph
        .search(vector, count, accepts)
        .map(({ label, cosine }): Neighbour => ({ row: rowOf(label), cosine }));
      const others = within ? overlapRanges(outside, within) : outside;
      if (others.length === 0) return inGraph;
      return [...inGraph, ...compare(others, vector, count)]
        .sort((a, b) => b.cosine - a.cosine || a.row - b.row)
        .slice(0, count);
    },
    cosine(vector, row) {
      vectors.readInto(row, scratch);
      let sum = 0;
      for (let i = 0; i < dimensions; i++) sum += (scratch[i] ?? 0) * (vector[i] ?? 0);
      return sum;
    },
    vectorOf: (row) => vectors.read(row, row + 1),
    copyVector(row, target) {
      vectors.readInto(row, target);
    },
  };
}

/** The row of each number in the graph, -1 for one that no sentence has any more; and the rows that are not in it. */
function placeInGraph({ documents, graph: stored }: SearchedVectors['manifest'], graph: HnswGraph | null) {
  const rowOfNumber = new Int32Array(graph ? (stored?.size ?? 0) : 0).fill(-1);
  const outside: RowRange[] = [];
  let row = 0;
  for (const { graph: first, sentences } of documents) {
    const end = row + sentences;
    if (first === null) outside.push({ first: row, end });
    else for (let i = 0; i < sentences; i++) rowOfNumber[first + i] = row + i;
    row = end;
  }
  return { rowOfNumber, outside };
}

function countRows(ranges: readonly RowRange[]): number {
  return ranges.reduce((sum, { first, end }) => sum + end - first, 0);
}

/** What lies in both of two lists of ranges, each in rising order. */
function overlapRanges(ones: readonly RowRange[], others: readonly RowRange[]): RowRange[] {
  return ones.flatMap((one) =>
    others.flatMap((other) => {
      const both = { first: Math.max(one.first, other.first), end: Math.min(one.end, other.end) };
      return both.first < both.end ? [both] : [];
    }),
  );
}
