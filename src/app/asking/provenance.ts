/** What each answer says of itself: the version of the index that it was given from, and the milliseconds that it took. */
export interface Provenance {
  readonly index: string;
  readonly elapsedMs: number;
}
