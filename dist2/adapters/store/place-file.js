import { randomBytes } from 'node:crypto';
import { access, link, open, rename, rm, unlink } from 'node:fs/promises';
import path from 'node:path';
/** A name for a file that is to become `target`, in the same folder, so that it can be renamed. */
export function temporaryName(target) {
    return path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
}
/** Makes an empty file that only its owner can read. */
export async function createPrivateFile(file) {
    const handle = await open(file, 'wx', 0o600);
    await handle.close();
}
/** Moves a finished file to its place and waits until it is on the disk there. Rejects with EEXIST rather than to overwrite. */
export async function placeFile(temporary, target, { overwrite }) {
    await flush(temporary, 'r+');
    if (overwrite)
        await rename(temporary, target);
    else
        await moveToFreeName(temporary, target);
    await flush(path.dirname(target), 'r');
}
/** Of two that move to the same name only one succeeds, where the file system knows links. */
async function moveToFreeName(temporary, target) {
    try {
        await link(temporary, target);
        await unlink(temporary);
    }
    catch (error) {
        if (await exists(target))
            throw error;
        await rename(temporary, target);
    }
}
export async function exists(file) {
    return access(file).then(() => true, () => false);
}
/** Removes a database's file with those that SQLite keeps beside it. */
export async function removeDatabase(file) {
    for (const ending of ['', '-wal', '-shm', '-journal'])
        await rm(file + ending, { force: true });
}
async function flush(name, flags) {
    const handle = await open(name, flags);
    try {
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
//# sourceMappingURL=place-file.js.map