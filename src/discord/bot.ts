import { Events, type Client, type Message } from 'discord.js';
import type { Log } from './log.js';
import type { BotSettings } from '../app/settings.js';
import { OverrideWatch } from '../app/labels/label-overrides.js';
import { Library } from '../app/asking/library.js';
import { answersAtOnce } from '../app/asking/reading-desk.js';
import { VerbatimError } from '../core/errors.js';
import { openStore } from '../app/store/open-store.js';
import { AfterIndexing, startBackups, startRetention } from './background-work.js';
import { noMetrics } from './health/metrics.js';
import { startHealth } from './health/start-health.js';
import { ArrivalGate } from './request/arrival-gate.js';
import { createClient } from './client.js';
import { registerCommands } from './register-commands.js';
import { Cooldown } from './request/cooldown.js';
import { describeFailure, isTransient } from './failures.js';
import { FairQueue } from './request/fair-queue.js';
import { componentRoutes, features } from './features/features.js';
import { receiveInteraction, receiveMessage, SeenIds, type Served } from './request/receive.js';
import type { Services } from './services.js';

export interface RunningBot {
  /** Finishes what is under way, within a limit, and leaves. */
  stop(): Promise<void>;
}

const finishWithinMs = 10_000;
const loginPausesMs = [1_000, 2_000, 5_000, 10_000];

/** Logs in, registers the commands and answers until it is stopped. Rejects with one line for the admin. */
export async function startBot(settings: BotSettings, log: Log): Promise<RunningBot> {
  const store = await openStore(settings);
  const overrides = new OverrideWatch(store.labelReviews, (error) => {
    log.warn(describeFailure(error), 'labels set by moderators could not be read');
  });
  const library = new Library(settings, overrides, {
    onNotice: (notice) => {
      log.warn({ notice }, 'notice of the index');
    },
    onSwap: ({ version, counts }) => {
      log.info({ index: version.slice(0, 8), ...counts }, 'index in use');
      afterIndexing.schedule();
    },
    onRelabel: () => {
      log.info('labels set by moderators have changed');
      afterIndexing.schedule();
    },
    onFailure: (error) => {
      log.error(describeFailure(error), 'index could not be brought up to date');
    },
  });
  const services: Services = {
    settings,
    library,
    queue: new FairQueue({
      limit: settings.queueLimit,
      userLimit: settings.userQueueLimit,
      concurrency: answersAtOnce,
    }),
    arrivals: new ArrivalGate(),
    userCooldown: new Cooldown(settings.userCooldownSeconds),
    channelCooldown: new Cooldown(settings.channelCooldownSeconds),
    store,
    recheck: () => {
      afterIndexing.schedule();
    },
    log,
    metrics: noMetrics,
    startedAtMs: Date.now(),
    isStopping: false,
  };
  const client = createClient(settings);
  const afterIndexing = new AfterIndexing(client, services);
  connect(client, services);
  library.start();
  const stopRetention = startRetention(services);
  const backups = startBackups(services);
  let stopHealth = (): void => undefined;
  try {
    stopHealth = await startHealth({ client, backups }, services);
    await logIn(client, settings, log);
  } catch (error) {
    stopRetention();
    stopHealth();
    await backups?.stop();
    await Promise.allSettled([client.destroy(), library.close()]);
    store.close();
    throw error;
  }
  return {
    async stop() {
      services.isStopping = true;
      stopRetention();
      await Promise.race([
        Promise.all([services.queue.whenIdle(), afterIndexing.stop(), backups?.stop()]),
        new Promise((resolve) => setTimeout(resolve, finishWithinMs).unref()),
      ]);
      stopHealth();
      await Promise.allSettled([client.destroy(), library.close()]);
      store.close();
    },
  };
}

function connect(client: Client, services: Services): void {
  const { log, settings } = services;
  const seen = new SeenIds();
  const served: Served = { features, componentRoutes };
  client.on(Events.InteractionCreate, (interaction) => {
    if (seen.add(interaction.id)) void receiveInteraction(interaction, served, services);
  });
  client.on(Events.MessageCreate, (message: Message) => {
    if (seen.add(message.id)) void receiveMessage(message, served, services);
  });
  client.on(Events.ClientReady, ({ application, rest, guilds }) => {
    log.info({ guilds: guilds.cache.size }, 'logged in');
    const commands = features.flatMap((feature) => feature.commands.map(({ definition }) => definition));
    registerCommands(rest, application.id, settings.guildId, commands).then(
      (isChanged) => {
        log.info({ commands: commands.length, isChanged }, 'commands registered');
      },
      (error: unknown) => {
        log.error(describeFailure(error), 'commands could not be registered');
      },
    );
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
}

/** Tries again while Discord cannot be reached; says what to do where trying again is no use. */
async function logIn(client: Client, { token, apiUrl }: BotSettings, log: Log): Promise<void> {
  for (const pauseMs of [...loginPausesMs, null]) {
    try {
      await client.login(token);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (
        code === 'TokenInvalid' ||
        code === '401' ||
        ('status' in Object(error) && (error as { status: unknown }).status === 401)
      ) {
        throw new VerbatimError(
          'bad-settings',
          'Discord refuses DISCORD_TOKEN. Make a new one (https://discord.com/developers/applications → Bot → Reset Token).',
          { cause: error },
        );
      }
      if (pauseMs === null || !isTransient(error)) {
        const detail = error instanceof Error ? error.message : String(error);
        throw new VerbatimError('bad-input', `Discord cannot be reached at ${apiUrl ?? 'its own address'}: ${detail}`, {
          cause: error,
        });
      }
      log.warn(describeFailure(error), 'login failed; trying again');
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
