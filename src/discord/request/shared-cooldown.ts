import { withinTime } from '../../app/within-time.js';
import type { Store } from '../../core/store/store.js';

/** Nobody waits longer than this for the store; who cannot be told from somebody else's pause is answered. */
const waitAtMostMs = 1_000;

/** Keeps the pause between two questions of one person over all processes of the bot, whichever of them was asked. */
export class SharedCooldown {
  constructor(
    private readonly store: Pick<Store, 'pauses' | 'hashPerson'>,
    private readonly seconds: number,
  ) {}

  /** Starts the pause unless one is going on; gives the whole seconds that are left of that, 0 for none. */
  async start(userId: string): Promise<number> {
    if (this.seconds === 0) return 0;
    const started = this.store
      .hashPerson(userId)
      .then((person) => this.store.pauses.start(`asker:${person}`, this.seconds * 1_000))
      .catch(() => 0);
    return Math.ceil((await withinTime(started, waitAtMostMs, 0)) / 1_000);
  }
}
