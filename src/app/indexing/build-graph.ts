import path from 'node:path';
import { findMissingGraph, HnswGraph } from '../../adapters/index/hnsw-vector-index.js';
import { digestFile } from '../../adapters/index/file-digest.js';
import type { VectorRows } from '../../adapters/index/vector-rows.js';
import { graphFile, type ManifestDocument, type ManifestGraph } from './manifest.js';

/** Sentences from which on a graph is worth its memory, some 1.6 kB each: to compare the signs of more takes longer than six milliseconds. */
export const graphLimit = 250_000;
/** From this share of vectors without a sentence on the graph is built anew. */
const maxUnusedShare = 0.25;
/** Vectors that may be in no graph beside those that are: comparing them takes one or two milliseconds. */
const maxOutside = 1_000;

/** The graph of an index to be, and its documents with their numbers in it. */
interface BuiltGraph {
  readonly graph: ManifestGraph | null;
  readonly documents: readonly ManifestDocument[];
}

/** Whether an index of so many sentences is searched by a graph on this machine. */
export function wantsGraph(sentences: number): boolean {
  return sentences > graphLimit && findMissingGraph() === null;
}

/** Documents of an index that has no graph. */
export function withoutGraph(documents: readonly ManifestDocument[]): BuiltGraph {
  return { graph: null, documents: documents.map((document) => ({ ...document, graph: null })) };
}

/**
 * Goes on with the graph of the old index, while few vectors are outside of it; else writes one into the build's folder: that one with
 * these vectors in it, too, or one that is made anew where too many of it are of no use any more.
 */
export async function buildGraph(
  {
    documents,
    vectors,
    dimensions,
  }: {
    readonly documents: readonly ManifestDocument[];
    readonly vectors: VectorRows;
    readonly dimensions: number;
  },
  old: { readonly root: string; readonly graph: ManifestGraph } | null,
  folder: string,
): Promise<BuiltGraph> {
  const without = withoutGraph(documents).documents;
  const inside = documents.reduce((sum, { graph, sentences }) => sum + (graph === null ? 0 : sentences), 0);
  if (!old || old.graph.size - inside > maxUnusedShare * vectors.count) {
    return extendGraph(HnswGraph.create(dimensions), 0, { documents: without, vectors, folder });
  }
  if (vectors.count - inside <= maxOutside) return { graph: old.graph, documents };
  const graph = await HnswGraph.load(path.join(old.root, old.graph.folder, graphFile), dimensions);
  return extendGraph(graph, old.graph.size, { documents, vectors, folder });
}

/** Puts the vectors that are outside of a graph into it, with numbers from `size` on, and writes it. */
async function extendGraph(
  graph: HnswGraph,
  size: number,
  { documents, vectors, folder }: { documents: readonly ManifestDocument[]; vectors: VectorRows; folder: string },
): Promise<BuiltGraph> {
  let next = size;
  let row = 0;
  const numbered: ManifestDocument[] = [];
  for (const document of documents) {
    numbered.push(document.graph === null ? { ...document, graph: next } : document);
    for (let i = 0; i < document.sentences; i++, row++) {
      if (document.graph === null) graph.add(vectors.read(row, row + 1), next++);
    }
  }
  const file = path.join(folder, graphFile);
  await graph.save(file);
  const digest = await digestFile(file);
  if (!digest) throw new Error(`${graphFile} was not written`);
  return { graph: { folder: path.basename(folder), file: digest, size: next }, documents: numbered };
}
