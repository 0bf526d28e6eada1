import type { AskedQuestion } from '../question/read-question.js';
import type { Answer } from '../search/answer.js';

/** A topic as a question is read, with its embedding. */
export interface Topic {
  readonly question: AskedQuestion;
  readonly vector: Float32Array;
  /** How the texts answer a topic that is a question; null for one that is none. */
  readonly answer: Answer | null;
}

export interface SummaryOptions {
  /** What to summarise; null for all there is in the scope. */
  readonly topic: Topic | null;
  /** The id of the only document to look in; null for all. */
  readonly documentId: string | null;
  /** Most quotes, 1 to 12. */
  readonly quotes: number;
}

export const summaryDefaults: SummaryOptions = { topic: null, documentId: null, quotes: 6 };
export const maxSummaryQuotes = 12;
