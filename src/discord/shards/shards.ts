import { Status, type Client } from 'discord.js';

/** The part of Discord's events that comes to this process. */
export interface Shards {
  /** Whether other processes may have a part, and may be sent the same event. */
  readonly areShared: boolean;
  /** The ids of servers that may still have commands of another scope; `isKnown` says that nothing has changed about the commands. */
  listGuilds(isKnown: boolean): readonly string[] | Promise<readonly string[]>;
  /** Whether events come from Discord: also where other processes have all shards. */
  isConnected(): boolean;
}

/** All shards, in the only process of a bot. A client stays "ready" while a connection that was lost is opened again. */
export function holdAll(client: Client): Shards {
  return {
    areShared: false,
    listGuilds: () => [...client.guilds.cache.keys()],
    isConnected: () => client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
  };
}

/** The shard of a server; the first one has all direct messages (https://discord.com/developers/docs/events/gateway#sharding). */
export function shardOf(guildId: string | null, count: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));
}
