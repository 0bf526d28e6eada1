import path from 'node:path';
import { findMissingGraph } from '../../adapters/index/hnsw-vector-index.js';
import { indexFormat, sha256, type IndexFolder } from '../../adapters/index/index-folder.js';
import { SegmentWriter } from '../../adapters/index/segment-files.js';
import { labellerVersion } from '../../core/labelling/version.js';
import type { Analyser, Embedder, EmbeddingModel } from '../../core/ports.js';
import type { BuiltDocuments } from './build-documents.js';
import { buildGraph, graphLimit, wantsGraph, withoutGraph } from './build-graph.js';
import { listBuilds, openVectors, type Manifest } from './manifest.js';
import type { SourceText } from './read-texts.js';
import { analysisVersion, findStoredIndex, type StoredIndex } from './stored-index.js';

interface IndexingOptions {
  /** What `readKeptTexts` found. */
  readonly texts: readonly SourceText[];
  readonly folder: IndexFolder;
  readonly analyser: Analyser;
  /** May still be loading. */
  readonly embedder: Promise<Embedder>;
  /** What `findStoredIndex` found. */
  readonly stored: StoredIndex | null;
  /** Builds all anew, whatever there is. */
  readonly rebuild?: boolean;
  /** Hears about files that were left out and indexes that had to be rebuilt, one line each. */
  readonly onNotice?: (notice: string) => void;
  /** Hears the share of the new text that is embedded, 0..1, and how many sentences that is. */
  readonly onIndexProgress?: (share: number, sentences: number) => void;
}

export interface IndexingResult {
  readonly index: StoredIndex;
  readonly embeddedDocuments: number;
  readonly embeddedSentences: number;
  /** Documents of the old index that are no more. */
  readonly removedDocuments: number;
  /** Whether a new index was written. */
  readonly changed: boolean;
  /** Milliseconds from the loaded model to the index in use. */
  readonly elapsedMs: number;
}

/** Whether an index holds just these texts, as this model and this version of the program see them. */
export function isUpToDate(
  { manifest }: StoredIndex,
  model: Omit<EmbeddingModel, 'dimensions'>,
  texts: readonly SourceText[],
): boolean {
  // One that was built where graphs can't be had gets its graph as soon as they can.
  return (
    manifest.version === versionOf(model, texts) && (manifest.graph !== null || !wantsGraph(manifest.counts.sentences))
  );
}

/** What there is to tell of an index that stays as it is; what killed processes left beside it is cleared away. */
export async function keepIndex(index: StoredIndex, folder: IndexFolder): Promise<IndexingResult> {
  await folder.clearAbandoned();
  return { index, embeddedDocuments: 0, embeddedSentences: 0, removedDocuments: 0, changed: false, elapsedMs: 0 };
}

/**
 * Brings the index up to date with the corpus folder. Only texts that the old index does not hold are embedded;
 * the new index is put in use in one step at the end.
 */
export async function updateIndex(options: IndexingOptions): Promise<IndexingResult> {
  const { folder, texts, onNotice = () => undefined } = options;
  const embedder = await options.embedder;
  const started = performance.now();
  const old = options.rebuild ? null : acceptModel(options.stored, embedder.model, onNotice);
  if (old && isUpToDate(old, embedder.model, texts)) return keepIndex(old, folder);
  const { buildDocuments } = await import('./build-documents.js'); // much code that an unchanged corpus has no use for
  const missing = findMissingGraph();
  if (missing) {
    onNotice(
      `hnswlib-node cannot be used (${missing.reason}): texts are searched without it, which takes longer from ` +
        `${graphLimit.toLocaleString('en')} sentences on. To have it, install Python 3 and a C++ compiler, then run "${missing.cure}".`,
    );
  }
  const build = await folder.startBuild();
  let writer: SegmentWriter | null = null;
  try {
    writer = await SegmentWriter.create(folder, build);
    // Another process may have cleared it away while this one was not seen to be at work.
    const current = old && (await folder.hasBuilds(listBuilds(old.manifest))) ? old : null;
    const renewed =
      old && !current ? acceptModel(await findStoredIndex(folder, onNotice), embedder.model, onNotice) : current;
    const built = await buildDocuments(texts, renewed, { folder: build, writer }, { ...options, embedder });
    const index = await finishIndex(folder, build, { built, old: renewed, model: embedder.model, texts });
    const kept = new Set(texts.map(({ path }) => path));
    const removedDocuments = old?.manifest.documents.filter(({ path }) => !kept.has(path)).length ?? 0;
    const { embeddedDocuments, embeddedSentences } = built;
    const elapsedMs = performance.now() - started;
    return { index, embeddedDocuments, embeddedSentences, removedDocuments, changed: true, elapsedMs };
  } catch (error) {
    await writer?.abandon();
    await folder.dropBuild(build);
    throw error;
  }
}

/** Completes the build with its graph and its manifest, and puts it in use. */
async function finishIndex(
  folder: IndexFolder,
  build: string,
  {
    built: { documents: unnumbered, segments },
    old,
    model,
    texts,
  }: { built: BuiltDocuments; old: StoredIndex | null; model: EmbeddingModel; texts: readonly SourceText[] },
): Promise<StoredIndex> {
  const { root } = folder;
  const vectors = openVectors(root, { documents: unnumbered, segments, model });
  const oldGraph = old?.manifest.graph ? { root, graph: old.manifest.graph } : null;
  const { graph, documents } = wantsGraph(vectors.count)
    ? await folder.writing(() =>
        buildGraph({ documents: unnumbered, vectors, dimensions: model.dimensions }, oldGraph, build),
      )
    : withoutGraph(unnumbered);
  const manifest: Manifest = {
    format: indexFormat,
    version: versionOf(model, texts),
    model,
    settings: settingsOf(model),
    labeller: labellerVersion,
    documents,
    counts: {
      documents: documents.length,
      sentences: documents.reduce((sum, { sentences }) => sum + sentences, 0),
      passages: documents.reduce((sum, { passages }) => sum + passages, 0),
    },
    segments,
    graph,
    keeps: listBuilds({ segments, graph }).filter((name) => name !== path.basename(build)),
    builtAt: new Date().toISOString(),
  };
  return { root, manifest, proof: await folder.finishBuild(build, manifest) };
}

function acceptModel(
  stored: StoredIndex | null,
  model: EmbeddingModel,
  onNotice: (notice: string) => void,
): StoredIndex | null {
  if (!stored || stored.manifest.model.checksum === model.checksum) return stored;
  const { id } = stored.manifest.model;
  const before = id === model.id ? `another model of the name ${id}` : `the model ${id}, now it is ${model.id}`;
  onNotice(`The index was made with ${before}; it is built anew.`);
  return null;
}

/** What of the program and the model decides how texts are cut. */
export function settingsOf({ maxTokens }: Pick<EmbeddingModel, 'maxTokens'>): Manifest['settings'] {
  return { analysis: analysisVersion, passageTokens: maxTokens };
}

/** The version of an index that holds these texts. */
export function versionOf(
  model: Omit<EmbeddingModel, 'dimensions'>,
  texts: readonly Pick<SourceText, 'path' | 'digest'>[],
): string {
  const content = {
    format: indexFormat,
    model: [model.id, model.checksum],
    settings: settingsOf(model),
    labeller: labellerVersion,
    documents: texts.map(({ path, digest }) => [path, digest]),
  };
  return sha256(JSON.stringify(content));
}
