import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { HnswGraph } from '#verbatim/adapters/index/hnsw-vector-index.js';
import { VectorRows } from '#verbatim/adapters/index/vector-rows.js';
import { buildGraph, graphLimit, wantsGraph } from '#verbatim/app/indexing/build-graph.js';
import { graphFile, type Manifest, type ManifestDocument } from '#verbatim/app/indexing/manifest.js';
import { createVectorIndex } from '#verbatim/app/indexing/vector-search.js';
import { clusteredVectors } from '../helpers/clustered-vectors.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const root = temporaryFolder();
const dimensions = 8;
const size = 500; // sentences of a document
const count = 12;
const file = path.join(root, 'vectors.f32');
const rows = clusteredVectors(5, count * size, dimensions);
writeFileSync(
  file,
  Buffer.concat(rows.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))),
);

/** Documents by their numbers in the file. */
function placed(numbers: readonly number[], known: readonly ManifestDocument[] = []): ManifestDocument[] {
  return numbers.map((number) => ({
    ...{ path: `${number}`, digest: '', passages: 0, segment: 0, at: number, bytes: 0 },
    ...{ sentences: size, row: number * size },
    graph: known.find(({ at }) => at === number)?.graph ?? null,
  }));
}

const open = (documents: readonly ManifestDocument[]) =>
  new VectorRows(
    documents.map(({ row, sentences }) => ({ file, row, count: sentences })),
    dimensions,
  );

function folderOf(name: string): string {
  const folder = path.join(root, name);
  mkdirSync(folder);
  return folder;
}

/** How many of the true nearest 60 of some questions are found. */
async function recall({ documents, graph }: Pick<Manifest, 'documents' | 'graph'>): Promise<number> {
  const manifest = { documents, graph, model: { dimensions } } as unknown as Manifest;
  const vectors = open(documents);
  const loaded = await HnswGraph.load(path.join(root, graph?.folder ?? '', graphFile), dimensions);
  const [some, exact] = [loaded, null].map((one) => createVectorIndex({ manifest, vectors, signs: null, graph: one }));
  let hits = 0;
  for (let i = 0; i < 10; i++) {
    const query = rows[i * 397] ?? new Float32Array(dimensions);
    const truth = new Set(exact?.search(query, 60).map(({ row }) => row));
    hits += some?.search(query, 60).filter(({ row }) => truth.has(row)).length ?? 0;
  }
  return hits / 600;
}

it('a graph is wanted where there are many sentences', () => {
  expect([wantsGraph(graphLimit), wantsGraph(graphLimit + 1)]).toEqual([false, true]);
});

describe('the graph of a large index', () => {
  const all = Array.from({ length: count }, (_, i) => i);

  it('is made, goes on while few change, and is extended when more do', async () => {
    const first = placed(all.slice(0, -3));
    const made = await buildGraph({ documents: first, vectors: open(first), dimensions }, null, folderOf('a'));
    expect(made.documents.map(({ graph }) => graph)).toEqual(first.map((_, i) => i * size));
    expect(await recall(made)).toBeGreaterThan(0.9);
    const old = made.graph ? { root, graph: made.graph } : null;

    const second = placed([...all.slice(1, -3), count - 2], made.documents);
    const kept = await buildGraph({ documents: second, vectors: open(second), dimensions }, old, folderOf('b'));
    expect(kept).toEqual({ graph: made.graph, documents: second });
    expect(await recall(kept)).toBeGreaterThan(0.9);

    const third = placed([...all.slice(1, -3), count - 3, count - 2, count - 1], made.documents);
    const extended = await buildGraph({ documents: third, vectors: open(third), dimensions }, old, folderOf('c'));
    expect(extended.graph).toMatchObject({ folder: 'c', size: count * size });
    expect(extended.documents.slice(-3).map(({ graph }) => graph)).toEqual(
      [3, 2, 1].map((back) => (count - back) * size),
    );
    expect(await recall(extended)).toBeGreaterThan(0.9);
  });
});
