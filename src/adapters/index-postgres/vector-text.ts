/** Digits of a number that pgvector's half-precision vectors have room for, and some more. */
const digits = 6;

/** A vector as pgvector reads it. */
export function vectorText(vector: Float32Array): string {
  return `[${Array.from(vector, (value) => value.toPrecision(digits)).join(',')}]`;
}
