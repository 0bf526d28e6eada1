import type { Fence } from '../store/processes.js';
import type { PersonHash } from './person.js';

/** What the store holds of one kind about a person. */
export interface PersonalRecords {
  /** Name of the kind, such as `votes`. */
  readonly kind: string;
  /** From 1. */
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  /** The latest of the person's own words in them, such as questions; none for kinds without. */
  readonly texts: readonly string[];
}

/** What the store holds about people, over all that other parts keep in it. */
export interface People {
  /** The kinds of which there is something, in a fixed order. */
  describe(person: PersonHash): Promise<readonly PersonalRecords[]>;
  /**
   * Deletes what the person has left, and what waits to be sent to them; what belongs to others too stays without the
   * person. Gives the number of records.
   */
  forget(person: PersonHash, userId: string): Promise<number>;
  /** Does so with all that is older, whoever left it, unless the lease is lost; gives the number of records by kind, none of 0. */
  purge(beforeMs: number, fence?: Fence | null): Promise<Readonly<Record<string, number>>>;
}
