import { availableParallelism } from 'node:os';
import { LRUCache } from 'lru-cache';
import { VerbatimError } from '../../core/errors.js';
import { getEmbeddingThread } from './embedding-thread.js';
const DEFAULT_CACHE_SIZE = 1_000;
export const DEFAULT_HUB_HOST = 'https://huggingface.co/';
/** More threads than physical cores make a run slower, and half of the processors counted may be such. */
const MAX_DEFAULT_THREADS = 4;
/**
 * Opens an embedding model in the embedding thread of this process; loading starts at once. The promise may be left alone while
 * other work is done: its rejection is reported when it is awaited. Rejects with `model-missing` or `model-failed`, the message being
 * one line for the user.
 *
 * An embedder keeps the process alive only while it has something to do. When the thread stops unexpectedly, all that is pending and
 * all that is asked later rejects with `model-failed`.
 */
export function openEmbedder(options) {
    const opened = startEmbedder(options);
    opened.catch(() => undefined);
    return opened;
}
async function startEmbedder(options) {
    const { model, modelsDir, onNotice, onExportProgress } = options;
    const thread = getEmbeddingThread();
    const settings = {
        model,
        modelsDir,
        threads: options.threads ?? Math.min(availableParallelism(), MAX_DEFAULT_THREADS),
        hubHost: options.hubHost ?? DEFAULT_HUB_HOST,
    };
    const opened = await thread.open(settings, {
        onNotice: (line) => onNotice?.(line),
        onExportProgress: (share) => onExportProgress?.(share),
    });
    return new TransformersEmbedder(thread, opened, options.cacheSize ?? DEFAULT_CACHE_SIZE);
}
class TransformersEmbedder {
    model;
    #thread;
    #handle;
    #questions;
    #closing = null;
    constructor(thread, { handle, model }, cacheSize) {
        this.model = model;
        this.#thread = thread;
        this.#handle = handle;
        this.#questions = cacheSize > 0 ? new LRUCache({ max: cacheSize }) : null;
    }
    async embedQuestion(question) {
        this.#assertOpen();
        const known = this.#questions?.get(question);
        if (known)
            return known.slice();
        const { vectors } = await this.#thread.embedQuestion(this.#handle, question);
        this.#questions?.set(question, vectors.slice());
        return vectors;
    }
    async embedTexts(texts, onProgress) {
        this.#assertOpen();
        return this.#thread.embedTexts(this.#handle, texts, onProgress);
    }
    /** Rejects what is pending. Repeated, it waits for the same end. */
    close() {
        this.#closing ??= this.#thread.close(this.#handle, createClosedError());
        return this.#closing;
    }
    #assertOpen() {
        if (this.#closing)
            throw createClosedError();
    }
}
function createClosedError() {
    return new VerbatimError('model-failed', 'The embedding model was closed: open it again.');
}
//# sourceMappingURL=transformers-embedder.js.map