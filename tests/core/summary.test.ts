import { describe, expect, it } from 'vitest';
import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import { lanes } from '#verbatim/core/labelling/labels.js';
import { adaptToIndex, readQuestion } from '#verbatim/core/question/read-question.js';
import { answerQuestion, type Answer } from '#verbatim/core/search/answer.js';
import type { SearchIndex } from '#verbatim/core/search/search-index.js';
import { cosineOf } from '#verbatim/core/search/cosine.js';
import { finish } from '#verbatim/core/steps.js';
import { summarise, type Summary } from '#verbatim/core/summary/summarise.js';
import { summaryDefaults, type SummaryOptions } from '#verbatim/core/summary/summary-options.js';
import { analyser } from '../helpers/analyse.js';
import { indexTexts, indexWithWordVectors, vectorOfTerms } from '../helpers/index-of-texts.js';
import { manyTexts, sampleFiles } from '../helpers/sample-texts.js';

const equivalents = createEquivalents(analyser);

const harbour = `Harbour news

The harbour of Quill was closed to trawlers in March because its wall had cracked. The wall was built in 1911 by the Denholm company.

Engineer Ada Brand said that the wall of the harbour would not survive another storm. According to the fishermen's union, forty boats have no place to land their catch.

The council of Quill should be ashamed of its neglect of the harbour. Nothing could be more foolish than to wait for the next storm.

The repair of the harbour wall costs 3 million crowns and takes two summers. Fish from Quill is sold in nine towns along the coast.

Ships with timber for the repair arrive from Sorrel every second week. The timber is stored in the old customs house.
`;
const files = { 'harbour.txt': harbour, ...sampleFiles };
const index = indexWithWordVectors(files);

function summary(
  options: Partial<SummaryOptions> & { about?: string; answer?: Answer } = {},
  of: SearchIndex = index,
): Summary {
  const { about, answer = null, ...rest } = options;
  const question = about === undefined ? null : adaptToIndex(readQuestion(about, analyser, equivalents), of);
  const terms = analyser.analyse(about ?? '').tokens.map(({ stem }) => stem);
  const topic = question && { question, vector: vectorOfTerms(terms), answer };
  return finish(summarise(of, analyser, { ...summaryDefaults, topic, ...rest }));
}

const refusal: Answer = {
  ...answerQuestion(readQuestion('Who?', analyser, equivalents), vectorOfTerms([]), index),
  reason: 'related',
};

function idOf(path: string): string {
  const found = index.documents.find(({ document }) => document.path === path);
  if (!found) throw new Error(path);
  return found.document.id;
}

describe('a summary of one document', () => {
  const documentId = idOf('harbour.txt');

  it('quotes whole sentences of it, word for word', () => {
    const { quotes, status, reason } = summary({ documentId });
    expect({ status, reason }).toEqual({ status: 'summarised', reason: null });
    expect(quotes.length).toBe(6);
    for (const { exact, start, end, document } of quotes) {
      expect(document.path).toBe('harbour.txt');
      expect(harbour.slice(start, end)).toBe(exact);
      expect(exact).toMatch(/^\p{Lu}.*\.$/su);
    }
  });

  it.each([3, 4, 6, 8])('has every lane with %i quotes, in the order of lanes and then of the text', (quotes) => {
    const found = summary({ documentId, quotes });
    const order = found.quotes.map(({ label, start }) => lanes.indexOf(label) * harbour.length + start);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    for (const lane of lanes) {
      expect(found.lanes[lane]).toBe(found.quotes.filter(({ label }) => label === lane).length);
      expect(found.lanes[lane]).toBeGreaterThan(0);
    }
  });

  it('is spread over the paragraphs', () => {
    const { quotes } = summary({ documentId, quotes: 5 });
    expect(new Set(quotes.map(({ paragraph }) => paragraph)).size).toBeGreaterThanOrEqual(4);
  });

  it.each([1, 2, 12])('has at most %i quotes when that many are wanted, none twice', (quotes) => {
    const found = summary({ documentId, quotes });
    expect(found.quotes.length).toBeLessThanOrEqual(quotes);
    expect(found.quotes.length).toBeGreaterThan(0);
    expect(new Set(found.quotes.map(({ start }) => start)).size).toBe(found.quotes.length);
  });

  it('is the same each time', () => {
    expect(summary({ documentId })).toEqual(summary({ documentId }));
  });

  it('looks for disagreements in no other document', () => {
    expect(summary({ documentId }).disagreements).toEqual([]);
  });
});

describe('a summary of all documents', () => {
  it('is spread over them', () => {
    const { quotes } = summary({ quotes: 6 });
    expect(new Set(quotes.map(({ document }) => document.path)).size).toBeGreaterThanOrEqual(3);
  });

  it('says nothing twice, and names the other places of what it says', () => {
    const said = 'The harbour of Quill was closed to trawlers in March because its wall had cracked.';
    const copies = indexWithWordVectors({
      'a.txt': `${said} Fish from Quill is sold in nine towns along the coast.`,
      'b.txt': `Timber for the repair arrives from Sorrel every second week. ${said}`,
      'c.txt': 'In March the harbour of Quill was closed to trawlers because its wall had cracked.',
    });
    const { quotes } = summary({ quotes: 12 }, copies);
    const closed = quotes.filter(({ exact }) => exact.includes('cracked'));
    expect(closed.map(({ alsoIn }) => alsoIn.length)).toEqual([2]);
    for (const [i, one] of quotes.entries()) {
      for (const other of quotes.slice(i + 1)) {
        const [a, b] = [one, other].map(({ exact }) => vectorOfTerms(exact.toLowerCase().split(/\W+/)));
        if (a && b) expect(cosineOf(a, b)).toBeLessThan(0.86);
      }
    }
  });

  it('tells where they disagree', () => {
    const apart = indexWithWordVectors({
      ...files,
      'other.txt': 'The repair of the harbour wall of Quill costs 5 million crowns and takes two summers.',
    });
    const { disagreements } = summary({}, apart);
    expect(disagreements.map(({ kind, quotes }) => [kind, ...quotes.map(({ document }) => document.path)])).toEqual([
      ['figures', 'harbour.txt', 'other.txt'],
    ]);
  });

  it('stays bounded in a large corpus', () => {
    const large = indexWithWordVectors(manyTexts(60, 40));
    const { quotes, candidateCount } = summary({ quotes: 12 }, large);
    expect(candidateCount).toBeGreaterThan(1_000);
    expect(quotes.length).toBe(12);
  });
});

describe('a summary of a topic', () => {
  it('holds what speaks of it only', () => {
    const { status, quotes, topic } = summary({ about: 'the mill of Arn' });
    expect({ status, topic }).toEqual({ status: 'summarised', topic: 'the mill of Arn' });
    expect(quotes.length).toBeGreaterThan(1);
    for (const { document } of quotes) expect(['mill.txt', 'letters/opinion.md']).toContain(document.path);
  });

  it('keeps to the document', () => {
    const { quotes } = summary({ about: 'the mill of Arn', documentId: idOf('mill.txt') });
    expect(new Set(quotes.map(({ document }) => document.path))).toEqual(new Set(['mill.txt']));
  });

  it('holds first what answers a topic that is a question, and is refused as the question is', () => {
    const about = 'What is stored in the customs house?';
    const documentId = idOf('harbour.txt');
    const words = 'Fish from Quill is sold in nine towns along the coast.';
    const start = harbour.indexOf(words);
    const [quote] = summary({ documentId }).quotes;
    if (!quote) throw new Error('no quote');
    const answer = { start, end: start + words.length, exact: words };
    const answered = {
      ...refusal,
      status: 'answered',
      reason: null,
      shown: 1,
      quotes: [{ ...quote, answer }],
    } as const;
    expect(summary({ about, documentId, quotes: 1, answer: answered }).quotes[0]?.exact).toBe(words);
    expect(summary({ about, documentId, quotes: 1 }).quotes[0]?.exact).not.toBe(words);
    expect(summary({ about, documentId, answer: refusal })).toMatchObject({ status: 'not-found', reason: 'related' });
  });

  it.each([
    ['Which orchestra performed in Vienna yesterday?', 'nothing-relevant'],
    ['?!', 'empty-question'],
  ])('is refused for "%s", because of %s', (about, reason) => {
    const far = indexTexts(files, () => 0.1);
    const found = summary({ about }, far);
    expect(found).toMatchObject({
      status: 'not-found',
      reason,
      quotes: [],
      lanes: { reported: 0, attributed: 0, opinion: 0 },
    });
  });

  it('is refused with the nearest places and what is missing', () => {
    const { missing, nearest } = summary(
      { about: 'chess players of Reykjavik' },
      indexTexts(files, () => 0.1),
    );
    expect(missing).toContainEqual({ kind: 'name', text: 'Reykjavik' });
    expect(nearest.length).toBeGreaterThan(0);
  });
});

describe('nothing to summarise', () => {
  it.each([
    ['an empty corpus', indexWithWordVectors({}), null],
    ['a document that does not exist', index, 'ffffffffffff'],
    ['a document of nothing but marks', indexWithWordVectors({ 'a.md': '# Heading\n' }), null],
  ])('is refused: %s', (_, of, documentId) => {
    expect(summary({ documentId }, of)).toMatchObject({ status: 'not-found', reason: 'empty-corpus', quotes: [] });
  });
});
