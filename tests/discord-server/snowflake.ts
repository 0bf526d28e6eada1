const DISCORD_EPOCH_MS = 1_420_070_400_000n;

let made = 0n;

/** A new id: milliseconds since Discord's epoch in the upper bits, a process-wide count in the lower 22. */
export function createSnowflake(atMs: number = Date.now()): string {
  made += 1n;
  return (((BigInt(Math.floor(atMs)) - DISCORD_EPOCH_MS) << 22n) | (made & 0x3fffffn)).toString();
}

/** When an id was made, in milliseconds since 1970. */
export function readSnowflakeTime(id: string): number {
  return Number((BigInt(id) >> 22n) + DISCORD_EPOCH_MS);
}

/** Orders ids by age, oldest first. */
export function compareSnowflakes(a: string, b: string): number {
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
