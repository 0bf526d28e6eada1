import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbedder } from '../adapters/embedding/transformers-embedder.js';
import { embedDocumentsBy } from '../app/indexing/embed-documents.js';
import { probedModelId, type SentenceVectors } from '../core/labelling/opinion/probe.js';
import type { LabelledDocument } from './read-labelled.js';

/** A labelled document with the embeddings of its sentences. */
export interface EmbeddedDocument extends LabelledDocument {
  readonly vectorOf: SentenceVectors;
}

/** Embeds the sentences of all documents by the model that the probe reads. */
export async function embedLabelled(documents: readonly LabelledDocument[]): Promise<EmbeddedDocument[]> {
  const modelsDir = await mkdtemp(path.join(tmpdir(), 'verbatim-models-'));
  try {
    const embedder = await openEmbedder({ model: probedModelId, modelsDir });
    const vectors = await embedDocumentsBy(embedder)(documents);
    await embedder.close();
    return vectors.flatMap((vectorOf, i) => {
      const document = documents[i];
      return document ? [{ ...document, vectorOf }] : [];
    });
  } finally {
    await rm(modelsDir, { recursive: true, force: true });
  }
}
