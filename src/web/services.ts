import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { FairQueue } from '../app/asking/fair-queue.js';
import type { LibraryInUse } from '../app/asking/library-in-use.js';
import type { Log } from '../app/log.js';
import type { ServeSettings } from '../app/serve-settings.js';
import type { Store } from '../core/store/store.js';
import type { Sessions } from './safety/sessions.js';

/** What a request is served with. */
export interface Services {
  readonly settings: ServeSettings;
  readonly library: LibraryInUse;
  readonly queue: FairQueue;
  readonly store: Store;
  readonly sessions: Sessions;
  readonly log: Log;
  /** What was noticed when the texts were read last, such as files that were left out. */
  readonly notices: ReadonlySet<string>;
  /** Whether the server is on its way out and takes no more questions. */
  isStopping: boolean;
}

/** What is known of a request. */
export interface SiteEnvironment {
  readonly Bindings: HttpBindings;
  readonly Variables: {
    /** Names it in the log and in what a user is told about its failure. */
    readonly requestId: string;
    /** Whose turn it is in the queue and whose rate is limited: an address, or its network. */
    readonly sender: string;
    /** The session's cookie; null for whoever has not given the token, or has given it with the request itself. */
    readonly session: string | null;
    /** Whether the request came with the token or with a session that was opened with it. */
    readonly isTrusted: boolean;
    /** What came of it, for the log: of few words, and never what was asked. */
    readonly outcome: string;
  };
}

export type Site = Hono<SiteEnvironment>;
export type SiteContext = Context<SiteEnvironment>;
