import { cpSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import type { SharedCorpus } from './shared-corpora.js';

/** Puts the index of a shared corpus into an index folder, as if the corpus had been indexed there. */
export function placeIndex(corpus: SharedCorpus, indexDir: string): void {
  cpSync(path.join(inject('sharedFolder'), corpus), indexDir, { recursive: true });
}
