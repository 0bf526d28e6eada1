import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { copyModelFrom, linkModelFrom } from './link-model.js';
import type { SharedCorpus } from './shared-corpora.js';

/** The exported bundled model that all tests share. Nothing may be written into it. */
export function sharedModelFolder(): string {
  return path.join(inject('sharedFolder'), 'model');
}

/** Puts the bundled model into an index folder by hard links, so that it need not be exported. */
export function linkModel(indexDir: string): void {
  linkModelFrom(sharedModelFolder(), indexDir);
}

/** Copies the model to `folder`, for a test that damages it. */
export function copyModel(folder: string): void {
  copyModelFrom(sharedModelFolder(), folder);
}

/** Puts the model and the index of a shared corpus into an index folder, as if the corpus had been indexed there. */
export function placeIndex(corpus: SharedCorpus, indexDir: string): void {
  linkModel(indexDir);
  const shared = path.join(inject('sharedFolder'), corpus);
  for (const name of readdirSync(shared).filter((entry) => entry !== 'models')) {
    cpSync(path.join(shared, name), path.join(indexDir, name), { recursive: true });
  }
}
