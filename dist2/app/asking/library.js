import { CorpusWatcher } from '../../adapters/corpus/corpus-watcher.js';
import { IndexFolder } from '../../adapters/index/index-folder.js';
import { createEquivalents } from '../../core/english/equivalents.js';
import { VerbatimError } from '../../core/errors.js';
import { createSnapshot } from './library-snapshot.js';
import { openModel } from './open-model.js';
import { runIndexing } from '../indexing/run-indexing.js';
import { overlayLabels } from '../labels/label-overrides.js';
import { toSearchIndex } from '../indexing/stored-index.js';
import { openStoredIndex } from '../indexing/update-index.js';
/** After a failure the index is tried again this often, besides at every change of the corpus. */
const retryMs = 30_000;
const maxWarmUpQuestions = 40;
const maxWarmUpMs = 400;
/**
 * The index in use by a program that goes on running. It is brought up to date at the start and whenever the corpus folder
 * changes, in another process, and swapped in one step; whoever holds a snapshot keeps it.
 */
export class Library {
    settings;
    indexProgram;
    overrides;
    hooks;
    folder;
    stop = new AbortController();
    waiters = new Set();
    readers = null;
    watcher = null;
    retry = null;
    running = null;
    isStale = false;
    failure = null;
    snapshot = null;
    /** The index in use as it was loaded, with the labeller's own labels. */
    loaded = null;
    /** The overrides that its labels have. */
    applied = [];
    /** `indexProgram` is the path of the command line program that has the command `index`. */
    constructor(settings, indexProgram, overrides, hooks) {
        this.settings = settings;
        this.indexProgram = indexProgram;
        this.overrides = overrides;
        this.hooks = hooks;
        this.folder = new IndexFolder(settings.indexDir);
    }
    /** The index in use; null until the first one is there. */
    get current() {
        return this.snapshot;
    }
    /** Starts loading, indexing and watching; returns at once. */
    start() {
        this.watcher = new CorpusWatcher(this.settings.corpusDir, () => {
            this.refresh();
        });
        this.refresh();
    }
    /** The index in use, waited for while the first one is being built. Rejects when it cannot be. */
    whenReady() {
        if (this.snapshot)
            return Promise.resolve(this.snapshot);
        if (this.failure && !this.running)
            return Promise.reject(toError(this.failure));
        return new Promise((resolve, reject) => {
            this.waiters.add({ resolve, reject });
        });
    }
    /**
     * Puts labels in use that moderators have set or taken back since, here or in another process. Looks at most once a
     * second unless `now` is set, waits only so long, and never fails: the labels before stay in use then.
     */
    async refreshLabels({ now = false } = {}) {
        await this.overrides.refresh(now);
        const { loaded } = this;
        if (!loaded || this.applied === this.overrides.current)
            return;
        const readers = await this.openReaders();
        if (this.loaded !== loaded)
            return; // another index has come, with its labels
        this.snapshot = this.label(loaded.manifest, loaded.searchIndex, readers);
        this.hooks.onRelabel();
    }
    async close() {
        this.stop.abort();
        this.watcher?.close();
        if (this.retry)
            clearTimeout(this.retry);
        await this.running;
        const readers = await this.readers?.catch(() => null);
        await readers?.embedder.close();
    }
    refresh() {
        if (this.stop.signal.aborted)
            return;
        this.isStale = true;
        this.running ??= this.runRefreshes().finally(() => {
            this.running = null;
        });
    }
    async runRefreshes() {
        while (this.isStale && !this.stop.signal.aborted) {
            this.isStale = false;
            try {
                const indexing = runIndexing(this.indexProgram, { onNotice: this.hooks.onNotice, signal: this.stop.signal });
                // Loaded meanwhile; awaited only once the index is there.
                const readers = this.openReaders();
                readers.catch(() => undefined);
                await indexing;
                await this.load(await readers);
                this.failure = null;
            }
            catch (error) {
                await this.fail(error);
            }
        }
    }
    /** Tells of a failure, falls back on an older index if there is one, and tries again later. */
    async fail(error) {
        if (this.stop.signal.aborted)
            return;
        this.hooks.onFailure(error);
        this.failure = error;
        if (!this.snapshot) {
            await this.openReaders()
                .then((readers) => this.load(readers))
                .catch(() => undefined);
        }
        for (const waiter of this.waiters)
            waiter.reject(toError(error));
        this.waiters.clear();
        if (this.retry)
            clearTimeout(this.retry);
        this.retry = setTimeout(() => {
            this.refresh();
        }, retryMs);
        this.retry.unref();
    }
    async load(readers) {
        const state = await this.folder.findCurrent();
        const version = state.kind === 'ready' ? state.manifest.version : null;
        if (this.snapshot && version === this.snapshot.manifest.version)
            return;
        const index = await openStoredIndex(this.folder, this.hooks.onNotice);
        if (!index)
            throw new VerbatimError('index-damaged', `There is no index in "${this.settings.indexDir}".`);
        await this.overrides.refresh(true);
        const searchIndex = toSearchIndex(index);
        if (!this.snapshot)
            await warmUp(this.label(index.manifest, searchIndex, readers));
        this.loaded = { manifest: index.manifest, searchIndex };
        const snapshot = this.label(index.manifest, searchIndex, readers);
        this.snapshot = snapshot;
        this.hooks.onSwap(index.manifest);
        for (const waiter of this.waiters)
            waiter.resolve(snapshot);
        this.waiters.clear();
    }
    label(manifest, searchIndex, readers) {
        this.applied = this.overrides.current;
        return createSnapshot(manifest, overlayLabels(searchIndex, this.applied), readers);
    }
    openReaders() {
        if (this.readers)
            return this.readers;
        const opening = this.loadReaders();
        this.readers = opening;
        opening.catch(() => {
            this.readers = null;
        });
        return opening;
    }
    async loadReaders() {
        const { createWinkAnalyser } = await import('../../adapters/wink-analyser.js');
        const analyser = createWinkAnalyser();
        const embedder = await openModel(this.settings, this.folder, { onNotice: this.hooks.onNotice });
        return { analyser, equivalents: createEquivalents(analyser), embedder };
    }
}
/** Asks the index about its own sentences, so that the first people find compiled code. */
async function warmUp(snapshot) {
    const { searchIndex } = snapshot;
    const started = performance.now();
    const step = Math.max(1, Math.floor(searchIndex.rows.length / maxWarmUpQuestions));
    for (let row = 0; row < searchIndex.rows.length; row += step) {
        await snapshot.ask(`How many and when? ${searchIndex.textOf(row)}`, {});
        if (performance.now() - started > maxWarmUpMs)
            return;
    }
}
function toError(error) {
    return error instanceof Error ? error : new Error(String(error));
}
//# sourceMappingURL=library.js.map