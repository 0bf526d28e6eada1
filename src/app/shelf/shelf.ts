import type { Network } from '../../adapters/fetch/network.js';
import type { Settings, StoreSettings } from '../settings.js';
import type { Actor, AddRequest, ShelvedSource } from './shelved-source.js';

export interface ShelfLimits {
  /** Bytes of one file, after it is unpacked on its way. Default 25 MB. */
  readonly fileBytes: number;
  /** Bytes of all sources of one server that are not discarded. Default 500 MB. */
  readonly serverBytes: number;
  /** Number of these. Default 500. */
  readonly serverSources: number;
}

export interface ShelfOptions {
  readonly settings: Pick<Settings, 'corpusDir' | 'indexDir'> & Pick<StoreSettings, 'dataDir'>;
  /** How names are resolved and which addresses may be connected to; the system's way and public ones unless a test says otherwise. */
  readonly network?: Network;
  readonly limits?: Partial<ShelfLimits>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Hears what goes wrong in the background. */
  readonly onFailure?: (error: unknown) => void;
  /** Hears of each source whose state has changed in this process, also by itself, as when a refreshed link has another text. */
  readonly onChange?: (source: ShelvedSource) => void;
}

/** What has come of looking at a link again. */
export type RefreshOutcome = 'changed' | 'unchanged' | 'failed' | 'not-yet' | 'no-link';

/**
 * Sources on their way into the corpus folder, in use, and out of it again. Several processes may work on one shelf. What a method has
 * resolved with is durable; a process that is killed leaves nothing half done that the next one does not finish.
 *
 * Methods on one source give the source as it is then, whether or not it was as expected: what was done twice is done once, and
 * `state` tells what has come of it. Null for an id that is unknown, forgotten, or another server's. They throw `VerbatimError` with
 * one line where the disk does not let them (`library-write`) or a limit forbids it (`bad-input`).
 */
export declare class Shelf {
  constructor(options: ShelfOptions);

  /** Goes on with what was left undone, deletes what is due, and refreshes links while the process runs; returns at once. */
  start(): void;

  /** Takes up nothing more; resolves when nothing is under way. What is queued stays so for the next process. */
  close(): Promise<void>;

  /**
   * Takes a source in, to be fetched and read in the background, one at a time. Resolves with its id once that cannot be lost. Throws
   * `bad-input`, one line: a wrong address, a name of a collection that is none, too large, or more than the server may have.
   */
  add(request: AddRequest, actor: Actor): Promise<string>;

  get(id: string, actor: Actor): Promise<ShelvedSource | null>;

  /**
   * Sources, the latest first; those that were discarded are left out. The operator is shown all; a member those of the server and
   * those in use that were added by no server, which may belong to the collections of others: `collections` keeps them out.
   */
  list(
    actor: Actor,
    filter?: {
      /** Only sources of these collections. */
      readonly collections?: (name: string) => boolean;
    },
  ): Promise<ShelvedSource[]>;

  /** The source once it is neither queued nor being read, whichever process reads it. Null also when the shelf is closed before. */
  whenRead(id: string, actor: Actor): Promise<ShelvedSource | null>;

  /** Puts a source that is ready in use: its file is in the corpus folder then, and the index follows as for any file. */
  use(id: string, actor: Actor): Promise<ShelvedSource | null>;

  /** Throws away a source that is not in use. */
  discard(id: string, actor: Actor): Promise<ShelvedSource | null>;

  /**
   * Takes a source out of the corpus folder; the original is kept for a week. A member may remove only what was added from the member's
   * server; the operator also files that were put there by hand.
   */
  remove(id: string, actor: Actor): Promise<ShelvedSource | null>;

  /** Puts a removed source back where it was, within the week. */
  undo(id: string, actor: Actor): Promise<ShelvedSource | null>;

  /** Looks at a link in use again, by a person's wish: also before it is due, but not within ten minutes of the last time. */
  refresh(id: string, actor: Actor): Promise<{ source: ShelvedSource; outcome: RefreshOutcome } | null>;

  /** Looks at all links that are due, as far as no other process is at it; the schedule of `start` does so by itself. */
  refreshDue(): Promise<void>;

  /** All that was done by a person, the latest first, for those who ask what is kept about them. */
  trailOf(
    person: string,
  ): Promise<{ readonly source: ShelvedSource; readonly action: string; readonly atMs: number }[]>;

  /** Forgets names in trails: of one person, or of all that was done before a time. Gives how many entries there were. */
  forget(whom: { readonly person: string } | { readonly beforeMs: number }): Promise<number>;
}
