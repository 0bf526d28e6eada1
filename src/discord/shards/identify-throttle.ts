import { setTimeout as sleep } from 'node:timers/promises';
import type { IIdentifyThrottler } from 'discord.js';
import type { Pauses } from '../../core/store/processes.js';

/** Discord lets one shard of a bucket identify in five seconds; what an answer of the store may be late comes on top. */
const pauseMs = 5_500;
const latestMs = 500;
const retryMs = 1_000;

/**
 * Lets the shards of all processes identify one after the other in each bucket, that is the shard's number modulo `max_concurrency`
 * (https://discord.com/developers/docs/events/gateway#rate-limiting).
 */
export class SharedIdentifyThrottler implements IIdentifyThrottler {
  constructor(
    private readonly pauses: Pauses,
    private readonly maxConcurrency: number,
  ) {}

  /** Rejects when the signal is aborted. */
  async waitForIdentify(shardId: number, signal: AbortSignal): Promise<void> {
    const key = `identify:${shardId % this.maxConcurrency}`;
    for (;;) {
      signal.throwIfAborted();
      const askedMs = performance.now();
      const leftMs = await this.pauses.start(key, pauseMs).catch(() => retryMs);
      if (leftMs === 0 && performance.now() - askedMs <= latestMs) break;
      await sleep(leftMs, undefined, { signal });
    }
    signal.throwIfAborted();
  }
}
