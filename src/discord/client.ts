import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { BotSettings } from '../app/settings.js';
import { Reconnecting } from './reconnecting.js';
import type { LeasedShards } from './shards/leased-shards.js';

/**
 * Answers to interactions and their edits do not count against Discord's global limit of 50 requests a second, but
 * discord.js counts them all; the rest that a bot of this kind sends is far below it, and a 429 is waited out anyway.
 */
const requestsPerSecond = 1_000;
const messagesKept = 20;

/** The bot's connection to Discord, not logged in yet: no privileged intent, and mentions closed in all that it sends. */
export function createClient({ apiUrl }: Pick<BotSettings, 'apiUrl'>, leased: LeasedShards | null): Client {
  const reconnecting = new Reconnecting();
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel], // direct messages come from channels that are not known before
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: messagesKept,
      UserManager: 1_000,
      GuildMemberManager: { maxSize: 200, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    rest: { globalRequestsPerSecond: requestsPerSecond, ...(apiUrl === null ? {} : { api: apiUrl }) },
    // Else discord.js would read the setting of this name in a form of its own.
    shards: [0],
    shardCount: 1,
    ws: leased ? leased.connectWith(reconnecting) : { buildStrategy: reconnecting.buildStrategy },
  });
  reconnecting.watch(client);
  return client;
}
