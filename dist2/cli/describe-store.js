/** The number of rows, and of which tables: `12 rows (facts 1, votes 11)`. */
export function describeRows(rows) {
    const filled = Object.entries(rows).filter(([, count]) => count > 0);
    const sum = filled.reduce((total, [, count]) => total + count, 0);
    const tables = filled.map(([table, count]) => `${table} ${formatCount(count)}`).join(', ');
    return `${formatCount(sum)} ${sum === 1 ? 'row' : 'rows'}${tables === '' ? '' : ` (${tables})`}`;
}
/** With commas between thousands. */
export function formatCount(count) {
    return count.toLocaleString('en');
}
//# sourceMappingURL=describe-store.js.map