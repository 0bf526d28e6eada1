import { cpSync } from 'node:fs';
import { findBundled } from '#verbatim/adapters/embedding/embedding-model.js';

/** Copies the bundled embedding model to `folder`, for a test that damages it. */
export function copyModel(folder: string): void {
  cpSync(findBundled('encoder'), folder, { recursive: true });
}
