import { randomUUID } from 'node:crypto';
import type { Fence, Processes, ProcessesSight, ProcessSight } from '../../core/store/processes.js';
import type { Grip, LeaseHooks, Leases } from './leases.js';
import { Watch } from './watch.js';

/** How long a process may act on its leases after it asked for the beat that was answered last. */
export const leaseMs = 3_000;
const beatEveryMs = 500;

export interface KeeperOptions {
  /** Hears, after each beat, how everything is; may ask for leases and give them back. */
  readonly onSight?: (sight: ProcessesSight, ownId: string) => void;
  readonly onFailure: (error: unknown) => void;
  /** A clock that nobody sets, in milliseconds. */
  readonly now?: () => number;
}

interface Wish {
  readonly hooks: LeaseHooks;
  fence: Fence | null;
  /** What is left for the next holder; null where it has not changed since it was written. */
  note: string | null;
}

/**
 * Keeps leases on a store that several processes share. This process counts from before it asked, by a clock that nobody sets, so it has
 * stopped before anybody else, who counts from what was seen after that, may begin; what it writes later all the same is refused by its
 * fence (C. Gray and D. Cheriton, "Leases", 1989; fencing by M. Kleppmann, "How to do distributed locking", 2016).
 */
export class LeaseKeeper implements Leases {
  private readonly wishes = new Map<string, Wish>();
  private readonly watch: Watch;
  private readonly now: () => number;
  private id = '';
  /** How many shards the bot has, and what the others are to know of this process. */
  private entry = { shardCount: 0, plan: '' };
  /** Until when what is held is held, by `now`. */
  private validUntilMs = -Infinity;
  private expiry: NodeJS.Timeout | null = null;
  private timer: NodeJS.Timeout | null = null;
  private beating: Promise<void> | null = null;
  private isOpen = false;

  constructor(
    private readonly store: Processes,
    private readonly options: KeeperOptions,
  ) {
    this.now = options.now ?? (() => performance.now());
    this.watch = new Watch(leaseMs, this.now);
  }

  /** Whether the store has answered lately, so that what is held is held. */
  get isInTouch(): boolean {
    return this.now() < this.validUntilMs;
  }

  /** Joins the others; gives those that want another number of shards, if they live, and nothing is done then. */
  async open(shardCount: number, plan: string): Promise<readonly ProcessSight[]> {
    this.entry = { shardCount, plan };
    this.id = randomUUID();
    // One that is dead stands in the way until it was seen not to beat for the time of a lease.
    const giveUpAtMs = this.now() + 2 * leaseMs;
    for (;;) {
      const isLate = this.now() > giveUpAtMs;
      try {
        if (await this.enter()) break;
        const { processes } = await this.buryDead(await this.store.look());
        if (isLate && processes.length > 0) return processes;
      } catch (error) {
        if (isLate) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, beatEveryMs));
    }
    this.isOpen = true;
    await this.beat();
    return [];
  }

  want(name: string, hooks: LeaseHooks = {}): void {
    if (!this.wishes.has(name)) this.wishes.set(name, { hooks, fence: null, note: null });
  }

  grip(name: string): Grip | null {
    const fence = this.wishes.get(name)?.fence;
    return fence && this.isInTouch ? { fence } : null;
  }

  /** Leaves word for the next holder, with the next beat. */
  note(name: string, note: string): void {
    const wish = this.wishes.get(name);
    if (wish?.fence) wish.note = note;
  }

  /** Tells the others another plan: with what is released next, else with the next beat. */
  tell(plan: string): void {
    this.entry = { ...this.entry, plan };
  }

  /** Gives up leases, or the wish for them; whoever worked under them has been told to stop before anybody else may take them. */
  async release(...names: readonly string[]): Promise<void> {
    const notes = new Map<string, string | null>();
    for (const name of names) {
      const wish = this.wishes.get(name);
      this.wishes.delete(name);
      if (!wish?.fence) continue;
      notes.set(name, wish.note);
      lose(wish);
    }
    if (notes.size === 0) return;
    await this.beating; // which tells the plan and the notes as they were before
    await this.store.release(this.id, this.entry.plan, notes).catch(this.options.onFailure); // else with the next beat
  }

  /** Gives everything back. What works under a lease must have ended. */
  async close(): Promise<void> {
    this.isOpen = false;
    if (this.timer) clearTimeout(this.timer);
    if (this.expiry) clearTimeout(this.expiry);
    await this.beating;
    const notes = this.takeNotes();
    for (const wish of this.wishes.values()) lose(wish);
    await this.store.leave(this.id, notes).catch(this.options.onFailure);
    this.store.close();
  }

  private enter(): Promise<boolean> {
    return this.store.enter(this.id, this.entry.shardCount, this.entry.plan);
  }

  private beat(): Promise<void> {
    const beganMs = this.now();
    this.beating ??= this.beatOnce()
      .catch(this.options.onFailure)
      .finally(() => {
        this.beating = null;
        if (!this.isOpen) return;
        const spentMs = this.now() - beganMs;
        this.timer = setTimeout(() => void this.beat(), Math.max(0, beatEveryMs - spentMs)).unref();
      });
    return this.beating;
  }

  private async beatOnce(): Promise<void> {
    const askedMs = this.now();
    const notes = this.takeNotes();
    const sight = await this.store.beat(this.id, this.entry.plan, notes).catch((error: unknown) => {
      for (const [name, note] of notes) this.keepNote(name, note);
      throw error;
    });
    if (!this.isOpen) return;
    if (!sight) {
      this.expire(); // buried: others have what was held
      this.id = randomUUID();
      if (!(await this.enter()))
        throw new Error('this process was taken for dead, and others want another number of shards');
      return;
    }
    this.prolong(askedMs + leaseMs);
    if (!this.isInTouch) return; // the answer came too late
    await this.settle(sight);
    const seen = await this.buryDead(sight);
    this.options.onSight?.(seen, this.id);
    for (const [name, wish] of this.wishes) if (!wish.fence && isFree(name, seen)) await this.take(name, wish);
  }

  /** Gives back what this process has in the store but does not want, such as when an answer was lost. */
  private async settle({ leases }: ProcessesSight): Promise<void> {
    const unwanted = leases.filter(({ name, holder }) => holder === this.id && !this.wishes.get(name)?.fence);
    const notes = new Map(unwanted.map(({ name }) => [name, null]));
    if (notes.size > 0) await this.store.release(this.id, this.entry.plan, notes);
  }

  private async take(name: string, wish: Wish): Promise<void> {
    const taken = await this.store.take(name, this.id);
    if (!taken || !this.isOpen) return;
    if (!this.isInTouch || this.wishes.get(name) !== wish) return; // given back with the next beat
    wish.fence = taken.fence;
    wish.note = null;
    wish.hooks.onGain?.(taken.note);
  }

  /** Buries whoever has not beaten for long enough; gives what is left. */
  private async buryDead(sight: ProcessesSight): Promise<ProcessesSight> {
    const buried = new Set<string>();
    for (const { id, beat } of this.watch.findDead(sight.processes)) {
      if (id !== this.id && (await this.store.bury(id, beat))) buried.add(id);
    }
    return { ...sight, processes: sight.processes.filter(({ id }) => !buried.has(id)) };
  }

  private takeNotes(): Map<string, string> {
    const notes = new Map<string, string>();
    for (const [name, wish] of this.wishes) {
      if (wish.fence && wish.note !== null) notes.set(name, wish.note);
      wish.note = null;
    }
    return notes;
  }

  private keepNote(name: string, note: string): void {
    const wish = this.wishes.get(name);
    if (wish) wish.note ??= note;
  }

  private prolong(untilMs: number): void {
    this.validUntilMs = untilMs;
    if (this.expiry) clearTimeout(this.expiry);
    this.expiry = setTimeout(
      () => {
        this.expire();
      },
      Math.max(0, untilMs - this.now()),
    );
  }

  private expire(): void {
    this.validUntilMs = -Infinity;
    for (const wish of this.wishes.values()) lose(wish);
  }
}

function isFree(name: string, { processes, leases }: ProcessesSight): boolean {
  const holder = leases.find((lease) => lease.name === name)?.holder ?? null;
  return holder === null || !processes.some(({ id }) => id === holder);
}

function lose(wish: Wish): void {
  if (!wish.fence) return;
  wish.fence = null;
  wish.hooks.onLose?.();
}
