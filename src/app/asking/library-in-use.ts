import type { IndexFacts, OpenIndex } from './open-index.js';

export interface LibraryHooks {
  /** Hears that the texts are about to be read anew; notices that follow are about them as they are now. */
  readonly onRefresh?: () => void;
  readonly onNotice: (notice: string) => void;
  /** Hears of each index that is put in use. */
  readonly onSwap: (facts: IndexFacts) => void;
  /** Hears that labels of the index in use were set or taken back by a moderator. */
  readonly onRelabel: () => void;
  /** Hears what went wrong in the background; the index before stays in use. */
  readonly onFailure: (error: unknown) => void;
}

/** The index in use by a program that goes on running, whichever engine keeps it; whoever holds a snapshot keeps it. */
export interface LibraryInUse {
  /** Null until the first one is there, and while it cannot be had. */
  readonly current: OpenIndex | null;
  /** Why no question can be asked though there is an index: its server is away; null where it is not. */
  readonly absence: Error | null;
  /** Why the index cannot be had, or could not be brought up to date when it was last tried; null where it could. */
  readonly problem: string | null;
  /** Starts loading, indexing and watching; returns at once. */
  start(): void;
  /** The index in use, waited for while the first one is being built. Rejects when it cannot be. */
  whenReady(): Promise<OpenIndex>;
  /**
   * Whether the texts of the index lie on another machine, so that a text put into the folder here would not be in it; the server is asked where
   * this process does not know yet. Rejects where it cannot be.
   */
  isOfOthers(): Promise<boolean>;
  /**
   * Puts labels in use that moderators have set or taken back since, here or in another process. Looks at most once a
   * second unless `now` is set, waits only so long, and never fails: the labels before stay in use then.
   */
  refreshLabels(options?: { readonly now?: boolean }): Promise<void>;
  /** Leaves a file out of all answers at once that was taken out of the corpus folder, by its path relative to that. */
  withdraw(path: string): Promise<void>;
  /** Lets a file be quoted again that has come back, once an index holds it. */
  readmit(path: string): void;
  close(): Promise<void>;
}
