// The only file that knows transformers.js.
import Module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { FeatureExtractionPipeline } from '@xenova/transformers';
import { getWeightsFile, type ModelFiles } from './embedding-model.js';
import type { TextModel } from './embedding-steps.js';
import { runGuarded } from './exit-guard.js';
import { openMapped } from './mapped-weights.js';
import { createTextModel } from './text-model.js';

type Library = typeof import('@xenova/transformers');

/** Finds packages as transformers.js does, so that both get the same instance. */
const requireFromLibrary = createRequire(createRequire(import.meta.url).resolve('@xenova/transformers'));

/** The library as it comes, for a process that compares with it; never in a process that opens an embedder. */
export function importPlainLibrary(): Promise<Library> {
  return import('@xenova/transformers');
}

/** A model of any kind in ONNX Runtime. */
export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /** Takes whole numbers of shape `[1, length]` for each input; gives the values of each output. */
  run(inputs: Readonly<Record<string, BigInt64Array>>): Promise<Readonly<Record<string, Float32Array>>>;
}

/** `onnxruntime-node`, a dependency of transformers.js that this package does not have itself, typed as far as it is used. */
interface OnnxRuntime {
  InferenceSession: { create: (source: unknown, options: object) => Promise<RuntimeSession> };
  Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => object;
}

interface RuntimeSession extends Pick<OnnxSession, 'inputNames' | 'outputNames'> {
  run(feeds: Record<string, object>): Promise<Record<string, { data: Float32Array }>>;
}

interface WrappedRuntime {
  open(source: SessionSource): Promise<RuntimeSession>;
  createTensor(data: BigInt64Array, dims: readonly number[]): object;
}

/** Without the plan of memory that the runtime would keep for each length of a text: nearly every text has another. */
const runtimeOptions = { executionProviders: ['cpu'], enableMemPattern: false } as const;

/** What a session of ONNX Runtime is made from. */
interface SessionSource {
  readonly path: string;
  readonly threads: number;
}

/** transformers.js within one thread. Its settings are global, so that there is one loader to a thread and one load at a time. */
export class ModelLoader {
  #library: Promise<Library> | null = null;
  readonly #runtime: Promise<WrappedRuntime>;
  readonly #guard: Int32Array;
  #loading: Promise<unknown> = Promise.resolve();
  #source: SessionSource = { path: '', threads: 1 };

  /** `guard` is the memory that guards native work. */
  constructor(guard: Int32Array) {
    this.#guard = guard;
    this.#runtime = runGuarded(guard, () => this.#wrapRuntime());
    // Reported when it is awaited.
    this.#runtime.catch(() => undefined);
  }

  /** Loads a model whose files are in a folder and runs it once, on `threads` threads. Rejects with the error of the library. */
  load(files: ModelFiles, threads: number): Promise<TextModel> {
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
          match: (path: string) => Promise.resolve(path.endsWith('.onnx') ? new Response('') : undefined),
          put: () => Promise.resolve(),
        },
      });
      this.#source = { path: join(folder, getWeightsFile(quantized)), threads };
      const extractor = await pipeline('feature-extraction', basename(folder), { quantized });
      const run = (inputs: object) => runGuarded(this.#guard, () => extractor.model(inputs) as Promise<object>);
      return useExtractor(extractor, files, run, (data, dims) => new Tensor('int64', data, dims));
    });
  }

  /** Opens a model that transformers.js need not know. Rejects with the error of ONNX Runtime. */
  async openSession(source: SessionSource): Promise<OnnxSession> {
    const runtime = await this.#runtime;
    const session = await openMapped(source.path, (path) => runtime.open({ ...source, path }));
    const { inputNames, outputNames } = session;
    return {
      inputNames,
      outputNames,
      run: async (inputs) => {
        const feeds = mapValues(inputs, (data) => runtime.createTensor(data, [1, data.length]));
        const outputs = await runGuarded(this.#guard, () => session.run(feeds));
        return mapValues(outputs, ({ data }) => data);
      },
    };
  }

  /** Loads a model from the hub through `cacheDir`, where its files then are in a folder of the name of its id. */
  download(id: string, hubHost: string, cacheDir: string, quantized: boolean): Promise<void> {
    return this.#enqueue(async ({ env, pipeline }) => {
      Object.assign(env, { allowLocalModels: false, allowRemoteModels: true, remoteHost: hubHost });
      Object.assign(env, { useFSCache: true, useCustomCache: false, cacheDir });
      this.#source = { path: join(cacheDir, id, getWeightsFile(quantized)), threads: 1 };
      await pipeline('feature-extraction', id, { quantized });
    });
  }

  #enqueue<Result>(load: (library: Library) => Promise<Result>): Promise<Result> {
    // Only now: it takes a tenth of a second and 20 MB, and the bundled models do without.
    this.#library ??= this.#importLibrary();
    const library = this.#library;
    const result = this.#loading.then(async () => load(await library));
    const forget = () => undefined;
    this.#loading = result.then(forget, forget);
    return result;
  }

  async #importLibrary(): Promise<Library> {
    // Images and the browser's runtime: no use for text, but a third of the time of the import.
    standInFor('sharp', () => undefined);
    standInFor('onnxruntime-web', {});
    await this.#runtime;
    return import('@xenova/transformers');
  }

  /**
   * transformers.js hands the bytes of the weights to ONNX Runtime, which then ignores the number of threads; given the path of the
   * file it respects it. The wrapper is set on the class that both share.
   */
  #wrapRuntime(): WrappedRuntime {
    const { InferenceSession, Tensor } = requireFromLibrary('onnxruntime-node') as OnnxRuntime;
    const create = InferenceSession.create.bind(InferenceSession);
    const open = ({ path, threads }: SessionSource) =>
      runGuarded(this.#guard, () => create(path, { ...runtimeOptions, intraOpNumThreads: threads }));
    // Also after a failure, when transformers.js asks for the browser's runtime, which would hide the reason.
    InferenceSession.create = () => open(this.#source);
    return { open, createTensor: (data, dims) => new Tensor('int64', data, dims) };
  }
}

/** Has `require` and `import` of transformers.js find `exports` in place of a CommonJS package. */
function standInFor(name: string, exports: unknown): void {
  const filename = requireFromLibrary.resolve(name);
  const standIn = new Module(filename);
  Object.assign(standIn, { filename, exports, loaded: true });
  requireFromLibrary.cache[filename] ??= standIn;
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}

/** Tokenises each text once and pools outside: the pipeline's own call would tokenise again what was sorted by its tokens. */
function useExtractor(
  { tokenizer }: FeatureExtractionPipeline,
  files: ModelFiles,
  run: (inputs: object) => Promise<object>,
  createTensor: (data: BigInt64Array, dims: number[]) => object,
): Promise<TextModel> {
  return createTextModel(files, {
    encode: (text) => tokenizer.encode(text),
    padId: tokenizer.pad_token_id,
    async run({ ids, mask, width }) {
      const dims = [ids.length / width, width];
      // The library types the outputs of all models as any; those of encoders are tensors under one of these names.
      const inputs = { input_ids: createTensor(ids, dims), attention_mask: createTensor(mask, dims) };
      const outputs = (await run(inputs)) as Record<string, { data: Float32Array; dims: number[] } | undefined>;
      return outputs['last_hidden_state'] ?? outputs['token_embeddings'] ?? Object.values(outputs)[0] ?? null;
    },
  });
}
