import type { Equivalents } from '../../core/english/equivalents.js';
import type { Analyser, Embedder } from '../../core/ports.js';
import { adaptToIndex, readQuestion, type AskedQuestion } from '../../core/question/read-question.js';
import type { SearchIndex } from '../../core/search/search-index.js';
import type { ReadingDesk } from './reading-desk.js';

/** Longest text that is looked at, in UTF-16 units; far more than the model reads. */
export const maxAskedLength = 1_000;

/** What reads the words of questions, whichever index they are asked of. */
export interface WordReaders {
  readonly analyser: Analyser;
  readonly equivalents: Equivalents;
}

/** What reads questions, and the places that may answer them. */
export interface QuestionReaders extends WordReaders {
  readonly embedder: Embedder;
  readonly desk: ReadingDesk;
}

/** A question, query or topic as an index is asked it, with its embedding. */
export interface Asked {
  readonly question: AskedQuestion;
  readonly vector: Float32Array;
}

/** Reads what somebody asks of an index, without the model. */
export function readWords(text: string, index: SearchIndex, { analyser, equivalents }: WordReaders): AskedQuestion {
  return adaptToIndex(readQuestion(text.slice(0, maxAskedLength), analyser, equivalents), index);
}

/** The embedding of what somebody asks, of unit length. */
export function embedQuestion(text: string, { embedder }: Pick<QuestionReaders, 'embedder'>): Promise<Float32Array> {
  return embedder.embedQuestion(text.slice(0, maxAskedLength));
}

/** Reads what somebody asks of an index: its words and its embedding. */
export async function prepareQuestion(text: string, index: SearchIndex, readers: QuestionReaders): Promise<Asked> {
  const vector = await embedQuestion(text, readers);
  return { question: readWords(text, index, readers), vector };
}
