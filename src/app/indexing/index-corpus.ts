import { identifyModel } from '../../adapters/embedding/embedding-model.js';
import { IndexFolder } from '../../adapters/index/index-folder.js';
import type { Embedder } from '../../core/ports.js';
import type { Settings } from '../settings.js';
import { openModel } from './open-model.js';
import { readKeptTexts, type SourceText } from './read-texts.js';
import { findStoredIndex, type StoredIndex } from './stored-index.js';
import { isUpToDate, keepIndex, updateIndex, type IndexingResult } from './update-index.js';

export interface IndexingHooks {
  /** Hears about files that were left out, indexes that had to be built anew and models that are downloaded, one line each. */
  readonly onNotice?: (notice: string) => void;
  /** Hears the share of the new text that is embedded, 0..1, and how many sentences that is. */
  readonly onIndexProgress?: (share: number, sentences: number) => void;
}

interface IndexingChoices {
  /** Builds all anew, whatever there is. */
  readonly rebuild?: boolean;
  /** SHA-256 of the manifest of an index whose files are known to be whole. */
  readonly proven?: string | null;
}

/** Brings the index up to date with the corpus folder, or builds all anew. Opens nothing that only questions need. */
export async function indexCorpus(
  settings: Settings,
  hooks: IndexingHooks = {},
  { rebuild = false, proven = null }: IndexingChoices = {},
): Promise<IndexingResult> {
  const { onNotice = () => undefined } = hooks;
  const folder = new IndexFolder(settings.indexDir);
  // Who names a proven index has seen a change since, so that the model is as good as needed; it loads in its own thread.
  const early = proven === null ? null : openModel(settings, folder, hooks);
  early?.catch(() => undefined); // told by what waits for it
  const stored = await findStoredIndex(folder, onNotice, proven);
  const texts = await readKeptTexts(settings.corpusDir, folder, onNotice, { renews: rebuild });
  if (stored && !rebuild && (await isKnownUpToDate(stored, texts, settings, folder))) {
    await closeModel(early);
    return keepIndex(stored, folder);
  }
  const embedder = early ?? openModel(settings, folder, hooks);
  try {
    // The model loads in its own thread; the rest goes on meanwhile.
    const { createWinkAnalyser } = await import('../../adapters/wink-analyser.js');
    const analyser = createWinkAnalyser();
    return await updateIndex({ texts, folder, analyser, stored, embedder, rebuild, ...hooks });
  } finally {
    await closeModel(embedder);
  }
}

async function closeModel(embedder: Promise<Embedder> | null): Promise<void> {
  await embedder?.then(
    (opened) => opened.close(),
    () => undefined, // told by what has waited for it
  );
}

/** Whether an index is up to date as far as that can be told without loading the model, which takes most of the time of a start. */
async function isKnownUpToDate(
  stored: StoredIndex,
  texts: readonly SourceText[],
  { embeddingModel }: Settings,
  { modelsDir }: IndexFolder,
): Promise<boolean> {
  // What is wrong with a model is told where it is opened.
  const model = await identifyModel(embeddingModel, modelsDir).catch(() => null);
  return model !== null && isUpToDate(stored, model, texts);
}
