/** Writes numbers with the word for what is counted, in one language: "1 quote", "2,000 quotes". */
export function createCounter(locale) {
    return (count, one, many) => `${count.toLocaleString(locale)} ${count === 1 ? one : many}`;
}
//# sourceMappingURL=counted.js.map