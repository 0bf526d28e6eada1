import { cosineOf } from '../search/cosine.js';
import { findNearestWithin } from '../search/exact-neighbours.js';
import { countUpTo } from '../search/rising.js';
import type { VectorIndex } from '../search/search-index.js';

/** The vectors of some documents, one row for each sentence, numbered through and left where they lie; a search compares every one. */
export function joinVectors(documents: readonly Float32Array[], dimensions: number): VectorIndex {
  const firsts = new Uint32Array(documents.length + 1);
  for (const [i, vectors] of documents.entries()) firsts[i + 1] = (firsts[i] ?? 0) + vectors.length / dimensions;
  const count = firsts[documents.length] ?? 0;
  const documentOf = (row: number): number => countUpTo(firsts, row) - 1;
  const vectorOf = (row: number): Float32Array => {
    const document = documentOf(row);
    const at = (row - (firsts[document] ?? 0)) * dimensions;
    return documents[document]?.subarray(at, at + dimensions) ?? new Float32Array();
  };
  /** Copies as many vectors as there is room for, from the row on. */
  const read = (first: number, target: Float32Array): void => {
    const end = first + target.length / dimensions;
    for (let row = first, document = documentOf(first); row < end; document++) {
      const from = firsts[document] ?? 0;
      const to = Math.min(end, firsts[document + 1] ?? 0);
      const own = documents[document]?.subarray((row - from) * dimensions, (to - from) * dimensions);
      if (own) target.set(own, (row - first) * dimensions);
      row = to;
    }
  };
  return {
    dimensions,
    search: (vector, most, within = [{ first: 0, end: count }]) =>
      findNearestWithin(within, read, dimensions, vector, most),
    cosine: (vector, row) => cosineOf(vectorOf(row), vector),
    vectorOf,
    copyVectors: read,
  };
}
