/** Keeps a pause between two questions with the same key, such as a person or a channel. */
export class Cooldown {
  private readonly lastAtMs = new Map<string, number>();

  constructor(
    private readonly seconds: number,
    /** A clock that nobody sets, in milliseconds. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Whole seconds that this key has still to wait; 0 for none. */
  secondsLeft(key: string): number {
    const last = this.lastAtMs.get(key);
    if (last === undefined) return 0;
    return Math.max(0, Math.ceil((last + this.seconds * 1_000 - this.now()) / 1_000));
  }

  /** Starts the pause. */
  start(key: string): void {
    if (this.seconds === 0) return;
    const now = this.now();
    for (const [other, at] of this.lastAtMs) {
      if (at + this.seconds * 1_000 > now) break; // in the order in which they were set
      this.lastAtMs.delete(other);
    }
    this.lastAtMs.delete(key);
    this.lastAtMs.set(key, now);
  }
}
