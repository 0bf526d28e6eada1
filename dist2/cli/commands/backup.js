import { stat } from 'node:fs/promises';
import { readStoreSettings } from '../../app/store-settings.js';
import { createBackup } from '../../app/store/store-tools.js';
import { describeRows, formatCount } from '../describe-store.js';
import { visible } from '../terminal-style.js';
/** Copies the store to a file and prints what the copy holds. */
export async function runBackup(file, options) {
    const { schema, rows } = await createBackup(readStoreSettings(), file, options);
    const { size } = await stat(file);
    process.stdout.write(`${visible(file)}: ${formatCount(size)} bytes, schema ${schema}, ${describeRows(rows)}\n` +
        'The copy was read back: it is whole, and every reference in it holds.\n');
}
//# sourceMappingURL=backup.js.map