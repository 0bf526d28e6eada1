import { probedModelId, type SentenceVectors } from '../../core/labelling/opinion/probe.js';
import type { EmbeddingModel } from '../../core/ports.js';
import type { SearchIndex } from '../../core/search/search-index.js';

/** The rows of `dimensions` floats that lie one after the other, counted from the row `first` on. */
export function rowsFrom(vectors: Float32Array, dimensions: number, first = 0): SentenceVectors {
  return (sentence) => vectors.subarray((first + sentence) * dimensions, (first + sentence + 1) * dimensions);
}

/** What the labeller may hear of a document's vectors: null when they are another model's. */
export function readVectors(vectors: Float32Array, { id, dimensions }: EmbeddingModel): SentenceVectors | null {
  return id === probedModelId ? rowsFrom(vectors, dimensions) : null;
}

/** The same of the index's document of that number. */
export function vectorsOfDocument(index: SearchIndex, number: number, { id }: EmbeddingModel): SentenceVectors | null {
  const first = index.firstRows[number] ?? 0;
  return id === probedModelId ? (sentence) => index.vectors.vectorOf(first + sentence) : null;
}
