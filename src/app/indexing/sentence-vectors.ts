import { probedModelId, type SentenceVectors } from '../../core/labelling/opinion/probe.js';
import type { Embedder, EmbeddingModel } from '../../core/ports.js';
import type { SearchIndex } from '../../core/search/search-index.js';
import type { SourceDocument } from '../../core/text/document.js';
import type { Sentence } from '../../core/text/sentence.js';
import { textsToEmbed } from './analyse-document.js';

interface SplitDocument {
  readonly document: SourceDocument;
  readonly sentences: readonly Sentence[];
}

/** The vectors of the sentences of documents, in the order of the documents. */
export type EmbedDocuments = (documents: readonly SplitDocument[]) => Promise<SentenceVectors[]>;

/** Embeds all sentences in one go, as the model likes best. */
export function embedDocumentsBy(embedder: Embedder): EmbedDocuments {
  const { dimensions } = embedder.model;
  return async (documents) => {
    const texts = documents.flatMap(({ document, sentences }) => textsToEmbed(document, sentences));
    const { vectors } = await embedder.embedTexts(texts);
    let next = 0;
    return documents.map(({ sentences }): SentenceVectors => {
      const first = next;
      next += sentences.length;
      return rowsFrom(vectors, dimensions, first);
    });
  };
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

/** The rows of `dimensions` floats that lie one after the other, counted from the row `first` on. */
function rowsFrom(vectors: Float32Array, dimensions: number, first = 0): SentenceVectors {
  return (sentence) => vectors.subarray((first + sentence) * dimensions, (first + sentence + 1) * dimensions);
}
