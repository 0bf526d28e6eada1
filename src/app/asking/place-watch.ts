import { VerbatimError } from '../../core/errors.js';
import type { Places, PlaceTable } from '../../core/collections/places.js';
import { withinTime } from '../within-time.js';

/** Nobody waits longer than this for a store that does not answer; what was set before holds then. */
const waitAtMostMs = 1_000;

interface WatchHooks {
  /** Hears that something else is set than before, here or by another process. */
  readonly onChange: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** What is set for places as this process knows it, read anew on the arrival of each request. */
export class PlaceWatch {
  private known: PlaceTable | null = null;
  private digest: string | null = null;
  /** What is asked for later is newer, even if it comes back sooner. */
  private asked = 0;
  private taken = 0;

  constructor(
    private readonly places: Pick<Places, 'read'>,
    private readonly hooks: WatchHooks,
  ) {}

  /** Throws `store-failed` where it has never been read: nobody is given what may not be theirs. */
  get current(): PlaceTable {
    if (this.known) return this.known;
    throw new VerbatimError('store-failed', 'What the places of servers ask is not known: the store could not be read');
  }

  /** Never throws. */
  async refresh(): Promise<void> {
    const number = ++this.asked;
    const reading = this.places.read().then(
      (table) => {
        this.take(table, number);
      },
      (error: unknown) => {
        this.hooks.onFailure(error);
      },
    );
    await withinTime(reading, waitAtMostMs, undefined);
  }

  private take(table: PlaceTable, number: number): void {
    if (number < this.taken) return;
    this.taken = number;
    const digest = JSON.stringify([table.rows, [...table.owners], [...table.servers]]);
    const isOther = this.digest !== null && this.digest !== digest;
    this.known = table;
    this.digest = digest;
    if (isOther) this.hooks.onChange();
  }
}
