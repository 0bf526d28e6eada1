import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** SHA-256 of a file as hexadecimal digits, and its length; null for a file that can't be read. */
export async function digestFile(file: string): Promise<{ bytes: number; sha256: string } | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
  } catch {
    return null;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Changes when a file is written; empty for one that is not there. */
export async function signFile(file: string): Promise<string> {
  const status = await stat(file).catch(() => null);
  return status ? `${status.ino} ${status.size} ${status.mtimeMs} ${status.ctimeMs}` : '';
}
