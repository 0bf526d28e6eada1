import type { Log } from '../app/log.js';
import type { BotSettings } from '../app/settings.js';
import { OverrideWatch } from '../app/labels/label-overrides.js';
import { PlaceWatch } from '../app/asking/place-watch.js';
import type { LibraryHooks } from '../app/asking/library-in-use.js';
import { openLibrary } from '../app/asking/open-library.js';
import { indexInTurn } from '../app/indexing/indexing-in-turn.js';
import { bringUpToDate } from '../app/indexing/bring-up-to-date.js';
import { limitsOf } from '../app/shelf/server-limits.js';
import { Shelf } from '../app/shelf/shelf.js';
import type { ShelfOptions } from '../app/shelf/shelf-parts.js';
import { withinTime } from '../app/within-time.js';
import { answersAtOnce } from '../app/asking/reading-desk.js';
import type { VerbatimError } from '../core/errors.js';
import { openStore } from '../app/store/open-store.js';
import { AfterIndexing, startBackups, startRetention } from './background-work.js';
import { noMetrics } from './health/metrics.js';
import { startHealth } from './health/start-health.js';
import { ArrivalGate } from './request/arrival-gate.js';
import { createClient } from './client.js';
import { Cooldown } from './request/cooldown.js';
import { SharedCooldown } from './request/shared-cooldown.js';
import { describeFailure } from './failures.js';
import { SpokenLanguages } from './questions/spoken-language.js';
import { EventClaims } from './request/event-claims.js';
import { FairQueue } from '../app/asking/fair-queue.js';
import { logIn } from './log-in.js';
import { serveEvents } from './serve-events.js';
import type { Services } from './services.js';
import { shareWork } from './shards/share-work.js';
import { holdAll } from './shards/shards.js';

export interface RunningBot {
  /** Finishes what is under way, within a limit, and leaves. */
  stop(): Promise<void>;
}

const finishWithinMs = 10_000;
/** The other processes find out by themselves where the store cannot be told. */
const giveUpWithinMs = 1_000;

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
  const work = await shareWork(settings, store, log);
  const { leases } = work;
  const libraryHooks: LibraryHooks = {
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
  };
  const index = work.shards ? indexInTurn(settings.indexDir, leases) : bringUpToDate;
  const library = await openLibrary({ settings, overrides, hooks: libraryHooks, leases, index });
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
  const client = createClient(settings, work.shards);
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
    leases,
    shards: work.shards ?? holdAll(client),
    arrivals: new ArrivalGate(),
    claims: new EventClaims(),
    spoken: new SpokenLanguages(),
    userCooldown: new Cooldown(settings.userCooldownSeconds),
    channelCooldown: new Cooldown(settings.channelCooldownSeconds),
    sharedCooldown: work.shards && new SharedCooldown(store, settings.userCooldownSeconds),
    store,
    recheck: () => {
      afterIndexing.schedule();
    },
    log,
    metrics: noMetrics,
    startedAtMs: Date.now(),
    isStopping: false,
  };
  const afterIndexing = new AfterIndexing(client, services);
  const underWay = serveEvents(client, services);
  library.start();
  shelf.start();
  const stopRetention = startRetention(services);
  const backups = startBackups(services);
  let stopHealth = (): void => undefined;
  try {
    stopHealth = await startHealth({ client, backups }, services);
    await logIn(client, settings, log, { onEnd, prepare: async () => work.shards?.prepare(client, settings.token) });
  } catch (error) {
    stopRetention();
    stopHealth();
    await backups?.stop();
    await Promise.allSettled([client.destroy(), library.close(), shelf.close()]);
    await work.close();
    store.close();
    throw error;
  }
  return {
    async stop() {
      // What has come already is answered, what comes now is the others'.
      await withinTime(work.shards?.giveUp() ?? Promise.resolve(), giveUpWithinMs, undefined);
      services.isStopping = true;
      stopRetention();
      await Promise.race([
        Promise.all([services.queue.whenIdle(), afterIndexing.stop(), whenEmpty(underWay), backups?.stop()]),
        new Promise((resolve) => setTimeout(resolve, finishWithinMs).unref()),
      ]);
      stopHealth();
      await Promise.allSettled([client.destroy(), library.close(), shelf.close()]);
      await work.close();
      store.close();
    },
  };
}

async function whenEmpty(underWay: ReadonlySet<Promise<void>>): Promise<void> {
  while (underWay.size > 0) await Promise.all(underWay);
}
