import type { LibraryInUse } from '../../app/asking/library-in-use.js';
import { withinTime } from '../../app/within-time.js';
import type { Store } from '../../core/store/store.js';

/** A part without which nobody gets an answer, and what is wrong with it; null where nothing is. */
export interface PartState {
  readonly part: 'index' | 'store' | 'gateway' | 'process';
  readonly problem: string | null;
}

interface Watched {
  readonly isConnected: () => boolean;
  readonly library: Pick<LibraryInUse, 'current' | 'problem'>;
  readonly store: Pick<Store, 'proveWritable'>;
  readonly isStopping: () => boolean;
}

/** The store is written to at most this often, however often somebody looks. */
const proveEveryMs = 5_000;
/** A store that has not taken a write after this long is none that can be written to. */
const proveWithinMs = 3_000;

/** Tells whether the bot can answer, part by part. */
export class Readiness {
  private proof: Promise<string | null> | null = null;
  private provedAtMs = -Infinity;
  private latest: readonly PartState[] = [];

  constructor(private readonly watched: Watched) {}

  /** As it was when somebody last looked. */
  get last(): readonly PartState[] {
    return this.latest;
  }

  async check(): Promise<readonly PartState[]> {
    const { isConnected, library, isStopping } = this.watched;
    const store = await this.proveStore();
    const index = library.current ? null : (library.problem ?? 'The first index is being built.');
    this.latest = [
      { part: 'index', problem: index },
      { part: 'store', problem: store },
      { part: 'gateway', problem: isConnected() ? null : 'There is no connection to Discord.' },
      { part: 'process', problem: isStopping() ? 'The bot is being stopped.' : null },
    ];
    return this.latest;
  }

  private proveStore(): Promise<string | null> {
    // By a clock that nobody sets.
    const nowMs = performance.now();
    if (this.proof && nowMs - this.provedAtMs < proveEveryMs) return this.proof;
    this.provedAtMs = nowMs;
    const proof = tryWrite(this.watched.store);
    this.proof = proof;
    return proof;
  }
}

function tryWrite(store: Watched['store']): Promise<string | null> {
  const written = store.proveWritable().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return withinTime(written, proveWithinMs, `The store has taken no write for ${proveWithinMs / 1_000} s.`);
}
