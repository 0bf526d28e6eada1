/** Neither can be held: SQLite's interfaces end a text at a zero byte, and half of a pair is not text in UTF-8. */
const unholdable = /\p{Surrogate}|\0/gu;
/**
 * A value as it is bound: whole numbers as integers, since the client would make floating-point numbers of them; in a text, a zero
 * byte or half of a surrogate pair becomes U+FFFD.
 */
export function toBoundValue(value) {
    if (typeof value === 'string')
        return value.replace(unholdable, '\ufffd');
    if (typeof value !== 'number')
        return value;
    return Number.isInteger(value) && Math.abs(value) < 2 ** 63 ? BigInt(value) : value;
}
/** A value that was read. Throws a RangeError for an integer that a number cannot hold exactly. */
export function fromBoundValue(value) {
    if (value instanceof ArrayBuffer)
        return new Uint8Array(value);
    if (typeof value === 'bigint') {
        const number = Number(value);
        if (BigInt(number) !== value)
            throw new RangeError(`the integer ${value} is too large`);
        return number;
    }
    if (value === null || value === undefined)
        return null;
    if (typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array)
        return value;
    throw new TypeError(`a value of the kind ${typeof value} was read`);
}
//# sourceMappingURL=sql-values.js.map