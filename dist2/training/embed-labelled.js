import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbedder } from '../adapters/embedding/transformers-embedder.js';
import { embedDocumentsBy } from '../app/indexing/embed-documents.js';
import { probedModelId } from '../core/labelling/opinion/sound.js';
/** Embeds the sentences of all documents by the model that the probe reads. */
export async function embedLabelled(documents) {
    const modelsDir = await mkdtemp(path.join(tmpdir(), 'verbatim-models-'));
    try {
        const embedder = await openEmbedder({ model: probedModelId, modelsDir });
        const vectors = await embedDocumentsBy(embedder)(documents);
        await embedder.close();
        return vectors.flatMap((vectorOf, i) => {
            const document = documents[i];
            return document ? [{ ...document, vectorOf }] : [];
        });
    }
    finally {
        await rm(modelsDir, { recursive: true, force: true });
    }
}
//# sourceMappingURL=embed-labelled.js.map