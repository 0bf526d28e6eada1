// The entry of the embedding thread: opens models and answers for them until the process ends.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { VerbatimError } from '../../core/errors.js';
import type { EmbeddingModel } from '../../core/ports.js';
import { downloadModel } from './download-model.js';
import type { ModelSettings, ThreadReply, ThreadRequest } from './embedding-messages.js';
import { isDownloaded, locateModel, prepareBundledModel, readModelFiles, type ModelFiles } from './embedding-model.js';
import { EmbeddingQueue } from './embedding-queue.js';
import { ModelLoader } from './transformers-model.js';

const queues = new Map<number, EmbeddingQueue>();
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
        break;
      case 'question':
      case 'texts': {
        const queue = queues.get(request.handle);
        if (queue) await embed(queue, request);
        break;
      }
      case 'close':
        queues.get(request.handle)?.stop();
        queues.delete(request.handle);
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
    const model = await loader.load(files, settings.threads);
    queues.set(id, new EmbeddingQueue(model));
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
  const onNotice = (line: string) => {
    send({ type: 'notice', id, line });
  };
  const onExportProgress = (share: number) => {
    send({ type: 'export', id, share });
  };
  const place = locateModel(model, modelsDir);
  if (place.kind === 'bundled') return prepareBundledModel(place, { onNotice, onExportProgress });
  if (place.kind === 'hub' && !isDownloaded(place)) {
    onNotice(`The model ${place.id} is downloaded from ${hubHost} to ${place.folder}.`);
    // Loading it from the draft proves that the files work before they are put in place.
    await downloadModel(place, hubHost, (cacheDir, quantized) =>
      loader.download(place.id, hubHost, cacheDir, quantized),
    );
  }
  return readModelFiles(place);
}

async function embed(
  queue: EmbeddingQueue,
  request: Extract<ThreadRequest, { type: 'question' | 'texts' }>,
): Promise<void> {
  const { id } = request;
  const embeddings =
    request.type === 'question'
      ? await queue.embedQuestion(request.text)
      : await queue.embedTexts(request.texts, (done) => {
          send({ type: 'progress', id, done });
        });
  const { vectors, tokenCounts } = embeddings;
  // Both were allocated by the queue, neither on shared memory.
  send({ type: 'answer', id, embeddings }, [vectors.buffer as ArrayBuffer, tokenCounts.buffer as ArrayBuffer]);
}

/** Frees the native memory of models that were let go: it hangs on small objects, for which no collection would ever be due. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

function describeFailure(error: unknown): Pick<VerbatimError, 'code' | 'fields'> {
  if (error instanceof VerbatimError) return { code: error.code, fields: error.fields };
  return { code: 'model-failed', fields: { problem: 'The embedding model failed', detail: getFirstLine(error) } };
}

function getFirstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
