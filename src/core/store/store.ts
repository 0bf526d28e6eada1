import type { LabelReviews } from './label-reviews.js';
import type { Outbox } from './outbox.js';
import type { PersonHash } from './person.js';

/** What a person has left in the store, in the order in which it is shown. */
export interface PersonalData {
  /** What it is, by the kind's name, such as `votes`; and how many of them. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * All that the bot remembers besides the index. Every method that writes resolves once the change is durable. Methods
 * reject with `store-failed` when the store cannot be reached.
 */
export interface Store {
  readonly outbox: Outbox;
  readonly labelReviews: LabelReviews;
  /** A user's id as the store keeps it. */
  hashPerson(userId: string): Promise<PersonHash>;
  close(): void;
}
