import type { SourceDocument } from '../../core/text/document.js';
import type { SentenceVectors } from '../../core/labelling/opinion/probe.js';
import type { Embedder } from '../../core/ports.js';
import type { Sentence } from '../../core/text/sentence.js';
import { textsToEmbed } from './analyse-document.js';
import { rowsFrom } from './read-vectors.js';

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
