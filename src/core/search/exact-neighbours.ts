/** A row of vectors with the cosine of its angle to another. */
interface Neighbour {
  readonly row: number;
  readonly cosine: number;
}

/** Most rows that are compared one by one for each question: about 30 ms of one processor. */
export const exactSearchLimit = 20_000;

/**
 * The rows nearest to a unit vector, nearest first, at most `count`, found by comparing all; of equal ones the first. `vectors` has one
 * row of `dimensions` floats after the other, each of unit length.
 */
export function findNearest(
  vectors: Float32Array,
  dimensions: number,
  vector: Float32Array,
  count: number,
): Neighbour[] {
  const rows = Math.floor(vectors.length / dimensions);
  const nearest: Neighbour[] = [];
  for (let row = 0; row < rows && count > 0; row++) {
    const cosine = multiply(vectors, row * dimensions, vector);
    if (nearest.length === count && cosine <= (nearest.at(-1)?.cosine ?? 1)) continue;
    if (nearest.length === count) nearest.pop();
    nearest.splice(placeOf(nearest, cosine), 0, { row, cosine });
  }
  return nearest;
}

/** The inner product of a vector and as many floats from `start` on; four sums, which a processor adds up side by side. */
function multiply(vectors: Float32Array, start: number, vector: Float32Array): number {
  const { length } = vector;
  let [a, b, c, d] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < length; i += 4) {
    const at = start + i;
    a += (vectors[at] ?? 0) * (vector[i] ?? 0);
    b += (vectors[at + 1] ?? 0) * (vector[i + 1] ?? 0);
    c += (vectors[at + 2] ?? 0) * (vector[i + 2] ?? 0);
    d += (vectors[at + 3] ?? 0) * (vector[i + 3] ?? 0);
  }
  for (; i < length; i++) a += (vectors[start + i] ?? 0) * (vector[i] ?? 0);
  return a + b + (c + d);
}

/** Behind all that are as near or nearer. */
function placeOf(nearest: readonly Neighbour[], cosine: number): number {
  let [low, high] = [0, nearest.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nearest[middle]?.cosine ?? 0) >= cosine) low = middle + 1;
    else high = middle;
  }
  return low;
}
