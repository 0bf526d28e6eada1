import { answerDefaults, answerQuestion, type Answer, type AnswerOptions } from '../../core/search/answer.js';
import { findQuote, type QuoteFinding } from '../../core/search/find-quote.js';
import { createMeaningReader, type ReadMeaning } from '../../core/misses/read-meaning.js';
import type { SentenceLabel } from '../../core/labelling/labels.js';
import type { Analyser } from '../../core/ports.js';
import { rankSentences } from '../../core/search/ranking.js';
import type { IndexedDocument, SearchIndex } from '../../core/search/search-index.js';
import type { Span } from '../../core/text/span.js';
import type { Summary } from '../../core/summary/summarise.js';
import { explainLabels } from '../labels/explain-label.js';
import { embedQuestion, readAsked, type QuestionReaders } from './read-asked.js';
import type { Manifest } from '../indexing/stored-index.js';
import { summariseIndex, type SummaryRequest } from './summarise-index.js';

/** One version of the index with all that can be asked of it; it stays as it is when another one is put in use. */
export interface LibrarySnapshot {
  readonly manifest: Manifest;
  readonly searchIndex: SearchIndex;
  readonly analyser: Analyser;
  ask(question: string, options: Partial<AnswerOptions>): Promise<Answer>;
  findQuote(text: string): Promise<QuoteFinding>;
  summarise(request: SummaryRequest): Promise<Summary>;
  /** The labels with all their reasons of the sentences in a span of one of the index's documents. */
  explainLabels(document: IndexedDocument, span: Span): SentenceLabel[];
  /** Null when the index no longer holds a document with this id. */
  findDocument(id: string): IndexedDocument | null;
  /** The embedding of a question, of unit length, by the model that `manifest` names. */
  embedQuestion(question: string): Promise<Float32Array>;
  readonly readMeaning: ReadMeaning;
}

export function createSnapshot(
  manifest: Manifest,
  searchIndex: SearchIndex,
  readers: QuestionReaders,
): LibrarySnapshot {
  let meaningReader: ReadMeaning | null = null;
  const numbers = new Map(searchIndex.documents.map(({ document }, number) => [document.id, number]));
  return {
    manifest,
    searchIndex,
    analyser: readers.analyser,
    async ask(text, options) {
      const { question, vector } = await readAsked(text, searchIndex, readers);
      return answerQuestion(question, vector, searchIndex, { ...answerDefaults, ...options });
    },
    async findQuote(text) {
      const { question, vector } = await readAsked(text, searchIndex, readers);
      return findQuote(text, searchIndex, rankSentences(question, vector, searchIndex));
    },
    summarise: (request) => summariseIndex(searchIndex, readers, request),
    explainLabels: ({ document }, span) =>
      explainLabels(searchIndex, numbers.get(document.id) ?? -1, span, {
        analyser: readers.analyser,
        model: manifest.model,
      }),
    findDocument: (id) => searchIndex.documents[numbers.get(id) ?? -1] ?? null,
    embedQuestion: (question) => embedQuestion(question, readers),
    readMeaning: (question) => {
      meaningReader ??= createMeaningReader(readers.analyser, readers.equivalents);
      return meaningReader(question);
    },
  };
}
