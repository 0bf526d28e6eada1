import path from 'node:path';
import { readLines, type SegmentWriter } from '../../adapters/index/segment-files.js';
import type { VectorRows } from '../../adapters/index/vector-rows.js';
import { labellerVersion } from '../../core/labelling/version.js';
import type { Analyser, Embedder } from '../../core/ports.js';
import { finishDocument, type AnalysedDocument } from './analyse-document.js';
import { analyseSource } from './analyse-source.js';
import { documentsFileOf, openVectors, type ManifestDocument, type ManifestSegment } from './manifest.js';
import { chooseKeptSegments } from './merge-segments.js';
import type { SourceText } from './read-texts.js';
import { readVectors } from './sentence-vectors.js';
import { isCutAsNow, type StoredDocument, type StoredIndex } from './stored-index.js';

/** Sentences in one request to the model: enough to sort by length, few enough to work on the next ones meanwhile. */
const sentencesPerRequest = 1_024;
/** Requests that may wait for the model before more text is analysed; bounds the memory. */
const maxRequestsInFlight = 2;

interface BuildOptions {
  readonly analyser: Analyser;
  readonly embedder: Embedder;
  readonly onNotice?: (notice: string) => void;
  readonly onIndexProgress?: (share: number, sentences: number) => void;
}

/** Documents of an index to be, in the order of the corpus, and the segments that they lie in. */
export interface BuiltDocuments {
  readonly documents: readonly ManifestDocument[];
  readonly segments: readonly ManifestSegment[];
  readonly embeddedDocuments: number;
  readonly embeddedSentences: number;
}

/** A document of the old index. */
interface Kept {
  readonly place: ManifestDocument;
  /** The number of its first vector among all of the old index. */
  readonly firstRow: number;
}

/**
 * Reads, analyses and embeds texts into the segment of a build, and takes over from the old index what it holds of the same content:
 * what lies in a segment that is kept stays where it is.
 */
export async function buildDocuments(
  texts: readonly SourceText[],
  old: StoredIndex | null,
  build: { readonly folder: string; readonly writer: SegmentWriter },
  options: BuildOptions,
): Promise<BuiltDocuments> {
  const builder = new DocumentBuilder(old && isCutAsNow(old) ? old : null, build.writer, options);
  const own = texts.map((source) => builder.findKept(source, 'path'));
  const jobs = texts.map((source, i) => ({ source, kept: own[i] ?? builder.findKept(source, 'content') }));
  builder.expect(jobs.filter(({ kept }) => !kept).reduce((sum, { source }) => sum + source.text.length, 0));
  builder.chooseSegments(
    jobs.flatMap(({ source, kept }) => (kept && builder.isSame(source, kept) ? [kept.place] : [])),
  );
  for (const { source, kept } of jobs) {
    if (kept) await builder.keep(source, kept);
    else await builder.add(source);
  }
  return builder.finish(texts, path.basename(build.folder));
}

/** Stands for the segment that is being written, among the numbers of the old index's. */
const ownSegment = -1;

class DocumentBuilder {
  /** By path and by content. */
  private readonly known = new Map<string, Kept>();
  private readonly taken = new Set<Kept>();
  private readonly oldVectors: VectorRows | null;
  private keptSegments: ReadonlySet<number> = new Set();
  private readonly finished = new Map<string, ManifestDocument>();
  private waiting: { source: SourceText; analysed: AnalysedDocument }[] = [];
  private readonly requests: Promise<void>[] = [];
  private expectedLength = 0;
  private doneLength = 0;
  private embeddedDocuments = 0;
  private embeddedSentences = 0;

  constructor(
    private readonly old: StoredIndex | null,
    private readonly writer: SegmentWriter,
    private readonly options: BuildOptions,
  ) {
    this.oldVectors = old && openVectors(old.root, old.manifest);
    let firstRow = 0;
    for (const place of old?.manifest.documents ?? []) {
      const kept = { place, firstRow };
      this.known.set(contentKey(place.path, place.digest), kept);
      this.known.set(`${place.digest} ${place.path}`, kept);
      firstRow += place.sentences;
    }
  }

  /** What the old index holds of a text, under its path or another; a copy has no place in the graph yet. */
  findKept({ path: name, digest }: SourceText, by: 'path' | 'content'): Kept | null {
    const kept = this.known.get(by === 'path' ? `${digest} ${name}` : contentKey(name, digest));
    if (!kept) return null;
    if (this.taken.has(kept)) return { ...kept, place: { ...kept.place, graph: null } };
    this.taken.add(kept);
    return kept;
  }

  /** Whether all that is stored of a document holds; a new path or a new labeller costs a new analysis. */
  isSame({ path: name }: SourceText, { place }: Kept): boolean {
    return place.path === name && this.old?.manifest.labeller === labellerVersion;
  }

  /** Decides which of the old segments stay in use, given the documents that may stay where they are. */
  chooseSegments(staying: readonly ManifestDocument[]): void {
    this.keptSegments = chooseKeptSegments(staying, this.old?.manifest.segments.length ?? 0);
  }

  expect(length: number): void {
    this.expectedLength = length;
  }

  /** Takes over a document with its vectors. */
  async keep(source: SourceText, kept: Kept): Promise<void> {
    const { place, firstRow } = kept;
    const isSame = this.isSame(source, kept);
    if (isSame && this.keptSegments.has(place.segment)) {
      this.finished.set(source.path, place);
      return;
    }
    const line = await this.readLine(place);
    const vectors = this.oldVectors?.read(firstRow, firstRow + place.sentences) ?? new Float32Array();
    if (isSame) {
      const written = await this.writer.add(line, vectors, place.sentences);
      this.finished.set(source.path, { ...place, ...written, segment: ownSegment });
      return;
    }
    const { model } = this.options.embedder;
    const tokenCounts = (JSON.parse(line.toString('utf8')) as StoredDocument).sentences.map(
      ({ tokenCount }) => tokenCount,
    );
    const analysed = this.analyse(source);
    if (analysed === null) return;
    const renewed = finishDocument(analysed, { tokenCounts, vectorOf: readVectors(vectors, model) }, model.maxTokens);
    await this.write({ ...renewed, digest: source.digest }, vectors, place.graph);
  }

  /** Analyses a new text and hands it to the model once enough of them wait. */
  async add(source: SourceText): Promise<void> {
    const analysed = this.analyse(source);
    if (analysed === null) return;
    this.waiting.push({ source, analysed });
    const sentences = this.waiting.reduce((sum, { analysed }) => sum + analysed.texts.length, 0);
    if (sentences < sentencesPerRequest) return;
    this.embedWaiting();
    await this.requests.at(-maxRequestsInFlight);
  }

  async finish(texts: readonly SourceText[], folder: string): Promise<BuiltDocuments> {
    this.embedWaiting();
    await Promise.all(this.requests);
    const files = await this.writer.finish();
    const found = texts.map(({ path: name }) => this.finished.get(name)).filter((one) => one !== undefined);
    const used = [...new Set(found.map(({ segment }) => segment))].sort((a, b) => a - b);
    const segments = used.map((number) => this.old?.manifest.segments[number] ?? { folder, files });
    const documents = found.map((place) => ({ ...place, segment: used.indexOf(place.segment) }));
    const { embeddedDocuments, embeddedSentences } = this;
    return { documents, segments, embeddedDocuments, embeddedSentences };
  }

  private async readLine(place: ManifestDocument): Promise<Buffer> {
    const segment = this.old?.manifest.segments[place.segment];
    if (this.old && segment) {
      for await (const line of readLines(documentsFileOf(this.old.root, segment), [place])) return line;
    }
    throw new RangeError(`${place.path} is in no segment`);
  }

  private async write(document: StoredDocument, vectors: Float32Array, graph: number | null): Promise<void> {
    const { sentences, passages, digest } = document;
    const written = await this.writer.add(Buffer.from(JSON.stringify(document)), vectors, sentences.length);
    const counts = { sentences: sentences.length, passages: passages.length };
    const { path: name } = document.document;
    this.finished.set(name, { path: name, digest, ...counts, ...written, segment: ownSegment, graph });
  }

  private analyse(source: SourceText): AnalysedDocument | null {
    const { analyser, onNotice = () => undefined } = this.options;
    return analyseSource(source, analyser, onNotice);
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
      await this.write({ ...finishDocument(analysed, reading, maxTokens), digest: source.digest }, own, null);
      from = to;
    }
    this.doneLength += length;
    this.embeddedDocuments += batch.length;
    this.embeddedSentences += texts.length;
  }
}

/** Texts with the same bytes and the same kind of file come out the same. */
function contentKey(name: string, digest: string): string {
  return `${digest} ${/\.[^./]*$/.exec(name)?.[0].toLowerCase() ?? ''}`;
}
