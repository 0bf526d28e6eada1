import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listSourceFiles } from '../../adapters/corpus/corpus-folder.js';
import { FolderMetadata, type Inherited } from '../../adapters/corpus/folder-metadata.js';
import { VerbatimError } from '../../core/errors.js';
import { readSettings } from '../settings.js';

/** What folders say for one file: those from the corpus folder down where it lies in it, else its own folder. */
export async function readInherited(file: string, onNotice: (notice: string) => void): Promise<Inherited> {
  const corpus = path.resolve(readSettings().corpusDir);
  const full = path.resolve(file);
  const root = full.startsWith(`${corpus}${path.sep}`) ? corpus : path.dirname(full);
  return new FolderMetadata(root, onNotice).fieldsFor(path.relative(root, full).split(path.sep).join('/'));
}

/**
 * The bytes of a file, and where it is: at its path, else in the corpus folder, by its path there or by its name if no other has it.
 * Throws `bad-input` where there is none.
 */
export async function readNamedFile(file: string): Promise<{ readonly full: string; readonly bytes: Buffer }> {
  const at = (full: string): Promise<{ full: string; bytes: Buffer } | null> =>
    readFile(full).then(
      (bytes) => ({ full, bytes }),
      () => null,
    );
  const own = await at(file);
  if (own) return own;
  const { corpusDir } = readSettings();
  const name = file.replace(/#.*$/, '');
  const files = await listSourceFiles(corpusDir, () => undefined).catch((): string[] => []);
  const called = files.filter((one) => path.posix.basename(one) === name);
  const [only, ...others] = files.includes(name) ? [name] : called;
  const found = only !== undefined && others.length === 0 ? await at(path.join(corpusDir, only)) : null;
  if (found) return found;
  const advice = others.length > 0 ? `Give one of ${called.join(', ')}` : 'Give the path of a text';
  throw new VerbatimError('bad-input', { problem: 'The file "{subject}" cannot be read', subject: file, advice });
}
