import type { Pooling } from './embedding-family.js';

/** A text as the model sees it. */
export interface Encoding {
  /** Token ids, cut at the model's limit; never empty. */
  readonly ids: Uint32Array;
  /** Number of tokens before the cut. */
  readonly tokenCount: number;
}

/** A rectangle of tokens: `rows` times `width` values, row by row. */
export interface TokenGrid {
  readonly ids: BigInt64Array;
  /** 1 for a token, 0 for padding. */
  readonly mask: BigInt64Array;
  readonly width: number;
}

/** Pads all rows on the right to the longest. */
export function padBatch(batch: readonly Encoding[], padId: number): TokenGrid {
  const width = Math.max(...batch.map(({ ids }) => ids.length));
  const ids = new BigInt64Array(batch.length * width).fill(BigInt(padId));
  const mask = new BigInt64Array(batch.length * width);
  batch.forEach((encoding, row) => {
    encoding.ids.forEach((id, column) => {
      ids[row * width + column] = BigInt(id);
    });
    mask.fill(1n, row * width, row * width + encoding.ids.length);
  });
  return { ids, mask, width };
}

/**
 * One row per text out of a model's output of shape `[texts, tokens, dimensions]`. An output that has one vector per text, of shape
 * `[texts, dimensions]` or `[texts, 1, dimensions]`, is pooled already and comes back as it is.
 */
export function poolRows(
  output: { readonly data: Float32Array; readonly dims: readonly number[] },
  batch: readonly Encoding[],
  pooling: Pooling,
): Float32Array {
  const { data, dims } = output;
  const dimensions = dims.at(-1) ?? 0;
  const width = data.length / (batch.length * dimensions);
  if (width === 1) return data;
  const rows = new Float32Array(batch.length * dimensions);
  batch.forEach(({ ids }, row) => {
    const tokens = pooling === 'cls' ? 1 : ids.length;
    const start = row * width * dimensions;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      let sum = 0;
      for (let token = 0; token < tokens; token++) sum += data[start + token * dimensions + dimension] ?? 0;
      rows[row * dimensions + dimension] = sum / tokens;
    }
  });
  return rows;
}

/** Scales each row to unit length in place; a row of zeros stays. */
export function normaliseRows(rows: Float32Array, dimensions: number): void {
  for (let start = 0; start < rows.length; start += dimensions) {
    const end = start + dimensions;
    let square = 0;
    for (let index = start; index < end; index++) square += (rows[index] ?? 0) ** 2;
    if (square === 0) continue;
    for (let index = start; index < end; index++) rows[index] = (rows[index] ?? 0) / Math.sqrt(square);
  }
}
