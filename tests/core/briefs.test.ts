import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessQuote } from '#verbatim/core/briefs/assess-quote.js';
import {
  countDistinct,
  finishDraft,
  keepChoices,
  groupQuotes,
  writeTopicKey,
  type DraftContent,
  readOrder,
  writeOrder,
} from '#verbatim/core/briefs/brief-content.js';
import { digestMarks, markQuotes } from '#verbatim/core/briefs/brief-marks.js';
import { makeQuote, noScore, type Quote } from '#verbatim/core/search/quote.js';
import { SearchIndex } from '#verbatim/core/search/search-index.js';
import { draftContent } from '../helpers/draft-content.js';
import { indexTexts } from '../helpers/index-of-texts.js';

const text = 'The mill at Orrow has four wheels. Its owner says that the river is falling. It is a lovely mill.';

function quoteRow(index: SearchIndex, row: number): Quote {
  return makeQuote(index, [row], row, { ...noScore, alsoIn: [] });
}

function contentOf(quotes: readonly Quote[]): DraftContent {
  return draftContent({ quotes, order: quotes.map((_, number) => number) });
}

describe('a topic key', () => {
  const key = (topic: string | null, documentId: string | null = null) => writeTopicKey({ topic, documentId });

  it('is the same for the same words, whatever their case, accents, spaces and punctuation', () => {
    expect(key('The  Café, at Orrow?')).toBe(key('the cafe at orrow'));
  });

  it('tells topics, documents and the whole corpus apart', () => {
    const keys = [key('mill'), key('mills'), key('mill', 'abc'), key(null, 'abc'), key(null)];
    expect(new Set(keys).size).toBe(keys.length);
    expect(key(' ?! ')).toBe(key(null));
  });
});

describe('an order of quotes', () => {
  const order = [0, 1, 2, 3];

  it.each([
    ['3 1 2', [2, 0, 1, 3]],
    ['4,2', [3, 1, 0, 2]],
    ['2. 1.', [1, 0, 2, 3]],
    [' ', order],
  ])('reads %j', (written, expected) => {
    expect(readOrder(written, order)).toEqual(expected);
  });

  it.each(['3 3', '0 1', '5', 'one two', '1-3', '2 1 x', '-1'])('refuses %j', (written) => {
    expect(readOrder(written, order)).toBeNull();
  });

  it('is read as it was written', () => {
    const orders = fc.shuffledSubarray(order, { minLength: order.length });
    fc.assert(
      fc.property(orders, (shuffled) => {
        expect(readOrder(writeOrder(shuffled), order)).toEqual(shuffled);
      }),
    );
  });
});

describe('a draft', () => {
  it('that takes the place of an old one keeps its order and what was not ticked', () => {
    const quotes = [0, 1, 2].map((row) =>
      quoteRow(indexTexts({ 'mill.txt': text.replace('is a lovely', 'has a') }), row),
    );
    const old = finishDraft({ ...contentOf(quotes), order: [2, 1, 0], leftOut: [1] });
    const added = { ...quoteRow(indexTexts({ 'mill.txt': 'The mill was repaired.' }), 0) };
    const draft = keepChoices(contentOf([added, ...quotes]), old);
    expect([draft.order, draft.leftOut]).toEqual([[3, 1, 0, 2], [2]]);
    expect(keepChoices(contentOf(quotes), { quotes: [] })).toEqual(contentOf(quotes));
  });

  it('becomes a brief of what is ticked, in its order', () => {
    const index = indexTexts({ 'a.txt': text });
    const quotes = [0, 1, 2].map((row) => quoteRow(index, row));
    const brief = finishDraft({ ...contentOf(quotes), order: [2, 0, 1], leftOut: [0] });
    expect(brief.quotes).toEqual([quotes[2], quotes[1]]);
    expect(brief).not.toHaveProperty('order');
  });

  it('keeps lanes together, and in a lane what one source says', () => {
    const index = indexTexts({ 'a.txt': text });
    const make = (label: Quote['label'], attributedTo: string | null, paragraph: number): Quote => ({
      ...quoteRow(index, 0),
      label,
      attributedTo,
      paragraph,
    });
    const quotes = [
      make('attributed', 'A', 1),
      make('opinion', null, 2),
      make('attributed', 'B', 3),
      make('attributed', 'A', 4),
      make('opinion', null, 5),
    ];
    expect(groupQuotes(quotes).map(({ paragraph }) => paragraph)).toEqual([1, 4, 3, 2, 5]);
  });

  it('counts a quote that is half of a pair once', () => {
    const index = indexTexts({ 'a.txt': text });
    const [first, second, third] = [quoteRow(index, 0), quoteRow(index, 1), quoteRow(index, 2)];
    const content = { quotes: [first, second], pairs: [{ quotes: [first, third], spans: [first, third] } as const] };
    expect(countDistinct(content)).toBe(3);
    expect(countDistinct(content, [0, 2])).toBe(1);
  });
});

describe('a quote of a brief', () => {
  const before = indexTexts({ 'a.txt': text, 'b.txt': 'Another text stands here.' });
  const quote = quoteRow(before, 0);

  it('stands while its words do, wherever they have moved to', () => {
    const moved = indexTexts({ 'a.txt': `Somebody has put a sentence before it. ${text}` });
    const standing = assessQuote(quote, moved);
    expect(standing.kind).toBe('stands');
    if (!('quote' in standing)) throw new Error('it has no quote');
    const { start, end, exact, document } = standing.quote;
    expect(start).toBeGreaterThan(quote.start);
    expect(moved.documents.find((each) => each.document.id === document.id)?.document.text.slice(start, end)).toBe(
      exact,
    );
  });

  it('takes the nearest of several places', () => {
    const twice = indexTexts({ 'a.txt': `${text} ${text}` });
    const second = { ...quote, start: text.length, end: text.length + quote.exact.length };
    expect(assessQuote(second, twice)).toMatchObject({ kind: 'stands', quote: { start: text.length + 1 } });
  });

  it('is changed when a word is, and vanished when its document is', () => {
    expect(assessQuote(quote, indexTexts({ 'a.txt': text.replace('four', 'five') })).kind).toBe('changed');
    expect(assessQuote(quote, indexTexts({ 'b.txt': text })).kind).toBe('vanished');
  });

  it('keeps its words where sentences are parted in another way', () => {
    const joined = indexTexts({ 'a.txt': text.replace('four wheels.', 'four wheels. and more of them') });
    const standing = assessQuote(quote, joined);
    expect(standing).toMatchObject({ quote: { exact: quote.exact, start: quote.start, end: quote.end } });
  });

  it('is relabelled when another label is set, with the one of now', () => {
    const relabelled = new SearchIndex(
      before.documents.map((document) => ({
        ...document,
        sentences: document.sentences.map((sentence, i) =>
          i === 0 ? { ...sentence, label: { ...sentence.label, label: 'opinion' as const } } : sentence,
        ),
      })),
      before.vectors,
    );
    const [mark] = markQuotes(contentOf([quote, quoteRow(before, 2)]), relabelled, [], 5);
    expect(mark).toEqual({ quote: 0, kind: 'relabelled', label: 'opinion', attributedTo: null, sinceMs: 5 });
  });
});

describe('marks', () => {
  const index = indexTexts({ 'a.txt': text });
  const content = contentOf([0, 1, 2].map((row) => quoteRow(index, row)));
  const changed = indexTexts({ 'a.txt': text.replace('four', 'five') });

  it('are none, with an empty digest, while all stands', () => {
    expect(markQuotes(content, index, [], 1)).toEqual([]);
    expect(digestMarks([])).toBe('');
  });

  it('keep the time at which they were first seen', () => {
    const first = markQuotes(content, changed, [], 1);
    expect(markQuotes(content, changed, first, 2)).toEqual(first);
    const more = markQuotes(content, indexTexts({ 'b.txt': text }), first, 2);
    expect(more.map(({ kind, sinceMs }) => [kind, sinceMs])).toEqual([
      ['vanished', 2],
      ['vanished', 2],
      ['vanished', 2],
    ]);
  });

  it('have a digest of what they say, not of when', () => {
    const first = digestMarks(markQuotes(content, changed, [], 1));
    expect(first).not.toBe('');
    expect(digestMarks(markQuotes(content, changed, [], 2))).toBe(first);
    expect(digestMarks(markQuotes(content, indexTexts({ 'b.txt': text }), [], 1))).not.toBe(first);
  });
});
