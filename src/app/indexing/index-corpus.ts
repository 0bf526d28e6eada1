import { IndexFolder } from '../../adapters/index/index-folder.js';
import type { Settings } from '../settings.js';
import { openModel } from './open-model.js';
import { openStoredIndex, updateIndex, type IndexingResult } from './update-index.js';

export interface IndexingHooks {
  /** Hears about files that were left out, indexes that had to be built anew and models that are written, one line each. */
  readonly onNotice?: (notice: string) => void;
  /** Hears the share of the bundled model that is written, 0..1. */
  readonly onExportProgress?: (share: number) => void;
  /** Hears the share of the new text that is embedded, 0..1, and how many sentences that is. */
  readonly onIndexProgress?: (share: number, sentences: number) => void;
}

/** Brings the index up to date with the corpus folder, or builds all anew. Opens nothing that only questions need. */
export async function indexCorpus(
  settings: Settings,
  hooks: IndexingHooks = {},
  { rebuild = false }: { readonly rebuild?: boolean } = {},
): Promise<IndexingResult> {
  const folder = new IndexFolder(settings.indexDir);
  const embedder = openModel(settings, folder, hooks);
  try {
    // The model loads in its own thread; the rest goes on meanwhile.
    const { createWinkAnalyser } = await import('../../adapters/wink-analyser.js');
    const analyser = createWinkAnalyser();
    const stored = await openStoredIndex(folder, hooks.onNotice ?? (() => undefined));
    return await updateIndex({ corpusDir: settings.corpusDir, folder, analyser, stored, embedder, rebuild, ...hooks });
  } finally {
    await embedder.then(
      (opened) => opened.close(),
      () => undefined, // told by what has waited for it
    );
  }
}
