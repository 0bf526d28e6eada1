/** So that spreadsheets take the file for UTF-8. */
const byteOrderMark = '\ufeff';
/**
 * Rows as CSV (RFC 4180: commas, CRLF, quotation marks doubled inside quotation marks), for spreadsheets: with a byte order
 * mark, and an apostrophe before a cell that would be read as a formula
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function writeCsv(rows) {
    return byteOrderMark + rows.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');
}
function writeCell(value) {
    if (typeof value === 'number')
        return String(value);
    const cell = /^\s*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/u.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
//# sourceMappingURL=csv.js.map