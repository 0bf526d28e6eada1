import { cpSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { findBundled } from '#verbatim/adapters/embedding/embedding-model.js';
import type { SharedCorpus } from './shared-corpora.js';

/** Copies the bundled embedding model to `folder`, for a test that damages it. */
export function copyModel(folder: string): void {
  cpSync(findBundled('encoder'), folder, { recursive: true });
}

/** Puts the index of a shared corpus into an index folder, as if the corpus had been indexed there. */
export function placeIndex(corpus: SharedCorpus, indexDir: string): void {
  cpSync(path.join(inject('sharedFolder'), corpus), indexDir, { recursive: true });
}
