import { readFileSync, statSync, type Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { VerbatimError } from '../../core/errors.js';
import { formatOf } from '../../core/formats/derived-document.js';

/** The file in a folder that says what holds for all texts in it and below it, in the form of front matter. */
export const folderMetadataFile = 'folder.yaml';

const filesAtOnce = 32;

/** Far above any text that people write; a larger file is something else. */
const maxFileBytes = 32 * 1024 * 1024;

/** A file written within so many milliseconds before it is read may be written once more with the same times and length. */
const unsettledMs = 2_000;

export interface CorpusFile {
  /** Relative to the corpus folder, with `/` between folders. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** The files that need not be read, by their marks. */
interface KnownFiles {
  has(path: string, mark: string): boolean;
}

export const nothingKnown: KnownFiles = { has: () => false };

/** A file as it is found in the folder. */
interface FoundFile {
  readonly path: string;
  /** Another one whenever the file was written since; null where that cannot be told yet. */
  readonly mark: string | null;
  /** Null for a file that was not to be read. */
  readonly bytes: Buffer | null;
}

/**
 * Reads every text and every file of a format with a reader below a folder, by rising path; names that begin with a dot are passed over.
 * What can't be read is told to `onNotice`, one line a file. Those that are known are only named. Throws `corpus-missing`
 * where there is no such folder.
 */
export async function* readCorpusFolder(
  folder: string,
  onNotice: (notice: string) => void,
  known: KnownFiles = nothingKnown,
): AsyncGenerator<FoundFile> {
  for (const [number, file] of (await listSourceFiles(folder, onNotice)).entries()) {
    // At once, since a file is small and handing it to other threads takes ten times as long; what waits goes on now and then.
    if (number % filesAtOnce === filesAtOnce - 1) await setImmediate();
    try {
      const full = path.join(folder, file);
      const status = statSync(full);
      const { size } = status;
      const mark = markOf(status);
      if (!status.isFile()) onNotice(`${file}: left out: not a file`);
      else if (size > maxFileBytes)
        onNotice(
          `${file}: left out: ${size} bytes are more than the limit of ${maxFileBytes}; cut it into several files`,
        );
      else if (mark !== null && known.has(file, mark)) yield { path: file, mark, bytes: null };
      else yield { path: file, mark, bytes: readFileSync(full) };
    } catch (error) {
      onNotice(`${file}: left out: cannot be read (${codeOf(error)})`);
    }
  }
}

function markOf({ ino, size, mtimeMs, ctimeMs }: Stats): string | null {
  return Date.now() - Math.max(mtimeMs, ctimeMs) < unsettledMs ? null : `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

/** Whether a file is one of those that are read, by the ending of its name. */
export function isSourceFile(name: string): boolean {
  return /\.(?:txt|md)$/i.test(name) || formatOf(name) !== null;
}

/** The paths of all files that are read, as `readCorpusFolder` finds them, which also says what is thrown. */
export async function listSourceFiles(folder: string, onNotice: (notice: string) => void): Promise<string[]> {
  const files: string[] = [];
  const visit = async (below: string): Promise<void> => {
    for (const entry of await readdir(path.join(folder, below), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const name = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        await visit(name).catch((error: unknown) => {
          onNotice(`${name}: folder left out: cannot be read (${codeOf(error)})`);
        });
      } else if (entry.isSymbolicLink() && (await isFolder(path.join(folder, name)))) {
        onNotice(`${name}: left out: a link to a folder; put the folder itself there, or set CORPUS_DIR to it`);
      } else if (isSourceFile(entry.name)) files.push(name);
    }
  };
  try {
    await visit('');
  } catch (error) {
    throw new VerbatimError(
      'corpus-missing',
      {
        problem: 'The corpus folder "{subject}" cannot be read ({detail})',
        subject: folder,
        detail: codeOf(error),
        advice: 'Set CORPUS_DIR to a folder with texts',
      },
      { cause: error },
    );
  }
  return files.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

async function isFolder(place: string): Promise<boolean> {
  return stat(place).then(
    (status) => status.isDirectory(),
    () => false,
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
