import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { IndexFolder } from '../adapters/index/index-folder.js';
import { openModel } from '../app/indexing/open-model.js';
import { embedDocumentsBy } from '../app/indexing/sentence-vectors.js';
import { probedModelId, type SentenceVectors } from '../core/labelling/opinion/probe.js';
import type { LabelledDocument } from './read-labelled.js';

/** A labelled document with the embeddings of its sentences. */
export interface EmbeddedDocument extends LabelledDocument {
  readonly vectorOf: SentenceVectors;
}

/** Embeds the sentences of all documents by the model that the probe reads. */
export async function embedLabelled(documents: readonly LabelledDocument[]): Promise<EmbeddedDocument[]> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'verbatim-models-'));
  try {
    const embedder = await openModel({ embeddingModel: probedModelId, embeddingThreads: 0 }, new IndexFolder(scratch));
    const vectors = await embedDocumentsBy(embedder)(documents);
    await embedder.close();
    return vectors.flatMap((vectorOf, i) => {
      const document = documents[i];
      return document ? [{ ...document, vectorOf }] : [];
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
