/** Whether nothing is wrong with what is stored. */
export function isSound({ integrity, foreignKeys }) {
    return (integrity ?? []).length === 0 && foreignKeys.length === 0;
}
//# sourceMappingURL=store-check.js.map