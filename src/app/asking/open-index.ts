import { IndexFolder } from '../../adapters/index/index-folder.js';
import { createEquivalents } from '../../core/english/equivalents.js';
import { listCollections, type CollectionScope } from '../../core/collections/collection.js';
import type { SentenceLabel } from '../../core/labelling/labels.js';
import { isAsking } from '../../core/question/read-question.js';
import { createMeaningReader, type ReadMeaning } from '../../core/misses/read-meaning.js';
import type { Analyser } from '../../core/ports.js';
import { answerDefaults, type Answer, type AnswerOptions } from '../../core/search/answer.js';
import { findQuote, type QuoteFinding } from '../../core/search/find-quote.js';
import { searchPassages, type FoundPassage } from '../../core/search/passage-search.js';
import { rowsOfDocument } from '../../core/search/rows-of-document.js';
import { rankSentences } from '../../core/search/ranking.js';
import type { IndexedDocument, SearchIndex } from '../../core/search/search-index.js';
import { summarise, type Summary } from '../../core/summary/summarise.js';
import { summaryDefaults } from '../../core/summary/summary-options.js';
import type { SourceDocument } from '../../core/text/document.js';
import type { Span } from '../../core/text/span.js';
import type { IndexingHooks } from '../indexing/index-corpus.js';
import { giveWay } from '../give-way.js';
import { openModels } from './open-models.js';
import type { Manifest } from '../indexing/manifest.js';
import { isCutAsNow, loadIndex, openStoredIndex, toSearchIndex } from '../indexing/stored-index.js';
import { updateIndex, type IndexingResult } from '../indexing/update-index.js';
import { explainLabels } from '../labels/explain-label.js';
import { overlayLabels, tryStoredOverrides } from '../labels/label-overrides.js';
import { requireEmbedded } from '../index-server.js';
import type { Settings, StoreSettings } from '../settings.js';
import { answerRanking, type ReadingOptions } from './answer-ranking.js';
import { matchDocument, requireDocument, suggestDocuments, type DocumentMatch } from './find-document.js';
import { describePart, IndexParts, relabelPart } from './index-parts.js';
import type { Provenance } from './provenance.js';
import { ReadingDesk } from './reading-desk.js';
import { warmUp } from './warm-up.js';
import { embedQuestion, prepareQuestion, type Asked, type QuestionReaders } from './prepare-question.js';
import { readChangedAt, verifyQuote, type DocumentOrigin, type Verification } from './verify-quote.js';

interface SummaryRequest {
  /** What to summarise, in words; null or blank for all there is in the scope. */
  readonly topic: string | null;
  /** The id of the only document to look in; null for all. */
  readonly documentId: string | null;
  /** Most quotes, 1 to 12. */
  readonly quotes: number;
}

/** One version of the index and all that can be asked of it; it stays as it is when another one is put in use. */
export interface OpenIndex {
  readonly manifest: Manifest;
  readonly searchIndex: SearchIndex;
  readonly analyser: Analyser;
  /** Answers with quotes, each with its label, or says why not. */
  ask(question: string, options?: Partial<AnswerOptions> & ReadingOptions): Promise<Answer & Provenance>;
  /** The best passages for a query, with the parts of their scores. */
  search(query: string, count: number): Promise<{ readonly passages: FoundPassage[] } & Provenance>;
  summarise(request?: Partial<SummaryRequest>): Promise<Summary & Provenance>;
  /** Whether somebody's words stand in the texts. */
  findQuote(text: string): Promise<QuoteFinding>;
  /** How a quote of one of the index's documents stands in its source file now; `mark` is the fingerprint of its text. */
  verifyQuote(document: Pick<SourceDocument, 'path'>, span: Span, mark: string): Promise<Verification>;
  /** When a document's source file was last written, in milliseconds since 1970; null for one that is gone. */
  readChangedAt(document: Pick<SourceDocument, 'path'>): Promise<number | null>;
  /** The labels with all their reasons of the sentences in a span of one of the index's documents. */
  explainLabels(document: IndexedDocument, span: Span): SentenceLabel[];
  /** Null when the index no longer holds a document with this id. */
  findDocument(id: string): IndexedDocument | null;
  /** The document that somebody means by an id, a path or a title, or by a part of them. */
  matchDocument(name: string): DocumentMatch;
  /** As `matchDocument`; throws `bad-input`, naming others, where it is not clear which document is meant. */
  requireDocument(name: string): SourceDocument;
  /** Documents that something typed may mean, best first; all of them when nothing is typed. */
  suggestDocuments(typed: string): readonly SourceDocument[];
  /** The embedding of a question, of unit length, by the model that `manifest` names. */
  embedQuestion(question: string): Promise<Float32Array>;
  readonly readMeaning: ReadMeaning;
  /** The collections of its documents, by name. */
  readonly collections: readonly string[];
  /** The index of the collections of a scope alone, which answers, counts and suggests as if there were no others; itself where that is all. */
  within(scope: CollectionScope): Promise<OpenIndex>;
  /** Whether a document is among all texts, but not in this part of them. */
  holdsElsewhere(id: string): boolean;
}

type AnswerAsked = (asked: Asked, options: Partial<AnswerOptions> & ReadingOptions) => Promise<Answer>;

/** What an index is opened from. */
interface IndexSource {
  readonly manifest: Manifest;
  readonly searchIndex: SearchIndex;
  /** Folder of the source files. */
  readonly corpusDir: string;
  /** Of an index over the same texts, perhaps with other labels. */
  readonly parts?: IndexParts;
  /** Of a part: whether a document is among all texts. */
  readonly isKnown?: (id: string) => boolean;
}

export function createOpenIndex(
  { manifest, searchIndex, corpusDir, parts = new IndexParts(searchIndex), isKnown = () => false }: IndexSource,
  readers: QuestionReaders,
): OpenIndex {
  const { analyser, equivalents } = readers;
  const documents = searchIndex.documents.map(({ document }) => document);
  const numbers = new Map(documents.map(({ id }, number) => [id, number]));
  const originOf = (path: string): DocumentOrigin => documents.find((document) => document.path === path) ?? { path };
  let meaningReader: ReadMeaning | null = null;
  const stamp = (started: number): Provenance => ({
    index: manifest.version,
    elapsedMs: performance.now() - started,
  });
  const answerAsked: AnswerAsked = async ({ question, vector }, { read = true, waiting = 0, ...given }) => {
    const options = { ...answerDefaults, ...given };
    const ranking = rankSentences(question, vector, searchIndex, rowsOfDocument(searchIndex, options.documentId));
    return answerRanking(ranking, searchIndex, options, readers, { read, waiting });
  };
  const opened = new WeakMap<SearchIndex, OpenIndex>();
  const own: OpenIndex = {
    manifest,
    searchIndex,
    analyser,
    async ask(text, options = {}) {
      const started = performance.now();
      const answer = await answerAsked(await prepareQuestion(text, searchIndex, readers), options);
      return { ...answer, question: text, ...stamp(started) };
    },
    async search(query, count) {
      const started = performance.now();
      const { question, vector } = await prepareQuestion(query, searchIndex, readers);
      return { passages: searchPassages(question, vector, searchIndex, count), ...stamp(started) };
    },
    async summarise({ topic = null, documentId = null, quotes = summaryDefaults.quotes } = {}) {
      const started = performance.now();
      const words = topic?.trim() === '' ? null : topic;
      const asked = words === null ? null : await prepareQuestion(words, searchIndex, readers);
      // Words alone are about something; a question wants an answer, and only reading tells whether there is one.
      const answer = asked && isAsking(asked.question) ? await answerAsked(asked, { documentId, limit: quotes }) : null;
      const summary = await giveWay(
        summarise(searchIndex, analyser, { topic: asked && { ...asked, answer }, documentId, quotes }),
      );
      return { ...summary, topic: words, ...stamp(started) };
    },
    async findQuote(text) {
      const { question, vector } = await prepareQuestion(text, searchIndex, readers);
      return findQuote(text, searchIndex, rankSentences(question, vector, searchIndex));
    },
    verifyQuote: ({ path }, span, mark) => verifyQuote(corpusDir, originOf(path), span, mark),
    readChangedAt: ({ path }) => readChangedAt(corpusDir, originOf(path)),
    explainLabels: ({ document }, span) =>
      explainLabels(searchIndex, numbers.get(document.id) ?? -1, span, { analyser, model: manifest.model }),
    findDocument: (id) => searchIndex.documents[numbers.get(id) ?? -1] ?? null,
    matchDocument: (name) => matchDocument(documents, name),
    requireDocument: (name) => requireDocument(documents, name),
    suggestDocuments: (typed) => suggestDocuments(documents, typed),
    embedQuestion: (question) => embedQuestion(question, readers),
    readMeaning: (question) => {
      meaningReader ??= createMeaningReader(analyser, equivalents);
      return meaningReader(question);
    },
    collections: listCollections(documents),
    async within(scope) {
      const part = await parts.find(scope);
      if (part === null) return own;
      const known = opened.get(part.index);
      if (known) return known;
      const labelled = relabelPart(part, searchIndex);
      const source = {
        manifest: describePart(manifest, part),
        searchIndex: labelled,
        corpusDir,
        isKnown: (id: string) => numbers.has(id),
      };
      const open = createOpenIndex(source, readers);
      opened.set(part.index, open);
      return open;
    },
    holdsElsewhere: (id) => !numbers.has(id) && isKnown(id),
  };
  return own;
}

/** An index that was opened for one program alone, which closes it. */
export interface OwnIndex extends OpenIndex {
  /** What bringing the index up to date took. */
  readonly indexing: Omit<IndexingResult, 'index'>;
  close(): Promise<void>;
}

/**
 * Opens the model and the index, which is built or brought up to date where it has to be. With `store`, labels have what moderators
 * have set; without it, they are the labeller's.
 */
export async function openIndex(
  settings: Settings,
  hooks: IndexingHooks = {},
  { store }: { readonly store?: StoreSettings } = {},
): Promise<OwnIndex> {
  requireEmbedded(settings);
  const { onNotice = () => undefined } = hooks;
  const folder = new IndexFolder(settings.indexDir);
  const models = openModels(settings, folder, hooks);
  const desk = new ReadingDesk(models.reader);
  const overrides = store ? tryStoredOverrides(store, onNotice) : Promise.resolve([]);
  // The model loads in its own thread; all that follows goes on meanwhile.
  const { createWinkAnalyser } = await import('../../adapters/wink-analyser.js');
  const analyser = createWinkAnalyser();
  const equivalents = createEquivalents(analyser);
  const stored = await openStoredIndex(folder, onNotice);
  // One that an earlier version has written is first analysed anew.
  const storedSearch = stored && isCutAsNow(stored) ? await toSearchIndex(stored) : null;
  if (storedSearch) await warmUp(storedSearch, { analyser, equivalents });
  const { corpusDir } = settings;
  const { readKeptTexts } = await import('../indexing/read-texts.js'); // of no use to a bot, which indexes elsewhere
  const texts = await readKeptTexts(corpusDir, folder, onNotice);
  const updated = await updateIndex({ texts, folder, analyser, stored, embedder: models.embedder, ...hooks });
  const { index, ...indexing } = updated;
  const embedder = await models.embedder;
  const plainIndex =
    storedSearch && index === stored ? storedSearch : await toSearchIndex(await loadIndex(index, stored), storedSearch);
  const searchIndex = await overlayLabels(plainIndex, await overrides);
  const readers = { analyser, equivalents, embedder, desk };
  const open = createOpenIndex({ manifest: index.manifest, searchIndex, corpusDir }, readers);
  const close = async (): Promise<void> => {
    await (await models.reader)?.close();
    await embedder.close();
  };
  return { ...open, indexing, close };
}
