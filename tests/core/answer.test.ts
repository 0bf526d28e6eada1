import { describe, expect, it } from 'vitest';
import {
  answerDefaults,
  answerQuestion,
  refusalReasons,
  type Answer,
  type AnswerOptions,
} from '#verbatim/core/search/answer.js';
import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import { adaptToIndex, readQuestion } from '#verbatim/core/question/read-question.js';
import type { SearchIndex } from '#verbatim/core/search/search-index.js';
import { analyser } from '../helpers/analyse.js';
import { indexTexts, noVector } from '../helpers/index-of-texts.js';
import { sampleFiles } from '../helpers/sample-texts.js';

const equivalents = createEquivalents(analyser);

function ask(text: string, index: SearchIndex, options: Partial<AnswerOptions> = {}): Answer {
  const question = adaptToIndex(readQuestion(text, analyser, equivalents), index);
  return answerQuestion(question, noVector, index, { ...answerDefaults, ...options });
}

/** Sentences near the question by their words' sake only, or by the model's as well. */
const far = indexTexts(sampleFiles, () => 0.1);
const near = indexTexts(sampleFiles, () => 0.75);
const empty = indexTexts({});

/** Reasons that there are without reading; `related` needs it. */
const unreadReasons = refusalReasons.filter((reason) => reason !== 'related');

const refused: Record<(typeof unreadReasons)[number], () => Answer> = {
  'empty-question': () => ask('?!', near),
  'empty-corpus': () => ask('Where does the heron nest?', empty),
  'nothing-relevant': () => ask('Which orchestra performed in Vienna yesterday?', far),
  'detail-missing': () => ask('How much did the wheel of the mill cost?', near, { threshold: 0.999 }),
  'too-weak': () => ask('Who painted the windows of the mill?', near, { threshold: 0.999 }),
  'only-other-lane': () =>
    ask('When was the mill of Arn built?', indexTexts({ 'mill.txt': 'The mill of Arn was built in 1742.' }), {
      lane: 'opinion',
    }),
};

describe('a refusal', () => {
  it.each(unreadReasons)('because of "%s" has no quotes, a confidence and the nearest places', (reason) => {
    const answer = refused[reason]();
    expect(answer).toMatchObject({ status: 'not-found', reason, quotes: [] });
    expect(answer.confidence).toBeGreaterThanOrEqual(0);
    expect(answer.confidence).toBeLessThanOrEqual(1);
    if (reason !== 'empty-corpus') expect(answer.nearest.length).toBeGreaterThan(0);
    expect(answer.nearest.length).toBeLessThanOrEqual(3);
  });

  it('names what the question speaks of and the material does not', () => {
    expect(refused['nothing-relevant']().missing).toEqual(
      expect.arrayContaining([
        { kind: 'word', text: 'orchestra' },
        { kind: 'name', text: 'Vienna' },
      ]),
    );
  });

  it('names the kind of answer that is missing', () => {
    expect(refused['detail-missing']().missing).toContainEqual({ kind: 'money' });
  });

  it('names headings as the nearest places, each once', () => {
    const { nearest } = ask('Which orchestra performed on the ferry?', far);
    const texts = nearest.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts).toContain('The last ferry');
  });

  it('because of another lane shows what there is, as what it is', () => {
    const { otherLanes, hidden } = refused['only-other-lane']();
    expect(otherLanes.map(({ exact, label }) => [exact, label])).toEqual([
      ['The mill of Arn was built in 1742.', 'reported'],
    ]);
    expect(hidden).toBe(1);
  });
});

describe('an answer', () => {
  it('has its best quote first and no more than wanted', () => {
    const { status, quotes, confidence } = ask('When was the mill of Arn built?', near);
    expect(status).toBe('answered');
    expect(quotes[0]?.exact).toContain('built in 1742');
    expect(confidence).toBeGreaterThan(0.42);
    const scores = quotes.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(ask('When was the mill of Arn built?', near, { limit: 1 }).quotes).toHaveLength(1);
  });

  it('is made of one or two whole neighbouring sentences of one paragraph a quote', () => {
    for (const { exact } of ask('What is known of the mill of Arn?', near).quotes) {
      expect(exact).toMatch(/^\S[^]*[.!?]$/);
      expect(exact).not.toMatch(/\n\s*\n/);
    }
  });

  it('never quotes a sentence twice', () => {
    const places = ask('What is known of the mill of Arn?', near).quotes.flatMap(({ document, start, end }) =>
      Array.from({ length: end - start }, (_, i) => `${document.id}:${start + i}`),
    );
    expect(new Set(places).size).toBe(places.length);
  });

  it('looks in one document only where that is wanted', () => {
    const id = near.documents.find(({ document }) => document.path === 'ferry.md')?.document.id ?? '';
    const { quotes, nearest } = ask('When was the mill of Arn built?', near, { documentId: id });
    for (const { document } of [...quotes, ...nearest]) expect(document.path).toBe('ferry.md');
  });

  it('holds quotes of one lane only where that is wanted, and says how many others there are', () => {
    const mixed = indexTexts({
      'a.txt': 'The mill of Arn was sold in May. Selling the mill of Arn was a shameful mistake.\n',
    });
    for (const lane of ['reported', 'opinion'] as const) {
      const { quotes, hidden, status } = ask('What about selling the mill of Arn?', mixed, { lane });
      expect(status).toBe('answered');
      expect(quotes.map(({ label }) => label)).toEqual([lane]);
      expect(hidden).toBe(1);
    }
  });

  it('counts every quote of another lane that it keeps back, also those beyond its limit', () => {
    const mixed = indexTexts({
      'a.txt': [
        'Selling the mill of Arn was a shameful mistake.',
        'The mill of Arn was sold in May.',
        'An agent sold the mill of Arn.',
        'The sons of the miller sold the mill of Arn.',
      ].join('\n\n'),
    });
    const { quotes, hidden } = ask('What about selling the mill of Arn?', mixed, { lane: 'opinion', limit: 1 });
    expect(quotes.map(({ label }) => label)).toEqual(['opinion']);
    expect(hidden).toBe(3);
    const { otherLanes, ...refusal } = ask('Who sold the mill of Arn?', mixed, { lane: 'attributed', limit: 1 });
    expect(refusal).toMatchObject({ status: 'not-found', reason: 'only-other-lane', hidden: 4 });
    expect(otherLanes).toHaveLength(1);
  });
});
