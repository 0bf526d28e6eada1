import { exportStoredOverrides } from '../../app/labels/export-stored-overrides.js';
import { readSettings } from '../../app/settings.js';
import { readStoreSettings } from '../../app/store-settings.js';
import { printNotice } from '../print-notice.js';
/** Prints one line of JSON for each label that a moderator has set. */
export async function runOverrides() {
    const lines = await exportStoredOverrides(readSettings(), readStoreSettings(), printNotice);
    if (lines === '')
        printNotice('No label is set by a moderator.');
    process.stdout.write(lines);
}
//# sourceMappingURL=overrides.js.map