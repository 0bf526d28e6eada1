import type { BotSettings } from '../app/settings.js';
import type { PlaceWatch } from '../app/asking/place-watch.js';
import type { LibraryInUse } from '../app/asking/library-in-use.js';
import type { Shelf } from '../app/shelf/shelf.js';
import type { Leases } from '../app/processes/leases.js';
import type { Store } from '../core/store/store.js';
import type { Log } from '../app/log.js';
import type { Metrics } from './health/metrics.js';
import type { Shards } from './shards/shards.js';
import type { ArrivalGate } from './request/arrival-gate.js';
import type { Cooldown } from './request/cooldown.js';
import type { SharedCooldown } from './request/shared-cooldown.js';
import type { SpokenLanguages } from './questions/spoken-language.js';
import type { EventClaims } from './request/event-claims.js';
import type { FairQueue } from '../app/asking/fair-queue.js';

/** What a request is served with. */
export interface Services {
  readonly settings: BotSettings;
  readonly library: LibraryInUse;
  /** Sources that are put in from here. */
  readonly shelf: Shelf;
  /** What is set for places, read anew on arrival. */
  readonly places: PlaceWatch;
  readonly queue: FairQueue;
  /** Work that only one of several processes may do at a time. */
  readonly leases: Leases;
  /** Which events of Discord come to this process. */
  readonly shards: Shards;
  readonly arrivals: ArrivalGate;
  readonly claims: EventClaims;
  readonly spoken: SpokenLanguages;
  readonly userCooldown: Cooldown;
  readonly channelCooldown: Cooldown;
  /** The pause of a person over all processes; null where there is but one. */
  readonly sharedCooldown: SharedCooldown | null;
  readonly store: Store;
  /** Lets the features look again at what depends on the index, as after an update of it; returns at once. */
  readonly recheck: () => void;
  readonly log: Log;
  /** Counts what is done; nothing where nobody watches. */
  metrics: Metrics;
  readonly startedAtMs: number;
  /** Whether the bot is on its way out and takes no more questions. */
  isStopping: boolean;
}
