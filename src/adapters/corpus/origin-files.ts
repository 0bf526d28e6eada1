import { readFile, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { writeInPlace } from '../store/place-file.js';
import { writeDurably } from '../durable-files.js';
import { makeFolder } from '../make-folder.js';

/** Beside each fetched file, hidden from whoever reads the corpus, a file that says where it comes from. */
const originsFolder = '.origins';

/** Where a file of the corpus was fetched from. */
export interface FileOrigin {
  /** SHA-256 of the bytes that this is said of: of a file that was changed since it is not true. */
  readonly digest: string;
  readonly url: string;
  /** `YYYY-MM-DD` */
  readonly fetchedOn: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Whether anything is said of where files of a folder come from. */
export function hasOrigins(folder: string): Promise<boolean> {
  return stat(path.join(folder, originsFolder)).then(
    (status) => status.isDirectory(),
    () => false,
  );
}

/** Where a file is said to come from; null for one that was not fetched. */
export async function readOrigin(file: string): Promise<FileOrigin | null> {
  const text = await readFile(originFile(file), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const { url, fetchedOn, digest, etag = null, lastModified = null } = JSON.parse(text) as Partial<FileOrigin>;
    if (typeof url !== 'string' || typeof fetchedOn !== 'string' || typeof digest !== 'string') return null;
    return { digest, url, fetchedOn, etag, lastModified };
  } catch {
    return null;
  }
}

/** Says where a file comes from, before or after it is there; false where something is said already and may not be overwritten. */
export async function writeOrigin(
  file: string,
  origin: FileOrigin,
  { overwrite }: { readonly overwrite: boolean },
): Promise<boolean> {
  const target = originFile(file);
  await makeFolder(path.dirname(target));
  const text = `${JSON.stringify(origin, null, 1)}\n`;
  try {
    await writeInPlace(target, (temporary) => writeDurably(temporary, text), { overwrite });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Forgets where a file came from that is no more. */
export async function removeOrigin(file: string): Promise<void> {
  await rm(originFile(file), { force: true });
  await rmdir(path.dirname(originFile(file))).catch(() => undefined); // other files have theirs there
}

function originFile(file: string): string {
  return path.join(path.dirname(file), originsFolder, `${path.basename(file)}.json`);
}
