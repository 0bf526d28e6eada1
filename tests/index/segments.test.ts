import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { HnswGraph } from '#verbatim/adapters/index/hnsw-vector-index.js';
import { IndexFolder } from '#verbatim/adapters/index/index-folder.js';
import { SegmentWriter } from '#verbatim/adapters/index/segment-files.js';
import { VectorRows } from '#verbatim/adapters/index/vector-rows.js';
import type { Manifest, ManifestDocument } from '#verbatim/app/indexing/manifest.js';
import { chooseKeptSegments } from '#verbatim/app/indexing/merge-segments.js';
import { findStoredIndex, openStoredIndex } from '#verbatim/app/indexing/stored-index.js';
import { createVectorIndex } from '#verbatim/app/indexing/vector-search.js';
import { firstQuote, openHere } from '../helpers/open-here.js';
import { sampleFiles } from '../helpers/sample-texts.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace } from '../helpers/workspace.js';

const folder = temporaryFolder();
const fail = (notice: string): never => expect.fail(notice);

describe('an index that is brought up to date', () => {
  const workspace = new Workspace(path.join(folder, 'changed'), sampleFiles);
  const update = async () => {
    const { pipeline } = await openHere(workspace.corpusDir, workspace.indexDir);
    await pipeline.close();
    return pipeline;
  };

  it('keeps the files of what is unchanged, and reads only the others', async () => {
    const first = await update();
    const own = path.join(workspace.currentBuild(), 'documents.jsonl');
    const before = statSync(own);
    const loaded = await openStoredIndex(new IndexFolder(workspace.indexDir), fail);
    workspace.write({ 'mill.txt': 'The mill of Arn has nine windows of oak.\n' });
    const second = await update();
    expect(second.manifest.segments.length).toBe(2);
    expect(second.manifest.keeps).toEqual([path.basename(path.dirname(own))]);
    expect(statSync(own)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    expect(first.manifest.documents.length).toBe(second.manifest.documents.length);
    const reloaded = await openStoredIndex(new IndexFolder(workspace.indexDir), fail, loaded);
    const isKnown = reloaded?.documents.map((document) => loaded?.documents.includes(document));
    expect(isKnown?.filter((known) => known !== true).length).toBe(1);
  });

  it('answers as one that was built anew, however often it has changed, out of few segments', async () => {
    for (let round = 0; round < 10; round++) {
      workspace.write({ 'tower.txt': `The tower of Arn was built in ${1700 + round} by Jonas Pell.\n` });
      await update();
    }
    const here = await openHere(workspace.corpusDir, workspace.indexDir);
    expect(await firstQuote(here, 'When was the tower of Arn built?')).toContain('1709');
    const { manifest, searchIndex } = here.pipeline;
    expect(manifest.segments.length).toBeLessThanOrEqual(8);
    const anew = await openHere(workspace.corpusDir, workspace.indexDir, { rebuild: true });
    expect(anew.pipeline.manifest.version).toBe(manifest.version);
    expect(searchIndex.documents).toEqual(anew.pipeline.searchIndex.documents);
    for (const row of searchIndex.rows.keys()) {
      expect(searchIndex.vectors.vectorOf(row)).toEqual(anew.pipeline.searchIndex.vectors.vectorOf(row));
    }
    await anew.pipeline.close();
    await here.pipeline.close();
    expect(workspace.builds()).toEqual(workspace.buildsInUse());
  });

  it('is damaged when a build that it goes on using is gone', async () => {
    workspace.write({ 'tower.txt': 'The tower of Arn is gone.\n' });
    const { manifest } = await update();
    rmSync(path.join(workspace.indexDir, manifest.keeps[0] ?? ''), { recursive: true });
    const notices: string[] = [];
    expect(await findStoredIndex(new IndexFolder(workspace.indexDir), (notice) => notices.push(notice))).toBeNull();
    expect(notices).toEqual([expect.stringMatching(/^The index is damaged \(.* is missing\); it is built anew\.$/)]);
  });
});

it('segments are written together when they are many, or when most of one is of no use', () => {
  const place = (segment: number, row: number, sentences: number) =>
    ({ segment, row, sentences }) as unknown as ManifestDocument;
  const many = Array.from({ length: 8 }, (_, segment) => place(segment, 0, segment === 3 ? 90 : 5));
  expect([...chooseKeptSegments(many, 8)]).toEqual([3]);
  expect([...chooseKeptSegments(many.slice(0, 7), 7)]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect([...chooseKeptSegments([place(0, 60, 40), place(1, 0, 5)], 2)]).toEqual([1]);
});

describe('vectors of which some are in a graph', () => {
  const dimensions = 8;
  const count = 60;
  const all = Float32Array.from({ length: count * dimensions }, (_, i) => Math.sin(i * i + 1));
  for (let row = 0; row < count; row++) {
    const own = all.subarray(row * dimensions, (row + 1) * dimensions);
    own.set(own.map((value) => value / Math.hypot(...own)));
  }

  it('are searched as if all were compared, without those of no use any more', async () => {
    const indexFolder = new IndexFolder(path.join(folder, 'vectors'));
    const build = await indexFolder.startBuild();
    const writer = await SegmentWriter.create(indexFolder, build);
    await writer.add(Buffer.from('{}'), all, count);
    await writer.finish();
    expect(readFileSync(path.join(build, 'documents.jsonl'), 'utf8')).toBe('{}\n');
    const graph = HnswGraph.create(dimensions);
    // The graph has rows 10 to 49 under numbers from 0; the vectors of the numbers 0 to 4 are used no more.
    for (let row = 10; row < 50; row++) graph.add(all.subarray(row * dimensions, (row + 1) * dimensions), row - 10);
    const documents = [
      { sentences: 10, graph: null, row: 0 },
      { sentences: 35, graph: 5, row: 15 },
      { sentences: 10, graph: null, row: 50 },
    ];
    const file = path.join(build, 'vectors.f32');
    const rows = documents.map(({ row, sentences }) => ({ file, row, count: sentences }));
    const vectors = new VectorRows(rows, dimensions);
    const manifest = { documents, graph: { size: 40 }, model: { dimensions } } as unknown as Manifest;
    const [some, exact] = [graph, null].map((one) => createVectorIndex({ manifest, vectors, signs: null, graph: one }));
    for (let row = 0; row < count; row++) {
      const query = all.subarray(row * dimensions, (row + 1) * dimensions);
      const within = [{ first: 5, end: 20 }];
      const rowsOf = (found: readonly { row: number }[] | undefined) => found?.map((each) => each.row);
      expect(rowsOf(some?.search(query, 12))).toEqual(rowsOf(exact?.search(query, 12)));
      expect(rowsOf(some?.search(query, 12, within))).toEqual(rowsOf(exact?.search(query, 12, within)));
    }
  });
});
