import { Events, GatewayCloseCodes, type Client, type Message } from 'discord.js';
import type { Log } from '../app/log.js';
import type { BotSettings } from '../app/settings.js';
import { OverrideWatch } from '../app/labels/label-overrides.js';
import { PlaceWatch } from '../app/asking/place-watch.js';
import { Library } from '../app/asking/library.js';
import { limitsOf } from '../app/shelf/server-limits.js';
import { Shelf } from '../app/shelf/shelf.js';
import type { ShelfOptions } from '../app/shelf/shelf-parts.js';
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
import { SpokenLanguages } from './questions/spoken-language.js';
import { EventClaims } from './request/event-claims.js';
import { explainFatalClose } from './fatal-close.js';
import { FairQueue } from '../app/asking/fair-queue.js';
import { componentRoutes, features } from './features/features.js';
import { receiveInteraction, receiveMessage, type Served } from './request/receive.js';
import type { Services } from './services.js';

export interface RunningBot {
  /** Finishes what is under way, within a limit, and leaves. */
  stop(): Promise<void>;
}

const finishWithinMs = 10_000;
const loginPausesMs = [1_000, 2_000, 5_000, 10_000];

/**
 * Logs in, registers the commands and answers until it is stopped. Rejects with one line for the admin; `onEnd` hears it when Discord
 * closes the connection for good later. `network` stands between it and the hosts that it fetches texts from.
 */
export async function startBot(
  settings: BotSettings,
  log: Log,
  onEnd: (reason: VerbatimError) => void,
  { network }: Pick<ShelfOptions, 'network'> = {},
): Promise<RunningBot> {
  const store = await openStore(settings, (notice) => {
    log.warn({ notice }, 'notice of the store');
  });
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
  const shelf = new Shelf({
    settings,
    limits: limitsOf(settings),
    ...(network && { network }),
    onFailure: (error) => {
      log.error(describeFailure(error), 'texts could not be put in or refreshed');
    },
    onChange: ({ id, state }) => {
      log.info({ source: id, state: state.kind }, 'text of the library');
    },
  });
  const places = new PlaceWatch(store.places, {
    onChange: () => {
      log.info('what places ask has changed');
      afterIndexing.schedule();
    },
    onFailure: (error) => {
      log.warn(describeFailure(error), 'what places ask could not be read');
    },
  });
  await places.refresh();
  const services: Services = {
    settings,
    library,
    shelf,
    places,
    queue: new FairQueue({
      limit: settings.queueLimit,
      userLimit: settings.userQueueLimit,
      concurrency: answersAtOnce,
    }),
    arrivals: new ArrivalGate(),
    claims: new EventClaims(),
    spoken: new SpokenLanguages(),
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
  const underWay = connect(client, services);
  library.start();
  shelf.start();
  const stopRetention = startRetention(services);
  const backups = startBackups(services);
  let stopHealth = (): void => undefined;
  try {
    stopHealth = await startHealth({ client, backups }, services);
    await logIn(client, settings, log, onEnd);
  } catch (error) {
    stopRetention();
    stopHealth();
    await backups?.stop();
    await Promise.allSettled([client.destroy(), library.close(), shelf.close()]);
    store.close();
    throw error;
  }
  return {
    async stop() {
      services.isStopping = true;
      stopRetention();
      await Promise.race([
        Promise.all([services.queue.whenIdle(), afterIndexing.stop(), whenEmpty(underWay), backups?.stop()]),
        new Promise((resolve) => setTimeout(resolve, finishWithinMs).unref()),
      ]);
      stopHealth();
      await Promise.allSettled([client.destroy(), library.close(), shelf.close()]);
      store.close();
    },
  };
}

async function whenEmpty(underWay: ReadonlySet<Promise<void>>): Promise<void> {
  while (underWay.size > 0) await Promise.all(underWay);
}

/** Serves what comes from Discord; gives what is being served. */
function connect(client: Client, services: Services): ReadonlySet<Promise<void>> {
  const { log, settings } = services;
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
    const commands = features.flatMap((feature) => feature.commands.map(({ definition }) => definition));
    registerCommands(rest, application.id, {
      scope: settings.guildId,
      guildIds: [...guilds.cache.keys()],
      definitions: commands,
    }).then(
      (isChanged) => {
        log.info({ commands: commands.length, isChanged }, 'commands registered');
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

/** Tries again while Discord cannot be reached; says what to do where trying again is no use, also when that turns out later. */
async function logIn(
  client: Client,
  { token, apiUrl }: BotSettings,
  log: Log,
  onEnd: (reason: VerbatimError) => void,
): Promise<void> {
  let isIn = false;
  const reasons: VerbatimError[] = [];
  client.on(Events.ShardDisconnect, ({ code }) => {
    const reason = explainFatalClose(code);
    reasons.push(reason);
    if (isIn) onEnd(reason);
  });
  for (const pauseMs of [...loginPausesMs, null]) {
    try {
      await client.login(token);
      isIn = true;
      return;
    } catch (error) {
      if (isRefusal(error)) throw explainFatalClose(GatewayCloseCodes.AuthenticationFailed);
      if (reasons[0]) throw reasons[0];
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

/** Whether Discord does not take the token. */
function isRefusal(error: unknown): boolean {
  const { code, status } = Object(error) as { readonly code?: unknown; readonly status?: unknown };
  return code === 'TokenInvalid' || String(code) === '401' || status === 401;
}
