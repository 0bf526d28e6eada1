import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findMissingGraph, HnswGraph } from '../../adapters/index/hnsw-vector-index.js';
import { digestFile, writeDurably, type IndexFolder } from '../../adapters/index/index-folder.js';
import { VerbatimError } from '../../core/errors.js';
import type { EmbeddingModel } from '../../core/ports.js';
import { exactSearchLimit, findNearest } from '../../core/search/exact-neighbours.js';
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
  readonly vectors: Float32Array;
  /** Null where graphs can't be had: then every vector is compared. */
  readonly graph: HnswGraph | null;
}

/** Raised by hand whenever sentences, terms or passages would come out differently. */
export const analysisVersion = 6;

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
  const [lines, bytes] = await Promise.all([
    readFile(path.join(folder, documentsFile), 'utf8'),
    readFile(path.join(folder, vectorsFile)),
  ]);
  const documents = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as StoredDocument);
  // Copied, since a slice of a pooled buffer need not lie on a multiple of four.
  const vectors = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const { dimensions } = manifest.model;
  if (!hasGraph || findMissingGraph()) {
    checkExactSize(manifest.counts.sentences);
    return { manifest, documents, vectors, graph: null };
  }
  const graph = HnswGraph.load(path.join(folder, graphFile), dimensions, manifest.graph.removed);
  return { manifest, documents, vectors, graph };
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
  const { documents, vectors, graph } = index;
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

async function proveFile(folder: string, name: string, manifest: Manifest): Promise<void> {
  const found = await digestFile(path.join(folder, name));
  const expected = manifest.files[name];
  if (found && expected && found.sha256 === expected.sha256) return;
  throw new VerbatimError('index-damaged', `${name} ${found ? 'was changed' : 'is missing'}`);
}

/** Puts a loaded index into the form that questions are asked of. */
export function toSearchIndex({ documents, vectors, graph, manifest }: LoadedIndex): SearchIndex {
  const { dimensions } = manifest.model;
  const rowOfLabel = new Map<number, number>();
  let next = 0;
  for (const { vectorLabels } of documents) for (const label of vectorLabels) rowOfLabel.set(label, next++);
  const vectorIndex: VectorIndex = {
    dimensions,
    search: (vector, count) =>
      graph
        ? graph.search(vector, count).flatMap(({ label, cosine }) => {
            const row = rowOfLabel.get(label);
            return row === undefined ? [] : [{ row, cosine }];
          })
        : findNearest(vectors, dimensions, vector, count),
    cosine(vector, row) {
      let sum = 0;
      const offset = row * dimensions;
      for (let i = 0; i < dimensions; i++) sum += (vectors[offset + i] ?? 0) * (vector[i] ?? 0);
      return sum;
    },
    vectorOf: (row) => vectors.subarray(row * dimensions, (row + 1) * dimensions),
  };
  return new SearchIndex(documents, vectorIndex);
}
