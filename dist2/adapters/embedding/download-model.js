import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { VerbatimError } from '../../core/errors.js';
import { getWeightsFile, readModelFiles } from './embedding-model.js';
import { installFolder } from './install-folder.js';
import { writeChecksum } from './model-checksum.js';
/**
 * Downloads a hub model into its folder, where it appears as a whole: the quantised weights, or the full ones when the hub has no
 * other. Throws `model-missing` when it cannot be had; the message names the host and what to do.
 */
export async function downloadModel(place, hubHost, load) {
    try {
        await installFolder(place.folder, async (empty) => {
            await load(empty, true).catch(async (error) => {
                if (!isAbsent(error, getWeightsFile(true)))
                    throw error;
                await load(empty, false);
            });
            await hoistFiles(empty, place.id);
            const { checksum } = await readModelFiles({ ...place, folder: empty });
            await writeChecksum(empty, checksum);
        });
    }
    catch (cause) {
        throw new VerbatimError('model-missing', `The model ${place.id} is not in ${place.folder} and could not be had from ${new URL(hubHost).host} ` +
            `(${describeCause(cause)}): correct the id, go online once, copy its files there, or use "bundled".`, { cause });
    }
}
function isAbsent(error, file) {
    return error instanceof Error && error.message.startsWith('Could not locate file') && error.message.includes(file);
}
/** Moves the files from the folder of the id up into `folder`. */
async function hoistFiles(folder, id) {
    for (const name of await readdir(join(folder, id)))
        await rename(join(folder, id, name), join(folder, name));
}
function describeCause(error) {
    if (!(error instanceof Error))
        return String(error);
    if (error.cause instanceof Error)
        return describeCause(error.cause);
    const code = 'code' in error ? String(error.code) : '';
    // What follows the first line or a colon is an address or a stack.
    return code || (error.message.split(/[\n:]/)[0] ?? '');
}
//# sourceMappingURL=download-model.js.map