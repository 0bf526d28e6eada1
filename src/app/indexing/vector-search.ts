import type { HnswGraph } from '../../adapters/index/hnsw-vector-index.js';
import type { VectorRows } from '../../adapters/index/vector-rows.js';
import {
  exactSearchLimit,
  findNearestWithin,
  patienceWithLikely,
  rangeOf,
  type Neighbour,
  type RowRange,
} from '../../core/search/exact-neighbours.js';
import { cosineOf } from '../../core/search/cosine.js';
import type { VectorIndex } from '../../core/search/search-index.js';
import type { SignCodes } from '../../core/search/sign-codes.js';
import type { Manifest } from './manifest.js';

interface SearchedVectors {
  readonly manifest: Pick<Manifest, 'documents' | 'graph' | 'model'>;
  readonly vectors: VectorRows;
  readonly signs: SignCodes | null;
  readonly graph: HnswGraph | null;
}

/** Searches the graph, where there is one, for all rows, and by their signs for some; compares the rows that come out of it, or all of few. */
export function createVectorIndex({ manifest, vectors, signs, graph }: SearchedVectors): VectorIndex {
  const { dimensions } = manifest.model;
  const { rowOfNumber, outside } = placeInGraph(manifest, graph);
  const rowOf = (number: number): number => rowOfNumber[number] ?? -1;
  const isGraphWhole = vectors.count - countRows(outside) === rowOfNumber.length;
  const isUsed = isGraphWhole ? undefined : (number: number): boolean => rowOf(number) >= 0;
  const scratch = new Float32Array(dimensions);
  const read = (first: number, target: Float32Array): void => {
    vectors.readInto(first, target);
  };
  const compare = (ranges: readonly RowRange[], vector: Float32Array, count: number): Neighbour[] => {
    if (!signs || countRows(ranges) <= exactSearchLimit)
      return findNearestWithin(ranges, read, dimensions, vector, count);
    const likely = Array.from(signs.propose(ranges, vector), rangeOf);
    return findNearestWithin(likely, read, dimensions, vector, count, patienceWithLikely);
  };
  return {
    dimensions,
    search(vector, count, within) {
      if (within || !graph) return compare(within ?? [{ first: 0, end: vectors.count }], vector, count);
      const inGraph = graph
        .search(vector, count, isUsed)
        .map(({ label, cosine }): Neighbour => ({ row: rowOf(label), cosine }));
      if (outside.length === 0) return inGraph;
      return [...inGraph, ...compare(outside, vector, count)]
        .sort((a, b) => b.cosine - a.cosine || a.row - b.row)
        .slice(0, count);
    },
    cosine(vector, row) {
      vectors.readInto(row, scratch);
      return cosineOf(scratch, vector);
    },
    vectorOf: (row) => vectors.read(row, row + 1),
    copyVectors(row, target) {
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
