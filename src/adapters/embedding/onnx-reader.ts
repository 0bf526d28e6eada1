import { VerbatimError } from '../../core/errors.js';
import type { Reader, ReaderModel, Reading } from '../../core/ports.js';
import { getEmbeddingThread, type OpenModel } from './embedding-thread.js';
import { chooseThreads } from './transformers-embedder.js';

interface ReaderOptions {
  /** `bundled` or a folder with a model of the same form. */
  readonly model: string;
  /** Threads of one run of the model; default: the processors this process may use, at most 4. */
  readonly threads?: number;
}

/**
 * Opens a reader in the embedding thread of this process. Rejects with `model-missing` or `model-failed`, the message being one line
 * for the user; the rejection is reported when it is awaited.
 *
 * A reader keeps the process alive only while it has something to read.
 */
export function openReader(options: ReaderOptions): Promise<Reader> {
  const opened = startReader(options);
  opened.catch(() => undefined);
  return opened;
}

async function startReader({ model, threads }: ReaderOptions): Promise<Reader> {
  const thread = getEmbeddingThread();
  return new OnnxReader(thread, await thread.openReader({ model, threads: threads ?? chooseThreads() }));
}

class OnnxReader implements Reader {
  readonly model: ReaderModel;
  readonly #thread: ReturnType<typeof getEmbeddingThread>;
  readonly #handle: number;
  #closing: Promise<void> | null = null;

  constructor(thread: ReturnType<typeof getEmbeddingThread>, { handle, model }: OpenModel<ReaderModel>) {
    this.model = model;
    this.#thread = thread;
    this.#handle = handle;
  }

  async read(question: string, texts: readonly string[]): Promise<Reading[]> {
    if (this.#closing) throw createClosedError();
    return texts.length === 0 ? [] : this.#thread.read(this.#handle, question, texts);
  }

  /** Rejects what is pending. Repeated, it waits for the same end. */
  close(): Promise<void> {
    this.#closing ??= this.#thread.close(this.#handle, createClosedError());
    return this.#closing;
  }
}

function createClosedError(): VerbatimError {
  return new VerbatimError('model-failed', 'The reader was closed: open it again.');
}
