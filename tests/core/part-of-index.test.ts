import { describe, expect, it } from 'vitest';
import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import { listExampleQuestions } from '#verbatim/core/question/example-questions.js';
import { adaptToIndex, readQuestion } from '#verbatim/core/question/read-question.js';
import { answerDefaults, answerQuestion } from '#verbatim/core/search/answer.js';
import { findQuote } from '#verbatim/core/search/find-quote.js';
import { listTerms } from '#verbatim/core/search/index-content.js';
import { takePart } from '#verbatim/core/search/part-of-index.js';
import { finish } from '#verbatim/core/steps.js';
import { rankSentences } from '#verbatim/core/search/ranking.js';
import type { SearchIndex } from '#verbatim/core/search/search-index.js';
import { summarise } from '#verbatim/core/summary/summarise.js';
import { analyser } from '../helpers/analyse.js';
import { indexWithWordVectors, vectorOfTerms } from '../helpers/index-of-texts.js';
import { sampleFiles } from '../helpers/sample-texts.js';
import type { Files } from '../helpers/write-files.js';

const names = Object.keys(sampleFiles);
const equivalents = createEquivalents(analyser);

/** An index made of some texts, and the part with the same texts of an index that holds all. */
function makeBoth(own: readonly string[]): { readonly alone: SearchIndex; readonly part: SearchIndex } {
  const whole = indexWithWordVectors(sampleFiles);
  const files: Files = Object.fromEntries(
    names.filter((name) => own.includes(name)).map((name) => [name, sampleFiles[name] ?? '']),
  );
  const numbers = names.flatMap((name, number) => (own.includes(name) ? [number] : []));
  return { alone: indexWithWordVectors(files), part: finish(takePart(whole, numbers)) };
}

const questions = [
  'How long does the crossing take?',
  'When was the mill of Arn built?',
  'Who said that the old timetable was a lottery?',
  'Why did the company cut the evening boats?',
  'How many windows has the mil?',
  'What colour is the unicorn?',
];

describe.each([[[names[0] ?? '']], [[names[1] ?? '']], [[names[0] ?? '', names[2] ?? '']], [[]]])(
  'a part of an index with %j',
  (own) => {
    const { alone, part } = makeBoth(own);
    const ask = (index: SearchIndex, text: string) => {
      const question = adaptToIndex(readQuestion(text, analyser, equivalents), index);
      const vector = vectorOfTerms(analyser.analyse(text).sentences.length > 0 ? text.toLowerCase().split(/\W+/) : []);
      return { question, vector };
    };

    it('answers, refuses and puts slips right just as an index of its texts alone', () => {
      for (const text of questions) {
        const [wanted, given] = [alone, part].map((index) => {
          const { question, vector } = ask(index, text);
          return answerQuestion(question, vector, index, answerDefaults);
        });
        expect(given).toEqual(wanted);
      }
    });

    it('has the same words, finds the same quotes and chooses the same for a summary and for examples', () => {
      const [own, others] = [part, alone].map(({ documents, content }) => [...listTerms(documents, content.known)]);
      expect(own).toEqual(others);
      expect(listExampleQuestions(part.documents)).toEqual(listExampleQuestions(alone.documents));
      const options = { topic: null, documentId: null, quotes: 5 };
      expect(finish(summarise(part, analyser, options))).toEqual(finish(summarise(alone, analyser, options)));
      for (const words of ['The crossing takes 35 minutes and costs 12 crowns.', 'It has nine windows of oak.']) {
        const [wanted, given] = [alone, part].map((index) => {
          const { question, vector } = ask(index, words);
          return findQuote(words, index, rankSentences(question, vector, index));
        });
        expect(given).toEqual(wanted);
      }
    });

    it('shares the vectors of the whole, each sentence its own', () => {
      for (const row of part.rows.keys()) expect(part.vectors.vectorOf(row)).toEqual(alone.vectors.vectorOf(row));
      expect(() => part.vectors.vectorOf(part.rows.length)).toThrow(RangeError);
    });
  },
);
