import { Events, SimpleShardingStrategy, type Client, type IShardingStrategy, type WebSocketOptions } from 'discord.js';

type BuildStrategy = NonNullable<WebSocketOptions['buildStrategy']>;
type GatewayManager = Parameters<BuildStrategy>[0];

const firstPauseMs = 1_000;
const longestPauseMs = 60_000;
/** A connection that is lost sooner counts as one that did not help. */
const shortMs = 10_000;
/** So many short connections in a row are taken up again at once: Discord moves its clients at times. */
const forgivenLosses = 5;

/** How often a connection could not be made, or was lost soon, one after the other. */
interface Misfortune {
  failures: number;
  shortLosses: number;
  /** When it was made, by `performance.now()`; null while there is none. */
  connectedAtMs: number | null;
  /** Whether it was lost and has not been tried again yet. */
  isLost: boolean;
}

/**
 * How long to wait before a connection is tried again after `failures` that led to nothing: doubled each time up to a minute, less a
 * random part of up to a half, so that many bots do not come back together. `random` gives 0..1.
 */
export function pauseBeforeMs(failures: number, random: () => number = Math.random): number {
  if (failures <= 0) return 0;
  const fullMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1));
  return Math.round(fullMs * (1 - random() / 2));
}

/** Lets a client wait between its attempts to reach the gateway; discord.js tries twice a second, for ever. */
export class Reconnecting {
  private readonly shards = new Map<number, Misfortune>();

  /** For the client's options. */
  readonly buildStrategy = (manager: GatewayManager): IShardingStrategy => {
    this.slowDown(manager);
    return new SimpleShardingStrategy(manager);
  };

  /** Lets the connections of a manager wait before they are opened again. */
  slowDown({ options }: GatewayManager): void {
    const retrieve = options.retrieveSessionInfo.bind(options);
    // What discord.js asks for before it opens a connection, and of one that was lost for nothing else.
    options.retrieveSessionInfo = async (shardId) => {
      await this.waitFor(shardId);
      return retrieve(shardId);
    };
  }

  watch(client: Client): void {
    client.on(Events.ShardReconnecting, (id) => {
      const shard = this.shardOf(id);
      const { connectedAtMs } = shard;
      if (connectedAtMs === null) shard.failures++;
      else if (performance.now() - connectedAtMs < shortMs) shard.shortLosses++;
      else shard.shortLosses = 0;
      shard.connectedAtMs = null;
      shard.isLost = true;
    });
    client.on(Events.ShardReady, (id) => {
      this.noteConnection(id);
    });
    client.on(Events.ShardResume, (id) => {
      this.noteConnection(id);
    });
  }

  private noteConnection(id: number): void {
    Object.assign(this.shardOf(id), { failures: 0, connectedAtMs: performance.now(), isLost: false });
  }

  private async waitFor(id: number): Promise<void> {
    const shard = this.shardOf(id);
    if (!shard.isLost) return;
    shard.isLost = false;
    const pauseMs = pauseBeforeMs(Math.max(shard.failures, shard.shortLosses - forgivenLosses));
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }

  private shardOf(id: number): Misfortune {
    const known = this.shards.get(id) ?? { failures: 0, shortLosses: 0, connectedAtMs: null, isLost: false };
    this.shards.set(id, known);
    return known;
  }
}
