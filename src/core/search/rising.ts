/** How many of rising numbers are at most `limit`: also the place of the first that is more. Found by halving. */
export function countUpTo(rising: Uint32Array, limit: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
