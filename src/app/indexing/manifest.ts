import path from 'node:path';
import { documentsFile, vectorsFile, type DocumentPlace, type FileDigest } from '../../adapters/index/segment-files.js';
import { VectorRows } from '../../adapters/index/vector-rows.js';
import type { EmbeddingModel } from '../../core/ports.js';

/** A document of an index: what it was made of, and where it lies. */
export interface ManifestDocument extends DocumentPlace {
  readonly path: string;
  /** SHA-256 of the file's bytes. */
  readonly digest: string;
  readonly sentences: number;
  readonly passages: number;
  /** Number of its segment among those of the manifest. */
  readonly segment: number;
  /** The number of its first vector in the graph, where the others follow; null where they are in none. */
  readonly graph: number | null;
}

/** The files of one build that hold documents. */
export interface ManifestSegment {
  /** The build's folder. */
  readonly folder: string;
  /** By their names. */
  readonly files: Readonly<Record<string, FileDigest>>;
}

/** The graph of an index; not where there are few vectors, or graphs can't be had. */
export interface ManifestGraph {
  /** The folder of the build that has its file. */
  readonly folder: string;
  readonly file: FileDigest;
  /** Vectors in it, those among them that no sentence has any more; the next one gets this number. */
  readonly size: number;
}

export interface Manifest {
  readonly format: number;
  /** SHA-256 over everything that answers depend on: the model, the settings, the labeller and each document's digest. */
  readonly version: string;
  readonly model: EmbeddingModel;
  readonly settings: Readonly<Record<string, string | number>>;
  readonly labeller: string;
  /** By rising path. */
  readonly documents: readonly ManifestDocument[];
  readonly counts: { readonly documents: number; readonly sentences: number; readonly passages: number };
  readonly segments: readonly ManifestSegment[];
  readonly graph: ManifestGraph | null;
  /** Earlier builds whose files are among these. */
  readonly keeps: readonly string[];
  /** When the index was built, ISO 8601. */
  readonly builtAt: string;
}

export const graphFile = 'vectors.hnsw';

/** Where the documents of a segment are written. */
export function documentsFileOf(root: string, { folder }: ManifestSegment): string {
  return path.join(root, folder, documentsFile);
}

/** Tells a document of an index from all others, in later versions of the index, too. */
export function placeKey(
  { segments }: Pick<Manifest, 'segments'>,
  { segment, at }: Pick<ManifestDocument, 'segment' | 'at'>,
): string {
  return `${segments[segment]?.folder ?? ''} ${at}`;
}

/** The vectors of all sentences, in the order of the documents. */
export function openVectors(
  root: string,
  { documents, segments, model }: Pick<Manifest, 'documents' | 'segments' | 'model'>,
): VectorRows {
  const files = segments.map(({ folder }) => path.join(root, folder, vectorsFile));
  const places = documents.map(({ segment, row, sentences }) => ({
    file: files[segment] ?? '',
    row,
    count: sentences,
  }));
  return new VectorRows(places, model.dimensions);
}

/** The builds whose files an index uses. */
export function listBuilds({ segments, graph }: Pick<Manifest, 'segments' | 'graph'>): string[] {
  return [...new Set([...segments.map(({ folder }) => folder), ...(graph ? [graph.folder] : [])])];
}
