import { Events, type Client } from 'discord.js';
import { BackupSchedule } from '../app/store/backup-schedule.js';
import { describeFailure } from './failures.js';
import { features } from './features/features.js';
import { drainOutbox, outboxLease } from './delivery/outbox.js';
import type { Services } from './services.js';

/** How often it is looked for what another process has written, or what could not be sent. */
const drainEveryMs = 5_000;
const dayMs = 86_400_000;
/** Discord repeats an event within minutes, and takes answers to an interaction for so long. */
const claimsKeptMs = 900_000;
const clearEveryMs = 300_000;
/** The names of the leases of whoever does these. */
const retentionLease = 'retention';
const backupLease = 'backup';

/** Lets features work after each update of the index, one update at a time, once the bot is connected. */
export class AfterIndexing {
  private running: Promise<void> | null = null;
  private isDue = false;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly client: Client,
    private readonly services: Services,
  ) {
    client.on(Events.ClientReady, () => {
      this.schedule();
    });
    const drain = (): void => {
      if (client.isReady()) void drainOutbox(client, services);
    };
    this.timer = setInterval(drain, drainEveryMs).unref();
    services.leases.want(outboxLease, {
      onGain: () => {
        void this.takeOver().then(drain);
      },
    });
  }

  /** Runs soon; several calls while a run is under way lead to one more. */
  schedule(): void {
    this.isDue = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
  }

  /** Takes up nothing more; resolves when nothing is under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** What the process before had begun to send is sent again; Discord knows by its nonce what it has. */
  private async takeOver(): Promise<void> {
    const { store, leases, log } = this.services;
    const fence = leases.grip(outboxLease)?.fence;
    if (!fence) return;
    await store.outbox.reclaim(fence).catch((error: unknown) => {
      log.error(describeFailure(error), 'outbox could not be taken over');
    });
  }

  private async run(): Promise<void> {
    const { client, services } = this;
    while (this.isDue && client.isReady() && services.library.current && !services.isStopping) {
      this.isDue = false;
      await services.places.refresh();
      for (const { afterIndexing, name } of features) {
        await afterIndexing?.(client, services).catch((error: unknown) => {
          services.log.error({ ...describeFailure(error), feature: name }, 'work after indexing failed');
        });
      }
      await drainOutbox(client, services);
    }
  }
}

/**
 * Deletes what people have left longer ago than it may be kept, and claims that are over, in one process only; in each one what lies in its
 * own folder. Gives what stops it.
 */
export function startRetention(services: Services): () => void {
  const { leases } = services;
  leases.want(retentionLease, {
    onGain: () => {
      purgeStore(services);
      clearClaims(services);
    },
  });
  const purge = (): void => {
    purgeStore(services);
    forgetNames(services);
  };
  forgetNames(services);
  const timers = [
    setInterval(purge, dayMs).unref(),
    setInterval(() => {
      clearClaims(services);
    }, clearEveryMs).unref(),
  ];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}

function purgeStore({ store, settings, log, leases }: Services): void {
  const grip = leases.grip(retentionLease);
  if (!grip) return;
  const days = settings.retentionDays;
  store.people.purge(Date.now() - days * dayMs, grip.fence).then(
    (counts) => {
      log.info({ ...counts, days }, 'retention: old records deleted');
    },
    (error: unknown) => {
      log.error(describeFailure(error), 'retention: old records could not be deleted');
    },
  );
}

function forgetNames({ shelf, settings, log }: Services): void {
  shelf.forget({ beforeMs: Date.now() - settings.retentionDays * dayMs }).then(
    (names) => {
      if (names > 0) log.info({ library: names }, 'retention: old names forgotten');
    },
    (error: unknown) => {
      log.error(describeFailure(error), 'retention: old names could not be forgotten');
    },
  );
}

function clearClaims({ store, log, leases }: Services): void {
  if (!leases.grip(retentionLease)) return;
  Promise.all([store.claims.purge(claimsKeptMs), store.pauses.purge()]).catch((error: unknown) => {
    log.error(describeFailure(error), 'old claims could not be deleted');
  });
}

/** Backs the store up once a day, in one process only, where the settings name a folder for it; null where they do not. */
export function startBackups({
  settings,
  log,
  leases,
}: Pick<Services, 'settings' | 'log' | 'leases'>): BackupSchedule | null {
  const { backupDir } = settings;
  if (backupDir === null) return null;
  const schedule = new BackupSchedule(
    { ...settings, backupDir },
    {
      isOurs: () => leases.grip(backupLease) !== null,
      onBackup: (file, removed) => {
        log.info({ file, removed }, 'store backed up');
      },
      onFailure: (error) => {
        log.error(describeFailure(error), 'store could not be backed up');
      },
    },
  );
  leases.want(backupLease, {
    onGain: () => {
      schedule.look();
    },
  });
  return schedule;
}
