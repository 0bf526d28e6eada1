import { expect } from 'vitest';
import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import { termsOf } from '#verbatim/core/english/terms.js';
import { adaptToIndex, readQuestion } from '#verbatim/core/question/read-question.js';
import { answerDefaults, answerQuestion, type Answer } from '#verbatim/core/search/answer.js';
import type { Quote } from '#verbatim/core/search/quote.js';
import { analyser } from './analyse.js';
import { indexWithWordVectors, vectorOfTerms } from './index-of-texts.js';
import type { Files } from './write-files.js';

const equivalents = createEquivalents(analyser);

/** Answers from texts without a model or a reader: a sentence is as near to a question as their words are alike. */
export function askTexts(files: Files, text: string, threshold: number | null = 0): Answer {
  const index = indexWithWordVectors(files);
  const question = adaptToIndex(readQuestion(text, analyser, equivalents), index);
  const vector = vectorOfTerms(termsOf(analyser.analyse(text).tokens));
  const answer = answerQuestion(question, vector, index, { ...answerDefaults, threshold });
  for (const { exact, start, end, document } of answer.quotes) {
    expect(String(files[document.path]).slice(start, end)).toBe(exact);
  }
  return answer;
}

export function firstQuoteOf(files: Files, text: string): Quote {
  const [first] = askTexts(files, text).quotes;
  if (!first) throw new Error(`no quote for "${text}"`);
  return first;
}
