import path from 'node:path';
import { SettingsReader } from './settings.js';
const defaults = { DATA_DIR: 'data', RETENTION_DAYS: '90' };
const addressPattern = /^(?:libsql|https?|wss?):\/\//i;
/** Reads the store's settings alone, as `readSettings` does. */
export function readStoreSettings(environment = process.env) {
    const reader = new SettingsReader(environment);
    const settings = readCommonStoreSettings(reader);
    reader.finish();
    return settings;
}
export function readCommonStoreSettings(reader) {
    const databaseUrl = reader.text('DATABASE_URL', '') || null;
    if (databaseUrl !== null && !(addressPattern.test(databaseUrl) && URL.canParse(databaseUrl))) {
        reader.refuse('DATABASE_URL', 'the address of a libSQL server (libsql://, https:// or http://)', 'something else');
    }
    return {
        dataDir: path.resolve(reader.text('DATA_DIR', defaults.DATA_DIR)),
        databaseUrl,
        databaseAuthToken: reader.text('DATABASE_AUTH_TOKEN', '') || null,
        retentionDays: reader.wholeNumber('RETENTION_DAYS', defaults.RETENTION_DAYS, 1, 36_500),
    };
}
//# sourceMappingURL=store-settings.js.map