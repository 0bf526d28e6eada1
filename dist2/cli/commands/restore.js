import { readStoreSettings } from '../../app/store-settings.js';
import { describeStorePlace, restoreBackup } from '../../app/store/store-tools.js';
import { describeRows } from '../describe-store.js';
import { visible } from '../terminal-style.js';
/** Puts a backup in the place of what the store holds and prints what it holds then. */
export async function runRestore(file, options) {
    const settings = readStoreSettings();
    const { check, schema, safetyCopy, needsRestart } = await restoreBackup(settings, file, options);
    const update = schema < check.schema ? ` (brought from schema ${schema} to ${check.schema})` : '';
    process.stdout.write(`${visible(describeStorePlace(settings))} now holds what is in ${visible(file)}${update}: ${describeRows(check.rows)}\n`);
    if (safetyCopy !== null)
        process.stdout.write(`What it held before is in ${visible(safetyCopy)}\n`);
    if (needsRestart)
        process.stdout.write('A bot that is running must be started anew to use it.\n');
}
//# sourceMappingURL=restore.js.map