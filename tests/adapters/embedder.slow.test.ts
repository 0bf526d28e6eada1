import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findBundled } from '#verbatim/adapters/embedding/embedding-model.js';
import { installFolder } from '#verbatim/adapters/embedding/install-folder.js';
import { openEmbedder, type EmbedderOptions } from '#verbatim/adapters/embedding/transformers-embedder.js';
import type { Embedder } from '#verbatim/core/ports.js';

const DIMENSIONS = 384;
const bundled = findBundled('encoder');
/** Nothing listens there, and it is this machine. */
const CLOSED_HOST = 'http://127.0.0.1:9/';

let root: string;
let modelsDir: string;
const embedders: Embedder[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'verbatim-embedder-'));
  modelsDir = join(root, 'models');
});
afterEach(async () => {
  await Promise.all(embedders.splice(0).map((embedder) => embedder.close()));
});
afterAll(async () => {
  await rm(root, { recursive: true });
});

/** Opens an embedder that is closed after the test. */
async function open(options: Partial<EmbedderOptions> = {}): Promise<Embedder> {
  const embedder = await openEmbedder({ model: 'bundled', modelsDir, threads: 1, hubHost: CLOSED_HOST, ...options });
  embedders.push(embedder);
  return embedder;
}

async function copyModel(name: string): Promise<string> {
  const folder = join(root, name);
  await cp(bundled, folder, { recursive: true });
  return folder;
}

async function flipByte(file: string, offset: number): Promise<void> {
  const bytes = await readFile(file);
  bytes[offset] = (bytes[offset] ?? 0) ^ 0xff;
  await writeFile(file, bytes);
}

const makeTexts = (count: number) =>
  Array.from({ length: count }, (_, index) => `Sentence ${index} ${'is longer '.repeat(index % 7)}.`);

describe('an embedder of the bundled model', () => {
  it('names its model', async () => {
    const { model } = await open();
    expect(model).toMatchObject({ id: 'bundled', dimensions: DIMENSIONS, maxTokens: 128 });
    expect(model.checksum).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives each text a row of unit length, in the order of the texts, and its number of tokens', async () => {
    const embedder = await open();
    const texts = ['Lions hunt at night.', 'word '.repeat(300), '', 'Hi', 'The parliament passed a law on taxes.'];
    const { vectors, tokenCounts } = await embedder.embedTexts(texts);
    expect(vectors).toHaveLength(texts.length * DIMENSIONS);
    expect([...tokenCounts].map((count) => count > 0)).toEqual(texts.map(() => true));
    expect(tokenCounts[1]).toBeGreaterThan(300 - 1);
    for (const [index, text] of texts.entries()) {
      const row = vectors.slice(index * DIMENSIONS, (index + 1) * DIMENSIONS);
      expect(Math.hypot(...row)).toBeCloseTo(1, 5);
      const alone = await embedder.embedQuestion(text);
      expect(dot(row, alone)).toBeCloseTo(1, 5);
    }
    const lions = await embedder.embedQuestion('When do lions hunt?');
    expect(dot(lions, vectors.slice(0, DIMENSIONS))).toBeGreaterThan(dot(lions, vectors.slice(4 * DIMENSIONS)));
  });

  it('gives the vectors that transformers.js gives', async () => {
    const texts = ['When do lions hunt?', 'Crème brûlée 😀', 'The parliament passed a law on taxes.'];
    const script = `
      const { importPlainLibrary } = await import(process.argv[1].replace('transformers-embedder', 'transformers-model'));
      const { env, pipeline } = await importPlainLibrary();
      Object.assign(env, { allowRemoteModels: false, localModelPath: process.argv[2] });
      const extract = await pipeline('feature-extraction', 'encoder');
      for (const text of JSON.parse(process.argv[3])) {
        const { data } = await extract(text, { pooling: 'mean', normalize: true });
        console.log(JSON.stringify([...data]));
      }`;
    const { output, errors } = await runScript(script, [dirname(bundled), JSON.stringify(texts)]);
    expect(errors).toBe('');
    const theirs = output
      .trim()
      .split('\n')
      .map((line) => Float32Array.from(JSON.parse(line) as number[]));
    const { vectors } = await (await open()).embedTexts(texts);
    const ours = texts.map((_, index) => vectors.slice(index * DIMENSIONS, (index + 1) * DIMENSIONS));
    expect(ours.map((vector, index) => dot(vector, theirs[index] ?? vector.fill(0)))).toEqual(
      texts.map(() => expect.closeTo(1, 5) as number),
    );
  });

  it('sees the first 128 tokens', async () => {
    const embedder = await open();
    const [all, seen, less] = await Promise.all(
      [300, 126, 125].map((count) => embedder.embedQuestion('word '.repeat(count))),
    );
    expect(all).toEqual(seen);
    expect(less).not.toEqual(seen);
  });

  it('gives no rows for no texts', async () => {
    const embedder = await open();
    const nothing = { vectors: new Float32Array(), tokenCounts: new Uint32Array() };
    expect(await embedder.embedTexts([])).toEqual(nothing);
  });

  it('counts more tokens than one call can have arguments', async () => {
    const embedder = await open();
    const { tokenCounts } = await embedder.embedTexts(['a b '.repeat(75_000)]);
    expect(tokenCounts[0]).toBeGreaterThanOrEqual(150_000);
  });

  it('reports progress that rises to the number of texts', async () => {
    const embedder = await open();
    const heard: number[] = [];
    await embedder.embedTexts(makeTexts(50), (done) => heard.push(done));
    expect(heard).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  it('lets a question overtake a long request of texts', async () => {
    const embedder = await open();
    const texts = makeTexts(400);
    let done = 0;
    let started = () => {};
    const running = new Promise<void>((resolve) => {
      started = resolve;
    });
    const long = embedder.embedTexts(texts, (count) => {
      done = count;
      started();
    });
    const other = embedder.embedTexts(['another']);
    await running;
    const before = done;
    await embedder.embedQuestion('What overtakes?');
    expect(done - before).toBeLessThan(texts.length / 4);
    await other;
    expect(done).toBe(texts.length);
    await long;
  });

  it('answers only the request that fails with an error', async () => {
    const embedder = await open();
    const bad = embedder.embedTexts([{ toString: null, valueOf: null } as unknown as string]);
    const good = embedder.embedTexts(['fine']);
    await expect(bad).rejects.toThrow(/^The embedding model failed: /);
    expect((await good).vectors).toHaveLength(DIMENSIONS);
  });

  it('fails in one line when the number of threads is none that can be had', async () => {
    await expectLine(open({ threads: -3 }), 'model-failed', /^The model bundled cannot be loaded: /);
  });
});

describe('the questions that were asked before', () => {
  /** An answer from memory comes within the turn of the event loop, one from the worker thread cannot. */
  const isRemembered = async (embedder: Embedder, question: string) =>
    Promise.race([embedder.embedQuestion(question).then(() => true), setImmediate(false)]);

  it('are remembered up to the size of the cache, the least recently used going first', async () => {
    const embedder = await open({ cacheSize: 2 });
    const first = await embedder.embedQuestion('one');
    await embedder.embedQuestion('two');
    expect(await isRemembered(embedder, 'one')).toBe(true);
    await embedder.embedQuestion('three');
    expect(await isRemembered(embedder, 'one')).toBe(true);
    expect(await isRemembered(embedder, 'two')).toBe(false);
    expect(await embedder.embedQuestion('one')).toEqual(first);
  });

  it('are not spoilt by a caller who writes into a vector', async () => {
    const embedder = await open();
    const first = await embedder.embedQuestion('one');
    const copy = first.slice();
    first.fill(0);
    const second = await embedder.embedQuestion('one');
    expect(second).toEqual(copy);
    second.fill(0);
    expect(await embedder.embedQuestion('one')).toEqual(copy);
  });

  it('are not kept with a cache of size 0', async () => {
    const embedder = await open({ cacheSize: 0 });
    await embedder.embedQuestion('one');
    expect(await isRemembered(embedder, 'one')).toBe(false);
  });
});

describe('a folder that is installed', () => {
  it('is not there when the process is killed half way', async () => {
    const folder = join(root, 'half');
    const script = `
      import { writeFileSync } from 'node:fs';
      const { installFolder } = await import(process.argv[1].replace('transformers-embedder', 'install-folder'));
      await installFolder(process.argv[2], async (empty) => {
        writeFileSync(empty + '/one', 'half');
        process.kill(process.pid, 'SIGKILL');
      });`;
    expect(await runScript(script, [folder])).toMatchObject({ signal: 'SIGKILL' });
    await expect(stat(folder)).rejects.toThrow(/ENOENT/);
  });

  it('keeps what it was when filling it fails, and leaves no draft', async () => {
    const parent = join(root, 'failing');
    const folder = join(parent, 'a');
    await installFolder(folder, (empty) => writeFile(join(empty, 'one'), '1'));
    const failing = installFolder(folder, async (empty) => {
      await writeFile(join(empty, 'one'), '2');
      throw new Error('no more');
    });
    await expect(failing).rejects.toThrow('no more');
    expect(await readFile(join(folder, 'one'), 'utf8')).toBe('1');
    await installFolder(folder, (empty) => writeFile(join(empty, 'one'), '3'));
    expect(await readFile(join(folder, 'one'), 'utf8')).toBe('3');
    expect(await readdir(parent)).toEqual(['a']);
  });
});

describe('a model in a folder', () => {
  it('works like the bundled one', async () => {
    const folder = await copyModel('copy');
    const [copy, bundled] = await Promise.all([open({ model: folder }), open()]);
    expect(copy.model).toEqual({ ...bundled.model, id: folder });
    const [a, b] = await Promise.all([copy.embedQuestion('Same?'), bundled.embedQuestion('Same?')]);
    expect(dot(a, b)).toBeCloseTo(1, 6);
  });

  it('fails in one line when it is absent, incomplete, damaged or not ONNX at all', async () => {
    const absent = join(root, 'nowhere');
    await expectLine(open({ model: absent }), 'model-missing', /nowhere does not exist: correct it/);
    const folder = await copyModel('broken');
    await flipByte(join(folder, 'onnx/model_quantized.onnx'), 1_000_000);
    await expectLine(open({ model: folder }), 'model-failed', /broken is damaged, .*: copy it again/);
    await rm(join(folder, 'checksum.json'));
    await writeFile(join(folder, 'onnx/model_quantized.onnx'), 'not a model');
    await expectLine(open({ model: folder }), 'model-failed', /broken cannot be loaded: /);
    await rm(join(folder, 'tokenizer.json'));
    await expectLine(open({ model: folder }), 'model-missing', /broken lacks tokenizer\.json: it must hold/);
  });
});

describe('a model of the hub', () => {
  /** A hub that has one model, `acme/tiny`, without quantised weights. */
  async function startHub(): Promise<{ hubHost: string; requests: string[]; stop(): Promise<void> }> {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      const file = request.url?.replace('/acme/tiny/resolve/main/', '') ?? '';
      requests.push(file);
      const own = file.replace('model.onnx', 'model_quantized.onnx');
      readFile(join(bundled, file === 'onnx/model_quantized.onnx' ? 'none' : own)).then(
        (bytes) => response.writeHead(200, { 'content-length': bytes.length }).end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
      hubHost: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      requests,
      stop: async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  }

  it('is downloaded once, as a whole, and then works without the hub', async () => {
    const hub = await startHub();
    const folder = join(root, 'cache');
    const notices: string[] = [];
    const options = { model: 'acme/tiny', modelsDir: folder, onNotice: (line: string) => notices.push(line) };
    const online = await open({ ...options, hubHost: hub.hubHost });
    await hub.stop();
    expect(hub.requests).toContain('onnx/model_quantized.onnx');
    expect(notices).toEqual([`The model acme/tiny is downloaded from ${hub.hubHost} to ${join(folder, 'acme/tiny')}.`]);
    expect(await readdir(join(folder, 'acme'))).toEqual(['tiny']);
    const offline = await open(options);
    expect(offline.model).toEqual(online.model);
    expect(await offline.embedQuestion('Cached?')).toEqual(await online.embedQuestion('Cached?'));
    await flipByte(join(folder, 'acme/tiny/onnx/model.onnx'), 1_000_000);
    await expectLine(open(options), 'model-failed', /is damaged, .*: delete the folder to download it again/);
  });

  it('fails in one line when the hub does not have it or cannot be reached', async () => {
    const hub = await startHub();
    const options = { model: 'acme/unknown', modelsDir: join(root, 'empty') };
    const unknown =
      /acme\/unknown is not in .* could not be downloaded from 127\.0\.0\.1:\d+ \(Could not locate file\): correct/;
    await expectLine(open({ ...options, hubHost: hub.hubHost }), 'model-missing', unknown);
    await hub.stop();
    const unreachable =
      /could not be downloaded from 127\.0\.0\.1:9 \((ECONNREFUSED|bad port)\): .* or use "bundled"\.$/;
    await expectLine(open(options), 'model-missing', unreachable);
    expect(await readdir(join(root, 'empty', 'acme'))).toEqual([]);
  });
});

describe('closing an embedder', () => {
  it('rejects what is pending and what is asked later, and may be repeated', async () => {
    const embedder = await open();
    const pending = embedder.embedTexts(makeTexts(500));
    const closing = embedder.close();
    await expectLine(pending, 'model-failed', /^The embedding model was closed: open it again\.$/);
    await closing;
    await expectLine(
      embedder.embedQuestion('Anyone?'),
      'model-failed',
      /^The embedding model was closed: open it again\.$/,
    );
    await embedder.close();
  });

  it('lets the process end, without an error on the way', async () => {
    const script = `
      const { openEmbedder } = await import(process.argv[1]);
      const embedder = await openEmbedder({ model: 'bundled', modelsDir: process.argv[2], threads: 1 });
      await embedder.embedQuestion('one');
      if (process.argv[3] === 'close') await embedder.close();
      console.log(process.getActiveResourcesInfo().filter((kind) => /worker|message/i.test(kind)).length);`;
    const closed = await runScript(script, [modelsDir, 'close']);
    expect(closed).toEqual({ code: 0, signal: null, output: '0\n', errors: '' });
    expect(await runScript(script, [modelsDir, 'leave'])).toMatchObject({ code: 0, errors: '' });
  });
});

it('a process that exits in the middle of a request does not abort', async () => {
  const script = `
    const { openEmbedder } = await import(process.argv[1]);
    const embedder = await openEmbedder({ model: 'bundled', modelsDir: process.argv[2], threads: 1 });
    const texts = Array.from({ length: 500 }, (_, index) => 'Sentence ' + index);
    await embedder.embedTexts(texts, (done) => done > 40 && process.exit(3));`;
  expect(await runScript(script, [modelsDir])).toEqual({ code: 3, signal: null, output: '', errors: '' });
});

it('an embedder that cannot open does not end a process that has yet to look', async () => {
  const script = `
    const { openEmbedder } = await import(process.argv[1]);
    const opening = openEmbedder({ model: process.argv[2], modelsDir: process.argv[2] });
    await new Promise((resolve) => setTimeout(resolve, 600));
    await opening.catch((error) => console.log(error.code));`;
  const run = await runScript(script, [join(root, 'nowhere')]);
  expect(run).toEqual({ code: 0, signal: null, output: 'model-missing\n', errors: '' });
});

async function expectLine(promise: Promise<unknown>, code: string, message: RegExp): Promise<void> {
  await expect(promise).rejects.toMatchObject({
    name: 'VerbatimError',
    code,
    message: expect.stringMatching(message) as string,
  });
  await expect(promise).rejects.toMatchObject({ message: expect.not.stringMatching(/\n|\n? at /) as string });
}

/** Runs an ES module in a process of its own; its first argument is the URL of the module under test. */
function runScript(script: string, args: readonly string[]) {
  const url = import.meta.resolve('#verbatim/adapters/embedding/transformers-embedder.js');
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, url, ...args]);
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise<{ code: number | null; signal: string | null; output: string; errors: string }>((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal, output, errors });
    });
  });
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? NaN), 0);
}
