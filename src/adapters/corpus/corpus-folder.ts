import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { VerbatimError } from '../../core/errors.js';

/** Far above any text that people write; a larger file is something else. */
const maxFileBytes = 256 * 1024 * 1024;

export interface CorpusFile {
  /** Relative to the corpus folder, with `/` between folders. */
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * Reads every `.txt` and `.md` file below a folder, by rising path; names that begin with a dot are passed over.
 * What can't be read is told to `onNotice`, one line a file. Throws `corpus-missing` where there is no such folder.
 */
export async function* readCorpusFolder(
  folder: string,
  onNotice: (notice: string) => void,
): AsyncGenerator<CorpusFile> {
  for (const file of await listFiles(folder, onNotice)) {
    try {
      const full = path.join(folder, file);
      const status = await stat(full);
      const { size } = status;
      if (!status.isFile()) onNotice(`${file}: left out: not a file`);
      else if (size > maxFileBytes)
        onNotice(`${file}: left out: ${size} bytes are more than the limit of ${maxFileBytes}`);
      else yield { path: file, bytes: await readFile(full) };
    } catch (error) {
      onNotice(`${file}: left out: cannot be read (${codeOf(error)})`);
    }
  }
}

/** Whether a file is one of the texts, by the ending of its name. */
export function isTextFile(name: string): boolean {
  return /\.(?:txt|md)$/i.test(name);
}

/** UTF-8 with or without a byte order mark, which stays in the text; null, after a notice, for anything else. */
export function decodeText({ path: file, bytes }: CorpusFile, onNotice: (notice: string) => void): string | null {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    onNotice(`${file}: left out: looks like UTF-16; save it as UTF-8`);
    return null;
  }
  if (bytes.includes(0)) {
    onNotice(`${file}: left out: a binary file, not text`);
    return null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    onNotice(`${file}: left out: not valid UTF-8; save it as UTF-8`);
    return null;
  }
}

async function listFiles(folder: string, onNotice: (notice: string) => void): Promise<string[]> {
  const files: string[] = [];
  const visit = async (below: string): Promise<void> => {
    for (const entry of await readdir(path.join(folder, below), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const name = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        await visit(name).catch((error: unknown) => {
          onNotice(`${name}: folder left out: cannot be read (${codeOf(error)})`);
        });
      } else if (isTextFile(entry.name)) files.push(name);
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
        advice: 'Set CORPUS_DIR to a folder with .txt or .md files',
      },
      { cause: error },
    );
  }
  return files.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
