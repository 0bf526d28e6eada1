import type { Interactions } from './interactions.js';
import type { Journal } from './journal.js';
import type { Site } from './site.js';
import type { World } from './world.js';

/** What the REST handlers and the members' actions work on. */
export interface Context {
  world: World;
  journal: Journal;
  interactions: Interactions;
  site: Site;
  /** Privileged intents that the application is allowed, as a bit field. */
  privilegedIntents: number;
  /** How many shards may identify at once; clients wait 5 s otherwise. */
  maxConcurrency: number;
  /** Address of the gateway, `ws://127.0.0.1:port`. */
  gatewayUrl(): string;
}
