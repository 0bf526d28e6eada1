import path from 'node:path';
import { FolderMetadata, type Inherited } from '../../adapters/corpus/folder-metadata.js';
import { readSettings } from '../settings.js';

/** What folders say for one file: those from the corpus folder down where it lies in it, else its own folder. */
export async function readInherited(file: string, onNotice: (notice: string) => void): Promise<Inherited> {
  const corpus = path.resolve(readSettings().corpusDir);
  const full = path.resolve(file);
  const root = full.startsWith(`${corpus}${path.sep}`) ? corpus : path.dirname(full);
  return new FolderMetadata(root, onNotice).fieldsFor(path.relative(root, full).split(path.sep).join('/'));
}
