import type { Log } from '../../app/log.js';
import { LeaseKeeper } from '../../app/processes/lease-keeper.js';
import { soleLeases, type Leases } from '../../app/processes/leases.js';
import type { BotSettings } from '../../app/settings.js';
import { openProcesses } from '../../app/store/open-store.js';
import type { Store } from '../../core/store/store.js';
import { describeFailure } from '../failures.js';
import { LeasedShards } from './leased-shards.js';

/** What this process does of the bot's work, and how it is told from that of others. */
export interface SharedWork {
  readonly leases: Leases;
  /** Null where there is but one process, which has all shards. */
  readonly shards: LeasedShards | null;
  /** Gives back what is held; the shards must have been given up. */
  close(): Promise<void>;
}

/** Prepares to share the work with the other processes on the store, which takes a PostgreSQL server; joins none yet. */
export async function shareWork(settings: BotSettings, store: Store, log: Log): Promise<SharedWork> {
  const { shards: plan } = settings;
  const processes = await openProcesses(settings);
  if (!processes || !plan) return { leases: soleLeases, shards: null, close: () => Promise.resolve() };
  let isFailing = false;
  const keeper: LeaseKeeper = new LeaseKeeper(processes, {
    onSight: (sight, ownId) => {
      if (isFailing) log.info('leases are kept again');
      isFailing = false;
      shards.share(sight, ownId);
    },
    onFailure: (error) => {
      if (!isFailing) log.warn(describeFailure(error), 'leases could not be kept');
      isFailing = true;
    },
  });
  const shards: LeasedShards = new LeasedShards(plan, keeper, store.pauses, log);
  return { leases: keeper, shards, close: () => keeper.close() };
}
