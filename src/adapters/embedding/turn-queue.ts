import { toError } from '../../core/errors.js';
import { setImmediate } from 'node:timers/promises';

/** Work in small steps; its result is what the generator returns. */
export type Steps<Result> = AsyncGenerator<undefined, Result>;

/** What people wait for, or what has time. */
type Priority = 'urgent' | 'patient';

interface Request {
  readonly owner: number;
  /** Takes one step; true after the last. */
  readonly step: () => Promise<boolean>;
}

/**
 * Takes the requests of all models of a thread in turns of one small step. Urgent ones go first; those of one priority follow one
 * another. Between turns the event loop runs, so that what is urgent and arrives during a long request waits for one step at most.
 */
export class TurnQueue {
  readonly #requests: Readonly<Record<Priority, Request[]>> = { urgent: [], patient: [] };
  #running = false;

  /** Resolves with what the steps return, rejects with what they throw. `owner` is for `drop`. */
  enqueue<Result>(owner: number, priority: Priority, steps: Steps<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const step = async () => {
        try {
          const { done, value } = await steps.next();
          if (done) resolve(value);
          return done ?? false;
        } catch (error) {
          reject(toError(error));
          return true;
        }
      };
      this.#requests[priority].push({ owner, step });
      if (!this.#running) void this.#run();
    });
  }

  /** Drops the requests of `owner`; their promises stay pending. */
  drop(owner: number): void {
    for (const queue of Object.values(this.#requests)) {
      queue.splice(0, queue.length, ...queue.filter((request) => request.owner !== owner));
    }
  }

  async #run(): Promise<void> {
    this.#running = true;
    const { urgent, patient } = this.#requests;
    for (;;) {
      const queue = urgent.length > 0 ? urgent : patient;
      const request = queue[0];
      if (!request) break;
      const finished = await request.step();
      // Unless it was dropped meanwhile, it is still the first.
      if (finished && queue[0] === request) queue.shift();
      await setImmediate();
    }
    this.#running = false;
  }
}
