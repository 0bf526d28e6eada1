// The only file that knows transformers.js.
import Module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { normaliseRows, padBatch, poolRows } from './embedding-batch.js';
import { getWeightsFile } from './embedding-model.js';
import { runGuarded } from './exit-guard.js';
/** Larger batches are not faster on a processor, they only take more memory. */
const BATCH_SIZE = 8;
/** Characters. Longer texts are tokenised in parts: the tokenizer passes all tokens of a part as arguments of one call. */
const MAX_PART_LENGTH = 32_768;
/** Finds packages as transformers.js does, so that both get the same instance. */
const requireFromLibrary = createRequire(createRequire(import.meta.url).resolve('@xenova/transformers'));
/** The library as it comes, for a process that compares with it; never in a process that opens an embedder. */
export function importPlainLibrary() {
    return import('@xenova/transformers');
}
/** transformers.js within one thread. Its settings are global, so that there is one loader to a thread and one load at a time. */
export class ModelLoader {
    #library;
    #guard;
    #loading = Promise.resolve();
    #source = { path: '', threads: 1 };
    /** Starts to import the library, which takes a tenth of a second. `guard` is the memory that guards native work. */
    constructor(guard) {
        this.#guard = guard;
        this.#library = this.#importLibrary();
        // Reported when it is awaited.
        this.#library.catch(() => undefined);
    }
    /** Loads a model whose files are in a folder and runs it once, on `threads` threads. Rejects with the error of the library. */
    load(files, threads) {
        const { folder, quantized } = files;
        return this.#enqueue(async ({ env, pipeline, Tensor }) => {
            Object.assign(env, {
                allowLocalModels: true,
                allowRemoteModels: false,
                localModelPath: dirname(folder),
                useFSCache: false,
                useCustomCache: true,
                // ONNX Runtime opens the weights by their path; the library need not read them as well.
                customCache: {
                    match: (path) => Promise.resolve(path.endsWith('.onnx') ? new Response('') : undefined),
                    put: () => Promise.resolve(),
                },
            });
            this.#source = { path: join(folder, getWeightsFile(quantized)), threads };
            const extractor = await pipeline('feature-extraction', basename(folder), { quantized });
            const run = (inputs) => runGuarded(this.#guard, () => extractor.model(inputs));
            return createTextModel(extractor, files, run, (data, dims) => new Tensor('int64', data, dims));
        });
    }
    /** Loads a model from the hub through `cacheDir`, where its files then are in a folder of the name of its id. */
    download(id, hubHost, cacheDir, quantized) {
        return this.#enqueue(async ({ env, pipeline }) => {
            Object.assign(env, { allowLocalModels: false, allowRemoteModels: true, remoteHost: hubHost });
            Object.assign(env, { useFSCache: true, useCustomCache: false, cacheDir });
            this.#source = { path: join(cacheDir, id, getWeightsFile(quantized)), threads: 1 };
            await pipeline('feature-extraction', id, { quantized });
        });
    }
    #enqueue(load) {
        const result = this.#loading.then(async () => load(await this.#library));
        const forget = () => undefined;
        this.#loading = result.then(forget, forget);
        return result;
    }
    async #importLibrary() {
        // Images and the browser's runtime: no use for text, but a third of the time of the import.
        standInFor('sharp', () => undefined);
        standInFor('onnxruntime-web', {});
        await runGuarded(this.#guard, () => {
            this.#wrapSessions();
        });
        return import('@xenova/transformers');
    }
    /**
     * transformers.js hands the bytes of the weights to ONNX Runtime, which then ignores the number of threads; given the path of the
     * file it respects it. The wrapper is set on the class that both share.
     */
    #wrapSessions() {
        // A dependency of transformers.js that this package does not have itself, typed as far as it is used.
        const { InferenceSession } = requireFromLibrary('onnxruntime-node');
        const create = InferenceSession.create.bind(InferenceSession);
        // Also after a failure, when transformers.js asks for the browser's runtime, which would hide the reason.
        InferenceSession.create = () => {
            const { path, threads } = this.#source;
            const options = { executionProviders: ['cpu'], intraOpNumThreads: threads };
            return runGuarded(this.#guard, () => create(path, options));
        };
    }
}
/** Has `require` and `import` of transformers.js find `exports` in place of a CommonJS package. */
function standInFor(name, exports) {
    const filename = requireFromLibrary.resolve(name);
    const standIn = new Module(filename);
    Object.assign(standIn, { filename, exports, loaded: true });
    requireFromLibrary.cache[filename] ??= standIn;
}
/** Tokenises each text once and pools here: the pipeline's own call would tokenise again what was sorted by its tokens. */
async function createTextModel({ tokenizer }, { family, maxTokens, quantized }, run, createTensor) {
    // The library declares a number, but leaves it undefined where the model has no padding.
    const padId = tokenizer.pad_token_id ?? 0;
    const encode = (text) => {
        const head = tokenizer.encode(text.slice(0, MAX_PART_LENGTH));
        let tokenCount = head.length;
        for (let start = MAX_PART_LENGTH; start < text.length; start += MAX_PART_LENGTH) {
            tokenCount += tokenizer.encode(text.slice(start, start + MAX_PART_LENGTH)).length;
        }
        // A tokenizer may find nothing in an empty text, but the model needs a token.
        return { ids: Uint32Array.from(head.length > 0 ? head.slice(0, maxTokens) : [padId]), tokenCount };
    };
    const embed = async (batch) => {
        const { ids, mask, width } = padBatch(batch, padId);
        const dims = [batch.length, width];
        const inputs = { input_ids: createTensor(ids, dims), attention_mask: createTensor(mask, dims) };
        // The library types the outputs of all models as any; those of encoders are tensors under one of these names.
        const outputs = (await run(inputs));
        const output = outputs['last_hidden_state'] ?? outputs['token_embeddings'] ?? Object.values(outputs)[0];
        if (!output)
            throw new Error('the model has no output');
        const rows = poolRows(output, batch, family.pooling);
        if (!family.unitLength)
            normaliseRows(rows, rows.length / batch.length);
        return rows;
    };
    // The first run allocates what later runs use again: it makes the first question fast and tells the dimensions.
    const { length: dimensions } = await embed([encode('warm')]);
    return {
        dimensions,
        // Weights of 8 bits scale their inputs by the whole batch, so that a vector would depend on its neighbours.
        batchSize: quantized ? 1 : BATCH_SIZE,
        encodeQuestion: (question) => encode(family.questionPrefix + question),
        encodeText: (text) => encode(family.textPrefix + text),
        embed,
    };
}
//# sourceMappingURL=transformers-model.js.map