/** Lets each key act so often a minute, all at once or spread out (a token bucket). */
export class RateLimit {
  private readonly buckets = new Map<string, { left: number; atMs: number }>();

  /** No limit where `perMinute` is 0. */
  constructor(
    private readonly perMinute: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Counts one act; gives the whole seconds to wait for it, 0 where it may be done now. */
  take(key: string): number {
    if (this.perMinute === 0) return 0;
    const nowMs = this.now();
    const left = this.leftAt(key, nowMs);
    this.forgetFull(nowMs);
    this.buckets.delete(key); // so that the map is in the order of the last act
    this.buckets.set(key, { left: left >= 1 ? left - 1 : left, atMs: nowMs });
    return this.secondsUntilOne(left);
  }

  /** The whole seconds to wait before the next act, which is not counted. */
  secondsLeft(key: string): number {
    return this.perMinute === 0 ? 0 : this.secondsUntilOne(this.leftAt(key, this.now()));
  }

  private leftAt(key: string, nowMs: number): number {
    const before = this.buckets.get(key);
    if (!before) return this.perMinute;
    return Math.min(this.perMinute, before.left + ((nowMs - before.atMs) * this.perMinute) / 60_000);
  }

  private secondsUntilOne(left: number): number {
    return left >= 1 ? 0 : Math.ceil(((1 - left) * 60) / this.perMinute);
  }

  /** After a minute without an act a bucket is as good as new. */
  private forgetFull(nowMs: number): void {
    for (const [key, { atMs }] of this.buckets) {
      if (nowMs - atMs < 60_000) return;
      this.buckets.delete(key);
    }
  }
}
