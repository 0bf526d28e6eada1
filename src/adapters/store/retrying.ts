/** How several processes wait for one database. */
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a statement waits for other processes that write, in milliseconds. */
const busyLimitMs = 10_000;
/** Each pause meanwhile, at most. */
export const busyPauseMs = 80;
const serverPausesMs = [200, 1_000];

/** What failed: at once with what others write, on its way to or from a server, or for good. Only what has had no effect is one of the first two. */
export type FailureKind = 'busy' | 'lost' | 'final';

/** Tries again what is known to have had no effect: for 10 s what met another writer, twice what got lost. Rejects with the last failure. */
export async function tryAgain<T>(work: () => Promise<T>, judge: (error: unknown) => FailureKind): Promise<T> {
  const givenUpAtMs = performance.now() + busyLimitMs;
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const kind = judge(error);
      const pauseMs = serverPausesMs[attempt];
      if (kind === 'busy' && performance.now() < givenUpAtMs) await sleep(Math.random() * busyPauseMs);
      else if (kind === 'lost' && pauseMs !== undefined) await sleep(pauseMs);
      else throw error;
    }
  }
}
