import { readOptionalText, readText } from './read-row.js';
/** Reads the shape of a database; what SQLite or a server keeps for itself is left out. */
export async function readSchemaShape(database) {
    const entries = await readCatalogue((sql) => database.read(sql));
    const tables = [];
    const parents = new Map();
    for (const { type, name, sql } of entries) {
        if (type !== 'table')
            continue;
        const columns = await database.read(`PRAGMA table_xinfo(${quoteName(name)})`);
        const keys = await database.read(`PRAGMA foreign_key_list(${quoteName(name)})`);
        parents.set(name, keys.map((key) => readText(key, 'table')));
        const writable = columns.filter((column) => column['hidden'] === 0);
        tables.push({ name, sql, columns: writable.map((column) => readText(column, 'name')) });
    }
    return { tables: sortByReference(tables, parents), others: entries.filter(({ type }) => type !== 'table') };
}
/** The statements that a database was made with, in one text that is equal for equal schemas. */
export async function describeSchema(read) {
    return (await readCatalogue(read))
        .map(({ sql }) => sql.replace(/\s+/g, ' '))
        .sort()
        .join('\n');
}
async function readCatalogue(read) {
    const rows = await read(`SELECT type, name, sql FROM sqlite_schema
     WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'libsql\\_%' ESCAPE '\\' ORDER BY rowid`);
    return rows.flatMap((row) => {
        const sql = readOptionalText(row, 'sql');
        return sql === null ? [] : [{ type: readText(row, 'type'), name: readText(row, 'name'), sql }];
    });
}
function sortByReference(tables, parents) {
    const sorted = [];
    const seen = new Set();
    const visit = (table) => {
        if (seen.has(table.name))
            return;
        seen.add(table.name);
        for (const parent of parents.get(table.name) ?? []) {
            const found = tables.find(({ name }) => name.toLowerCase() === parent.toLowerCase());
            if (found)
                visit(found);
        }
        sorted.push(table);
    };
    tables.forEach(visit);
    return sorted;
}
/** A name for use in SQL. */
export function quoteName(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
//# sourceMappingURL=schema-shape.js.map