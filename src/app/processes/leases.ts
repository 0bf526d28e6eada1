import type { Fence } from '../../core/store/processes.js';

/** Hears what becomes of a lease that is wanted. */
export interface LeaseHooks {
  /** It is held from now on; the note is what the last holder has left. */
  readonly onGain?: (note: string | null) => void;
  /** It is not held any more: whoever works under it stops at once, for soon another process begins. */
  readonly onLose?: () => void;
}

/** A lease that is held; nothing needs to be proved where there is but one process. */
export interface Grip {
  readonly fence: Fence | null;
}

/** Work that only one of the processes on a store may do at a time, by its name. */
export interface Leases {
  /** Takes the lease when it is free, and again whenever it was lost. */
  want(name: string, hooks?: LeaseHooks): void;
  /** The lease as it is held at this moment; null where it is not. */
  grip(name: string): Grip | null;
  /** Gives the lease up, or the wish for it. */
  release(name: string): Promise<void>;
}

/** The leases of the only process on a store, which has them all. */
export const soleLeases: Leases = {
  want: (_, { onGain } = {}) => onGain?.(null),
  grip: () => ({ fence: null }),
  release: () => Promise.resolve(),
};

/** Waits for a lease, works under it and gives it back; `work` is told when it is lost meanwhile. Rejects when `stop` is aborted before. */
export async function whileHeld<T>(
  leases: Leases,
  name: string,
  work: (signal: AbortSignal) => Promise<T>,
  stop: AbortSignal,
): Promise<T> {
  const lost = new AbortController();
  const waited = new AbortController();
  try {
    await new Promise<void>((resolve, reject) => {
      stop.throwIfAborted();
      stop.addEventListener(
        'abort',
        () => {
          reject(new Error('stopped while waiting for other processes'));
        },
        { signal: waited.signal },
      );
      leases.want(name, {
        onGain: () => {
          resolve();
        },
        onLose: () => {
          lost.abort();
        },
      });
    });
    waited.abort();
    return await work(AbortSignal.any([stop, lost.signal]));
  } finally {
    waited.abort();
    await leases.release(name);
  }
}
