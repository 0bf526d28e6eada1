import { openEmbedder } from '../../adapters/embedding/transformers-embedder.js';
/** Opens the embedding model of the settings, kept in the index folder; see `openEmbedder`. */
export function openModel({ embeddingModel, embeddingThreads }, { modelsDir }, hooks) {
    return openEmbedder({
        ...hooks,
        model: embeddingModel,
        modelsDir,
        ...(embeddingThreads > 0 ? { threads: embeddingThreads } : {}),
    });
}
//# sourceMappingURL=open-model.js.map