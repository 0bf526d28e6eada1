/** A place in the queue. It is taken until `leave` is called, which is after the answer has been delivered. */
export interface Ticket {
  /** Waits for its turn and carries out the task. */
  run<T>(task: () => Promise<T>): Promise<T>;
  leave(): void;
}

interface FairQueueLimits {
  /** Most places in all, and of one person. */
  readonly limit: number;
  readonly userLimit: number;
  /** Tasks at work at the same time. */
  readonly concurrency: number;
}

/** A bounded queue in which people take turns: whoever asks much waits for the others, not they for him. */
export class FairQueue {
  private readonly placesOf = new Map<string, number>();
  private readonly waiting = new Map<string, (() => void)[]>();
  private readonly idle = new Set<() => void>();
  private places = 0;
  private atWork = 0;

  constructor(readonly limits: FairQueueLimits) {}

  /** A place for this person, or which of the bounds is reached. */
  enter(userId: string): Ticket | 'full' | 'user-full' {
    const own = this.placesOf.get(userId) ?? 0;
    if (this.places >= this.limits.limit) return 'full';
    if (own >= this.limits.userLimit) return 'user-full';
    this.places++;
    this.placesOf.set(userId, own + 1);
    let isTaken = true;
    const leave = (): void => {
      if (isTaken) this.giveUp(userId);
      isTaken = false;
    };
    const run = async <T>(task: () => Promise<T>): Promise<T> => {
      await this.awaitTurn(userId);
      try {
        return await task();
      } finally {
        this.atWork--;
        this.startNext();
      }
    };
    return { run, leave };
  }

  /** How many hold a place: their tasks wait, are at work, or have an answer that is being delivered. */
  get placesTaken(): number {
    return this.places;
  }

  /** How many tasks wait for their turn. */
  get waitingCount(): number {
    let count = 0;
    for (const tasks of this.waiting.values()) count += tasks.length;
    return count;
  }

  /** Resolves once nobody holds a place. */
  whenIdle(): Promise<void> {
    if (this.places === 0) return Promise.resolve();
    return new Promise((resolve) => this.idle.add(resolve));
  }

  private giveUp(userId: string): void {
    this.places--;
    const own = (this.placesOf.get(userId) ?? 1) - 1;
    if (own > 0) this.placesOf.set(userId, own);
    else this.placesOf.delete(userId);
    if (this.places > 0) return;
    for (const resolve of this.idle) resolve();
    this.idle.clear();
  }

  private awaitTurn(userId: string): Promise<void> {
    return new Promise((resolve) => {
      const own = this.waiting.get(userId);
      if (own) own.push(resolve);
      else this.waiting.set(userId, [resolve]);
      this.startNext();
    });
  }

  /** The first person in the order goes to its end after one task. */
  private startNext(): void {
    while (this.atWork < this.limits.concurrency) {
      const next = this.waiting.entries().next().value;
      if (!next) return;
      const [userId, tasks] = next;
      const start = tasks.shift();
      this.waiting.delete(userId);
      if (tasks.length > 0) this.waiting.set(userId, tasks);
      this.atWork++;
      start?.();
    }
  }
}

const latest = new Map<string, Promise<void>>();

/** Does work on one thing after all that came before it for the same thing, so that what comes last also shows last. */
export async function inOrder<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = latest.get(key) ?? Promise.resolve();
  const running = before.then(work);
  const settled = running.then(
    () => undefined,
    () => undefined,
  );
  latest.set(key, settled);
  try {
    return await running;
  } finally {
    if (latest.get(key) === settled) latest.delete(key);
  }
}
