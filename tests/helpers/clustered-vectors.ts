/** A small generator of numbers in 0..1 (mulberry32), the same on every machine. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function unit(values: number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}

/** Unit vectors around forty centres, as sentences lie around subjects. */
export function clusteredVectors(seed: number, wanted: number, dimensions: number): Float32Array[] {
  const random = createRandom(seed);
  const spread = (): number => random() + random() + random() - 1.5;
  const centres = Array.from({ length: 40 }, () => Array.from({ length: dimensions }, spread));
  return Array.from({ length: wanted }, (_, i) =>
    unit((centres[i % centres.length] ?? []).map((value) => value + 0.5 * spread())),
  );
}
