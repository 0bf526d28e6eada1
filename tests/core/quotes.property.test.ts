import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerDefaults, answerQuestion } from '#verbatim/core/search/answer.js';
import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import { orderLooks } from '#verbatim/core/search/further-quotes.js';
import { searchPassages } from '#verbatim/core/search/passage-search.js';
import { adaptToIndex, readQuestion } from '#verbatim/core/question/read-question.js';
import type { SearchIndex } from '#verbatim/core/search/search-index.js';
import { overlaps } from '#verbatim/core/text/span.js';
import { analyser } from '../helpers/analyse.js';
import { arbitraryFile } from '../helpers/arbitrary-text.js';
import { expectWholeCharacters } from '../helpers/expect-spans.js';
import { indexTexts, noVector } from '../helpers/index-of-texts.js';

const equivalents = createEquivalents(analyser);
const questions = fc.constantFrom(
  'When does the old mill close?',
  'Who waits?',
  'Vera',
  'How many rivers rose in March?',
);

const arbitraryIndex = fc
  .tuple(arbitraryFile, arbitraryFile, fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 1 }))
  .map(([first, second, cosines]) => {
    const files = { [`1-${first.name}`]: first.text, [`2-${second.name}`]: second.text };
    return indexTexts(files, (row) => cosines[row % cosines.length] ?? 0.5);
  });

function textOf(index: SearchIndex, id: string): string {
  return index.documents.find(({ document }) => document.id === id)?.document.text ?? '';
}

function sumOf(trace: object): number {
  return Object.values(trace).reduce<number>((sum, part) => sum + Number(part), 0);
}

it('every passage is the slice of its text that its range says', () => {
  fc.assert(
    fc.property(arbitraryIndex, questions, (index, question) => {
      const query = readQuestion(question, analyser, equivalents);
      for (const { document, exact, start, end, score, trace } of searchPassages(query, noVector, index, 50)) {
        const text = textOf(index, document.id);
        expect(exact).toBe(text.slice(start, end));
        expect(exact.length).toBeGreaterThan(0);
        expectWholeCharacters(text, [{ start, end }], 'passage');
        expect(sumOf(trace)).toBeCloseTo(score, 6);
      }
    }),
    { numRuns: 150, seed: 71 },
  );
});

it('every quote is a slice of whole characters between its prefix and its suffix', () => {
  let quotes = 0;
  fc.assert(
    fc.property(arbitraryIndex, questions, (index, text) => {
      const question = adaptToIndex(readQuestion(text, analyser, equivalents), index);
      const answer = answerQuestion(question, noVector, index, answerDefaults);
      expect(answer.status === 'answered').toBe(answer.quotes.length > 0);
      for (const { document, exact, prefix, suffix, start, end, spans, score, trace } of answer.quotes) {
        quotes++;
        const whole = textOf(index, document.id);
        expect(exact).toBe(whole.slice(start, end));
        expect(whole.slice(0, start).endsWith(prefix)).toBe(true);
        expect(whole.slice(end).startsWith(suffix)).toBe(true);
        expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(32);
        expect(`${prefix}${exact}${suffix}${document.title}`).not.toMatch(/\p{Surrogate}/u);
        expectWholeCharacters(whole, [{ start, end }], 'quote');
        for (const span of spans) expect(start <= span.start && span.start < span.end && span.end <= end).toBe(true);
        expect(sumOf(trace)).toBeCloseTo(score, 6);
      }
      const looks = orderLooks(answer.quotes, { first: 2, atOnce: 2 }, index);
      expect(looks.slice(0, 2)).toEqual(answer.quotes.slice(0, 2));
      for (const [i, one] of looks.entries()) {
        const earlier = looks.slice(2, i).concat(looks.slice(0, Math.min(i, 2)));
        const isRepeated = earlier.some((other) => other.document.id === one.document.id && overlaps(other, one));
        expect(i >= 2 && isRepeated, 'nothing is shown twice').toBe(false);
      }
      for (const { text: place } of answer.nearest) expect(place).not.toMatch(/\p{Surrogate}/u);
    }),
    { numRuns: 250, seed: 72 },
  );
  expect(quotes).toBeGreaterThan(200);
});
