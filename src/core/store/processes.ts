/** One of the processes that work for one bot, as the others see it. */
export interface ProcessSight {
  /** Given anew whenever it enters. */
  readonly id: string;
  /** Counts up as long as the process lives. It is no time: clocks of several machines are never compared. */
  readonly beat: number;
  /** What it says of itself. */
  readonly plan: string;
}

/** Work that one process does for all, under a name. */
export interface LeaseSight {
  readonly name: string;
  /** The process that has it, which may be dead; null for none. */
  readonly holder: string | null;
  /** What the last holder has left for the next one; null for nothing. */
  readonly note: string | null;
}

/** All processes and leases at one moment, ordered by id and name. */
export interface ProcessesSight {
  readonly processes: readonly ProcessSight[];
  readonly leases: readonly LeaseSight[];
}

/** Proof of a lease: it holds until somebody else has taken the lease, who gets a higher number. Each write under it is checked. */
export interface Fence {
  readonly name: string;
  readonly holder: string;
  readonly number: number;
}

/**
 * How several processes share the work of one bot. Whoever has not been seen to beat for a while is buried by another one, and what it
 * held is free from then on; it finds out by its own next beat. Methods reject with `store-failed` after some seconds, so that
 * nobody waits longer for a server than a lease lasts.
 */
export interface Processes {
  /** All as it is, without entering. */
  look(): Promise<ProcessesSight>;
  /** Whether the process is among the others now; not where one of them wants another number of shards. */
  enter(id: string, shardCount: number, plan: string): Promise<boolean>;
  /** Says that the process lives and what its plan is, and keeps notes of leases that it holds, by their names; null where it has been buried. */
  beat(id: string, plan: string, notes: ReadonlyMap<string, string>): Promise<ProcessesSight | null>;
  /** Removes a process that has not beaten since; false where it has. */
  bury(id: string, beat: number): Promise<boolean>;
  /** Takes a lease that no living process holds; null where one does, or where the process itself has been buried. */
  take(name: string, id: string): Promise<{ readonly fence: Fence; readonly note: string | null } | null>;
  /** Gives leases back and tells the plan, at one moment; each has a note for the next holder, where null leaves the one that is there. */
  release(id: string, plan: string, notes: ReadonlyMap<string, string | null>): Promise<void>;
  /** Gives all leases back and goes. */
  leave(id: string, notes: ReadonlyMap<string, string>): Promise<void>;
  close(): void;
}

/** Pauses that all processes keep together, measured by the clock of the database. */
export interface Pauses {
  /** Starts a pause unless one is going on under this key, at most 100 characters; gives the milliseconds that are left of that, 0 for none. */
  start(key: string, pauseMs: number): Promise<number>;
  /** Forgets those that are over. */
  purge(): Promise<void>;
}
