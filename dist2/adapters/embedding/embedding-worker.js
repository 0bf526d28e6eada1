// The entry of the embedding thread: opens models and answers for them until the process ends.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { VerbatimError } from '../../core/errors.js';
import { downloadModel } from './download-model.js';
import { isDownloaded, locateModel, prepareBundledModel, readModelFiles } from './embedding-model.js';
import { EmbeddingQueue } from './embedding-queue.js';
import { ModelLoader } from './transformers-model.js';
const queues = new Map();
// The thread is started with nothing else.
const loader = new ModelLoader(workerData);
// The library reports failures on the console before it throws them; a thread whose console is not read never rests.
for (const method of ['log', 'info', 'warn', 'error'])
    console[method] = () => undefined;
parentPort?.on('message', (request) => void serve(request));
function send(reply, transfer = []) {
    parentPort?.postMessage(reply, transfer);
}
async function serve(request) {
    const { id } = request;
    try {
        switch (request.type) {
            case 'open':
                send({ type: 'opened', id, model: await openModel(id, request.settings) });
                break;
            case 'question':
            case 'texts': {
                const queue = queues.get(request.handle);
                if (queue)
                    await embed(queue, request);
                break;
            }
            case 'close':
                queues.get(request.handle)?.stop();
                queues.delete(request.handle);
                collectGarbage();
                send({ type: 'closed', id });
                break;
        }
    }
    catch (error) {
        send({ type: 'failure', id, ...describeFailure(error) });
    }
}
async function openModel(id, settings) {
    try {
        const files = await prepareFiles(id, settings);
        const model = await loader.load(files, settings.threads);
        queues.set(id, new EmbeddingQueue(model));
        const { checksum, maxTokens } = files;
        return { id: settings.model, checksum, dimensions: model.dimensions, maxTokens };
    }
    catch (error) {
        if (error instanceof VerbatimError)
            throw error;
        const message = `The model ${settings.model} cannot be loaded: ${getFirstLine(error)}`;
        throw new VerbatimError('model-failed', message, { cause: error });
    }
}
async function prepareFiles(id, { model, modelsDir, hubHost }) {
    const onNotice = (line) => {
        send({ type: 'notice', id, line });
    };
    const onExportProgress = (share) => {
        send({ type: 'export', id, share });
    };
    const place = locateModel(model, modelsDir);
    if (place.kind === 'bundled')
        return prepareBundledModel(place, { onNotice, onExportProgress });
    if (place.kind === 'hub' && !isDownloaded(place)) {
        onNotice(`The model ${place.id} is downloaded from ${hubHost} to ${place.folder}.`);
        // Loading it from the draft proves that the files work before they are put in place.
        await downloadModel(place, hubHost, (cacheDir, quantized) => loader.download(place.id, hubHost, cacheDir, quantized));
    }
    return readModelFiles(place);
}
async function embed(queue, request) {
    const { id } = request;
    const embeddings = request.type === 'question'
        ? await queue.embedQuestion(request.text)
        : await queue.embedTexts(request.texts, (done) => {
            send({ type: 'progress', id, done });
        });
    const { vectors, tokenCounts } = embeddings;
    // Both were allocated by the queue, neither on shared memory.
    send({ type: 'answer', id, embeddings }, [vectors.buffer, tokenCounts.buffer]);
}
/** Frees the native memory of models that were let go: it hangs on small objects, for which no collection would ever be due. */
function collectGarbage() {
    setFlagsFromString('--expose-gc');
    runInNewContext('gc')();
}
function describeFailure(error) {
    if (error instanceof VerbatimError)
        return { code: error.code, message: error.message };
    return { code: 'model-failed', message: `The embedding model failed: ${getFirstLine(error)}` };
}
function getFirstLine(error) {
    return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
//# sourceMappingURL=embedding-worker.js.map