import { openEmbedder, type EmbedderOptions } from '../../adapters/embedding/transformers-embedder.js';
import type { IndexFolder } from '../../adapters/index/index-folder.js';
import type { Embedder } from '../../core/ports.js';
import type { Settings } from '../settings.js';

/**
 * Opens the embedding model of the settings, kept in the index folder; see `openEmbedder`, also for when a rejection is reported.
 * Rejects for a folder that is not for us before anything is written into it.
 */
export function openModel(
  { embeddingModel, embeddingThreads }: Pick<Settings, 'embeddingModel' | 'embeddingThreads'>,
  folder: IndexFolder,
  hooks: Pick<EmbedderOptions, 'onNotice' | 'onExportProgress'> = {},
): Promise<Embedder> {
  const opened = folder.findCurrent().then(() =>
    openEmbedder({
      ...hooks,
      model: embeddingModel,
      modelsDir: folder.modelsDir,
      ...(embeddingThreads > 0 ? { threads: embeddingThreads } : {}),
    }),
  );
  opened.catch(() => undefined);
  return opened;
}
