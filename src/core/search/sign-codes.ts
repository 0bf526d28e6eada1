import { makeCountingMemory, type CountingMemory } from './count-differing.js';
import type { RowRange } from './exact-neighbours.js';

const bitsPerWord = 32;
/** Codes are compared by eight bytes at once. */
const wordsPerGroup = 2;
const bytesPerWord = 4;

/** Of a search's rows this share, and at least so many, goes on from one look to the next; all that are left are compared as they are. */
const kept = {
  /** After the signs were compared with signs. */
  first: { share: 0.02, least: 2_000 },
  /** After the question's own numbers were compared with signs. */
  second: { share: 0.005, least: 600 },
} as const;

/**
 * Vectors by the signs of their numbers alone, a bit for each: a thirty-second of their size, and enough to tell which of many could be
 * near to another vector. Few looks leave few of them: the number of signs that differ (M. Charikar, "Similarity estimation techniques
 * from rounding algorithms", 2002, with the axes themselves as planes), and, of those that are left, the inner product of the whole vector
 * with the signs (A. Gordo et al., "Asymmetric distances for binary embeddings", 2014).
 */
export class SignCodes {
  private readonly words: number;
  /** The codes of all rows, that of a question, and for each row how many signs differ. */
  private readonly memory: CountingMemory;
  private readonly codes: Int32Array;
  private readonly own: Int32Array;
  private readonly differing: Uint16Array;
  /** Used again for each search, since what is thrown away leaves holes. */
  private readonly table: Float32Array;

  /** Codes for `count` vectors of `dimensions` numbers, to be set one by one. */
  constructor(
    readonly count: number,
    readonly dimensions: number,
  ) {
    this.words = Math.ceil(dimensions / (bitsPerWord * wordsPerGroup)) * wordsPerGroup;
    const bytes = (count + 1) * this.words * bytesPerWord;
    this.memory = makeCountingMemory(bytes + count * Uint16Array.BYTES_PER_ELEMENT);
    const { buffer } = this.memory;
    this.codes = new Int32Array(buffer, 0, count * this.words);
    this.own = new Int32Array(buffer, this.codes.byteLength, this.words);
    this.differing = new Uint16Array(buffer, bytes, count);
    this.table = new Float32Array(this.words * bytesPerWord * 256);
  }

  /** Takes the signs of a vector, which stands in an array from `start` on, as the code of a row. */
  set(row: number, vectors: Float32Array, start: number): void {
    writeSigns(vectors.subarray(start, start + this.dimensions), this.codes, row * this.words);
  }

  /** Takes over the codes of another's rows from `first` up to `end`, from `row` on. */
  copy(row: number, from: SignCodes, { first, end }: RowRange): void {
    this.codes.set(from.codes.subarray(first * this.words, end * this.words), row * this.words);
  }

  /**
   * The rows of some ranges that could be the nearest to a unit vector, those that are likeliest to be first: a small share, in which nearly
   * all of these are.
   */
  propose(ranges: readonly RowRange[], vector: Float32Array): Uint32Array {
    const rows = ranges.reduce((sum, { first, end }) => sum + end - first, 0);
    const first = this.leastDiffering(ranges, vector, rows, sizeOf(kept.first, rows));
    return this.mostAlong(first, vector, sizeOf(kept.second, rows));
  }

  /** The `count` rows with the fewest signs that differ, in rising order; of equal ones the first. */
  private leastDiffering(ranges: readonly RowRange[], vector: Float32Array, rows: number, count: number): Uint32Array {
    const { dimensions, differing } = this;
    this.countDiffering(ranges, vector);
    const sizes = new Uint32Array(dimensions + 1); // how many rows differ in so many signs
    for (let at = 0; at < rows; at++) {
      const distance = differing[at] ?? 0;
      sizes[distance] = (sizes[distance] ?? 0) + 1;
    }
    const { farthest, nearer } = findFarthest(sizes, count);
    const found = new Uint32Array(Math.min(count, rows));
    let equal = found.length - nearer; // how many of the farthest there is room for
    let next = 0;
    let at = 0;
    for (const { first, end } of ranges) {
      for (let row = first; row < end; row++, at++) {
        const distance = differing[at] ?? 0;
        if (distance > farthest || (distance === farthest && equal-- <= 0)) continue;
        found[next++] = row;
      }
    }
    return found;
  }

  /** Counts for some rows, one range behind the other, how many signs differ. */
  private countDiffering(ranges: readonly RowRange[], vector: Float32Array): void {
    const { memory, codes, own, words, differing } = this;
    own.fill(0);
    writeSigns(vector, own, 0);
    const stride = words * bytesPerWord;
    let at = 0;
    for (const { first, end } of ranges) {
      const out = differing.byteOffset + at * differing.BYTES_PER_ELEMENT;
      memory.count(codes.byteOffset + first * stride, end - first, stride, own.byteOffset, stride, out);
      at += end - first;
    }
  }

  /** Of some rows, in rising order, the `count` whose signs have the largest inner products with the vector, the largest first. */
  private mostAlong(rows: Uint32Array, vector: Float32Array, count: number): Uint32Array {
    const { table } = this;
    tabulate(vector, table);
    const products = new Float32Array(rows.length);
    for (let i = 0; i < rows.length; i++) products[i] = this.multiply((rows[i] ?? 0) * this.words, table);
    const least = rows.length > count ? (products.slice().sort()[products.length - count] ?? 0) : -Infinity;
    const places: number[] = [];
    for (let i = 0; i < products.length; i++) if ((products[i] ?? 0) >= least) places.push(i);
    places.sort((i, j) => (products[j] ?? 0) - (products[i] ?? 0) || i - j);
    return Uint32Array.from(places, (i) => rows[i] ?? 0);
  }

  private multiply(start: number, table: Float32Array): number {
    const { codes, words } = this;
    let sum = 0;
    for (let i = 0, at = 0; i < words; i++, at += bytesPerWord * 256) {
      const word = codes[start + i] ?? 0;
      sum += (table[at + (word & 255)] ?? 0) + (table[at + 256 + ((word >>> 8) & 255)] ?? 0);
      sum += (table[at + 512 + ((word >>> 16) & 255)] ?? 0) + (table[at + 768 + (word >>> 24)] ?? 0);
    }
    return sum;
  }
}

function sizeOf({ share, least }: { readonly share: number; readonly least: number }, rows: number): number {
  return Math.max(least, Math.ceil(share * rows));
}

function writeSigns(vector: Float32Array, codes: Int32Array, start: number): void {
  let word = 0;
  for (let i = 0; i < vector.length; i++) {
    if ((vector[i] ?? 0) >= 0) word |= 1 << (i % bitsPerWord);
    if (i % bitsPerWord < bitsPerWord - 1 && i < vector.length - 1) continue;
    codes[start + Math.floor(i / bitsPerWord)] = word;
    word = 0;
  }
}

/** The distance up to which there are at least `count` rows, or all, given how many have each; and how many are nearer than that. */
function findFarthest(sizes: Uint32Array, count: number): { readonly farthest: number; readonly nearer: number } {
  let [farthest, nearer] = [0, 0];
  while (farthest < sizes.length - 1 && nearer + (sizes[farthest] ?? 0) < count) nearer += sizes[farthest++] ?? 0;
  return { farthest, nearer };
}

/** Fills in, for each byte of a code and each of its 256 values, the inner product of eight numbers with those signs. */
function tabulate(vector: Float32Array, table: Float32Array): void {
  for (let byte = 0; byte < table.length / 256; byte++) {
    const own = table.subarray(byte * 256, byte * 256 + 256);
    let none = 0; // all signs are minus
    for (let bit = 0; bit < 8; bit++) none -= vector[byte * 8 + bit] ?? 0;
    own[0] = none;
    for (let value = 1; value < 256; value++) {
      const rest = value & (value - 1); // without its lowest bit
      const bit = 31 - Math.clz32(value ^ rest);
      own[value] = (own[rest] ?? 0) + 2 * (vector[byte * 8 + bit] ?? 0);
    }
  }
}
