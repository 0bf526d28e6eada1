import { findMissingGraph, HnswGraph } from '../../adapters/index/hnsw-vector-index.js';
import { MemoryRows, type VectorRows } from '../../adapters/index/vector-rows.js';
import { labellerVersion } from '../../core/labelling/version.js';
import type { Analyser, Embedder } from '../../core/ports.js';
import { analyseDocument, finishDocument, type AnalysedDocument } from './analyse-document.js';
import { readDocument } from './read-document.js';
import type { SourceText } from './read-texts.js';
import { readVectors } from './sentence-vectors.js';
import { checkExactSize, isCutAsNow, type LoadedIndex, type StoredDocument } from './stored-index.js';

/** Sentences in one request to the model: enough to sort by length, few enough to work on the next ones meanwhile. */
const sentencesPerRequest = 1_024;
/** Requests that may wait for the model before more text is analysed; bounds the memory. */
const maxRequestsInFlight = 2;
/** From this share of vectors without a sentence on the graph is built anew. */
const maxRemovedShare = 0.25;

interface BuildOptions {
  readonly analyser: Analyser;
  readonly embedder: Embedder;
  readonly onNotice?: (notice: string) => void;
  readonly onIndexProgress?: (share: number, sentences: number) => void;
}

/** Documents of an index to be, in the order of the corpus, with the vectors of their sentences. */
interface BuiltDocuments {
  readonly documents: readonly StoredDocument[];
  readonly vectors: VectorRows;
  /** Null where graphs can't be had. */
  readonly graph: HnswGraph | null;
  readonly nextLabel: number;
  readonly embeddedDocuments: number;
  readonly embeddedSentences: number;
}

interface Finished {
  readonly document: StoredDocument;
  readonly vectors: Float32Array;
}

/** Reads, analyses and embeds texts, taking over from the old index what it holds of the same content. */
export async function buildDocuments(
  texts: readonly SourceText[],
  old: LoadedIndex | null,
  options: BuildOptions,
): Promise<BuiltDocuments> {
  const builder = new DocumentBuilder(old, options);
  const own = texts.map((source) => builder.findKept(source, 'path'));
  const jobs = texts.map((source, i) => ({ source, kept: own[i] ?? builder.findKept(source, 'content') }));
  builder.expect(jobs.filter(({ kept }) => !kept).reduce((sum, { source }) => sum + source.text.length, 0));
  for (const { source, kept } of jobs) {
    if (kept) builder.keep(source, kept);
    else await builder.add(source);
  }
  return builder.finish(texts);
}

class DocumentBuilder {
  /** By path and by content. */
  private readonly kept = new Map<string, Finished>();
  private readonly taken = new Set<Finished>();
  private readonly finished = new Map<string, Finished>();
  /** Null where graphs can't be had, and where the old index has none: then it is made at the end. */
  private readonly graph: HnswGraph | null;
  private nextLabel: number;
  private waiting: { source: SourceText; analysed: AnalysedDocument }[] = [];
  private readonly requests: Promise<void>[] = [];
  private sentences = 0;
  private expectedLength = 0;
  private doneLength = 0;
  private embeddedDocuments = 0;
  private embeddedSentences = 0;

  constructor(
    private readonly old: LoadedIndex | null,
    private readonly options: BuildOptions,
  ) {
    const { dimensions } = options.embedder.model;
    if (old) this.graph = old.graph;
    else this.graph = findMissingGraph() ? null : HnswGraph.create(dimensions);
    this.nextLabel = old?.manifest.graph.nextLabel ?? 0;
    let row = 0;
    for (const document of old?.documents ?? []) {
      const end = row + document.sentences.length;
      const vectors = old?.vectors.read(row, end) ?? new Float32Array();
      const finished = { document, vectors };
      this.kept.set(contentKey(document.document.path, document.digest), finished);
      this.kept.set(`${document.digest} ${document.document.path}`, finished);
      row = end;
    }
  }

  /** What the old index holds of a text that is cut as now, under its path or another; a copy gets numbers of its own in the graph. */
  findKept({ path, digest }: SourceText, by: 'path' | 'content'): Finished | null {
    if (!this.old || !isCutAsNow(this.old)) return null;
    const kept = this.kept.get(by === 'path' ? `${digest} ${path}` : contentKey(path, digest));
    if (!kept) return null;
    const { document, vectors } = kept;
    if (this.taken.has(kept)) return { document: { ...document, vectorLabels: this.number(vectors) }, vectors };
    this.taken.add(kept);
    return kept;
  }

  /** Puts vectors into the graph; gives their numbers there. */
  private number(vectors: Float32Array): number[] {
    const { dimensions } = this.options.embedder.model;
    return Array.from({ length: vectors.length / dimensions }, (_, i) => {
      this.graph?.add(vectors.subarray(i * dimensions, (i + 1) * dimensions), this.nextLabel);
      return this.nextLabel++;
    });
  }

  expect(length: number): void {
    this.expectedLength = length;
  }

  /** Takes over a document with its vectors; a new path or a new labeller only costs a new analysis. */
  keep(source: SourceText, kept: Finished): void {
    this.sentences += kept.document.sentences.length;
    const isSame = kept.document.document.path === source.path && this.old?.manifest.labeller === labellerVersion;
    if (isSame) {
      this.finished.set(source.path, kept);
      return;
    }
    const { model } = this.options.embedder;
    const tokenCounts = kept.document.sentences.map(({ tokenCount }) => tokenCount);
    const reading = { tokenCounts, vectorOf: readVectors(kept.vectors, model) };
    const analysed = this.analyse(source);
    if (analysed === null) return;
    const renewed = finishDocument(analysed, reading, model.maxTokens);
    const { vectorLabels } = kept.document;
    this.finished.set(source.path, { ...kept, document: { ...renewed, digest: source.digest, vectorLabels } });
  }

  /** Analyses a new text and hands it to the model once enough of them wait. */
  async add(source: SourceText): Promise<void> {
    const analysed = this.analyse(source);
    if (analysed === null) return;
    if (analysed.texts.length === 0) {
      this.options.onNotice?.(`${source.path}: left out: no words in it`);
      return;
    }
    this.waiting.push({ source, analysed });
    this.sentences += analysed.texts.length;
    checkExactSize(this.sentences);
    const sentences = this.waiting.reduce((sum, { analysed }) => sum + analysed.texts.length, 0);
    if (sentences < sentencesPerRequest) return;
    this.embedWaiting();
    await this.requests.at(-maxRequestsInFlight);
  }

  async finish(texts: readonly SourceText[]): Promise<BuiltDocuments> {
    this.embedWaiting();
    await Promise.all(this.requests);
    const finished = texts.map(({ path }) => this.finished.get(path)).filter((one) => one !== undefined);
    const { dimensions } = this.options.embedder.model;
    const count = finished.reduce((sum, { document }) => sum + document.sentences.length, 0);
    const vectors = new Float32Array(count * dimensions);
    let at = 0;
    for (const one of finished) {
      vectors.set(one.vectors, at);
      at += one.vectors.length;
    }
    const documents = finished.map(({ document }) => document);
    const { embeddedDocuments, embeddedSentences } = this;
    return {
      ...this.settleGraph(documents, vectors),
      vectors: new MemoryRows(vectors, dimensions),
      embeddedDocuments,
      embeddedSentences,
    };
  }

  /** Null, after a notice, for a text that breaks a reader: the others are indexed without it. */
  private analyse(source: SourceText): AnalysedDocument | null {
    try {
      const { document, notices } = readDocument(source.path, source.text, source.inherited, source.source);
      for (const notice of notices) this.options.onNotice?.(notice);
      return analyseDocument(document, this.options.analyser);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      this.options.onNotice?.(`${source.path}: left out: it could not be read (${problem}); please report it`);
      return null;
    }
  }

  private embedWaiting(): void {
    const batch = this.waiting;
    this.waiting = [];
    if (batch.length === 0) return;
    const request = this.embed(batch);
    request.catch(() => undefined); // reported when it is awaited, which may be later
    this.requests.push(request);
  }

  private async embed(batch: readonly { source: SourceText; analysed: AnalysedDocument }[]): Promise<void> {
    const { embedder, onIndexProgress } = this.options;
    const { model } = embedder;
    const { dimensions, maxTokens } = model;
    const texts = batch.flatMap(({ analysed }) => analysed.texts);
    const length = batch.reduce((sum, { source }) => sum + source.text.length, 0);
    const { vectors, tokenCounts } = await embedder.embedTexts(texts, (done) => {
      const share = (this.doneLength + (length * done) / texts.length) / Math.max(1, this.expectedLength);
      onIndexProgress?.(Math.min(1, share), this.embeddedSentences + done);
    });
    let from = 0;
    for (const { source, analysed } of batch) {
      const to = from + analysed.texts.length;
      const own = vectors.subarray(from * dimensions, to * dimensions);
      const reading = { tokenCounts: tokenCounts.subarray(from, to), vectorOf: readVectors(own, model) };
      const document = finishDocument(analysed, reading, maxTokens);
      const stored = { ...document, digest: source.digest, vectorLabels: this.number(own) };
      this.finished.set(source.path, { document: stored, vectors: own });
      from = to;
    }
    this.doneLength += length;
    this.embeddedDocuments += batch.length;
    this.embeddedSentences += texts.length;
  }

  /** Takes vectors of sentences that are no more out of the graph; with many of them, builds it anew. */
  private settleGraph(documents: readonly StoredDocument[], vectors: Float32Array) {
    const live = new Set(documents.flatMap(({ vectorLabels }) => vectorLabels));
    for (const { vectorLabels } of this.old?.documents ?? []) {
      for (const label of vectorLabels) if (!live.has(label)) this.graph?.remove(label);
    }
    const isMissing = !this.graph && findMissingGraph();
    if (isMissing || (this.graph && this.graph.removed <= maxRemovedShare * live.size)) {
      return { documents, graph: this.graph, nextLabel: this.nextLabel };
    }
    const { dimensions } = this.options.embedder.model;
    const graph = HnswGraph.create(dimensions);
    let next = 0;
    const renumbered = documents.map((document) => ({
      ...document,
      vectorLabels: document.vectorLabels.map(() => {
        graph.add(vectors.subarray(next * dimensions, (next + 1) * dimensions), next);
        return next++;
      }),
    }));
    return { documents: renumbered, graph, nextLabel: next };
  }
}

/** Texts with the same bytes and the same kind of file come out the same. */
function contentKey(path: string, digest: string): string {
  return `${digest} ${/\.[^./]*$/.exec(path)?.[0].toLowerCase() ?? ''}`;
}
