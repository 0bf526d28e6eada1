import { listSourceFiles } from '../../adapters/corpus/corpus-folder.js';
import { CorpusWatcher } from '../../adapters/corpus/corpus-watcher.js';
import { toError, VerbatimError } from '../../core/errors.js';
import type { IndexingEvent } from '../indexing/run-indexing.js';

/** After a failure the texts are tried again this often, besides at every change of the corpus. */
const retryMs = 30_000;

/** What is told where the texts are not this machine's. */
export const notOurs =
  'There are no texts in CORPUS_DIR: the index at DATABASE_URL is used as others make it; "npm run index" would empty it.';

/** Brings the index on the server up to date with the corpus folder; rejects with what went wrong. */
export type IndexOnServer = (options: {
  /** Whether the folder has been the index's before, so that what it lacks is gone. */
  readonly takesOut: boolean;
  readonly onEvent: (event: IndexingEvent) => void;
  readonly signal: AbortSignal;
}) => Promise<void>;

interface IndexingHooks {
  readonly onRefresh: () => void;
  readonly onNotice: (notice: string) => void;
  /** Hears that the index is as it should be. */
  readonly onDone: () => void;
  readonly onFailure: (error: Error) => void;
}

/** Has the texts of this machine indexed on the server, at the start and whenever they change; where there are none, others do. */
export class ServerIndexing {
  /** Whether the index was found to be made from texts that are not here. */
  isOfOthers = false;
  /** Whether the index was made from this folder since the start. */
  isOurs = false;
  /** What went wrong when it was last tried. */
  failure: Error | null = null;
  private readonly stop = new AbortController();
  private watcher: CorpusWatcher | null = null;
  private retry: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private isStale = false;
  /** Whether there were texts since the start. */
  private hadTexts = false;

  constructor(
    private readonly corpusDir: string,
    private readonly index: IndexOnServer,
    /** Whether anybody has begun an index on the server. */
    private readonly hasIndex: () => Promise<boolean>,
    private readonly hooks: IndexingHooks,
  ) {}

  get isRunning(): boolean {
    return this.running !== null;
  }

  start(): void {
    this.watcher = new CorpusWatcher(this.corpusDir, () => {
      this.refresh();
    });
    this.refresh();
  }

  async close(): Promise<void> {
    this.stop.abort();
    this.watcher?.close();
    if (this.retry) clearTimeout(this.retry);
    await this.running;
  }

  private refresh(): void {
    if (this.stop.signal.aborted) return;
    this.isStale = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
  }

  private async run(): Promise<void> {
    while (this.isStale && !this.stop.signal.aborted) {
      this.isStale = false;
      this.hooks.onRefresh();
      try {
        if (!(await this.mayIndex())) {
          this.isOfOthers = true;
          this.hooks.onNotice(notOurs);
          continue;
        }
        await this.index({
          takesOut: this.isOurs,
          onEvent: (event) => {
            if (event.kind === 'notice') this.hooks.onNotice(event.notice);
          },
          signal: this.stop.signal,
        });
        this.failure = null;
        this.isOurs = true;
        this.isOfOthers = false;
        this.hooks.onDone();
      } catch (error) {
        this.isOfOthers ||= error instanceof VerbatimError && error.code === 'bad-settings';
        this.fail(toError(error));
      }
    }
  }

  /** Whether the texts are this machine's: what lies on another one must not be taken for texts that are gone. */
  private async mayIndex(): Promise<boolean> {
    const files = await listSourceFiles(this.corpusDir, () => undefined).catch(() => null);
    this.hadTexts ||= files !== null && files.length > 0;
    return this.hadTexts ? files !== null : !(await this.hasIndex());
  }

  private fail(error: Error): void {
    if (this.stop.signal.aborted) return;
    this.failure = error;
    this.hooks.onFailure(error);
    if (this.retry) clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      this.refresh();
    }, retryMs).unref();
  }
}
