import { findMissingGraph } from '../../adapters/index/hnsw-vector-index.js';
import { indexFormat, sha256, type IndexFolder } from '../../adapters/index/index-folder.js';
import { VerbatimError } from '../../core/errors.js';
import { labellerVersion } from '../../core/labelling/version.js';
import type { Analyser, Embedder, EmbeddingModel } from '../../core/ports.js';
import type { SourceText } from './read-texts.js';
import { analysisVersion, loadIndex, saveIndex, type LoadedIndex, type Manifest } from './stored-index.js';

interface IndexingOptions {
  /** What `readKeptTexts` found. */
  readonly texts: readonly SourceText[];
  readonly folder: IndexFolder;
  readonly analyser: Analyser;
  /** May still be loading. */
  readonly embedder: Promise<Embedder>;
  /** What `openStoredIndex` found. */
  readonly stored: LoadedIndex | null;
  /** Builds all anew, whatever there is. */
  readonly rebuild?: boolean;
  /** Hears about files that were left out and indexes that had to be rebuilt, one line each. */
  readonly onNotice?: (notice: string) => void;
  /** Hears the share of the new text that is embedded, 0..1, and how many sentences that is. */
  readonly onIndexProgress?: (share: number, sentences: number) => void;
}

export interface IndexingResult {
  readonly index: LoadedIndex;
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
  { manifest, graph }: LoadedIndex,
  model: Omit<EmbeddingModel, 'dimensions'>,
  texts: readonly SourceText[],
): boolean {
  // One that was built where graphs can't be had gets its graph as soon as they can.
  return manifest.version === versionOf(model, texts) && (graph !== null || findMissingGraph() !== null);
}

/** What there is to tell of an index that stays as it is; what killed processes left beside it is cleared away. */
export async function keepIndex(index: LoadedIndex, folder: IndexFolder): Promise<IndexingResult> {
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
      `hnswlib-node cannot be used (${missing.reason}): every sentence is compared, which takes a little longer. ` +
        `To have it, install Python 3 and a C++ compiler, then run "${missing.cure}".`,
    );
  }
  const build = await folder.startBuild();
  try {
    const { documents, vectors, graph, nextLabel, ...counts } = await buildDocuments(texts, old, {
      ...options,
      embedder,
    });
    const manifest = await saveIndex(folder, build, {
      documents,
      vectors,
      graph,
      manifest: {
        format: indexFormat,
        version: versionOf(embedder.model, texts),
        model: embedder.model,
        settings: settingsOf(embedder.model),
        labeller: labellerVersion,
        documents: documents.map(({ document, digest, sentences }) => ({
          path: document.path,
          digest,
          sentences: sentences.length,
        })),
        counts: {
          documents: documents.length,
          sentences: documents.reduce((sum, { sentences }) => sum + sentences.length, 0),
          passages: documents.reduce((sum, { passages }) => sum + passages.length, 0),
        },
        graph: { removed: graph?.removed ?? 0, nextLabel },
        builtAt: new Date().toISOString(),
      },
    });
    const kept = new Set(texts.map(({ path }) => path));
    const removedDocuments = old?.documents.filter(({ document }) => !kept.has(document.path)).length ?? 0;
    const elapsedMs = performance.now() - started;
    return { index: { manifest, documents, vectors, graph }, ...counts, removedDocuments, changed: true, elapsedMs };
  } catch (error) {
    await folder.dropBuild(build);
    throw error;
  }
}

/** The index in use; null, with a notice where there is something wrong with it, if there is none that can be read. */
export async function openStoredIndex(
  folder: IndexFolder,
  onNotice: (notice: string) => void,
): Promise<LoadedIndex | null> {
  // A build that was in use a moment ago may be cleared away while it is read: then another one is in use now.
  for (let attempt = 1; ; attempt++) {
    const state = await folder.findCurrent();
    if (state.kind === 'none') return null;
    let detail: string;
    if (state.kind === 'ready') {
      try {
        return await loadIndex(state.folder, state.manifest as Manifest);
      } catch (error) {
        if (error instanceof VerbatimError && error.code === 'native-missing') throw error; // to build it anew is no use
        detail = error instanceof Error ? error.message : String(error);
      }
    } else detail = state.detail;
    if (attempt < 3) continue;
    onNotice(`The index is ${state.kind === 'older' ? 'older' : 'damaged'} (${detail}); it is built anew.`);
    return null;
  }
}

function acceptModel(
  stored: LoadedIndex | null,
  model: EmbeddingModel,
  onNotice: (notice: string) => void,
): LoadedIndex | null {
  if (!stored || stored.manifest.model.checksum === model.checksum) return stored;
  const { id } = stored.manifest.model;
  const before = id === model.id ? `another model of the name ${id}` : `the model ${id}, now it is ${model.id}`;
  onNotice(`The index was made with ${before}; it is built anew.`);
  return null;
}

function settingsOf({ maxTokens }: Pick<EmbeddingModel, 'maxTokens'>): Manifest['settings'] {
  return { analysis: analysisVersion, passageTokens: maxTokens };
}

function versionOf(model: Omit<EmbeddingModel, 'dimensions'>, texts: readonly SourceText[]): string {
  const content = {
    format: indexFormat,
    model: [model.id, model.checksum],
    settings: settingsOf(model),
    labeller: labellerVersion,
    documents: texts.map(({ path, digest }) => [path, digest]),
  };
  return sha256(JSON.stringify(content));
}
