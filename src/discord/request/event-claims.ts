import type { Claims } from '../../core/store/claims.js';
import { describeFailure } from '../failures.js';
import type { Log } from '../../app/log.js';
import type { Shards } from '../shards/shards.js';
import type { ArrivalGate } from './arrival-gate.js';

/** An interaction has to be acknowledged within 3 s; if the store takes longer than this, it is answered unclaimed. */
const interactionPatienceMs = 1_500;
/** A process on its way out leaves what comes to one that has just started, if there is one. */
const stoppingPauseMs = 300;
const maxSeen = 2_000;

interface ClaimSettings {
  readonly store: { readonly claims: Claims };
  readonly arrivals: ArrivalGate;
  readonly log: Log;
  readonly shards: Pick<Shards, 'holds'>;
  readonly isStopping: boolean;
}

interface ClaimedEvent {
  readonly id: string;
  readonly guildId: string | null;
}

/**
 * Lets each event of Discord be answered once: after a lost connection it may come again, and with two processes on one store, as while
 * one is being replaced by the next, it comes to both.
 */
export class EventClaims {
  private readonly seen = new Set<string>();

  /**
   * Whether this process is to answer an event of a server, or with null of direct messages. Where the store fails, it is as long as the event
   * comes to no other process; where there is but one: rather twice than not at all.
   */
  async take(
    kind: 'interaction' | 'message',
    { id, guildId }: ClaimedEvent,
    { store, arrivals, log, shards, isStopping }: ClaimSettings,
  ): Promise<boolean> {
    if (this.seen.has(id)) return false;
    this.seen.add(id);
    const oldest = this.seen.values().next().value;
    if (this.seen.size > maxSeen && oldest !== undefined) this.seen.delete(oldest);
    if (isStopping) await new Promise((resolve) => setTimeout(resolve, stoppingPauseMs));
    let timer: NodeJS.Timeout | undefined;
    const impatience = new Promise<boolean>((resolve) => {
      const giveUp = (): void => {
        resolve(shards.holds(guildId));
      };
      if (kind === 'interaction') timer = setTimeout(giveUp, interactionPatienceMs);
    });
    const claim = store.claims.take(`${kind}:${id}`).catch((error: unknown) => {
      const isHeld = shards.holds(guildId);
      log.error({ ...describeFailure(error), kind, isAnswered: isHeld }, 'event could not be claimed');
      return isHeld;
    });
    let isOurs = true;
    await arrivals.pass(async () => {
      isOurs = await Promise.race([claim, impatience]);
    });
    clearTimeout(timer);
    return isOurs;
  }
}
