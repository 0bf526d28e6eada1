import { describe, expect, test } from 'vitest';
import { foldRepeated, takeFirstLook } from '#verbatim/core/search/first-look.js';
import type { Answer } from '#verbatim/core/search/answer.js';
import type { Lane } from '#verbatim/core/labelling/labels.js';
import type { Quote } from '#verbatim/core/search/quote.js';
import { makeQuote } from '../helpers/make-quote.js';

let start = 0;

/** The first look at an answer all of whose quotes are near to it, unless it says how many. */
function lookAt(
  answer: Pick<Answer, 'quotes' | 'shown'> & Partial<Pick<Answer, 'near' | 'differing'>>,
  lane: Lane | null,
) {
  return takeFirstLook({ near: answer.quotes.length, differing: null, ...answer }, lane);
}

/** A quote in a document of its own; `answer` are the words of it that answer. */
function quote(exact: string, { answer, ...values }: Partial<Omit<Quote, 'answer'>> & { answer?: string } = {}): Quote {
  start += 1_000;
  const at = answer === undefined ? -1 : start + exact.indexOf(answer);
  const id = String(start);
  return makeQuote(exact, {
    start,
    document: { id, path: `${id}.txt`, title: id, author: null, publication: null, date: null, url: null, genre: null },
    answer: answer === undefined ? null : { start: at, end: at + answer.length, exact: answer },
    ...values,
  });
}

const length = quote('The harbour bridge at Lunden is 412 metres long.', { answer: '412 metres' });

describe('a first look', () => {
  test('shows the best quote, and one more only if it answers and says something else', () => {
    const other = quote('A survey of 2024 found 430 metres between the towers.', { answer: '430 metres' });
    const mention = quote('The bridge has a control tower.');
    const look = lookAt({ quotes: [length, mention, other], shown: 3 }, null);
    expect(look.quotes).toEqual([length, other, mention]);
    expect(look.shown).toBe(2);
    expect(lookAt({ quotes: [length, mention], shown: 2 }, null).shown).toBe(1);
    expect(lookAt({ quotes: [length, other], shown: 1 }, null).shown).toBe(1);
  });

  test('shows both of two places that differ, however much better one of them ranks', () => {
    const [best, weaker] = [
      quote('The fee is £40.', { answer: '£40', score: 0.8 }),
      quote('Pay £50.', { answer: '£50', score: 0.3 }),
    ];
    const differing = { figures: ['£40', '£50'], isNewerFirst: false } as const;
    expect(lookAt({ quotes: [best, weaker], shown: 2, differing }, null).shown).toBe(2);
    expect(lookAt({ quotes: [best, weaker], shown: 2 }, null).shown).toBe(1);
  });

  test('does not show the same answer twice in one voice, but in another', () => {
    const again = quote('From end to end one walks 412 metres.', { answer: '412 metres' });
    const claimed = quote('The guide says that it is 412 metres.', {
      answer: '412 metres',
      label: 'attributed',
      attributedTo: 'The guide',
    });
    expect(lookAt({ quotes: [length, again], shown: 2 }, null).shown).toBe(1);
    expect(lookAt({ quotes: [length, again, claimed], shown: 3 }, null).quotes.slice(0, 2)).toEqual([length, claimed]);
  });

  test('leaves an opinion out that answers nothing, unless opinions were asked for', () => {
    const opinion = quote('The bridge is an ugly monument.', { label: 'opinion' });
    expect(lookAt({ quotes: [length, opinion], shown: 1 }, null).quotes).toEqual([length]);
    expect(lookAt({ quotes: [opinion], shown: 1 }, 'opinion').quotes).toEqual([opinion]);
    expect(lookAt({ quotes: [opinion, length], shown: 1 }, null).quotes[0]).toBe(opinion);
  });

  test('shows a second quote that was only found, not read, where it is nearly as good', () => {
    const [best, near, far] = [1, 0.95, 0.7].map((score, i) =>
      quote(`Words number ${i} of another matter.`, { score }),
    );
    if (!best || !near || !far) throw new Error('three quotes');
    expect(lookAt({ quotes: [best, near, far], shown: 3 }, null).shown).toBe(2);
    expect(lookAt({ quotes: [best, far], shown: 2 }, null).shown).toBe(1);
  });

  test('shows no second quote that is found much worse than the best, whatever was marked in it', () => {
    const best = { ...length, score: 1 };
    const [near, far] = [0.8, 0.5].map((share) =>
      quote(`A stair of ${share * 100} metres.`, { answer: `${share * 100} metres`, score: share }),
    );
    if (!near || !far) throw new Error('two quotes');
    expect(lookAt({ quotes: [best, far, near], shown: 3 }, null)).toMatchObject({
      shown: 2,
      quotes: [best, near, far],
    });
    expect(lookAt({ quotes: [best, far], shown: 2 }, null).shown).toBe(1);
  });

  test('goes on with what is near to an answer, and with few others', () => {
    const near = quote('The bridge was measured twice.');
    const far = ['Cakes were eaten.', 'Gulls cry.', 'Rain falls often.', 'Nobody came here.'].map((text) =>
      quote(text),
    );
    const quotes = [length, near, ...far];
    expect(lookAt({ quotes, shown: 1, near: 2 }, null).quotes).toEqual([length, near, ...far.slice(0, 2)]);
    expect(lookAt({ quotes, shown: 1, near: 5 }, null).quotes).toEqual([length, near, ...far.slice(0, 3)]);
  });

  test('of nothing is nothing', () => {
    expect(lookAt({ quotes: [], shown: 0 }, null)).toEqual({ quotes: [], shown: 0 });
  });
});

describe('what is nearly repeated', () => {
  const fold = (...texts: string[]): string[] =>
    foldRepeated(texts.map((text) => quote(text))).map(({ exact }) => exact);

  test('is folded into the first, which names its place', () => {
    const first = quote('The ferry across the harbour stopped in 2014.');
    const again = quote('In 2014 the ferry across the harbour was stopped.');
    const [kept, ...others] = foldRepeated([first, again]);
    expect(others).toEqual([]);
    expect(kept?.alsoIn.map(({ document }) => document.id)).toEqual([again.document.id]);
  });

  test.each([
    ['another figure', 'The bridge of Lunden is 412 metres long.', 'The bridge of Lunden is 450 metres long.'],
    [
      'the opposite',
      'The cables of the bridge are in good condition.',
      'The cables of the bridge are not in good condition.',
    ],
    ['another matter', 'The ferry stopped in 2014.', 'The lighthouse was lit in 2014.'],
  ])('is not what says %s', (_, one, other) => {
    expect(fold(one, other)).toEqual([one, other]);
  });

  test('is not what somebody else says', () => {
    const words = 'The bridge needs new bearings before winter.';
    const voices = [quote(words), quote(words, { label: 'attributed', attributedTo: 'The port' })];
    expect(foldRepeated(voices)).toHaveLength(2);
  });
});
