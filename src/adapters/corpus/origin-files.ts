import { mkdir, readFile, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { placeFile, temporaryName } from '../store/place-file.js';
import { writeDurably } from '../durable-files.js';

/** Beside each fetched file, hidden from whoever reads the corpus, a file that says where it comes from. */
const originsFolder = '.origins';

/** Where a file of the corpus was fetched from. */
export interface FileOrigin {
  readonly url: string;
  /** `YYYY-MM-DD` */
  readonly fetchedOn: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Where a file comes from; null for one that was not fetched. */
export async function readOrigin(file: string): Promise<FileOrigin | null> {
  const text = await readFile(originFile(file), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const { url, fetchedOn, etag = null, lastModified = null } = JSON.parse(text) as Partial<FileOrigin>;
    return typeof url === 'string' && typeof fetchedOn === 'string' ? { url, fetchedOn, etag, lastModified } : null;
  } catch {
    return null;
  }
}

/** Says where a file comes from, before or after it is there. */
export async function writeOrigin(file: string, origin: FileOrigin): Promise<void> {
  const target = originFile(file);
  await mkdir(path.dirname(target), { recursive: true });
  const temporary = temporaryName(target);
  await writeDurably(temporary, `${JSON.stringify(origin, null, 1)}\n`);
  await placeFile(temporary, target, { overwrite: true });
}

/** Forgets where a file came from that is no more. */
export async function removeOrigin(file: string): Promise<void> {
  await rm(originFile(file), { force: true });
  await rmdir(path.dirname(originFile(file))).catch(() => undefined); // other files have theirs there
}

function originFile(file: string): string {
  return path.join(path.dirname(file), originsFolder, `${path.basename(file)}.json`);
}
