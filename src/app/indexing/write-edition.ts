import type { Edition, PostgresIndexWriter } from '../../adapters/index-postgres/index-writer.js';
import type { WrittenDocument } from '../../adapters/index-postgres/insert-document.js';
import type { Analyser, Embedder } from '../../core/ports.js';
import { finishDocument, type AnalysedDocument } from './analyse-document.js';
import { analyseSource } from './analyse-source.js';
import type { SourceText } from './read-texts.js';
import { readVectors } from './sentence-vectors.js';
import { endingOf, type FindVectors } from './stored-vectors.js';

/** Sentences that are embedded and written at once. */
const sentencesPerBatch = 1_024;

interface WriteOptions {
  readonly writer: PostgresIndexWriter;
  readonly edition: Edition;
  readonly analyser: Analyser;
  readonly embedder: Embedder;
  /** Looks for vectors that need not be made again. */
  readonly findVectors: FindVectors;
  /** The version of an index that holds these texts, by path and digest. */
  readonly versionOf: (texts: readonly Pick<SourceText, 'path' | 'digest'>[]) => string;
  readonly onNotice: (notice: string) => void;
  readonly onIndexProgress: (share: number, sentences: number) => void;
}

interface WaitingText {
  readonly source: SourceText;
  readonly analysed: AnalysedDocument;
}

/** What was written into an edition. */
export interface WrittenTexts {
  readonly writtenDocuments: number;
  readonly embeddedDocuments: number;
  readonly embeddedSentences: number;
  readonly removedDocuments: number;
}

/**
 * Brings an edition up to date with texts: those that it does not hold as they are now are analysed, embedded unless their vectors
 * are known, and written batch by batch; those that are no more are taken out with the first one.
 */
export async function writeEdition(texts: readonly SourceText[], options: WriteOptions): Promise<WrittenTexts> {
  return new EditionUpdate(texts, options).run();
}

class EditionUpdate {
  /** What the edition holds by now. */
  private readonly held: Map<string, string>;
  private removed: readonly string[];
  private ready: WrittenDocument[] = [];
  private waiting: WaitingText[] = [];
  private writing: Promise<void> = Promise.resolve();
  private readonly length: number;
  private doneLength = 0;
  private writtenDocuments = 0;
  private embeddedDocuments = 0;
  private embeddedSentences = 0;

  constructor(
    private readonly texts: readonly SourceText[],
    private readonly options: WriteOptions,
  ) {
    this.held = new Map(options.edition.digests);
    const paths = new Set(texts.map(({ path }) => path));
    this.removed = [...this.held.keys()].filter((path) => !paths.has(path));
    this.length = texts.filter((source) => this.isNew(source)).reduce((sum, { text }) => sum + text.length, 0);
  }

  async run(): Promise<WrittenTexts> {
    const removedDocuments = this.removed.length;
    for (const source of this.texts.filter((each) => this.isNew(each))) {
      const analysed = this.analyse(source);
      if (analysed === null) continue;
      await this.add({ source, analysed });
      if (this.countWaiting() >= sentencesPerBatch) await this.write();
    }
    await this.write();
    await this.writing;
    const { writtenDocuments, embeddedDocuments, embeddedSentences } = this;
    return { writtenDocuments, embeddedDocuments, embeddedSentences, removedDocuments };
  }

  private isNew({ path, digest }: SourceText): boolean {
    return this.options.edition.digests.get(path) !== digest;
  }

  /** What cannot be indexed is not held any more either. */
  private analyse(source: SourceText): AnalysedDocument | null {
    const { onNotice, analyser } = this.options;
    const analysed = analyseSource(source, analyser, onNotice);
    if (analysed === null && this.held.has(source.path)) this.removed = [...this.removed, source.path];
    return analysed;
  }

  private async add({ source, analysed }: WaitingText): Promise<void> {
    const known = await this.options.findVectors(source.digest, endingOf(source.path));
    if (known?.tokenCounts.length === analysed.texts.length) this.finish({ source, analysed }, known);
    else this.waiting.push({ source, analysed });
  }

  private finish(
    { source, analysed }: WaitingText,
    { vectors, tokenCounts }: { readonly vectors: Float32Array; readonly tokenCounts: ArrayLike<number> },
  ): void {
    const { model } = this.options.embedder;
    const reading = { tokenCounts, vectorOf: readVectors(vectors, model) };
    const indexed = finishDocument(analysed, reading, model.maxTokens);
    this.ready.push({ path: source.path, digest: source.digest, indexed, vectors });
    this.doneLength += source.text.length;
  }

  /** Sentences of the texts that are not written yet. */
  private countWaiting(): number {
    const embedded = this.ready.reduce((sum, { indexed }) => sum + indexed.sentences.length, 0);
    return this.waiting.reduce((sum, { analysed }) => sum + analysed.texts.length, embedded);
  }

  private async write(): Promise<void> {
    await this.embedWaiting();
    if (this.ready.length + this.removed.length === 0) return;
    for (const path of this.removed) this.held.delete(path);
    for (const { path, digest } of this.ready) this.held.set(path, digest);
    const version = this.options.versionOf(
      Array.from(this.held, ([path, digest]) => ({ path, digest })).sort((a, b) => (a.path < b.path ? -1 : 1)),
    );
    const { writer, edition } = this.options;
    await this.writing; // one batch is written while the next one is embedded
    this.writing = writer.write(edition, { version, documents: this.ready, removed: this.removed });
    this.writing.catch(() => undefined); // told by what waits for it
    this.writtenDocuments += this.ready.length;
    this.ready = [];
    this.removed = [];
  }

  private async embedWaiting(): Promise<void> {
    const batch = this.waiting;
    if (batch.length === 0) return;
    this.waiting = [];
    const { embedder, onIndexProgress } = this.options;
    const { dimensions } = embedder.model;
    const texts = batch.flatMap(({ analysed }) => analysed.texts);
    const length = batch.reduce((sum, { source }) => sum + source.text.length, 0);
    const { vectors, tokenCounts } = await embedder.embedTexts(texts, (done) => {
      const share = (this.doneLength + (length * done) / texts.length) / Math.max(1, this.length);
      onIndexProgress(Math.min(1, share), this.embeddedSentences + done);
    });
    let from = 0;
    for (const text of batch) {
      const to = from + text.analysed.texts.length;
      this.finish(text, {
        vectors: vectors.slice(from * dimensions, to * dimensions),
        tokenCounts: tokenCounts.subarray(from, to),
      });
      from = to;
    }
    this.embeddedDocuments += batch.length;
    this.embeddedSentences += texts.length;
  }
}
