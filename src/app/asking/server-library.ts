import { PostgresEngine } from '../../adapters/index-postgres/postgres-engine.js';
import { IndexFolder } from '../../adapters/index/index-folder.js';
import { everything } from '../../core/collections/collection.js';
import { CorpusLabels } from '../../core/corpus/corpus-labels.js';
import { fileOf } from '../../core/corpus/list-document.js';
import { toError, VerbatimError } from '../../core/errors.js';
import { InTurn } from '../../core/in-turn.js';
import type { LabelOverride } from '../../core/overrides/label-override.js';
import { giveWay } from '../give-way.js';
import type { OverrideWatch } from '../labels/label-overrides.js';
import type { Settings } from '../settings.js';
import { KnownTexts } from './known-texts.js';
import type { LibraryHooks, LibraryInUse } from './library-in-use.js';
import type { OpenIndex } from './open-index.js';
import { openReaders } from './open-readers.js';
import type { QuestionReaders } from './prepare-question.js';
import { createServerIndex, listCorpus, requireModel } from './server-index.js';
import { ServerIndexing, type IndexOnServer } from './server-indexing.js';
import { Waiters } from './waiters.js';
import { warmUpModel } from './warm-up.js';

/** How often it is looked whether the index is another one by now. */
const lookEveryMs = 1_000;
/** What is not the server's fault, such as a model that cannot be had, is tried again this often. */
const retryMs = 30_000;
/** Of a large index the list takes long to read: that takes this share of the time at most. */
const readingShare = 0.2;

/** What a library does on the server besides reading; each rejects with what went wrong. */
interface ServerChanges {
  readonly index: IndexOnServer;
  /** Takes documents out of the index, by their paths. */
  readonly withdraw: (paths: readonly string[]) => Promise<void>;
  /** Whether the index was made from the texts of this machine, as the server tells. */
  readonly isOwnFolder: () => Promise<boolean>;
}

/**
 * The index on a server as a program that goes on running uses it, of which texts are in memory only while they are asked. Where there are
 * texts in the corpus folder of this machine, they are indexed at the start and whenever they change; other programs may do so, too.
 */
export class ServerLibrary implements LibraryInUse {
  private readonly engine: PostgresEngine;
  private readonly indexing: ServerIndexing;
  private readonly stop = new AbortController();
  private readonly waiters = new Waiters<OpenIndex>();
  private readonly looking = new InTurn();
  private readonly known = new KnownTexts();
  private readonly withdrawn = new Set<string>();
  private readers: Promise<QuestionReaders> | null = null;
  private timer: NodeJS.Timeout | null = null;
  absence: Error | null = null;
  private state: string | null = null;
  private snapshot: OpenIndex | null = null;
  private labels = CorpusLabels.none();
  private applied: readonly LabelOverride[] = [];

  constructor(
    private readonly settings: Settings,
    url: string,
    private readonly overrides: OverrideWatch,
    private readonly hooks: LibraryHooks,
    private readonly changes: ServerChanges,
  ) {
    this.engine = new PostgresEngine(url);
    this.indexing = new ServerIndexing(settings.corpusDir, changes.index, () => this.engine.isBegun(), {
      onRefresh: () => hooks.onRefresh?.(),
      onNotice: hooks.onNotice,
      onDone: () => void this.look(),
      onFailure: (error) => {
        hooks.onFailure(error);
        if (!this.snapshot) this.waiters.reject(error);
      },
    });
  }

  get current(): OpenIndex | null {
    return this.absence ? null : this.snapshot;
  }

  get problem(): string | null {
    return (this.absence ?? this.indexing.failure)?.message ?? null;
  }

  start(): void {
    this.indexing.start();
    void this.watch();
  }

  whenReady(): Promise<OpenIndex> {
    const { current } = this;
    if (current) return Promise.resolve(current);
    if (this.absence) return Promise.reject(this.absence);
    const { failure, isRunning } = this.indexing;
    if (failure && !isRunning) return Promise.reject(failure);
    return this.waiters.wait();
  }

  async isOfOthers(): Promise<boolean> {
    const { isOfOthers, isOurs } = this.indexing;
    return isOfOthers || (!isOurs && !(await this.changes.isOwnFolder()));
  }

  async refreshLabels({ now = false } = {}): Promise<void> {
    await this.overrides.refresh(now);
    if (this.current && this.applied !== this.overrides.current) await this.look();
  }

  async withdraw(path: string): Promise<void> {
    this.withdrawn.add(path);
    await this.look();
  }

  readmit(path: string): void {
    this.withdrawn.delete(path);
  }

  async close(): Promise<void> {
    this.stop.abort();
    if (this.timer) clearTimeout(this.timer);
    await this.indexing.close();
    await this.looking.do(() => this.engine.close());
    const readers = await this.readers?.catch(() => null);
    await readers?.embedder.close();
  }

  /** Looks at the server now and from then on every second. */
  private async watch(): Promise<void> {
    const since = performance.now();
    await this.look();
    if (this.stop.signal.aborted) return;
    const isOfServer = this.absence === null || codeOf(this.absence)?.startsWith('index-') === true;
    const leastMs = isOfServer ? lookEveryMs : retryMs;
    const pauseMs = Math.max(leastMs, (performance.now() - since) / readingShare);
    this.timer = setTimeout(() => void this.watch(), pauseMs);
    this.timer.unref();
  }

  /** Puts in use what is there by now. Never rejects. */
  private look(): Promise<void> {
    return this.looking.do(async () => {
      if (this.stop.signal.aborted) return;
      try {
        const state = await this.engine.look();
        if (state === null) throw missingIndex();
        if (state !== this.state || this.applied !== this.overrides.current) await this.load();
        this.state = state;
        await this.leaveOut();
        if (this.snapshot) this.recover(this.snapshot);
      } catch (error) {
        this.miss(toError(error));
      }
    });
  }

  private recover(snapshot: OpenIndex): void {
    const wasAway = this.absence !== null;
    this.absence = null;
    this.waiters.resolve(snapshot);
    if (wasAway) this.hooks.onSwap(snapshot.manifest); // what was to be done meanwhile is
  }

  private async load(): Promise<void> {
    const readers = await this.openReaders();
    const isFirst = this.snapshot === null;
    if (isFirst) {
      await this.overrides.refresh(true);
      await warmUpModel(readers);
    }
    const { current: overrides } = this.overrides;
    const { listing, labels } = await this.engine.read(everything, async (corpus) => ({
      listing: listCorpus(corpus),
      labels: this.labels.areInPlace(corpus, overrides)
        ? this.labels
        : await CorpusLabels.place(corpus, overrides, giveWay),
    }));
    requireModel(listing, readers.embedder.model.checksum);
    const isSame = listing.version === this.snapshot?.manifest.version;
    const isLabelled = this.applied === overrides;
    this.applied = overrides;
    if (isSame && isLabelled && labels === this.labels) return;
    this.labels = labels;
    const { engine, known } = this;
    const { corpusDir } = this.settings;
    this.snapshot = createServerIndex({ engine, scope: everything, listing, labels, known, corpusDir }, readers);
    if (isSame) this.hooks.onRelabel();
    else this.hooks.onSwap(this.snapshot.manifest);
  }

  /** Takes out of the index what was taken out of the folder, as long as anybody puts it in again. */
  private async leaveOut(): Promise<void> {
    if (this.withdrawn.size === 0) return;
    const held = this.snapshot?.documents.filter((document) => this.withdrawn.has(fileOf(document))) ?? [];
    if (held.length === 0) return;
    await this.changes.withdraw(held.map(({ path }) => path));
    this.state = await this.engine.look();
    await this.load();
  }

  /** Of an index that is not made yet nothing is wrong as long as this process is at it. */
  private miss(error: Error): void {
    const isAwaited = codeOf(error) === 'index-missing' && this.indexing.isRunning;
    if (isAwaited) {
      this.absence = null;
      return;
    }
    if (!this.absence) this.hooks.onFailure(error);
    this.absence = error;
    this.waiters.reject(error);
  }

  private openReaders(): Promise<QuestionReaders> {
    if (this.readers) return this.readers;
    const opening = openReaders(this.settings, new IndexFolder(this.settings.indexDir), this.hooks);
    this.readers = opening;
    opening.catch(() => {
      this.readers = null;
    });
    return opening;
  }
}

function codeOf(error: Error): string | null {
  return error instanceof VerbatimError ? error.code : null;
}

function missingIndex(): VerbatimError {
  return new VerbatimError('index-missing', {
    problem: 'There is no index at DATABASE_URL yet',
    advice: 'Run "npm run index" where the texts are',
  });
}
