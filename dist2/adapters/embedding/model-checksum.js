import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
/** Name of the file, inside a model's folder, that records the checksum of the others. */
export const CHECKSUM_FILE = 'checksum.json';
const READ_BYTES = 1 << 20;
/**
 * SHA-256 (hexadecimal) over names and bytes of `files`, given relative to `folder` with forward slashes; their order does not
 * matter. It is the digest of one line `name digest` per file. Rejects with the error of the file system when a file cannot be read.
 */
export async function computeChecksum(folder, files) {
    const lines = await Promise.all([...files].sort().map(async (name) => `${name} ${await digestFile(join(folder, name))}\n`));
    return createHash('sha256').update(lines.join('')).digest('hex');
}
/** Records the checksum in the folder. */
export async function writeChecksum(folder, checksum) {
    await writeFile(join(folder, CHECKSUM_FILE), `${JSON.stringify({ sha256: checksum })}\n`);
}
/** The recorded checksum; null when there is none that can be read. */
export async function readChecksum(folder) {
    try {
        const record = JSON.parse(await readFile(join(folder, CHECKSUM_FILE), 'utf8'));
        return typeof record?.sha256 === 'string' ? record.sha256 : null;
    }
    catch {
        return null;
    }
}
async function digestFile(path) {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path, { highWaterMark: READ_BYTES }))
        hash.update(chunk);
    return hash.digest('hex');
}
//# sourceMappingURL=model-checksum.js.map