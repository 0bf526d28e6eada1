import { openReader } from '../../adapters/embedding/onnx-reader.js';
import { openEmbedder, type EmbedderOptions } from '../../adapters/embedding/transformers-embedder.js';
import type { IndexFolder } from '../../adapters/index/index-folder.js';
import { VerbatimError } from '../../core/errors.js';
import type { Embedder, Reader } from '../../core/ports.js';
import type { Settings } from '../settings.js';

type EmbeddingSettings = Pick<Settings, 'embeddingModel' | 'embeddingThreads'>;
type ModelHooks = Pick<EmbedderOptions, 'onNotice'>;

/** The models of the settings as they are being loaded; either promise may be left alone. */
export interface OpeningModels {
  readonly embedder: Promise<Embedder>;
  /** Null when the settings want none or it cannot be had, which `onNotice` is told in one line. Never rejects. */
  readonly reader: Promise<Reader | null>;
}

/**
 * Opens the embedding model of the settings, which is kept in the index folder if it is downloaded; see `openEmbedder`, also for when a
 * rejection is reported. Rejects for a folder that is not for us before anything is written into it.
 */
export function openModel(
  { embeddingModel, embeddingThreads }: EmbeddingSettings,
  folder: IndexFolder,
  hooks: ModelHooks = {},
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

/** Opens the embedding model of the settings and then, behind it, the reader. */
export function openModels(
  settings: EmbeddingSettings & Pick<Settings, 'readerModel'>,
  folder: IndexFolder,
  hooks: ModelHooks = {},
): OpeningModels {
  const embedder = openModel(settings, folder, hooks);
  return { embedder, reader: openReaderAfter(embedder, settings, hooks) };
}

async function openReaderAfter(
  embedder: Promise<Embedder>,
  { readerModel, embeddingThreads }: Pick<Settings, 'readerModel' | 'embeddingThreads'>,
  { onNotice }: ModelHooks,
): Promise<Reader | null> {
  if (readerModel === 'off') return null;
  try {
    // They share a thread, and every question needs the embedder first.
    await embedder;
  } catch {
    return null;
  }
  try {
    return await openReader({ model: readerModel, ...(embeddingThreads > 0 ? { threads: embeddingThreads } : {}) });
  } catch (error) {
    const reason = error instanceof VerbatimError ? error.message : String(error);
    onNotice?.(`${reason} Questions are answered without reading.`);
    return null;
  }
}
