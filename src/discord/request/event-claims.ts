import type { Claims } from '../../core/store/claims.js';
import { describeFailure } from '../failures.js';
import type { Log } from '../../app/log.js';
import type { Shards } from '../shards/shards.js';
import type { ArrivalGate } from './arrival-gate.js';

/** An interaction has to be acknowledged within 3 s; if the store takes longer than this, it is answered unclaimed. */
const interactionPatienceMs = 1_500;
/** The same where it is not answered unclaimed: as long as an acknowledgement is still in time. */
const sharedPatienceMs = 2_300;
/** A process on its way out leaves what comes to one that has just started, if there is one. */
const stoppingPauseMs = 300;
const maxSeen = 2_000;
const messagePausesMs = [1_000, 2_000, 4_000, 8_000];

interface ClaimSettings {
  readonly store: { readonly claims: Claims };
  readonly arrivals: ArrivalGate;
  readonly log: Log;
  readonly shards: Pick<Shards, 'areShared'>;
  readonly isStopping: boolean;
}

/**
 * Lets each event of Discord be answered once: after a lost connection it may come again, and with two processes on one store, as while
 * one is being replaced by the next, it comes to both.
 */
export class EventClaims {
  private readonly seen = new Set<string>();

  /**
   * Whether this process is to answer. Where the store fails, it is if it is the only one: rather twice than not at all. Others may be given
   * the event when they go on with a shard, so of several processes none answers what it could not claim.
   */
  async take(
    kind: 'interaction' | 'message',
    id: string,
    { store, arrivals, log, shards, isStopping }: ClaimSettings,
  ): Promise<boolean> {
    if (this.seen.has(id)) return false;
    this.seen.add(id);
    const oldest = this.seen.values().next().value;
    if (this.seen.size > maxSeen && oldest !== undefined) this.seen.delete(oldest);
    if (isStopping) await new Promise((resolve) => setTimeout(resolve, stoppingPauseMs));
    const unclaimed = !shards.areShared;
    let timer: NodeJS.Timeout | undefined;
    const impatience = new Promise<boolean>((resolve) => {
      const patienceMs = shards.areShared ? sharedPatienceMs : interactionPatienceMs;
      if (kind === 'interaction') timer = setTimeout(resolve, patienceMs, unclaimed);
    });
    // Nobody waits for the answer to a message within seconds.
    const pausesMs = kind === 'message' && shards.areShared ? messagePausesMs : [];
    const claim = takePatiently(store.claims, `${kind}:${id}`, pausesMs).catch((error: unknown) => {
      log.error({ ...describeFailure(error), kind, isAnswered: unclaimed }, 'event could not be claimed');
      if (!unclaimed) this.seen.delete(id); // Discord may send it again
      return unclaimed;
    });
    let isOurs = true;
    await arrivals.pass(async () => {
      isOurs = await Promise.race([claim, impatience]);
    });
    clearTimeout(timer);
    return isOurs;
  }
}

/** Claims it, again after each pause where the store fails. */
async function takePatiently(claims: Claims, key: string, pausesMs: readonly number[]): Promise<boolean> {
  for (const pauseMs of pausesMs) {
    try {
      return await claims.take(key);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  return claims.take(key);
}
