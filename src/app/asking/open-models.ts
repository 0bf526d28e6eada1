import type { IndexFolder } from '../../adapters/index/index-folder.js';
import { openReader } from '../../adapters/embedding/onnx-reader.js';
import { VerbatimError } from '../../core/errors.js';
import type { Embedder, Reader } from '../../core/ports.js';
import { openModel } from '../indexing/open-model.js';
import type { Settings } from '../settings.js';

interface ModelHooks {
  readonly onNotice?: (notice: string) => void;
}

/** The models of the settings as they are being loaded; either promise may be left alone. */
interface OpeningModels {
  readonly embedder: Promise<Embedder>;
  /** Null when the settings want none or it cannot be had, which `onNotice` is told in one line. Never rejects. */
  readonly reader: Promise<Reader | null>;
}

/** Opens the embedding model of the settings and then, behind it, the reader. */
export function openModels(
  settings: Pick<Settings, 'embeddingModel' | 'embeddingThreads' | 'readerModel'>,
  folder: IndexFolder,
  hooks: ModelHooks,
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
