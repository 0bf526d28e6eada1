import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VerbatimError } from '../../core/errors.js';
import { getFirstLine } from './first-line.js';

/** Name of the file, inside a model's folder, that records the checksum of the others. */
export const CHECKSUM_FILE = 'checksum.json';

const READ_BYTES = 1 << 20;

/**
 * SHA-256 (hexadecimal) over names and bytes of `files`, given relative to `folder` with forward slashes; their order does not
 * matter. It is the digest of one line `name digest` per file. Rejects with the error of the file system when a file cannot be read.
 */
export async function computeChecksum(folder: string, files: readonly string[]): Promise<string> {
  const lines = await Promise.all(
    [...files].sort().map(async (name) => `${name} ${await digestFile(join(folder, name))}\n`),
  );
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** The first of `files` that `folder` does not hold as a file. */
export function findAbsentFile(folder: string, files: readonly string[]): string | undefined {
  const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();
  return files.find((file) => !isFile(join(folder, file)));
}

/** Files of a model that are all there. */
interface CheckedFiles {
  readonly what: 'model' | 'reader';
  readonly folder: string;
  readonly files: readonly string[];
  /** Whether they must have a record. */
  readonly isBundled: boolean;
  /** What to do where they are damaged. */
  readonly repair: string;
}

/** The checksum of files that are as recorded. Throws `model-failed` when they cannot be read or do not match the record. */
export async function checkFiles({ what, folder, files, isBundled, repair }: CheckedFiles): Promise<string> {
  const checksum = await computeChecksum(folder, files).catch((cause: unknown) => {
    const problem = `The ${what} in {subject} cannot be read`;
    throw new VerbatimError('model-failed', { problem, subject: folder, detail: getFirstLine(cause) }, { cause });
  });
  const recorded = await readChecksum(folder);
  if (recorded === null ? isBundled : recorded !== checksum) {
    const problem = `The ${what} in {subject} is damaged, its files do not match ${CHECKSUM_FILE}`;
    throw new VerbatimError('model-failed', { problem, subject: folder, advice: repair });
  }
  return checksum;
}

/** Records the checksum in the folder. */
export async function writeChecksum(folder: string, checksum: string): Promise<void> {
  await writeFile(join(folder, CHECKSUM_FILE), `${JSON.stringify({ sha256: checksum })}\n`);
}

/** The recorded checksum; null when there is none that can be read. */
export async function readChecksum(folder: string): Promise<string | null> {
  try {
    const record = JSON.parse(await readFile(join(folder, CHECKSUM_FILE), 'utf8')) as { sha256?: unknown } | null;
    return typeof record?.sha256 === 'string' ? record.sha256 : null;
  } catch {
    return null;
  }
}

async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: READ_BYTES })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
