import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normaliseRows, padBatch, poolRows, type Encoding } from '#verbatim/adapters/embedding/embedding-batch.js';
import { findFamily } from '#verbatim/adapters/embedding/embedding-family.js';
import {
  findBundled,
  locateModel,
  readModelFiles,
  type ModelPlace,
} from '#verbatim/adapters/embedding/embedding-model.js';
import { computeChecksum, readChecksum, writeChecksum } from '#verbatim/adapters/embedding/model-checksum.js';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'verbatim-model-'));
});
afterAll(async () => {
  await rm(root, { recursive: true });
});

/** A folder with the files of a model, none of which is ever loaded. */
async function writeModel(name: string, files: Record<string, string> = {}): Promise<ModelPlace> {
  const folder = join(root, name);
  const contents = { 'config.json': '{}', 'tokenizer.json': '{}', 'tokenizer_config.json': '{}', ...files };
  for (const [file, content] of Object.entries(contents)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
  return { kind: 'folder', id: folder, folder };
}

describe('a setting of a model', () => {
  it('is the bundled model, a folder or a hub id', () => {
    expect(locateModel('bundled', '/models')).toEqual({
      kind: 'bundled',
      id: 'bundled',
      folder: findBundled('encoder'),
    });
    expect(locateModel('/some/folder', '/models')).toMatchObject({ kind: 'folder', folder: '/some/folder' });
    expect(locateModel('./folder', '/models')).toMatchObject({ kind: 'folder', folder: join(process.cwd(), 'folder') });
    expect(locateModel('Xenova/bge-small-en-v1.5', '/models')).toEqual({
      kind: 'hub',
      id: 'Xenova/bge-small-en-v1.5',
      folder: '/models/Xenova/bge-small-en-v1.5',
    });
  });

  it('is a folder wherever one exists', () => {
    const path = relative(process.cwd(), root);
    expect(locateModel(path, '/models')).toEqual({ kind: 'folder', id: path, folder: root });
  });

  it.each(['', 'two words', 'a/b/c', 'a/..', 'https://example.org/model'])('is refused in one line: %j', (setting) => {
    expect(() => locateModel(setting, '/models')).toThrow(/^The model .* does not exist: expected "bundled", .*\.$/);
  });
});

describe('the files of a model', () => {
  it('are refused with the name of the first that is absent', async () => {
    const place = await writeModel('no-weights');
    const error = readModelFiles(place);
    await expect(error).rejects.toMatchObject({ code: 'model-missing' });
    await expect(error).rejects.toThrow(/lacks onnx\/model\.onnx: it must hold config\.json/);
    await expect(readModelFiles({ ...place, folder: join(root, 'absent') })).rejects.toThrow(/does not exist/);
  });

  it('are refused in the same way where a folder stands in the place of one', async () => {
    const place = await writeModel('folder-for-weights', { 'onnx/model.onnx/inside': '' });
    await expect(readModelFiles(place)).rejects.toThrow(/lacks onnx\/model\.onnx: it must hold config\.json/);
  });

  it('are full weights where both kinds exist, else quantised ones', async () => {
    const both = await writeModel('both', { 'onnx/model.onnx': 'f', 'onnx/model_quantized.onnx': 'q' });
    expect(await readModelFiles(both)).toMatchObject({ quantized: false });
    const one = await writeModel('one', { 'onnx/model_quantized.onnx': 'q' });
    expect(await readModelFiles(one)).toMatchObject({ quantized: true });
  });

  it.each([
    [{ model_max_length: 256 }, 256],
    [{ model_max_length: 8192 }, 512],
    [{ model_max_length: 1e30 }, 512],
    [{ model_max_length: null }, 512],
    [{}, 512],
  ])('limit the tokens: %j to %d', async (settings, maxTokens) => {
    const files = { 'onnx/model.onnx': 'f', 'tokenizer_config.json': JSON.stringify(settings) };
    expect(await readModelFiles(await writeModel('limit', files))).toMatchObject({ maxTokens });
  });

  it('decide how to pool, before the name does', async () => {
    const name = 'bge-pooled';
    const weights = { 'onnx/model.onnx': 'f' };
    const read = async (settings: object) =>
      readModelFiles(await writeModel(name, { ...weights, '1_Pooling/config.json': JSON.stringify(settings) }));
    expect((await readModelFiles(await writeModel(name, weights))).family.pooling).toBe('cls');
    expect((await read({ pooling_mode_cls_token: false, pooling_mode_mean_tokens: true })).family).toMatchObject({
      pooling: 'mean',
      questionPrefix: 'Represent this sentence for searching relevant passages: ',
    });
    expect((await read({ pooling_mode_cls_token: true })).family.pooling).toBe('cls');
    await expect(read({ pooling_mode_lasttoken: true })).rejects.toThrow(/not supported .*: use one that pools/);
  });

  it('are refused when they are not JSON or differ from the recorded checksum', async () => {
    const place = await writeModel('damaged', { 'onnx/model.onnx': 'f' });
    const { checksum } = await readModelFiles(place);
    await writeChecksum(place.folder, checksum);
    expect(await readModelFiles(place)).toMatchObject({ checksum });
    await writeModel('damaged', { 'onnx/model.onnx': 'g' });
    await expect(readModelFiles(place)).rejects.toThrow(/is damaged, .*: copy it again\.$/);
    await writeModel('damaged', { 'onnx/model.onnx': 'f', 'tokenizer_config.json': '{' });
    await expect(readModelFiles(place)).rejects.toMatchObject({ code: 'model-failed' });
  });

  it('are refused without a recorded checksum where they are a part of this package', async () => {
    const { folder } = await writeModel('part', { 'onnx/model.onnx': 'f' });
    const place: ModelPlace = { kind: 'bundled', id: 'bundled', folder };
    await expect(readModelFiles(place)).rejects.toThrow(/is damaged, .*: install the program again\.$/);
    await writeChecksum(folder, await computeChecksum(folder, ['config.json']));
    await expect(readModelFiles(place)).rejects.toMatchObject({ code: 'model-failed' });
  });

  it('have a checksum of their names and bytes, in any order', async () => {
    const { folder } = await writeModel('checksum', { a: '1', b: '2', c: '1' });
    const ab = await computeChecksum(folder, ['a', 'b']);
    expect(ab).toMatch(/^[0-9a-f]{64}$/);
    expect(await computeChecksum(folder, ['b', 'a'])).toBe(ab);
    expect(await computeChecksum(folder, ['c', 'b'])).not.toBe(ab);
    expect(await readChecksum(folder)).toBeNull();
  });
});

describe('the family of a model', () => {
  const prefix = 'Represent this sentence for searching relevant passages: ';
  it.each([
    ['all-MiniLM-L6-v2', 'mean', '', ''],
    ['gte-small', 'mean', '', ''],
    ['gte-base-en-v1.5', 'cls', '', ''],
    ['bge-small-en-v1.5', 'cls', prefix, ''],
    ['bge-m3', 'cls', '', ''],
    ['e5-small-v2', 'mean', 'query: ', 'passage: '],
    ['multilingual-e5-small', 'mean', 'query: ', 'passage: '],
    ['nomic-embed-text-v1.5', 'mean', 'search_query: ', 'search_document: '],
    ['mxbai-embed-large-v1', 'cls', prefix, ''],
    ['snowflake-arctic-embed-xs', 'cls', prefix, ''],
    ['snowflake-arctic-embed-m-v2.0', 'cls', 'query: ', ''],
    ['multi-qa-mpnet-base-dot-v1', 'cls', '', ''],
    ['something-new', 'mean', '', ''],
  ])('%s pools by %s and prefixes %j, %j', (name, pooling, questionPrefix, textPrefix) => {
    expect(findFamily(basename(name))).toMatchObject({ pooling, questionPrefix, textPrefix });
  });

  it('does not depend on capitals', () => {
    expect(findFamily('UAE-Large-V1').pooling).toBe('cls');
  });
});

describe('a batch', () => {
  const encode = (...ids: number[]): Encoding => ({ ids: Uint32Array.from(ids), tokenCount: ids.length });
  const batch = [encode(5, 6), encode(7)];

  it('is padded on the right to the longest text', () => {
    expect(padBatch(batch, 9)).toEqual({
      ids: BigInt64Array.of(5n, 6n, 7n, 9n),
      mask: BigInt64Array.of(1n, 1n, 1n, 0n),
      width: 2,
    });
  });

  it('is pooled by the mean of the tokens, padding left out, or by the first token', () => {
    const output = { data: Float32Array.of(1, 2, 3, 6, 10, 20, 99, 99), dims: [2, 2, 2] };
    expect(poolRows(output, batch, 'mean')).toEqual(Float32Array.of(2, 4, 10, 20));
    expect(poolRows(output, batch, 'cls')).toEqual(Float32Array.of(1, 2, 10, 20));
  });

  it('is left as it is when the model has pooled already', () => {
    const data = Float32Array.of(1, 2, 3, 4);
    expect(poolRows({ data, dims: [2, 1, 2] }, batch, 'mean')).toEqual(data);
    expect(poolRows({ data, dims: [2, 2] }, batch, 'mean')).toEqual(data);
  });

  it('is scaled row by row to unit length, but for a row of zeros', () => {
    const rows = Float32Array.of(3, 4, 0, 0, -2, 0);
    normaliseRows(rows, 2);
    expect(rows).toEqual(Float32Array.of(0.6, 0.8, 0, 0, -1, 0));
  });
});
