import { createRandom } from './random.js';

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
