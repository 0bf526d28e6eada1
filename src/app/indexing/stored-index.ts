import path from 'node:path';
import { HnswGraph } from '../../adapters/index/hnsw-vector-index.js';
import { digestFile } from '../../adapters/index/file-digest.js';
import { indexFormat, type FoundIndex, type IndexFolder } from '../../adapters/index/index-folder.js';
import { readLines, type FileDigest } from '../../adapters/index/segment-files.js';
import type { VectorRows } from '../../adapters/index/vector-rows.js';
import { VerbatimError } from '../../core/errors.js';
import { createContent } from '../../core/search/index-content.js';
import { SearchIndex, type IndexedDocument } from '../../core/search/search-index.js';
import type { SignCodes } from '../../core/search/sign-codes.js';
import { giveWay } from '../give-way.js';
import { wantsGraph } from './build-graph.js';
import { documentsFileOf, graphFile, openVectors, placeKey, type Manifest } from './manifest.js';
import { readFirstFormat } from './read-first-format.js';
import { readSigns } from './read-signs.js';
import { createVectorIndex } from './vector-search.js';

/** A document as the index keeps it, with the digest that tells whether its file has changed. */
export interface StoredDocument extends IndexedDocument {
  /** SHA-256 of the file's bytes. */
  readonly digest: string;
}

/** An index on the disk, of which every file is what the manifest says. */
export interface StoredIndex {
  readonly root: string;
  readonly manifest: Manifest;
  /** SHA-256 of the manifest. */
  readonly proof: string;
}

/** An index in memory. */
export interface LoadedIndex extends StoredIndex {
  readonly documents: readonly StoredDocument[];
  /** One row for each sentence, in the order of the documents. */
  readonly vectors: VectorRows;
  /** Their signs; null where all are compared as they are. */
  readonly signs: SignCodes | null;
  /** Null where there is none, or it is not worth its memory, or graphs can't be had. */
  readonly graph: HnswGraph | null;
}

/** Raised by hand whenever sentences, terms or passages would come out differently. */
export const analysisVersion = 17;

/** Whether an index holds its texts as this version of the program cuts them. */
export function isCutAsNow({ manifest }: Pick<StoredIndex, 'manifest'>): boolean {
  return manifest.settings['analysis'] === analysisVersion;
}

/**
 * The index in use; null, with a notice where there is something wrong with it, if there is none that is whole. The files of one whose
 * manifest has the SHA-256 `proven` are not read.
 */
export function findStoredIndex(
  folder: IndexFolder,
  onNotice: (notice: string) => void,
  proven: string | null = null,
): Promise<StoredIndex | null> {
  return tryReading(folder, onNotice, async (stored) => {
    if (stored.proof !== proven) await proveFiles(stored, null);
    return stored;
  });
}

/** The same, in memory; what `before` holds of it is taken over. */
export function openStoredIndex(
  folder: IndexFolder,
  onNotice: (notice: string) => void,
  before: LoadedIndex | null = null,
): Promise<LoadedIndex | null> {
  return tryReading(folder, onNotice, async (stored) => {
    await proveFiles(stored, before);
    return loadIndex(stored, before);
  });
}

async function tryReading<Read>(
  folder: IndexFolder,
  onNotice: (notice: string) => void,
  read: (stored: StoredIndex) => Promise<Read>,
): Promise<Read | null> {
  // A build that was in use a moment ago may be cleared away while it is read: then another one is in use now.
  for (let attempt = 1; ; attempt++) {
    const state = await folder.findCurrent();
    if (state.kind === 'none') return null;
    let detail: string;
    if (state.kind === 'ready') {
      try {
        return await read(await readManifest(folder.root, state));
      } catch (error) {
        detail = error instanceof Error ? error.message : String(error);
      }
    } else detail = state.detail;
    if (attempt < 3) continue;
    onNotice(`The index is damaged (${detail}); it is built anew.`);
    return null;
  }
}

/** What `findCurrent` has found as an index of this format. Throws for one of an earlier format that is not whole. */
export async function readManifest(root: string, { build, format, manifest, proof }: FoundIndex): Promise<StoredIndex> {
  const own = format < indexFormat ? await readFirstFormat(root, build, manifest) : (manifest as Manifest);
  return { root, manifest: own, proof };
}

/** Throws `index-damaged`, naming the file, when one is not what the manifest says; those that `before` has as well are known. */
export async function proveFiles({ root, manifest }: StoredIndex, before: StoredIndex | null): Promise<void> {
  const known = new Set(before ? listFiles(before.manifest).map(([name, { sha256 }]) => `${name} ${sha256}`) : []);
  for (const [name, expected] of listFiles(manifest)) {
    if (known.has(`${name} ${expected.sha256}`)) continue;
    const found = await digestFile(path.join(root, name));
    if (found?.sha256 === expected.sha256) continue;
    throw new VerbatimError('index-damaged', `${path.basename(name)} ${found ? 'was changed' : 'is missing'}`);
  }
}

/** The files of an index by their paths in its folder. */
function listFiles({ segments, graph }: Manifest): [name: string, expected: FileDigest][] {
  const files = segments.flatMap(({ folder, files: own }) =>
    Object.entries(own).map(([name, file]): [string, FileDigest] => [path.join(folder, name), file]),
  );
  return graph ? [...files, [path.join(graph.folder, graphFile), graph.file]] : files;
}

/** Reads an index whose files were proven. What `before` holds of it is taken over. */
export async function loadIndex(stored: StoredIndex, before: LoadedIndex | null = null): Promise<LoadedIndex> {
  const { root, manifest } = stored;
  const [documents, graph] = await Promise.all([readDocuments(stored, before), openGraph(stored, before)]);
  const vectors = openVectors(root, manifest);
  return { ...stored, documents, vectors, signs: await giveWay(readSigns(manifest, vectors, before)), graph };
}

async function openGraph({ root, manifest }: StoredIndex, before: LoadedIndex | null): Promise<HnswGraph | null> {
  const { graph, counts, model } = manifest;
  if (!graph || !wantsGraph(counts.sentences)) return null;
  const known = before?.manifest.graph;
  if (known?.folder === graph.folder && known.file.sha256 === graph.file.sha256 && before?.graph) return before.graph;
  return HnswGraph.load(path.join(root, graph.folder, graphFile), model.dimensions);
}

async function readDocuments(
  { root, manifest }: StoredIndex,
  before: LoadedIndex | null,
): Promise<readonly StoredDocument[]> {
  const known = new Map<string, StoredDocument>();
  for (const [number, place] of (before?.manifest.documents ?? []).entries()) {
    const document = before?.documents[number];
    if (before && document) known.set(placeKey(before.manifest, place), document);
  }
  const documents = manifest.documents.map((place) => known.get(placeKey(manifest, place)));
  for (const [segment, own] of manifest.segments.entries()) {
    const missing = [...manifest.documents.keys()]
      .filter((number) => documents[number] === undefined && manifest.documents[number]?.segment === segment)
      .map((number) => ({ number, at: 0, bytes: 0, ...manifest.documents[number] }))
      .sort((a, b) => a.at - b.at);
    let next = 0;
    for await (const line of readLines(documentsFileOf(root, own), missing)) {
      documents[missing[next++]?.number ?? -1] = JSON.parse(line.toString('utf8')) as StoredDocument;
    }
  }
  return documents.map((document) => {
    if (!document) throw new RangeError('a document is in no segment');
    return document;
  });
}

/** Puts a loaded index into the form that questions are asked of; what `like` knows of the same documents is taken over. */
export async function toSearchIndex(index: LoadedIndex, like: SearchIndex | null = null): Promise<SearchIndex> {
  const content = await giveWay(createContent(index.documents, like?.content));
  return new SearchIndex(index.documents, createVectorIndex(index), content);
}
