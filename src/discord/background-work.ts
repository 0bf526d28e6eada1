import { Events, type Client } from 'discord.js';
import { BackupSchedule } from '../app/store/backup-schedule.js';
import { describeFailure } from './failures.js';
import { features } from './features/features.js';
import { drainOutbox } from './delivery/outbox.js';
import type { Services } from './services.js';

/** What could not be sent is tried again after this long. */
const drainEveryMs = 20_000;
const dayMs = 86_400_000;
/** Discord repeats an event within minutes. */
const claimsKeptMs = dayMs;

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
    this.timer = setInterval(() => {
      if (client.isReady()) void drainOutbox(client, services);
    }, drainEveryMs).unref();
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

/** Deletes what people have left longer ago than it may be kept, now and once a day; gives what stops it. */
export function startRetention({ store, shelf, settings, log }: Services): () => void {
  const purge = (): void => {
    const beforeMs = Date.now() - settings.retentionDays * dayMs;
    Promise.all([store.people.purge(beforeMs), shelf.forget({ beforeMs })]).then(
      ([counts, names]) => {
        const all = { ...counts, ...(names > 0 && { library: names }) };
        log.info({ ...all, days: settings.retentionDays }, 'retention: old records deleted');
      },
      (error: unknown) => {
        log.error(describeFailure(error), 'retention: old records could not be deleted');
      },
    );
    store.claims.purge(claimsKeptMs).catch((error: unknown) => {
      log.error(describeFailure(error), 'old claims could not be deleted');
    });
  };
  purge();
  const timer = setInterval(purge, dayMs).unref();
  return () => {
    clearInterval(timer);
  };
}

/** Backs the store up once a day where the settings name a folder for it; null where they do not. */
export function startBackups({ settings, log }: Pick<Services, 'settings' | 'log'>): BackupSchedule | null {
  const { backupDir } = settings;
  if (backupDir === null) return null;
  return new BackupSchedule(
    { ...settings, backupDir },
    {
      onBackup: (file, removed) => {
        log.info({ file, removed }, 'store backed up');
      },
      onFailure: (error) => {
        log.error(describeFailure(error), 'store could not be backed up');
      },
    },
  );
}
