import { migrations, readSchemaVersion } from './migrations.js';
import { readNumber, readText } from './read-row.js';
import { quoteName, readSchemaShape } from './schema-shape.js';
const shownFaults = 5;
/** Examines a database and changes nothing. Throws `store-failed` where it cannot be read at all. */
export async function checkStore(database) {
    const { tables } = await readSchemaShape(database);
    const isStore = tables.some(({ name }) => name === 'migrations') && tables.some(({ name }) => name === 'facts');
    const rows = {};
    for (const { name } of [...tables].sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const [row] = await database.read(`SELECT count(*) AS count FROM ${quoteName(name)}`);
        rows[name] = row ? readNumber(row, 'count') : 0;
    }
    return {
        schema: isStore ? await readSchemaVersion(database) : 0,
        knownSchema: migrations.length,
        journal: String(await readPragma(database, 'journal_mode')),
        integrity: await checkIntegrity(database),
        foreignKeys: await checkForeignKeys(database),
        enforcesForeignKeys: (await readPragma(database, 'foreign_keys')) === 1,
        rows,
        bytes: await readBytes(database),
    };
}
/** https://sqlite.org/pragma.html#pragma_integrity_check */
async function checkIntegrity(database) {
    const check = database.read(`PRAGMA integrity_check(${shownFaults})`);
    // A server may keep this to itself, a file never does.
    const rows = database.address.kind === 'file' ? await check : await check.catch(() => null);
    return rows && rows.map((row) => readText(row, 'integrity_check')).filter((line) => line !== 'ok');
}
/** https://sqlite.org/pragma.html#pragma_foreign_key_check */
async function checkForeignKeys(database) {
    const counts = new Map();
    for (const row of await database.read('PRAGMA foreign_key_check')) {
        const link = `${readText(row, 'table')} → ${readText(row, 'parent')}`;
        counts.set(link, (counts.get(link) ?? 0) + 1);
    }
    return [...counts].map(([link, count]) => `${link}: ${count} ${count === 1 ? 'row' : 'rows'}`);
}
async function readBytes(database) {
    const [count, size] = [await readPragma(database, 'page_count'), await readPragma(database, 'page_size')];
    return typeof count === 'number' && typeof size === 'number' ? count * size : null;
}
/** The value of a setting; null where a server does not tell. */
async function readPragma(database, name) {
    const rows = await database.read(`PRAGMA ${name}`).catch(() => []);
    return rows[0]?.[name] ?? null;
}
//# sourceMappingURL=check-store.js.map