import path from 'node:path';
import { VerbatimError } from '../../core/errors.js';
import { isSound } from '../../core/store/store-check.js';
import { isDamageError, openDatabase } from './libsql-database.js';
import { checkStore } from './check-store.js';
import { createStatements, readAllRows } from './copy-rows.js';
import { createPrivateFile, exists, placeFile, removeDatabase, temporaryName } from './place-file.js';
/**
 * Writes a copy of a store as it is at one moment, while others read and write it, proves the copy and puts it at `target`, readable by
 * its owner only. Resolves with what the copy holds. Throws `bad-input` where the target exists or cannot be written, `store-failed`
 * where the store cannot be read or is damaged; then there is nothing new at `target`.
 */
export async function backupStore(address, target, { overwrite }) {
    if (!overwrite && (await exists(target)))
        throw createExistsError(target);
    const store = await openDatabase(address);
    try {
        const { schema, knownSchema } = await checkStore(store);
        if (schema === 0) {
            throw new VerbatimError('store-failed', 'There is no store to back up yet: the bot makes it when it starts.');
        }
        if (schema > knownSchema)
            throw createNewerError('The store', schema, knownSchema);
        const rows = address.kind === 'server' ? await readAllRows(store) : null;
        return await writeCopy(target, overwrite, (file) => (rows ? writeRows(rows, file) : vacuumInto(store, file)));
    }
    finally {
        store.close();
    }
}
async function writeCopy(target, overwrite, write) {
    const temporary = temporaryName(target);
    try {
        const check = await write(temporary);
        await placeFile(temporary, target, { overwrite });
        return check;
    }
    catch (error) {
        // What has a cause comes from the disk, unless it is the store that is damaged.
        if (error instanceof VerbatimError && (error.cause === undefined || isDamageError(error)))
            throw error;
        if (!overwrite && (await exists(target)))
            throw createExistsError(target);
        throw createWriteError(target, error);
    }
    finally {
        await removeDatabase(temporary);
    }
}
/** https://sqlite.org/lang_vacuum.html#vacuuminto: one read transaction, and a file without gaps. */
async function vacuumInto(store, target) {
    await createPrivateFile(target);
    await store.read('VACUUM INTO ?', target);
    return withCopy(target, proveCopy);
}
function writeRows(rows, target) {
    return withCopy(target, async (copy) => {
        await copy.write(...createStatements(rows));
        return proveCopy(copy);
    });
}
async function withCopy(file, work) {
    const copy = await openDatabase({ kind: 'file', file });
    try {
        return await work(copy);
    }
    finally {
        copy.close();
    }
}
/** Reads a copy back; leaves it as one file, without a journal beside it. */
async function proveCopy(copy) {
    const check = await checkStore(copy);
    if (!isSound(check)) {
        const faults = [...(check.integrity ?? []), ...check.foreignKeys].join('; ');
        throw new VerbatimError('store-failed', `The store is damaged, so that there is no backup of it: ${faults}.`);
    }
    await copy.read('PRAGMA journal_mode = DELETE');
    return check;
}
function createExistsError(target) {
    return new VerbatimError('bad-input', `"${target}" is there already. Give another name, or --force to overwrite it.`);
}
function createWriteError(target, error) {
    const cause = error instanceof VerbatimError ? error.cause : error;
    const detail = cause instanceof Error ? cause.message.replace(/\s+/g, ' ') : String(cause);
    const message = `The backup cannot be written to "${target}" (${detail}). Give a name in a folder that is there and may be written (${path.dirname(path.resolve(target))}), with free space.`;
    return new VerbatimError('bad-input', message, { cause: error });
}
export function createNewerError(what, schema, knownSchema) {
    return new VerbatimError('store-newer', `${what} was written by a newer version (schema ${schema}, this version knows ${knownSchema}). Update Verbatim.`);
}
//# sourceMappingURL=backup-store.js.map