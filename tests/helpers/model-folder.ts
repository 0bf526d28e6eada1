import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { USE_LITE_FOLDER } from '#verbatim/adapters/embedding/use-lite/files.js';

/** The exported bundled model that all tests share. Nothing may be written into it. */
export function sharedModelFolder(): string {
  return inject('modelFolder');
}

/** Puts the bundled model into an index folder by hard links, so that it need not be exported. */
export function linkModel(indexDir: string): void {
  placeModel(path.join(indexDir, 'models', USE_LITE_FOLDER), (source, target) => {
    linkSync(source, target);
  });
}

/** Copies the model to `folder`, for a test that damages it. */
export function copyModel(folder: string): void {
  placeModel(folder, copyFileSync);
}

function placeModel(folder: string, place: (source: string, target: string) => void): void {
  const shared = sharedModelFolder();
  for (const entry of readdirSync(shared, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = path.join(entry.parentPath, entry.name);
    const target = path.join(folder, path.relative(shared, source));
    mkdirSync(path.dirname(target), { recursive: true });
    place(source, target);
  }
}
