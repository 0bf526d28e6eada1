import type { CollectionScope } from '../../core/collections/collection.js';
import type { ListedText } from '../../core/corpus/list-document.js';
import type { Lane } from '../../core/labelling/labels.js';
import type { ReadMeaning } from '../../core/misses/read-meaning.js';
import type { TextAnchor } from '../../core/overrides/label-override.js';
import type { Analyser } from '../../core/ports.js';
import type { ExampleQuestion } from '../../core/question/example-questions.js';
import type { Answer, AnswerOptions } from '../../core/search/answer.js';
import type { QuoteFinding } from '../../core/search/find-quote.js';
import type { FoundPassage } from '../../core/search/passage-search.js';
import type { Summary } from '../../core/summary/summarise.js';
import type { SourceDocument } from '../../core/text/document.js';
import type { Span } from '../../core/text/span.js';
import type { Manifest } from '../indexing/manifest.js';
import type { ReadingOptions } from './answer-ranking.js';
import type { DocumentMatch } from './find-document.js';
import type { HeldTexts } from './held-texts.js';
import type { Provenance } from './provenance.js';
import type { Verification } from './verify-quote.js';

export interface SummaryRequest {
  /** What to summarise, in words; null or blank for all there is in the scope. */
  readonly topic: string | null;
  /** The id of the only document to look in; null for all. */
  readonly documentId: string | null;
  /** Most quotes, 1 to 12. */
  readonly quotes: number;
}

/** What an index says of itself. */
export type IndexFacts = Pick<Manifest, 'version' | 'model' | 'counts' | 'builtAt'>;

/**
 * One version of the index and all that can be asked of it, whichever engine keeps it; its list of texts stays as it is when another one is
 * put in use. What needs no text is told at once, all else is promised: the texts may lie elsewhere. Promises reject with a `VerbatimError`
 * while they cannot be had.
 */
export interface OpenIndex {
  readonly manifest: IndexFacts;
  /** By rising path. */
  readonly documents: readonly ListedText[];
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
  /** When a document's source file was last written, in milliseconds since 1970; null for one that is gone, `elsewhere` as for `Verification`. */
  readChangedAt(document: Pick<SourceDocument, 'path'>): Promise<number | 'elsewhere' | null>;
  /** The documents with these ids, as far as the index has them, to be read. */
  fetchTexts(ids: readonly string[]): Promise<HeldTexts>;
  /** All documents in which these words may stand by now: for `placeAnchors`, which may find them in another one than before. */
  fetchPlaces(anchors: readonly Pick<TextAnchor, 'documentId' | 'exact'>[]): Promise<HeldTexts>;
  /** How many sentences each lane has; headings have no part in it. */
  countLanes(): Promise<Readonly<Record<Lane, number>>>;
  /** Questions that its texts should answer, by `listExampleQuestions`; of very many texts, those of some. */
  listExamples(): Promise<readonly ExampleQuestion[]>;
  /** Null when the index no longer holds a document with this id. */
  findListed(id: string): ListedText | null;
  /** The document that somebody means by an id, a path or a title, or by a part of them. */
  matchDocument(name: string): DocumentMatch;
  /** As `matchDocument`; throws `bad-input`, naming others, where it is not clear which document is meant. */
  requireDocument(name: string): ListedText;
  /** Documents that something typed may mean, best first; all of them when nothing is typed. */
  suggestDocuments(typed: string): readonly ListedText[];
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

/** An index that was opened for one program alone, which closes it. */
export interface OwnIndex extends OpenIndex {
  close(): Promise<void>;
}
