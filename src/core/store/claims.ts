/** What only one of several processes on a store must do, such as to answer a message: whoever claims it first does it. */
export interface Claims {
  /** Whether nobody has claimed this before; `key` says what it is about, at most 100 characters. */
  take(key: string): Promise<boolean>;
  /** Forgets what was claimed longer ago, by the clock of the database; gives how many there were. */
  purge(keptMs: number): Promise<number>;
}
