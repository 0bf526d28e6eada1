import type { Claims } from './claims.js';
import type { Misses } from '../misses/miss-store.js';
import type { BriefStore } from '../briefs/brief-store.js';
import type { LabelReviews } from '../overrides/label-reviews.js';
import type { Outbox } from './outbox.js';
import type { People } from '../people/people.js';
import type { Places } from '../collections/places.js';
import type { PersonHash } from '../people/person.js';
import type { Pauses } from './processes.js';
import type { StoreCheck } from './store-check.js';
import type { Votes } from '../people/votes.js';

/**
 * All that the bot remembers besides the index. Every method that writes resolves once the change is durable. Methods
 * reject with `store-failed` when the store cannot be reached.
 */
export interface Store {
  readonly claims: Claims;
  readonly outbox: Outbox;
  readonly votes: Votes;
  readonly misses: Misses;
  readonly people: People;
  readonly briefs: BriefStore;
  readonly labelReviews: LabelReviews;
  readonly places: Places;
  readonly pauses: Pauses;
  /** A user's id as the store keeps it. */
  hashPerson(userId: string): Promise<PersonHash>;
  /** Rejects unless a write gets to the disk; what is stored stays as it is. */
  proveWritable(): Promise<void>;
  /** Examines the store and changes nothing. */
  check(): Promise<StoreCheck>;
  close(): void;
}
