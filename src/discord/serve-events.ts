import { Events, type Client, type Message } from 'discord.js';
import { describeFailure } from './failures.js';
import { componentRoutes, features } from './features/features.js';
import { registerCommands } from './register-commands.js';
import { receiveInteraction, receiveMessage, type Served } from './request/receive.js';
import type { Services } from './services.js';

/** Serves what comes from Discord; gives what is being served. */
export function serveEvents(client: Client, services: Services): ReadonlySet<Promise<void>> {
  const { log, settings, shards } = services;
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
  client.on(Events.ClientReady, ({ application, rest, guilds }) => {
    log.info({ guilds: guilds.cache.size }, 'logged in');
    const definitions = features.flatMap((feature) => feature.commands.map(({ definition }) => definition));
    registerCommands(rest, application.id, {
      scope: settings.guildId,
      listGuildIds: (isKnown) => shards.listGuilds(isKnown),
      definitions,
    }).then(
      (isChanged) => {
        log.info({ commands: definitions.length, isChanged }, 'commands registered');
      },
      (error: unknown) => {
        log.error(describeFailure(error), 'commands could not be registered');
      },
    );
  });
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
