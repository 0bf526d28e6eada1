import type { IndexFolder } from '../../adapters/index/index-folder.js';
import { openEmbedder, type EmbedderOptions } from '../../adapters/embedding/transformers-embedder.js';
import type { Embedder } from '../../core/ports.js';
import type { Settings } from '../settings.js';

/** Opens the embedding model of the settings, kept in the index folder; see `openEmbedder`. */
export function openModel(
  { embeddingModel, embeddingThreads }: Pick<Settings, 'embeddingModel' | 'embeddingThreads'>,
  { modelsDir }: IndexFolder,
  hooks: Pick<EmbedderOptions, 'onNotice' | 'onExportProgress'>,
): Promise<Embedder> {
  return openEmbedder({
    ...hooks,
    model: embeddingModel,
    modelsDir,
    ...(embeddingThreads > 0 ? { threads: embeddingThreads } : {}),
  });
}
