/** A row of vectors with the cosine of its angle to another. */
export interface Neighbour {
  readonly row: number;
  readonly cosine: number;
}

/** Most rows that are all compared as they are: a few milliseconds. Of more, those are that could be near by their signs; see `SignCodes`. */
export const exactSearchLimit = 5_000;

/** The rows from `first` up to `end`. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** A row by itself. */
export function rangeOf(row: number): RowRange {
  return { first: row, end: row + 1 };
}

/** Rows that are read at once. */
const rowsPerRead = 256;
/**
 * Where so many rows in a row are none of the nearest, of rows that are given with the likeliest first, those behind them hardly are. Of the
 * 60 nearest of 150 questions among 102,027 sentences that finds as many but for one in a thousand, and compares 312 rows for each instead of 606.
 */
export const patienceWithLikely = 150;

/**
 * Of some rows those nearest to a unit vector, nearest first, at most `count`, found by comparing all, or until `patience` in a row are none of
 * them; of equal ones the first. `read` puts rows into an array, `dimensions` floats each and of unit length, from the row on that it is given,
 * as many as there is room for.
 */
export function findNearestWithin(
  ranges: readonly RowRange[],
  read: (first: number, target: Float32Array) => void,
  dimensions: number,
  vector: Float32Array,
  count: number,
  patience = Infinity,
): Neighbour[] {
  const nearest = new Nearest(count);
  const room = new Float32Array(rowsPerRead * dimensions);
  let rows = room;
  let idle = 0;
  for (const { first, end } of ranges) {
    for (let at = first; at < end; at += rowsPerRead) {
      const length = Math.min(rowsPerRead, end - at) * dimensions;
      if (rows.length !== length) rows = room.subarray(0, length); // of single rows the same again
      read(at, rows);
      idle = nearest.compare(rows, dimensions, vector, at) ? 0 : idle + length / dimensions;
      if (idle >= patience) return nearest.found;
    }
  }
  return nearest.found;
}

/** The nearest of all rows that were compared so far. */
class Nearest {
  readonly found: Neighbour[] = [];

  constructor(private readonly count: number) {}

  /** Compares rows one after the other, the first of which has the number `firstRow`; gives whether one of them is among the nearest so far. */
  compare(vectors: Float32Array, dimensions: number, vector: Float32Array, firstRow: number): boolean {
    const { found, count } = this;
    let isNear = false;
    const rows = Math.floor(vectors.length / dimensions);
    for (let row = 0; row < rows && count > 0; row++) {
      const cosine = multiply(vectors, row * dimensions, vector);
      if (found.length === count && cosine <= (found.at(-1)?.cosine ?? 1)) continue;
      if (found.length === count) found.pop();
      found.splice(placeOf(found, cosine), 0, { row: firstRow + row, cosine });
      isNear = true;
    }
    return isNear;
  }
}

/** The inner product of a vector and as many floats from `start` on; four sums, which a processor adds up side by side. */
function multiply(vectors: Float32Array, start: number, vector: Float32Array): number {
  const { length } = vector;
  // Each on its own: taken out of an array they would be objects, made anew at each sum.
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
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
