import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { USE_LITE_FOLDER } from '#verbatim/adapters/embedding/use-lite/files.js';

/** Puts an exported bundled model into an index folder by hard links, so that it need not be exported again. */
export function linkModelFrom(modelFolder: string, indexDir: string): void {
  placeFiles(modelFolder, path.join(indexDir, 'models', USE_LITE_FOLDER), linkSync);
}

/** Copies the files of an exported model to `folder`. */
export function copyModelFrom(modelFolder: string, folder: string): void {
  placeFiles(modelFolder, folder, copyFileSync);
}

function placeFiles(from: string, to: string, place: (source: string, target: string) => void): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = path.join(entry.parentPath, entry.name);
    const target = path.join(to, path.relative(from, source));
    mkdirSync(path.dirname(target), { recursive: true });
    place(source, target);
  }
}
