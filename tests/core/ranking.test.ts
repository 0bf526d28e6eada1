import { describe, expect, it } from 'vitest';
import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import { searchPassages } from '#verbatim/core/search/passage-search.js';
import { adaptToIndex, readQuestion } from '#verbatim/core/question/read-question.js';
import { fusionWeights, rankSentences } from '#verbatim/core/search/ranking.js';
import { selectQuotes } from '#verbatim/core/search/select-quotes.js';
import type { SearchIndex } from '#verbatim/core/search/search-index.js';
import { analyser } from '../helpers/analyse.js';
import { indexTexts, noVector } from '../helpers/index-of-texts.js';

const equivalents = createEquivalents(analyser);

function rank(text: string, index: SearchIndex) {
  return rankSentences(adaptToIndex(readQuestion(text, analyser, equivalents), index), noVector, index);
}

function order(text: string, index: SearchIndex): string[] {
  return rank(text, index).candidates.map(({ row }) => index.textOf(row));
}

describe('sentences are ranked', () => {
  it('by how much of the question they and their surroundings hold', () => {
    const index = indexTexts({
      'mill.txt': 'The mill of Arn burned in 1901.\n\nThe mill of Arn burned.\n\nThe mill stands.\n\nIt is old.\n',
      'boats.txt': 'Boats burned in the harbour.\n\nNobody knows why.\n',
    });
    expect(order('When did the mill of Arn burn?', index)).toEqual([
      'The mill of Arn burned in 1901.', // all words, and a time
      'The mill of Arn burned.', // all words
      'The mill stands.', // one word, beside the others
      'It is old.', // no word, but in the document that the question is about
      'Boats burned in the harbour.', // one word, in another document
      'Nobody knows why.', // nothing but the cosine
    ]);
  });

  it('by the cosine where words say nothing', () => {
    const cosines = [0.2, 0.9, 0.5];
    const index = indexTexts(
      { 'a.txt': 'One is here.\n\nTwo is here.\n\nThree is here.\n' },
      (row) => cosines[row] ?? 0,
    );
    expect(order('Where do herons nest?', index)).toEqual([
      'Two is here.', // 0.9
      'Three is here.', // 0.5
      'One is here.', // 0.2
    ]);
  });

  it('never with a heading among them', () => {
    const index = indexTexts({ 'a.md': '# The heron\n\nIt nests in reeds.\n\n## The heron again\n' });
    expect(order('heron', index)).toEqual(['It nests in reeds.']);
  });

  it('in the order of the text where nothing tells them apart', () => {
    const index = indexTexts({ 'a.txt': 'Ash one.\n\nAsh two.\n\nAsh six.\n' });
    expect(order('Ash', index)).toEqual(['Ash one.', 'Ash two.', 'Ash six.']);
  });

  it('only where they are accepted', () => {
    const index = indexTexts({ 'a.txt': 'Ash one.\n\nAsh two.\n', 'b.txt': 'Ash six.\n' });
    const question = readQuestion('Ash', analyser, equivalents);
    const { candidates } = rankSentences(question, noVector, index, [
      { first: 0, end: 1 },
      { first: 2, end: index.rows.length },
    ]);
    expect(candidates.map(({ row }) => row).sort()).toEqual([0, 2]);
  });
});

describe('scores fall', () => {
  const filler = 'Other things were said.\n\n';
  it.each<[string, string, string[]]>([
    [
      'the fewer words of the question a sentence holds',
      'Did Vera paint the old tower of Arn?',
      ['Vera did paint the old tower of Arn.', 'Vera did paint the old tower.', 'Vera saw the tower.', 'Vera slept.'],
    ],
    [
      'from the word itself over its synonym to neither',
      'Where is the border?',
      ['The border is in hills.', 'The frontier is in hills.', 'The village is in hills.'],
    ],
    [
      'from the name over another name of the same to neither',
      'What did the United Nations decide?',
      ['The United Nations spoke.', 'The council spoke.'],
    ],
    [
      'from what has the number to what has none',
      'How many windows has the mill?',
      [
        'The mill has nine windows.',
        'The mill has many windows.',
        'The mill has windows of glass and of wood and a door.',
      ],
    ],
    [
      'from the word over a slip of spelling to another word',
      'Where is the harbour?',
      ['The harbour is there.', 'The meadow is there.'],
    ],
  ])('%s', (_, question, falling) => {
    const index = indexTexts(
      Object.fromEntries(falling.map((sentence, i) => [`${i}.txt`, `${filler}${sentence}\n\n${filler}`])),
    );
    const { candidates } = rank(question, index);
    const scores = falling.map((sentence) => {
      const found = candidates.find(({ row }) => index.textOf(row) === sentence);
      expect(found, sentence).toBeDefined();
      return found?.score ?? NaN;
    });
    for (const [i, score] of scores.entries()) expect(score, falling[i]).toBeLessThan(scores[i - 1] ?? Infinity);
  });
});

describe('the trace of a score', () => {
  const index = indexTexts(
    { 'a.txt': 'The mill has nine windows. It burned in 1901.\n', 'b.txt': 'The ferry crosses in May.\n' },
    (row) => 0.3 + row / 10,
  );

  it.each(['How many windows has the mill?', 'When did it burn?', 'Who waits?', 'mill', ''])(
    'has parts that sum to it, each within its weight: %j',
    (question) => {
      for (const { trace, score } of rank(question, index).candidates) {
        expect(Object.values(trace).reduce((sum: number, part: number) => sum + part, 0)).toBeCloseTo(score, 9);
        for (const [name, part] of Object.entries(trace) as [string, number][]) {
          const weight = name === 'answerType' ? fusionWeights.strictAnswerType : fusionWeights[name as 'lexical'];
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part, name).toBeLessThanOrEqual(weight + 1e-6);
        }
        expect(score).toBeLessThanOrEqual(1);
      }
    },
  );

  it('is kept by passages, too', () => {
    const found = searchPassages(readQuestion('mill windows', analyser, equivalents), noVector, index, 10);
    expect(found.map(({ exact }) => exact)).toEqual([
      'The mill has nine windows. It burned in 1901.', // holds both words
      'The ferry crosses in May.', // nearer by cosine only
    ]);
    for (const { trace, score } of found) {
      expect(Object.values(trace).reduce((sum, part) => sum + part)).toBeCloseTo(score, 9);
    }
  });
});

describe('quotes that say the same', () => {
  const index = indexTexts({
    'a.txt': 'The mill of Arn burned down in the spring of 1901.\n',
    'b.txt': 'The mill of Arn burned down in the spring of 1901!\n',
    'c.md': 'In the spring of 1901 the mill of Arn *burned* down.\n',
    'd.txt': 'The mill of Arn was built again in 1912 by Jonas Pell.\n',
  });
  const options = { limit: 5, mixLanes: true };

  it('are folded into the best one, which names the other places', () => {
    const quotes = selectQuotes(rank('When did the mill of Arn burn down?', index), index, options);
    expect(quotes.filter(({ quote }) => quote.document.path !== 'd.txt')).toHaveLength(1);
    expect(quotes[0]?.quote.alsoIn).toHaveLength(2);
    const paths = [quotes[0]?.quote, ...(quotes[0]?.quote.alsoIn ?? [])].map((place) => place?.document.path);
    expect(paths.sort()).toEqual(['a.txt', 'b.txt', 'c.md']);
  });

  it('are folded even where no more quotes are wanted', () => {
    const [only, ...rest] = selectQuotes(rank('When did the mill of Arn burn down?', index), index, {
      ...options,
      limit: 1,
    });
    expect(rest).toEqual([]);
    expect(only?.quote.alsoIn).toHaveLength(2);
  });

  it('give the ranges of the other places', () => {
    const [first] = selectQuotes(rank('When did the mill of Arn burn down?', index), index, options);
    for (const { document, start, end } of first?.quote.alsoIn ?? []) {
      const text = index.documents.find((one) => one.document.id === document.id)?.document.text ?? '';
      expect(text.slice(start, end)).toMatch(/mill of Arn/);
    }
  });
});
