import { withinTime } from '../app/within-time.js';
import type { OpenIndex } from '../app/asking/open-index.js';
import { Refused } from './safety/refused.js';
import type { Services, SiteContext } from './services.js';

/** Nobody waits longer than this for an answer. */
const patienceMs = 20_000;
const retryAfterSeconds = 5;

/** Whoever comes while the first index is being built waits this long for it. */
const patienceForIndexMs = 8_000;

/** The index with the labels in force. Throws `Refused` while the first one is being built. */
export async function openIndex({ library }: Pick<Services, 'library'>): Promise<OpenIndex> {
  await library.refreshLabels();
  if (library.current) return library.current;
  const ready = library.whenReady().catch(() => null);
  const index = await withinTime(ready, patienceForIndexMs, null);
  if (index) return index;
  const problem = library.problem === null ? 'being read for the first time' : 'not to be had; the log says why';
  throw new Refused(503, `The texts are ${problem}. Try again in a moment.`, retryAfterSeconds);
}

/**
 * Does work on the index when it is the turn of whoever sent the request; addresses take turns as people do. Throws `Refused` where too many
 * wait, or it takes too long. What nobody waits for any more is not begun.
 */
export async function takeTurn<T>(
  c: SiteContext,
  services: Services,
  work: (index: OpenIndex, waiting: number) => Promise<T>,
): Promise<T> {
  const { queue } = services;
  if (services.isStopping) throw new Refused(503, 'The server is being stopped.', retryAfterSeconds);
  const index = await openIndex(services);
  const ticket = queue.enter(c.get('sender'));
  if (typeof ticket === 'string') {
    throw new Refused(503, 'Too many questions are waiting. Try again in a moment.', retryAfterSeconds);
  }
  const { signal } = c.req.raw;
  let timer: NodeJS.Timeout | undefined;
  let isLate = false;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isLate = true;
      reject(new Refused(503, `There was no answer within ${patienceMs / 1_000} s. Try again.`, retryAfterSeconds));
    }, patienceMs);
  });
  const running = ticket
    .run(() => {
      if (isLate || signal.aborted) throw new Refused(503, 'Nobody waits for this answer.');
      return work(index, queue.waitingCount);
    })
    .finally(() => {
      ticket.leave();
    });
  try {
    return await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
    running.catch(() => undefined); // told already where it was waited for
  }
}
