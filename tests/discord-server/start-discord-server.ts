import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listApplicationRoutes } from './application-routes.js';
import { listChannelRoutes, listGuildRoutes } from './channel-routes.js';
import { Commands } from './commands.js';
import type { Context } from './context.js';
import { DiscordServer } from './discord-server.js';
import { Faults } from './faults.js';
import { Gateway } from './gateway.js';
import { listInteractionRoutes } from './interaction-routes.js';
import { Interactions } from './interactions.js';
import { Journal } from './journal.js';
import { listMessageRoutes } from './message-routes.js';
import { listPinRoutes } from './pin-routes.js';
import { listReactionRoutes } from './reaction-routes.js';
import { Router } from './router.js';
import { addGuild, DEFAULT_GUILD, type GuildSetup } from './setup.js';
import { listWebhookRoutes } from './webhook-routes.js';
import { Site } from './site.js';
import { World } from './world.js';

export interface DiscordServerOptions {
  /** Default: one that looks like a bot's. */
  token?: string;
  /** Name of the bot's user. Default `verbatim`. */
  botName?: string;
  /** Default: one guild, see DEFAULT_GUILD. */
  guilds?: readonly GuildSetup[];
  /** Privileged intents that the application may ask for. Default none: asking is answered with 4014. */
  privilegedIntents?: number;
  /** How many shards may identify at once. Default 1, as Discord's for small bots: each further one waits 5 s. */
  maxConcurrency?: number;
  /** Default 41,250, as Discord's. */
  heartbeatIntervalMs?: number;
  /** Time for the first answer to an interaction. Default 3,000. */
  acknowledgeWithinMs?: number;
  /** How long an interaction's token is good. Default 15 minutes. */
  tokenLifetimeMs?: number;
}

/** Starts a small Discord on a free port of 127.0.0.1. */
export async function startDiscordServer(options: DiscordServerOptions = {}): Promise<DiscordServer> {
  const { botName = 'verbatim', guilds = [DEFAULT_GUILD], privilegedIntents = 0, maxConcurrency = 1 } = options;
  const world = new World(botName);
  for (const guild of guilds) addGuild(world, guild);
  const token = options.token ?? `${Buffer.from(world.bot.id).toString('base64url')}.test.token`;
  const journal = new Journal();
  const faults = new Faults();
  const interactions = new Interactions(pickDefined(options));
  const commands = new Commands(world.applicationId);
  const http = createServer();
  const readPort = () => (http.address() as AddressInfo).port; // A listening TCP server has no other kind of address.
  const gatewayUrl = () => `ws://127.0.0.1:${readPort()}`;
  const site = new Site(readPort);
  const context: Context = { world, journal, interactions, site, privilegedIntents, maxConcurrency, gatewayUrl };

  const routes = [
    ...listApplicationRoutes(context, commands),
    ...listInteractionRoutes(context),
    ...listWebhookRoutes(context),
    ...listPinRoutes(context),
    ...listReactionRoutes(context),
    ...listMessageRoutes(context),
    ...listChannelRoutes(context),
    ...listGuildRoutes(context),
  ];
  const router = new Router(routes, { journal, faults, token });
  http.on('request', (request, response) => {
    if (site.isFor(request)) {
      site.serve(request, response);
      return;
    }
    router.serve(request, response).catch((error: unknown) => {
      journal.failures.push(error instanceof Error ? error : new Error(String(error)));
      response.destroy();
    });
  });
  const gateway = new Gateway(context, { token, heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250 });
  gateway.listenOn(http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));

  return new DiscordServer({
    context,
    commands,
    faults,
    gateway,
    token,
    apiUrl: `http://127.0.0.1:${readPort()}/api`,
    close: async () => {
      interactions.close();
      gateway.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  });
}

function pickDefined({ acknowledgeWithinMs, tokenLifetimeMs }: DiscordServerOptions) {
  return {
    ...(acknowledgeWithinMs !== undefined && { acknowledgeWithinMs }),
    ...(tokenLifetimeMs !== undefined && { tokenLifetimeMs }),
  };
}
