/** Most UTF-16 units of surroundings kept with a quote, as in the W3C text quote selector. */
export const contextLength = 32;
/** Up to `contextLength` units on either side; never half of a surrogate pair. */
export function surroundingsOf(text, { start, end }) {
    return {
        prefix: text.slice(Math.max(0, start - contextLength), start).replace(/^[\udc00-\udfff]/, ''),
        suffix: text.slice(end, end + contextLength).replace(/[\ud800-\udbff]$/, ''),
    };
}
//# sourceMappingURL=surroundings.js.map