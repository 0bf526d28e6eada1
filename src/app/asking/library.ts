import { collectGarbage } from '../../adapters/collect-garbage.js';
import { CorpusWatcher } from '../../adapters/corpus/corpus-watcher.js';
import { IndexFolder } from '../../adapters/index/index-folder.js';
import { createEquivalents } from '../../core/english/equivalents.js';
import { VerbatimError } from '../../core/errors.js';
import type { LabelOverride } from '../../core/overrides/label-override.js';
import { openModels } from './open-models.js';
import { IndexParts } from './index-parts.js';
import { createOpenIndex, type OpenIndex } from './open-index.js';
import type { QuestionReaders } from './prepare-question.js';
import { ReadingDesk } from './reading-desk.js';
import { warmUp, warmUpModel } from './warm-up.js';
import { WithdrawnTexts, type LoadedVersion } from './withdrawn-texts.js';
import { runIndexing } from '../indexing/run-indexing.js';
import { overlayLabels, type OverrideWatch } from '../labels/label-overrides.js';
import type { Settings } from '../settings.js';
import { toSearchIndex, type Manifest } from '../indexing/stored-index.js';
import { openStoredIndex } from '../indexing/update-index.js';

interface LibraryHooks {
  /** Hears that the texts are about to be read anew; notices that follow are about them as they are now. */
  readonly onRefresh?: () => void;
  readonly onNotice: (notice: string) => void;
  /** Hears of each index that is put in use. */
  readonly onSwap: (manifest: Manifest) => void;
  /** Hears that labels of the index in use were set or taken back by a moderator. */
  readonly onRelabel: () => void;
  /** Hears what went wrong in the background; the index before stays in use. */
  readonly onFailure: (error: unknown) => void;
}

interface Waiter {
  readonly resolve: (snapshot: OpenIndex) => void;
  readonly reject: (error: unknown) => void;
}

/** After a failure the index is tried again this often, besides at every change of the corpus. */
const retryMs = 30_000;
const maxWarmUpMs = 400;
/** By then what comes after a new index is done, too: the reader is there, briefs are compared. */
const settledAfterMs = 10_000;

/**
 * The index in use by a program that goes on running. It is brought up to date at the start and whenever the corpus folder
 * changes, in another process, and swapped in one step; whoever holds a snapshot keeps it.
 */
export class Library {
  private readonly folder: IndexFolder;
  private readonly stop = new AbortController();
  private readonly waiters = new Set<Waiter>();
  private readers: Promise<QuestionReaders> | null = null;
  private watcher: CorpusWatcher | null = null;
  private retry: NodeJS.Timeout | null = null;
  private settling: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private isStale = false;
  private failure: unknown = null;
  private snapshot: OpenIndex | null = null;
  /** The index in use as it was loaded, with the labeller's own labels. */
  private loaded: LoadedVersion | null = null;
  /** Of the index that was loaded last, as it is on the disk. */
  private version: string | null = null;
  private readonly withdrawn = new WithdrawnTexts();
  /** The overrides that its labels have. */
  private applied: readonly LabelOverride[] = [];

  constructor(
    private readonly settings: Settings,
    private readonly overrides: OverrideWatch,
    private readonly hooks: LibraryHooks,
  ) {
    this.folder = new IndexFolder(settings.indexDir);
  }

  /** The index in use; null until the first one is there. */
  get current(): OpenIndex | null {
    return this.snapshot;
  }

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
  whenReady(): Promise<OpenIndex> {
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
    const { loaded } = this;
    if (!loaded || this.applied === this.overrides.current) return;
    const readers = await this.openReaders();
    if (this.loaded !== loaded) return; // another index has come, with its labels
    this.snapshot = this.label(loaded, readers);
    this.hooks.onRelabel();
  }

  /** Leaves a file out of all answers at once that was taken out of the corpus folder, by its path relative to that. */
  async withdraw(path: string): Promise<void> {
    this.withdrawn.add(path);
    const { loaded } = this;
    if (loaded) this.use(loaded, await this.openReaders());
  }

  /** Lets a file be quoted again that has come back, once an index holds it. */
  readmit(path: string): void {
    this.withdrawn.readmit(path);
    this.version = null; // the index in use may lack it
  }

  async close(): Promise<void> {
    this.stop.abort();
    this.watcher?.close();
    if (this.retry) clearTimeout(this.retry);
    if (this.settling) clearTimeout(this.settling);
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
        const indexing = runIndexing({
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
    const version = state.kind === 'ready' ? (state.manifest as Manifest).version : null;
    if (this.snapshot && version !== null && version === this.version) return;
    const index = await openStoredIndex(this.folder, this.hooks.onNotice);
    if (!index) {
      const fields = { problem: 'There is no index in "{subject}"', subject: this.settings.indexDir };
      throw new VerbatimError('index-missing', fields);
    }
    await this.overrides.refresh(true);
    const searchIndex = toSearchIndex(index);
    if (!this.snapshot) {
      warmUp(searchIndex, readers, maxWarmUpMs);
      await warmUpModel(readers);
    }
    this.version = index.manifest.version;
    this.withdrawn.settle({ searchIndex });
    this.use({ manifest: index.manifest, searchIndex, parts: new IndexParts(searchIndex) }, readers);
    collectGarbage();
    if (this.settling) clearTimeout(this.settling);
    this.settling = setTimeout(collectGarbage, settledAfterMs).unref();
  }

  /** Puts a version in use, but for what was withdrawn. */
  private use(version: LoadedVersion, readers: QuestionReaders): void {
    const loaded = this.withdrawn.leaveOut(version);
    if (loaded === this.loaded) return;
    this.loaded = loaded;
    const snapshot = this.label(loaded, readers);
    this.snapshot = snapshot;
    this.hooks.onSwap(loaded.manifest);
    for (const waiter of this.waiters) waiter.resolve(snapshot);
    this.waiters.clear();
  }

  private label(loaded: LoadedVersion, readers: QuestionReaders): OpenIndex {
    this.applied = this.overrides.current;
    const searchIndex = overlayLabels(loaded.searchIndex, this.applied);
    return createOpenIndex({ ...loaded, searchIndex, corpusDir: this.settings.corpusDir }, readers);
  }

  private openReaders(): Promise<QuestionReaders> {
    if (this.readers) return this.readers;
    const opening = this.loadReaders();
    this.readers = opening;
    opening.catch(() => {
      this.readers = null;
    });
    return opening;
  }

  private async loadReaders(): Promise<QuestionReaders> {
    const { createWinkAnalyser } = await import('../../adapters/wink-analyser.js');
    const analyser = createWinkAnalyser();
    const models = openModels(this.settings, this.folder, { onNotice: this.hooks.onNotice });
    const desk = new ReadingDesk(models.reader, this.hooks.onFailure);
    return { analyser, equivalents: createEquivalents(analyser), embedder: await models.embedder, desk };
  }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
