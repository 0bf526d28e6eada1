import { availableParallelism } from 'node:os';
import { LRUCache } from 'lru-cache';
import { VerbatimError } from '../../core/errors.js';
import type { Embedder, EmbeddingModel, Embeddings } from '../../core/ports.js';
import { getEmbeddingThread, type OpenModel } from './embedding-thread.js';

export interface EmbedderOptions {
  /** `bundled`, a folder, or the id of a hub model such as `Xenova/bge-small-en-v1.5`. */
  readonly model: string;
  /** Folder that the bundled model is exported to and hub models are downloaded to; it is made when needed. */
  readonly modelsDir: string;
  /** Threads of one run of the model; default: the processors this process may use, at most 4. */
  readonly threads?: number;
  /** Number of questions whose vectors are kept; default 1,000; 0 keeps none. */
  readonly cacheSize?: number;
  /** Base address that hub models are downloaded from; default https://huggingface.co/. */
  readonly hubHost?: string;
  /** Hears a line for the user when the bundled model is exported or a model is downloaded. */
  readonly onNotice?: (line: string) => void;
  /** Hears the share of the export of the bundled model that is done, from 0 to 1. */
  readonly onExportProgress?: (share: number) => void;
}

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
export function openEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const opened = startEmbedder(options);
  opened.catch(() => undefined);
  return opened;
}

async function startEmbedder(options: EmbedderOptions): Promise<Embedder> {
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

class TransformersEmbedder implements Embedder {
  readonly model: EmbeddingModel;
  readonly #thread: ReturnType<typeof getEmbeddingThread>;
  readonly #handle: number;
  readonly #questions: LRUCache<string, Float32Array> | null;
  #closing: Promise<void> | null = null;

  constructor(thread: ReturnType<typeof getEmbeddingThread>, { handle, model }: OpenModel, cacheSize: number) {
    this.model = model;
    this.#thread = thread;
    this.#handle = handle;
    this.#questions = cacheSize > 0 ? new LRUCache({ max: cacheSize }) : null;
  }

  async embedQuestion(question: string): Promise<Float32Array> {
    this.#assertOpen();
    const known = this.#questions?.get(question);
    if (known) return known.slice();
    const { vectors } = await this.#thread.embedQuestion(this.#handle, question);
    this.#questions?.set(question, vectors.slice());
    return vectors;
  }

  async embedTexts(texts: readonly string[], onProgress?: (done: number) => void): Promise<Embeddings> {
    this.#assertOpen();
    return this.#thread.embedTexts(this.#handle, texts, onProgress);
  }

  /** Rejects what is pending. Repeated, it waits for the same end. */
  close(): Promise<void> {
    this.#closing ??= this.#thread.close(this.#handle, createClosedError());
    return this.#closing;
  }

  #assertOpen(): void {
    if (this.#closing) throw createClosedError();
  }
}

function createClosedError(): VerbatimError {
  return new VerbatimError('model-failed', { problem: 'The embedding model was closed', advice: 'open it again' });
}
