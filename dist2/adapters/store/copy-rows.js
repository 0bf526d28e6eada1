import { quoteName, readSchemaShape } from './schema-shape.js';
/** Values in one statement; SQLite takes 32,766. */
const maxValues = 2_000;
const pageRows = 1_000;
/** Reads a whole database as it is at one moment, whatever is written meanwhile. */
export async function readAllRows(database) {
    const shape = await readSchemaShape(database);
    return database.readTogether(async (read) => {
        const rows = new Map();
        for (const table of shape.tables)
            rows.set(table.name, await readTable(read, table));
        const counted = await read("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'");
        return { shape, rows, sequences: counted.length > 0 ? await read('SELECT name, seq FROM sqlite_sequence') : [] };
    });
}
async function readTable(read, { name, columns }) {
    const sql = `SELECT ${columns.map(quoteName).join(', ')} FROM ${quoteName(name)} LIMIT ? OFFSET ?`;
    const rows = [];
    for (;;) {
        const page = await read(sql, pageRows, rows.length);
        rows.push(...page);
        if (page.length < pageRows)
            return rows;
    }
}
/** The statements that make an empty database like another. */
export function createStatements({ shape, rows, sequences }) {
    const last = shape.others.map(({ sql }) => ({ sql }));
    return [...shape.tables.map(({ sql }) => ({ sql })), ...insertAll(shape, rows), ...setSequences(sequences), ...last];
}
/** The statements that put the rows of one store in place of those of another with the same schema. */
export function replaceStatements(target, { rows, sequences }) {
    const triggers = target.others.filter(({ type }) => type === 'trigger');
    return [
        { sql: 'PRAGMA defer_foreign_keys = ON' }, // rows of one table may refer to each other
        ...triggers.map(({ name }) => ({ sql: `DROP TRIGGER ${quoteName(name)}` })), // restored rows are no new events
        ...[...target.tables].reverse().map(({ name }) => ({ sql: `DELETE FROM ${quoteName(name)}` })),
        ...insertAll(target, rows),
        ...setSequences(sequences),
        ...triggers.map(({ sql }) => ({ sql })),
    ];
}
function insertAll({ tables }, rows) {
    return tables.flatMap((table) => insertRows(table, rows.get(table.name) ?? []));
}
function insertRows({ name, columns }, rows) {
    const step = Math.max(1, Math.floor(maxValues / columns.length));
    const head = `INSERT INTO ${quoteName(name)} (${columns.map(quoteName).join(', ')}) VALUES `;
    const places = `(${columns.map(() => '?').join(', ')})`;
    const statements = [];
    for (let i = 0; i < rows.length; i += step) {
        const some = rows.slice(i, i + step);
        const args = some.flatMap((row) => columns.map((column) => row[column] ?? null));
        statements.push({ sql: head + some.map(() => places).join(', '), args });
    }
    return statements;
}
/** Numbers that were given out once are not given out again. */
function setSequences(sequences) {
    return sequences.flatMap(({ name = null, seq = null }) => [
        {
            sql: 'INSERT INTO sqlite_sequence (name, seq) SELECT ?, 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?)',
            args: [name, name],
        },
        { sql: 'UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?', args: [seq, name] },
    ]);
}
//# sourceMappingURL=copy-rows.js.map