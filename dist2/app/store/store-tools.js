import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { hostOf } from '../../adapters/store/database-address.js';
import { openDatabase } from '../../adapters/store/libsql-database.js';
import { backupStore } from '../../adapters/store/backup-store.js';
import { checkStore as checkDatabase } from '../../adapters/store/check-store.js';
import { restoreStore } from '../../adapters/store/restore-store.js';
import { VerbatimError } from '../../core/errors.js';
import { addressOf } from './open-store.js';
/** Writes a backup of the store, which may be in use, to a file. Throws `bad-input`, `store-failed` or `store-newer`. */
export function createBackup(settings, file, { force }) {
    const address = addressOf(settings);
    if (address.kind === 'file' && !existsSync(address.file)) {
        throw new VerbatimError('store-failed', `There is no store to back up yet in "${settings.dataDir}" (DATA_DIR): the bot makes it when it starts.`);
    }
    if (address.kind === 'file' && path.resolve(file) === address.file) {
        throw new VerbatimError('bad-input', `"${file}" is the store itself. Give the name of another file.`);
    }
    return backupStore(address, file, { overwrite: force });
}
/** Puts a backup in the place of what the store holds. Throws `bad-input`, `store-failed` or `store-newer`. */
export function restoreBackup(settings, file, { force }) {
    const address = addressOf(settings);
    const stamp = new Date().toISOString().replace(/[-:.]/g, '');
    mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
    const name = address.kind === 'file' ? address.file.replace(/\.db$/, '') : path.join(settings.dataDir, 'server');
    return restoreStore(address, file, { force, safetyName: `${name}-before-restore-${stamp}` });
}
/** Where the store is, as an admin would say it, without a password. */
export function describeStorePlace(settings) {
    const address = addressOf(settings);
    return address.kind === 'file' ? address.file : `server ${hostOf(address.url)}`;
}
/** Examines the store and changes nothing; null where there is none yet. Throws `store-failed`. */
export async function checkStore(settings) {
    const address = addressOf(settings);
    if (address.kind === 'file' && !existsSync(address.file))
        return null;
    const database = await openDatabase(address);
    try {
        const check = await checkDatabase(database);
        return Object.keys(check.rows).length === 0 ? null : check;
    }
    finally {
        database.close();
    }
}
//# sourceMappingURL=store-tools.js.map