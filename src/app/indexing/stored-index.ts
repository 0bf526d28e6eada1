import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeDurably } from '../../adapters/durable-files.js';
import { findMissingGraph, HnswGraph } from '../../adapters/index/hnsw-vector-index.js';
import { digestFile, type IndexFolder } from '../../adapters/index/index-folder.js';
import { FileRows, MemoryRows, type VectorRows } from '../../adapters/index/vector-rows.js';
import { VerbatimError } from '../../core/errors.js';
import type { EmbeddingModel } from '../../core/ports.js';
import {
  exactPartLimit,
  exactSearchLimit,
  findNearest,
  findNearestWithin,
  type RowRange,
} from '../../core/search/exact-neighbours.js';
import { SearchIndex, type IndexedDocument, type VectorIndex } from '../../core/search/search-index.js';

/** A document as the index keeps it, with the digest that tells whether its file has changed. */
export interface StoredDocument extends IndexedDocument {
  /** SHA-256 of the file's bytes. */
  readonly digest: string;
  /** The graph's number for each sentence's vector. */
  readonly vectorLabels: readonly number[];
}

export interface Manifest {
  readonly format: number;
  /** SHA-256 over everything that answers depend on: the model, the settings, the labeller and each document's digest. */
  readonly version: string;
  readonly model: EmbeddingModel;
  readonly settings: Readonly<Record<string, string | number>>;
  readonly labeller: string;
  readonly documents: readonly { readonly path: string; readonly digest: string; readonly sentences: number }[];
  readonly counts: { readonly documents: number; readonly sentences: number; readonly passages: number };
  /** Vectors still in the graph that no sentence uses any more, and the next free number. */
  readonly graph: { readonly removed: number; readonly nextLabel: number };
  /** When the index was built, ISO 8601. */
  readonly builtAt: string;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/** An index in memory. */
export interface LoadedIndex {
  readonly manifest: Manifest;
  readonly documents: readonly StoredDocument[];
  /** One row of `dimensions` floats for each sentence, in the order of the documents. */
  readonly vectors: VectorRows;
  /** Null where graphs can't be had: then every vector is compared. */
  readonly graph: HnswGraph | null;
}

/** Raised by hand whenever sentences, terms or passages would come out differently. */
export const analysisVersion = 11;

/** Whether an index holds its texts as this version of the program cuts them. */
export function isCutAsNow({ manifest }: LoadedIndex): boolean {
  return manifest.settings['analysis'] === analysisVersion;
}

const documentsFile = 'documents.jsonl';
const vectorsFile = 'vectors.f32';
const graphFile = 'vectors.hnsw';

/**
 * Reads a build's files. Throws `index-damaged`, naming the file, when one is not what the manifest says, and what `checkExactSize` does.
 */
export async function loadIndex(folder: string, manifest: Manifest): Promise<LoadedIndex> {
  const hasGraph = graphFile in manifest.files; // not where the index was built without the library for it
  const files = [documentsFile, vectorsFile, ...(hasGraph ? [graphFile] : [])];
  await Promise.all(files.map((name) => proveFile(folder, name, manifest)));
  const documents = parseLines(await readFile(path.join(folder, documentsFile)));
  const { dimensions } = manifest.model;
  if (!hasGraph || findMissingGraph()) {
    checkExactSize(manifest.counts.sentences);
    const vectors = await MemoryRows.load(path.join(folder, vectorsFile), dimensions);
    return { manifest, documents, vectors, graph: null };
  }
  const graph = HnswGraph.load(path.join(folder, graphFile), dimensions, manifest.graph.removed);
  return { manifest, documents, vectors: new FileRows(path.join(folder, vectorsFile), dimensions), graph };
}

/** Throws `native-missing` for more sentences than are searched without a graph, on a machine that can't have one. */
export function checkExactSize(sentences: number): void {
  const missing = findMissingGraph();
  if (!missing || sentences <= exactSearchLimit) return;
  const most = exactSearchLimit.toLocaleString('en');
  throw new VerbatimError('native-missing', {
    problem: `More than ${most} sentences cannot be searched without hnswlib-node ({detail})`,
    detail: missing.reason,
    advice: `install Python 3 and a C++ compiler, then run "${missing.cure}"`,
  });
}

/** Writes all files of a build and puts it in use. */
export async function saveIndex(
  target: IndexFolder,
  folder: string,
  index: Omit<LoadedIndex, 'manifest'> & { readonly manifest: Omit<Manifest, 'files'> },
): Promise<Manifest> {
  const { documents, graph } = index;
  const vectors = index.vectors.read(0, index.manifest.counts.sentences);
  return target.writing(async () => {
    const lines = documents.map((document) => `${JSON.stringify(document)}\n`);
    await writeDurably(path.join(folder, documentsFile), lines.join(''));
    await writeDurably(
      path.join(folder, vectorsFile),
      new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength),
    );
    await graph?.save(path.join(folder, graphFile));
    const files: Record<string, { bytes: number; sha256: string }> = {};
    for (const name of [documentsFile, vectorsFile, ...(graph ? [graphFile] : [])]) {
      const digest = await digestFile(path.join(folder, name));
      if (!digest) throw new Error(`${name} was not written`);
      files[name] = digest;
    }
    const manifest = { ...index.manifest, files };
    await target.finishBuild(folder, manifest);
    return manifest;
  });
}

/** Line by line: the whole as one string would take as much again. */
function parseLines(bytes: Buffer): StoredDocument[] {
  const documents: StoredDocument[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf('\n', start);
    documents.push(JSON.parse(bytes.toString('utf8', start, end < 0 ? bytes.length : end)) as StoredDocument);
    start = end < 0 ? bytes.length : end + 1;
  }
  return documents;
}

async function proveFile(folder: string, name: string, manifest: Manifest): Promise<void> {
  const found = await digestFile(path.join(folder, name));
  const expected = manifest.files[name];
  if (found && expected && found.sha256 === expected.sha256) return;
  throw new VerbatimError('index-damaged', `${name} ${found ? 'was changed' : 'is missing'}`);
}

/** Puts a loaded index into the form that questions are asked of. */
export function toSearchIndex(index: LoadedIndex): SearchIndex {
  return new SearchIndex(index.documents, createVectorIndex(index));
}

function createVectorIndex({ documents, vectors, graph, manifest }: LoadedIndex): VectorIndex {
  const { dimensions } = manifest.model;
  const rowOfLabel = new Int32Array(manifest.graph.nextLabel).fill(-1);
  let next = 0;
  for (const { vectorLabels } of documents) for (const label of vectorLabels) rowOfLabel[label] = next++;
  const rowOf = (label: number): number => rowOfLabel[label] ?? -1;
  const scratch = new Float32Array(dimensions);
  const marked = new WeakMap<readonly RowRange[], Uint8Array>(); // parts give the same ranges each time
  const markRows = (within: readonly RowRange[]): Uint8Array => {
    const known = marked.get(within);
    if (known) return known;
    const rows = new Uint8Array(next);
    for (const { first, end } of within) rows.fill(1, first, end);
    marked.set(within, rows);
    return rows;
  };
  const read = (first: number, target: Float32Array): void => {
    vectors.readInto(first, target);
  };
  const searchGraph = (own: HnswGraph, vector: Float32Array, count: number, accepts?: (label: number) => boolean) =>
    own.search(vector, count, accepts).flatMap(({ label, cosine }) => {
      const row = rowOf(label);
      return row < 0 ? [] : [{ row, cosine }];
    });
  return {
    dimensions,
    search(vector, count, within) {
      if (!within) {
        return graph
          ? searchGraph(graph, vector, count)
          : findNearest(vectors.read(0, next), dimensions, vector, count);
      }
      const rows = within.reduce((sum, { first, end }) => sum + end - first, 0);
      if (!graph || rows <= exactPartLimit) return findNearestWithin(within, read, dimensions, vector, count);
      const isWithin = markRows(within);
      return searchGraph(graph, vector, count, (label) => isWithin[rowOf(label)] === 1);
    },
    cosine(vector, row) {
      vectors.readInto(row, scratch);
      let sum = 0;
      for (let i = 0; i < dimensions; i++) sum += (scratch[i] ?? 0) * (vector[i] ?? 0);
      return sum;
    },
    vectorOf: (row) => vectors.read(row, row + 1),
  };
}
