import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../core/steps.js';

/** Longest that this thread is kept from questions, clocks and messages. */
const sliceMs = 10;

/** Does the work in slices, and lets all that waits go on in between. */
export async function giveWay<Result>(steps: Steps<Result>): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < sliceMs) continue;
    await setImmediate();
    since = performance.now();
  }
}
