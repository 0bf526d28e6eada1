import type { ProcessSight } from '../../core/store/processes.js';

/** Of clocks of two machines, the slower one is a little behind after the time of a lease. */
const marginMs = 250;

/** Tells which processes have not been seen to beat for the time of a lease, by this machine's own clock. */
export class Watch {
  /** The last beat of each process, and when it was first seen. */
  private readonly seen = new Map<string, { readonly beat: number; readonly sinceMs: number }>();

  constructor(
    private readonly leaseMs: number,
    private readonly now: () => number,
  ) {}

  /** Looks at all processes as they are now; gives those that are dead. */
  findDead(processes: readonly ProcessSight[]): ProcessSight[] {
    const nowMs = this.now();
    const ids = new Set(processes.map(({ id }) => id));
    for (const id of this.seen.keys()) if (!ids.has(id)) this.seen.delete(id);
    return processes.filter(({ id, beat }) => {
      const known = this.seen.get(id);
      if (known?.beat === beat) return nowMs - known.sinceMs >= this.leaseMs + marginMs;
      this.seen.set(id, { beat, sinceMs: nowMs });
      return false;
    });
  }
}
