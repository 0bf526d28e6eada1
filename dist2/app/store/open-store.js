import path from 'node:path';
const fileName = 'verbatim.db';
/** Opens what the bot remembers. Throws `store-failed` or `store-newer` with one line for the admin. */
export async function openStore(settings) {
    const { openStore: openSqlStore } = await import('../../adapters/store/sql-store.js'); // a native module
    return openSqlStore(addressOf(settings));
}
export function addressOf({ dataDir, databaseUrl, databaseAuthToken }) {
    return databaseUrl === null
        ? { kind: 'file', file: path.join(dataDir, fileName) }
        : { kind: 'server', url: databaseUrl, authToken: databaseAuthToken };
}
//# sourceMappingURL=open-store.js.map