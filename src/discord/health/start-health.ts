import { Events, type Client } from 'discord.js';
import type { BackupSchedule } from '../../app/store/backup-schedule.js';
import type { Services } from '../services.js';
import { startHealthServer } from './health-server.js';
import { PrometheusMetrics } from './metrics.js';
import { Readiness } from './readiness.js';

/** What is looked at, besides the services. */
interface Watched {
  readonly client: Client;
  readonly backups: BackupSchedule | null;
}

/** Serves health and figures where the settings name a port; gives what stops it. Rejects with `bad-settings`. */
export async function startHealth({ client, backups }: Watched, services: Services): Promise<() => void> {
  const { healthPort: port, healthHost: host } = services.settings;
  if (port === 0) return () => undefined;
  const { library, store, queue, log, shards } = services;
  const readiness = new Readiness({
    isConnected: () => shards.isConnected(),
    library,
    store,
    isStopping: () => services.isStopping,
  });
  const metrics = await PrometheusMetrics.create(() => {
    const manifest = library.current?.manifest;
    return {
      queueWaiting: queue.waitingCount,
      queuePlaces: queue.placesTaken,
      isReady: Object.fromEntries(readiness.last.map(({ part, problem }) => [part, problem === null])),
      index: manifest ? { version: manifest.version, ...manifest.counts } : null,
      backupAtMs: backups?.latestAtMs ?? null,
    };
  });
  const server = await startHealthServer({ port, host }, readiness, metrics);
  services.metrics = metrics;
  client.on(Events.ShardReconnecting, () => {
    metrics.countReconnect();
  });
  log.info({ host, port }, 'health is served');
  return () => {
    server.close();
    server.closeAllConnections();
  };
}
