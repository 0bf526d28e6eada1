import { findNearestWithin } from '../search/exact-neighbours.js';
import type { VectorIndex } from '../search/search-index.js';
import type { LoadedDocument } from './corpus-index.js';

/** The vectors of some documents one after the other; every one is compared. */
export function joinVectors(documents: readonly LoadedDocument[], dimensions: number): VectorIndex {
  const count = documents.reduce((sum, { vectors }) => sum + vectors.length, 0) / Math.max(1, dimensions);
  const all = new Float32Array(count * dimensions);
  let next = 0;
  for (const { vectors } of documents) {
    all.set(vectors, next);
    next += vectors.length;
  }
  const vectorOf = (row: number): Float32Array => all.subarray(row * dimensions, (row + 1) * dimensions);
  return {
    dimensions,
    search: (vector, most, within = [{ first: 0, end: count }]) =>
      findNearestWithin(
        within,
        (first, target) => {
          target.set(all.subarray(first * dimensions, first * dimensions + target.length));
        },
        dimensions,
        vector,
        most,
      ),
    cosine(vector, row) {
      let sum = 0;
      for (let i = 0; i < dimensions; i++) sum += (all[row * dimensions + i] ?? 0) * (vector[i] ?? 0);
      return sum;
    },
    vectorOf,
    copyVector(row, target) {
      target.set(vectorOf(row));
    },
  };
}
