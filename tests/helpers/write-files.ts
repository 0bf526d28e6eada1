import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** File names, with `/` between folders, and what is in them. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes files below a folder, which is made when needed. */
export function writeFiles(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
