import { CorpusWatcher } from '../../adapters/corpus/corpus-watcher.js';
import { IndexFolder } from '../../adapters/index/index-folder.js';
import { toError, VerbatimError } from '../../core/errors.js';
import type { SearchIndex } from '../../core/search/search-index.js';
import type { LabelOverride } from '../../core/overrides/label-override.js';
import { IndexParts } from './index-parts.js';
import type { LibraryHooks, LibraryInUse } from './library-in-use.js';
import { openReaders } from './open-readers.js';
import { createEmbeddedIndex, type EmbeddedIndex } from './embedded-index.js';
import type { QuestionReaders } from './prepare-question.js';
import { InTurn } from '../../core/in-turn.js';
import { RememberedTexts } from '../indexing/remembered-texts.js';
import { Tidying } from './tidying.js';
import { warmUp, warmUpModel } from './warm-up.js';
import { WithdrawnTexts, type LoadedVersion } from './withdrawn-texts.js';
import { bringUpToDate } from '../indexing/bring-up-to-date.js';
import { overlayLabels, type OverrideWatch } from '../labels/label-overrides.js';
import type { Settings } from '../settings.js';
import { openStoredIndex, toSearchIndex, type LoadedIndex } from '../indexing/stored-index.js';

interface Waiter {
  readonly resolve: (snapshot: EmbeddedIndex) => void;
  readonly reject: (error: unknown) => void;
}

/** After a failure the index is tried again this often, besides at every change of the corpus. */
const retryMs = 30_000;
const maxWarmUpMs = 400;

/**
 * The index in use by a program that goes on running. It is brought up to date at the start and whenever the corpus folder
 * changes, in another process, and swapped in one step; whoever holds a snapshot keeps it.
 */
export class Library implements LibraryInUse {
  private readonly folder: IndexFolder;
  private readonly stop = new AbortController();
  private readonly waiters = new Set<Waiter>();
  private readers: Promise<QuestionReaders> | null = null;
  private watcher: CorpusWatcher | null = null;
  private retry: NodeJS.Timeout | null = null;
  private readonly remembered: RememberedTexts;
  private readonly tidying = new Tidying(() => void this.rememberTexts());
  private running: Promise<void> | null = null;
  private isStale = false;
  private failure: unknown = null;
  private snapshot: EmbeddedIndex | null = null;
  /** The index that was loaded last, as it is on the disk. */
  private stored: { readonly index: LoadedIndex; readonly searchIndex: SearchIndex } | null = null;
  private mayLack = false;
  /** What is in use of it, with the labeller's own labels. */
  private loaded: LoadedVersion | null = null;
  private readonly swaps = new InTurn();
  private readonly withdrawn = new WithdrawnTexts();
  /** The overrides that its labels have. */
  private applied: readonly LabelOverride[] = [];

  constructor(
    private readonly settings: Settings,
    private readonly overrides: OverrideWatch,
    private readonly hooks: LibraryHooks,
    private readonly index: typeof bringUpToDate = bringUpToDate,
  ) {
    this.folder = new IndexFolder(settings.indexDir);
    this.remembered = new RememberedTexts(settings.corpusDir);
  }

  /** The index in use; null until the first one is there. */
  get current(): EmbeddedIndex | null {
    return this.snapshot;
  }

  /** What is in memory is always there. */
  readonly absence = null;
  readonly isOfOthers = (): Promise<boolean> => Promise.resolve(false);

  /** Why the index could not be brought up to date when it was last tried; null where it could. */
  get problem(): string | null {
    return this.failure === null ? null : toError(this.failure).message;
  }

  /** Starts loading, indexing and watching; returns at once. */
  start(): void {
    this.watcher = new CorpusWatcher(this.settings.corpusDir, () => {
      this.refresh();
    });
    this.refresh();
  }

  /** The index in use, waited for while the first one is being built. Rejects when it cannot be. */
  whenReady(): Promise<EmbeddedIndex> {
    if (this.snapshot) return Promise.resolve(this.snapshot);
    if (this.failure && !this.running) return Promise.reject(toError(this.failure));
    return new Promise((resolve, reject) => {
      this.waiters.add({ resolve, reject });
    });
  }

  /**
   * Puts labels in use that moderators have set or taken back since, here or in another process. Looks at most once a
   * second unless `now` is set, waits only so long, and never fails: the labels before stay in use then.
   */
  async refreshLabels({ now = false } = {}): Promise<void> {
    await this.overrides.refresh(now);
    if (!this.loaded || this.applied === this.overrides.current) return;
    const readers = await this.openReaders();
    await this.swaps.do(async () => {
      const { loaded } = this;
      if (!loaded || this.applied === this.overrides.current) return; // another index has come, with its labels
      this.snapshot = await this.label(loaded, readers);
      this.hooks.onRelabel();
    });
  }

  /** Leaves a file out of all answers at once that was taken out of the corpus folder, by its path relative to that. */
  async withdraw(path: string): Promise<void> {
    this.withdrawn.add(path);
    if (!this.loaded) return;
    const readers = await this.openReaders();
    await this.swaps.do(async () => {
      if (this.loaded) await this.use(this.loaded, readers);
    });
  }

  /** Lets a file be quoted again that has come back, once an index holds it. */
  readmit(path: string): void {
    this.withdrawn.readmit(path);
    this.mayLack = true;
  }

  async close(): Promise<void> {
    this.stop.abort();
    this.watcher?.close();
    if (this.retry) clearTimeout(this.retry);
    this.tidying.stop();
    await this.running;
    const readers = await this.readers?.catch(() => null);
    await readers?.embedder.close();
  }

  private refresh(): void {
    if (this.stop.signal.aborted) return;
    this.isStale = true;
    this.running ??= this.runRefreshes().finally(() => {
      this.running = null;
    });
  }

  private async runRefreshes(): Promise<void> {
    while (this.isStale && !this.stop.signal.aborted) {
      this.isStale = false;
      this.hooks.onRefresh?.();
      try {
        const { folder, remembered } = this;
        const indexing = this.index({
          settings: this.settings,
          inUse: this.stored && { folder, remembered, stored: this.stored.index, ...(await this.openReaders()) },
          onEvent: (event) => {
            if (event.kind === 'notice') this.hooks.onNotice(event.notice);
          },
          signal: this.stop.signal,
        });
        // Loaded meanwhile; awaited only once the index is there.
        const readers = this.openReaders();
        readers.catch(() => undefined);
        await indexing;
        await this.load(await readers);
        this.failure = null;
      } catch (error) {
        await this.fail(error);
      }
    }
  }

  /** Tells of a failure, falls back on an older index if there is one, and tries again later. */
  private async fail(error: unknown): Promise<void> {
    if (this.stop.signal.aborted) return;
    this.hooks.onFailure(error);
    this.failure = error;
    if (!this.snapshot) {
      await this.openReaders()
        .then((readers) => this.load(readers))
        .catch(() => undefined);
    }
    for (const waiter of this.waiters) waiter.reject(toError(error));
    this.waiters.clear();
    if (this.retry) clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      this.refresh();
    }, retryMs).unref();
  }

  private async load(readers: QuestionReaders): Promise<void> {
    const state = await this.folder.findCurrent();
    const before = this.stored;
    if (before && !this.mayLack && state.kind === 'ready' && state.proof === before.index.proof) return;
    const index = await openStoredIndex(this.folder, this.hooks.onNotice, before?.index);
    if (!index) {
      const fields = { problem: 'There is no index in "{subject}"', subject: this.settings.indexDir };
      throw new VerbatimError('index-missing', fields);
    }
    await this.overrides.refresh(true);
    const searchIndex = await toSearchIndex(index, before?.searchIndex);
    if (!this.snapshot) {
      await warmUp(searchIndex, readers, maxWarmUpMs);
      await warmUpModel(readers);
    }
    this.stored = { index, searchIndex };
    this.mayLack = false;
    this.withdrawn.settle({ searchIndex });
    const { manifest } = index;
    await this.swaps.do(() => this.use({ manifest, searchIndex, parts: new IndexParts(searchIndex) }, readers));
    this.tidying.tidy(searchIndex.rows.length);
  }

  /** Puts a version in use, but for what was withdrawn. */
  private async use(version: LoadedVersion, readers: QuestionReaders): Promise<void> {
    const loaded = await this.withdrawn.leaveOut(version);
    if (loaded === this.loaded) return;
    const snapshot = await this.label(loaded, readers);
    this.loaded = loaded;
    this.snapshot = snapshot;
    this.hooks.onSwap(loaded.manifest);
    for (const waiter of this.waiters) waiter.resolve(snapshot);
    this.waiters.clear();
  }

  private async label(loaded: LoadedVersion, readers: QuestionReaders): Promise<EmbeddedIndex> {
    const { current } = this.overrides;
    const searchIndex = await overlayLabels(loaded.searchIndex, current);
    this.applied = current;
    return createEmbeddedIndex({ ...loaded, searchIndex, corpusDir: this.settings.corpusDir }, readers);
  }

  private async rememberTexts(): Promise<void> {
    const { rememberTexts } = await import('../indexing/read-texts.js');
    // What is wrong is told when it is indexed.
    if (this.remembered.isEmpty)
      await rememberTexts(this.settings.corpusDir, this.folder, this.remembered).catch(() => undefined);
  }

  private openReaders(): Promise<QuestionReaders> {
    if (this.readers) return this.readers;
    const opening = openReaders(this.settings, this.folder, this.hooks);
    this.readers = opening;
    opening.catch(() => {
      this.readers = null;
    });
    return opening;
  }
}
