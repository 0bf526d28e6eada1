/** A value in a database. Whole numbers beyond 2^53 come back as they were put in, or not at all. */
export type SqlValue = string | number | null | Uint8Array;

/** Neither can be held: SQLite's interfaces end a text at a zero byte, and half of a pair is not text in UTF-8. */
const unstorable = /\p{Surrogate}|\0/gu;

/**
 * A value as it is bound: whole numbers as integers, since the client would make floating-point numbers of them; in a text, a zero
 * byte or half of a surrogate pair becomes U+FFFD.
 */
export function toBoundValue(value: SqlValue): string | number | bigint | null | Uint8Array {
  if (typeof value === 'string') return value.replace(unstorable, '\ufffd');
  if (typeof value !== 'number') return value;
  return Number.isInteger(value) && Math.abs(value) < 2 ** 63 ? BigInt(value) : value;
}

/** A value that was read. Throws a RangeError for an integer that a number cannot hold exactly. */
export function fromBoundValue(value: unknown): SqlValue {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (BigInt(number) !== value) throw new RangeError(`the integer ${value} is too large`);
    return number;
  }
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array) return value;
  throw new TypeError(`a value of the kind ${typeof value} was read`);
}

/** No claim lasts as long: one that seems to is of a clock that was set back since, and holds no more. */
const longestLeaseMs = 3_600_000;

/** Whether nobody's claim on a row holds; needs the values of `freeAt`. */
export const isFree = '(claimed_until <= ? OR claimed_until > ?)';

export function freeAt(nowMs: number): readonly [number, number] {
  return [nowMs, nowMs + longestLeaseMs];
}
