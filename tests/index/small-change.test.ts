import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { IndexFolder } from '#verbatim/adapters/index/index-folder.js';
import { openReaders } from '#verbatim/app/asking/open-readers.js';
import type { QuestionReaders } from '#verbatim/app/asking/prepare-question.js';
import { indexCorpus } from '#verbatim/app/indexing/index-corpus.js';
import { indexSmallChange } from '#verbatim/app/indexing/index-small-change.js';
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
  const isDone = await indexSmallChange(settings, { folder, stored, ...readers }, (notice) => notices.push(notice));
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
