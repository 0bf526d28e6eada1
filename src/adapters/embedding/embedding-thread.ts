import { Worker } from 'node:worker_threads';
import { VerbatimError } from '../../core/errors.js';
import type { EmbeddingModel, Embeddings, ReaderModel, Reading } from '../../core/ports.js';
import type { ModelSettings, ReaderSettings, ThreadReply, ThreadRequest } from './embedding-messages.js';
import { awaitGuarded, createGuardMemory } from './exit-guard.js';

interface Pending {
  /** The model that is asked, null while one is opened. */
  readonly handle: number | null;
  readonly receive: (reply: ThreadReply) => void;
  readonly reject: (error: Error) => void;
}

/** A model that is open in the embedding thread. */
export interface OpenModel<Model = EmbeddingModel> {
  readonly handle: number;
  readonly model: Model;
}

/** What a model works on lies outside the heap of JavaScript: a young generation of 48 MB, as by default, would never be filled with use. */
const resourceLimits = { maxYoungGenerationSizeMb: 4 };

let shared: EmbeddingThread | null = null;

/**
 * The embedding thread of this process; started when there is none. All models share it and it is never ended: the native part of
 * ONNX Runtime keeps references to the thread that loads it, so that a second thread, at once or later, corrupts memory.
 */
export function getEmbeddingThread(): EmbeddingThread {
  shared ??= new EmbeddingThread();
  return shared;
}

/** The near side of the thread. It keeps the process alive only while a request is pending. */
class EmbeddingThread {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #failure: VerbatimError | null = null;

  constructor() {
    // The library prints what it also throws: its output is kept off the terminal. The options that this process was started with
    // may suit its own entry only.
    const guard = createGuardMemory();
    const options = { workerData: guard, stdout: true, stderr: true, execArgv: [], resourceLimits };
    this.#worker = new Worker(new URL('./embedding-worker.js', import.meta.url), options);
    this.#worker.on('message', (reply: ThreadReply) => this.#pending.get(reply.id)?.receive(reply));
    this.#worker.on('error', (error) => {
      this.#end(error.message.split('\n')[0] ?? '', error);
    });
    const onProcessExit = () => {
      awaitGuarded(guard);
    };
    process.once('exit', onProcessExit);
    this.#worker.on('exit', () => {
      process.off('exit', onProcessExit);
      this.#end('its thread ended');
    });
  }

  /** Rejects with `model-missing` or `model-failed`; `onNotice` hears of a download. */
  open(settings: ModelSettings, onNotice: (line: string) => void): Promise<OpenModel> {
    return this.#ask(
      null,
      (id) => ({ type: 'open', id, settings }),
      (reply) => {
        if (reply.type === 'notice') onNotice(reply.line);
        return reply.type === 'opened' ? { handle: reply.id, model: reply.model } : null;
      },
    );
  }

  embedQuestion(handle: number, text: string): Promise<Embeddings> {
    return this.#ask(handle, (id) => ({ type: 'question', id, handle, text }), pickEmbeddings);
  }

  embedTexts(handle: number, texts: readonly string[], onProgress?: (done: number) => void): Promise<Embeddings> {
    return this.#ask(
      handle,
      (id) => ({ type: 'texts', id, handle, texts }),
      (reply) => {
        if (reply.type === 'progress') onProgress?.(reply.done);
        return pickEmbeddings(reply);
      },
    );
  }

  /** Rejects with `model-missing` or `model-failed`. */
  openReader(settings: ReaderSettings): Promise<OpenModel<ReaderModel>> {
    return this.#ask(
      null,
      (id) => ({ type: 'open-reader', id, settings }),
      (reply) => (reply.type === 'reader-opened' ? { handle: reply.id, model: reply.model } : null),
    );
  }

  read(handle: number, question: string, texts: readonly string[]): Promise<Reading[]> {
    return this.#ask(
      handle,
      (id) => ({ type: 'read', id, handle, question, texts }),
      (reply) => (reply.type === 'readings' ? reply.readings : null),
    );
  }

  /** Rejects what is pending for the model with `error`; resolves when the thread has let the model go. */
  async close(handle: number, error: VerbatimError): Promise<void> {
    for (const [id, pending] of this.#pending) {
      if (pending.handle !== handle) continue;
      this.#pending.delete(id);
      pending.reject(error);
    }
    if (this.#failure) return;
    await this.#ask(
      null,
      (id) => ({ type: 'close', id, handle }),
      (reply) => reply.type === 'closed' || null,
    );
  }

  /** Sends a request; `pick` hears the replies and returns the result once there is one, null before. */
  #ask<Result>(
    handle: number | null,
    build: (id: number) => ThreadRequest,
    pick: (reply: ThreadReply) => Result | null,
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#failure) {
        reject(this.#failure);
        return;
      }
      const id = ++this.#lastId;
      const receive = (reply: ThreadReply) => {
        const result = pick(reply);
        if (result === null && reply.type !== 'failure') return;
        this.#pending.delete(id);
        if (this.#pending.size === 0) this.#worker.unref();
        if (reply.type === 'failure') reject(new VerbatimError(reply.code, reply.fields));
        else if (result !== null) resolve(result);
      };
      this.#pending.set(id, { handle, receive, reject });
      this.#worker.ref();
      this.#worker.postMessage(build(id));
    });
  }

  #end(reason: string, cause?: unknown): void {
    if (shared === this) shared = null;
    const fields = { problem: 'The embedding model stopped ({detail})', detail: reason, advice: 'start again' };
    this.#failure ??= new VerbatimError('model-failed', fields, { cause });
    for (const { reject } of this.#pending.values()) reject(this.#failure);
    this.#pending.clear();
  }
}

function pickEmbeddings(reply: ThreadReply): Embeddings | null {
  return reply.type === 'answer' ? reply.embeddings : null;
}
