import { probedModelId, type SentenceVectors } from '../core/labelling/sound.js';
import type { EmbeddingModel } from '../core/ports.js';
import type { SearchIndex } from '../core/search-index.js';

/** What the labeller may hear of a document's vectors, one after the other: null when they are another model's. */
export function readVectors(vectors: Float32Array, { id, dimensions }: EmbeddingModel): SentenceVectors | null {
  if (id !== probedModelId) return null;
  return (sentence) => vectors.subarray(sentence * dimensions, (sentence + 1) * dimensions);
}

/** The same of the index's document of that number. */
export function vectorsOfDocument(index: SearchIndex, number: number, { id }: EmbeddingModel): SentenceVectors | null {
  if (id !== probedModelId) return null;
  const first = index.firstRows[number] ?? 0;
  return (sentence) => index.vectors.vectorOf(first + sentence);
}
