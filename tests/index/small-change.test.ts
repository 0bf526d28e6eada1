import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { IndexFolder } from '#verbatim/adapters/index/index-folder.js';
import { openReaders } from '#verbatim/app/asking/open-readers.js';
import type { QuestionReaders } from '#verbatim/app/asking/prepare-question.js';
import { indexCorpus } from '#verbatim/app/indexing/index-corpus.js';
import { indexSmallChange } from '#verbatim/app/indexing/index-small-change.js';
import { readKeptTexts } from '#verbatim/app/indexing/read-texts.js';
import { RememberedTexts } from '#verbatim/app/indexing/remembered-texts.js';
import { openStoredIndex, type LoadedIndex } from '#verbatim/app/indexing/stored-index.js';
import { readSettings } from '#verbatim/app/settings.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { withoutReader, Workspace } from '../helpers/workspace.js';

const root = temporaryFolder();
const workspace = new Workspace(path.join(root, 'changed'), {
  'pier.txt': 'The pier is 90 metres long. It was built in 1908.\n',
  'mill.txt': 'The mill at Orrow has four wheels.\n',
  'page.html': '<html><body><h1>The tower</h1><p>The tower of Arn has seven floors and a clock.</p></body></html>',
});
const settings = readSettings({
  CORPUS_DIR: workspace.corpusDir,
  INDEX_DIR: workspace.indexDir,
  EMBEDDING_THREADS: '1',
  ...withoutReader,
});
const fail = (problem: unknown): never => expect.fail(String(problem));
const remembered = new RememberedTexts(workspace.corpusDir);
let readers: QuestionReaders;

beforeAll(async () => {
  await indexCorpus(settings);
  readers = await openReaders(settings, new IndexFolder(settings.indexDir), { onNotice: fail, onFailure: fail });
});
afterAll(() => readers.embedder.close());

async function openIndex(indexDir = workspace.indexDir): Promise<LoadedIndex> {
  return (await openStoredIndex(new IndexFolder(indexDir), fail)) ?? fail('no index');
}

/** Tries to index what has changed here, and gives what was told meanwhile. */
async function tryHere(stored: LoadedIndex): Promise<{ isDone: boolean; notices: string[] }> {
  const notices: string[] = [];
  const folder = new IndexFolder(settings.indexDir);
  const isDone = await indexSmallChange(settings, { folder, remembered, stored, ...readers }, (notice) =>
    notices.push(notice),
  );
  return { isDone, notices };
}

it('makes of changed, new and removed texts the index that is built anew', async () => {
  const before = await openIndex();
  workspace.write({
    'mill.txt': 'The mill at Orrow has five wheels.\n',
    'weir.txt': 'The weir was mended.\n',
    'no.txt': '',
  });
  workspace.remove('pier.txt');
  expect(await tryHere(before)).toEqual({ isDone: true, notices: ['no.txt: left out: no text in it'] });
  const changed = await openIndex();
  const indexDir = path.join(root, 'anew');
  await indexCorpus({ ...settings, indexDir });
  const anew = await openIndex(indexDir);
  expect(changed.manifest.version).toBe(anew.manifest.version);
  expect(changed.documents).toEqual(anew.documents);
  expect(changed.vectors.read(0, changed.vectors.count)).toEqual(anew.vectors.read(0, anew.vectors.count));
});

it.each([
  ['more text than can be cut without keeping others waiting', { 'long.txt': 'The bells rang again. '.repeat(600) }],
  [
    'a file that takes a reader',
    { 'other.html': '<html><body><p>The ferry sails at nine each day.</p></body></html>' },
  ],
  ['many files', Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.txt`, `House ${i} is made of oak.`]))],
])('leaves %s to a process of its own', async (_, files) => {
  const stored = await openIndex();
  workspace.write(files);
  expect(await tryHere(stored)).toEqual({ isDone: false, notices: [] });
  expect((await openIndex()).proof).toBe(stored.proof);
  for (const name of Object.keys(files)) workspace.remove(name);
});

it('leaves an index alone that another process has changed, or that another model has made', async () => {
  const stored = await openIndex();
  workspace.write({ 'weir.txt': 'The weir has broken.\n' });
  expect(await tryHere({ ...stored, proof: '0'.repeat(64) })).toMatchObject({ isDone: false });
  const { manifest } = stored;
  const ofOther = { ...stored, manifest: { ...manifest, model: { ...manifest.model, checksum: 'another' } } };
  expect(await tryHere(ofOther)).toMatchObject({ isDone: false });
  expect((await openIndex()).proof).toBe(stored.proof);
});

describe('texts that were read before', () => {
  const inFuture = 10_000;
  const files = new Workspace(path.join(root, 'remembered'), {
    'a.txt': 'The bell of Arn weighs two tonnes.\n',
    'b.txt': 'The bell of Orrow was cast in 1701.\n',
    'copy.txt': 'The bell of Arn weighs two tonnes.\n',
    'empty.txt': '',
  });
  const known = new RememberedTexts(files.corpusDir);
  const folder = new IndexFolder(files.indexDir);

  async function readTwice() {
    const read = async (options: { remembered?: RememberedTexts }) => {
      const notices: string[] = [];
      const texts = await readKeptTexts(files.corpusDir, folder, (notice) => notices.push(notice), options);
      return { texts: texts.map((text) => ({ ...text })), notices };
    };
    return [await read({}), await read({ remembered: known })];
  }

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + inFuture });
  });
  afterEach(() => vi.useRealTimers());

  it('come out as they are read anew, whatever was written, taken away or put there since', async () => {
    const steps = [
      () => undefined,
      () => undefined,
      () => {
        files.write({ 'b.txt': 'The bell of Orrow was cast in 1702.\n' }); // as long as before
      },
      () => {
        files.remove('a.txt');
        files.write({ 'c.txt': 'The bell of Ulm has a crack.\n' });
      },
    ];
    for (const step of steps) {
      step();
      const [anew, remembering] = await readTwice();
      expect(remembering).toEqual(anew);
    }
  });

  it('are not read again but when their words are wanted, and not taken for others then', async () => {
    await readTwice();
    const mark = 'another';
    expect(known.has('b.txt', mark)).toBe(false);
    const text = known.find('b.txt')?.[0];
    expect(text?.text).toContain('1702');
    files.write({ 'b.txt': 'The bell of Orrow is lost.\n' });
    expect(() => text?.text).toThrow('b.txt was written meanwhile');
  });

  it('are not held for known as long as they may be written again in the same moment', async () => {
    vi.useRealTimers();
    files.write({ 'd.txt': 'The bell is new.\n' });
    await readTwice();
    expect(known.find('d.txt')).toBeNull();
  });
});
