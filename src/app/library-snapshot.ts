import { answerDefaults, answerQuestion, type Answer, type AnswerOptions } from '../core/answer.js';
import type { Equivalents } from '../core/equivalents.js';
import { findQuote, type QuoteFinding } from '../core/find-quote.js';
import type { Analyser, Embedder } from '../core/ports.js';
import { adaptToIndex, readQuestion, type Question } from '../core/question.js';
import { rankSentences } from '../core/ranking.js';
import type { IndexedDocument, SearchIndex } from '../core/search-index.js';
import type { Manifest } from './stored-index.js';

/** What reads questions, whichever index they are asked of. */
export interface QuestionReaders {
  readonly analyser: Analyser;
  readonly equivalents: Equivalents;
  readonly embedder: Embedder;
}

/** One version of the index with all that can be asked of it; it stays as it is when another one is put in use. */
export interface LibrarySnapshot {
  readonly manifest: Manifest;
  readonly searchIndex: SearchIndex;
  readonly analyser: Analyser;
  ask(question: string, options: Partial<AnswerOptions>): Promise<Answer>;
  findQuote(text: string): Promise<QuoteFinding>;
  /** Null when the index no longer holds a document with this id. */
  findDocument(id: string): IndexedDocument | null;
}

/** Longest text that is looked at, in UTF-16 units; far more than the model reads. */
const maxTextLength = 1_000;

export function createSnapshot(
  manifest: Manifest,
  searchIndex: SearchIndex,
  { analyser, equivalents, embedder }: QuestionReaders,
): LibrarySnapshot {
  const read = async (text: string): Promise<{ question: Question; vector: Float32Array }> => {
    const cut = text.slice(0, maxTextLength);
    const vector = await embedder.embedQuestion(cut);
    return { question: adaptToIndex(readQuestion(cut, analyser, equivalents), searchIndex), vector };
  };
  const documents = new Map(searchIndex.documents.map((document) => [document.document.id, document]));
  return {
    manifest,
    searchIndex,
    analyser,
    async ask(text, options) {
      const { question, vector } = await read(text);
      return answerQuestion(question, vector, searchIndex, { ...answerDefaults, ...options });
    },
    async findQuote(text) {
      const { question, vector } = await read(text);
      return findQuote(text, searchIndex, rankSentences(question, vector, searchIndex));
    },
    findDocument: (id) => documents.get(id) ?? null,
  };
}
