/** The text in a column. Throws a TypeError for anything else: then the schema and the code are not of one version. */
export function readText(row, column) {
    const value = row[column];
    if (typeof value !== 'string')
        throw new TypeError(`column ${column}: expected text, got ${typeof value}`);
    return value;
}
export function readOptionalText(row, column) {
    return row[column] === null ? null : readText(row, column);
}
/** The number in a column. Throws a TypeError for anything else. */
export function readNumber(row, column) {
    const value = row[column];
    if (typeof value !== 'number')
        throw new TypeError(`column ${column}: expected a number, got ${typeof value}`);
    return value;
}
export function readOptionalNumber(row, column) {
    return row[column] === null ? null : readNumber(row, column);
}
//# sourceMappingURL=read-row.js.map