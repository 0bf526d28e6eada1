import { Events, type Client, type Message } from 'discord.js';
import { describeFailure } from './failures.js';
import { componentRoutes, features } from './features/features.js';
import { registerCommands } from './register-commands.js';
import { receiveInteraction, receiveMessage, type Served } from './request/receive.js';
import type { Services } from './services.js';

/** Serves what comes from Discord; gives what is being served. */
export function serveEvents(client: Client, services: Services): ReadonlySet<Promise<void>> {
  const { log } = services;
  const underWay = new Set<Promise<void>>();
  const follow = (request: Promise<void>): void => {
    const followed = request.finally(() => underWay.delete(followed));
    underWay.add(followed);
  };
  const served: Served = { features, componentRoutes };
  client.on(Events.InteractionCreate, (interaction) => {
    follow(receiveInteraction(interaction, served, services));
  });
  client.on(Events.MessageCreate, (message: Message) => {
    follow(receiveMessage(message, served, services));
  });
  client.on(Events.ClientReady, ({ guilds }) => {
    log.info({ guilds: guilds.cache.size }, 'logged in');
  });
  keepCommands(client, services);
  client.on(Events.GuildCreate, (guild) => {
    for (const { name, onJoin } of features) {
      onJoin?.(guild, services).catch((error: unknown) => {
        log.error({ ...describeFailure(error), feature: name }, 'a new server could not be greeted');
      });
    }
  });
  client.on(Events.Error, (error) => {
    log.error(describeFailure(error), 'client error');
  });
  client.on(Events.ShardError, (error) => {
    log.warn(describeFailure(error), 'connection error');
  });
  client.on(Events.ShardReconnecting, (shard) => {
    log.info({ shard }, 'reconnecting');
  });
  client.on(Events.ShardResume, (shard, replayed) => {
    log.info({ shard, replayed }, 'connection resumed');
  });
  client.on(Events.Warn, (text) => {
    log.warn({ text }, 'client warning');
  });
  return underWay;
}

/** Registers the commands at the start, and looks at servers that come with a shard later. */
function keepCommands(client: Client, { log, settings }: Services): void {
  const definitions = features.flatMap((feature) => feature.commands.map(({ definition }) => definition));
  const seen = new Set<string>();
  const register = ({ application, rest, guilds }: Client<true>): void => {
    const guildIds = [...guilds.cache.keys()].filter((id) => !seen.has(id));
    for (const id of guildIds) seen.add(id);
    registerCommands(rest, application.id, { scope: settings.guildId, guildIds, definitions }).then(
      (isChanged) => {
        log.info({ commands: definitions.length, isChanged }, 'commands registered');
      },
      (error: unknown) => {
        log.error(describeFailure(error), 'commands could not be registered');
      },
    );
  };
  client.on(Events.ClientReady, register);
  client.on(Events.ShardReady, () => {
    if (client.isReady() && client.guilds.cache.some(({ id }) => !seen.has(id))) register(client);
  });
}
