// The entry of the embedding thread: opens models and answers for them until the process ends.
import { parentPort, workerData } from 'node:worker_threads';
import { VerbatimError } from '../../core/errors.js';
import type { EmbeddingModel, ReaderModel } from '../../core/ports.js';
import { loadBundledEncoder } from './bundled-encoder.js';
import { collectGarbage } from '../collect-garbage.js';
import { downloadModel } from './download-model.js';
import type { ModelSettings, ReaderSettings, ThreadReply, ThreadRequest } from './embedding-messages.js';
import { isDownloaded, locateModel, readModelFiles, type ModelFiles } from './embedding-model.js';
import { embedQuestionInSteps, embedTextsInSteps, type TextModel } from './embedding-steps.js';
import { readInSteps } from './read-windows.js';
import { loadReader, type LoadedReader } from './reader-model.js';
import { ModelLoader } from './transformers-model.js';
import { TurnQueue } from './turn-queue.js';
import { getFirstLine } from './first-line.js';

const embedders = new Map<number, TextModel>();
const readers = new Map<number, LoadedReader>();
const turns = new TurnQueue();
// The thread is started with nothing else.
const loader = new ModelLoader(workerData as Int32Array);

// The library reports failures on the console before it throws them; a thread whose console is not read never rests.
for (const method of ['log', 'info', 'warn', 'error'] as const) console[method] = () => undefined;

parentPort?.on('message', (request: ThreadRequest) => void serve(request));

function send(reply: ThreadReply, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(reply, transfer);
}

async function serve(request: ThreadRequest): Promise<void> {
  const { id } = request;
  try {
    switch (request.type) {
      case 'open':
        send({ type: 'opened', id, model: await openModel(id, request.settings) });
        collectGarbage();
        break;
      case 'question':
      case 'texts': {
        const model = embedders.get(request.handle);
        if (model) await embed(model, request);
        break;
      }
      case 'open-reader':
        send({ type: 'reader-opened', id, model: await openReader(id, request.settings) });
        collectGarbage();
        break;
      case 'read': {
        const reader = readers.get(request.handle);
        if (reader) await read(reader, request);
        break;
      }
      case 'close':
        turns.drop(request.handle);
        embedders.delete(request.handle);
        readers.delete(request.handle);
        collectGarbage();
        send({ type: 'closed', id });
        break;
    }
  } catch (error) {
    send({ type: 'failure', id, ...describeFailure(error) });
  }
}

async function openModel(id: number, settings: ModelSettings): Promise<EmbeddingModel> {
  try {
    const files = await prepareFiles(id, settings);
    const model =
      settings.model === 'bundled'
        ? await loadBundledEncoder(files, settings.threads, loader)
        : await loader.load(files, settings.threads);
    embedders.set(id, model);
    const { checksum, maxTokens } = files;
    return { id: settings.model, checksum, dimensions: model.dimensions, maxTokens };
  } catch (error) {
    if (error instanceof VerbatimError) throw error;
    const problem = 'The model {subject} cannot be loaded';
    const fields = { problem, subject: settings.model, detail: getFirstLine(error) };
    throw new VerbatimError('model-failed', fields, { cause: error });
  }
}

async function prepareFiles(id: number, { model, modelsDir, hubHost }: ModelSettings): Promise<ModelFiles> {
  const place = locateModel(model, modelsDir);
  if (place.kind === 'hub' && !isDownloaded(place)) {
    send({ type: 'notice', id, line: `The model ${place.id} is downloaded from ${hubHost} to ${place.folder}.` });
    // Loading it from the draft proves that the files work before they are put in place.
    await downloadModel(place, hubHost, (cacheDir, quantized) =>
      loader.download(place.id, hubHost, cacheDir, quantized),
    );
  }
  return readModelFiles(place);
}

async function openReader(id: number, settings: ReaderSettings): Promise<ReaderModel> {
  const reader = await loadReader(settings, loader);
  readers.set(id, reader);
  return reader.model;
}

async function read(
  { tokenizer, frame, run }: LoadedReader,
  { id, handle, question, texts }: Extract<ThreadRequest, { type: 'read' }>,
): Promise<void> {
  const steps = readInSteps(tokenizer, frame, run, question, texts);
  send({ type: 'readings', id, readings: await turns.enqueue(handle, 'urgent', steps) });
}

async function embed(model: TextModel, request: Extract<ThreadRequest, { type: 'question' | 'texts' }>): Promise<void> {
  const { id, handle } = request;
  const onProgress = (done: number) => {
    send({ type: 'progress', id, done });
  };
  const embeddings =
    request.type === 'question'
      ? await turns.enqueue(handle, 'urgent', embedQuestionInSteps(model, request.text))
      : await turns.enqueue(handle, 'patient', embedTextsInSteps(model, request.texts, onProgress));
  const { vectors, tokenCounts } = embeddings;
  // Both were allocated here, neither on shared memory.
  send({ type: 'answer', id, embeddings }, [vectors.buffer as ArrayBuffer, tokenCounts.buffer as ArrayBuffer]);
}

function describeFailure(error: unknown): Pick<VerbatimError, 'code' | 'fields'> {
  if (error instanceof VerbatimError) return { code: error.code, fields: error.fields };
  return { code: 'model-failed', fields: { problem: 'The embedding model failed', detail: getFirstLine(error) } };
}
