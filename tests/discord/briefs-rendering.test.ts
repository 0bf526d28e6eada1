import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everything } from '#verbatim/core/collections/collection.js';
import type { DraftContent } from '#verbatim/core/briefs/brief-content.js';
import type { QuoteMark } from '#verbatim/core/briefs/brief-marks.js';
import { lanes } from '#verbatim/core/labelling/labels.js';
import { noScore, type Quote } from '#verbatim/core/search/quote.js';
import type { Brief } from '#verbatim/core/briefs/brief-store.js';
import { fits, type Card } from '#verbatim/discord/cards/card.js';
import { applyForm, renderForm } from '#verbatim/discord/features/briefs/preview/form.js';
import { renderPins } from '#verbatim/discord/features/briefs/life/pins-card.js';
import { renderPosted } from '#verbatim/discord/features/briefs/message/posted-card.js';
import { renderPreview } from '#verbatim/discord/features/briefs/preview/preview-card.js';
import { briefTextsFor, textsFor } from '#verbatim/discord/texts/languages.js';
import { indexTexts } from '../helpers/index-of-texts.js';
import { checkComponents } from '../discord-server/component-limits.js';
import { checkCallbackLimits } from '../discord-server/limits.js';
import { readText } from '../discord-server/message-view.js';

const id = '0123456789abcdef';
const sets = ['en-US', 'de'].map((locale) => ({ texts: textsFor(locale), briefTexts: briefTextsFor(locale) }));
const [english = { texts: textsFor('en'), briefTexts: briefTextsFor('en') }] = sets;

/** Text as it comes: words, notation, other scripts. */
const anyText = fc.oneof(
  fc.string({ minLength: 1, maxLength: 1_600, unit: 'grapheme' }).filter((words) => words.trim() !== ''),
  fc
    .array(fc.constantFrom('bridge', '**bold**', '@everyone', '[a](https://b.example)', '橋', '🌉', '_'), {
      minLength: 1,
      maxLength: 200,
    })
    .map((words) => words.join(' ')),
);

const anyQuote: fc.Arbitrary<Quote> = fc
  .record({
    exact: anyText,
    label: fc.constantFrom(...lanes),
    source: fc.option(anyText),
    title: anyText,
    start: fc.nat(99_999),
  })
  .map(({ exact, label, source, title, start }) => ({
    exact,
    prefix: '',
    suffix: '',
    start,
    end: start + exact.length,
    document: {
      id: 'abcdef012345',
      path: 'a.txt',
      title,
      author: title,
      publication: title,
      date: '2024-01-01',
      url: null,
      genre: null,
    },
    answer: null,
    paragraph: 3,
    section: [],
    unit: 'sentences',
    continues: false,
    context: [],
    above: [],
    label,
    step: 'unclear',
    labelledBy: 'moderator',
    attributedTo: label === 'attributed' ? source : null,
    spans: [],
    ...noScore,
  }));

const anyContent: fc.Arbitrary<DraftContent> = fc
  .record({
    quotes: fc.array(anyQuote, { minLength: 1, maxLength: 12 }),
    pairs: fc.array(fc.tuple(anyQuote, anyQuote), { maxLength: 5 }),
    topic: fc.option(anyText),
    title: fc.option(anyText),
    locale: fc.constantFrom('en-US', 'de'),
    leftOut: fc.uniqueArray(fc.nat(11)),
  })
  .map(({ quotes, pairs, topic, title, locale, leftOut }) => ({
    topic,
    documentId: null,
    documentTitle: null,
    title,
    quoteCount: 12,
    indexVersion: 'a'.repeat(64),
    locale,
    quotes,
    pairs: pairs.map((pair) => ({ quotes: pair, spans: pair })),
    order: quotes.map((_, number) => quotes.length - 1 - number),
    leftOut,
    pairsLeftOut: [],
  }));

const anyMarks: fc.Arbitrary<QuoteMark[]> = fc.uniqueArray(
  fc.record({
    quote: fc.nat(21),
    kind: fc.constantFrom('changed', 'vanished', 'relabelled'),
    label: fc.constantFrom(...lanes),
    attributedTo: fc.option(anyText),
    sinceMs: fc.nat(2_000_000_000_000),
  }),
  { selector: ({ quote }) => quote },
);

function problemsOf({ components }: Card): unknown[] {
  return checkComponents(components, true);
}

function textOf({ components }: Card): string {
  return readText({ content: '', components: components });
}

function showPosted(content: DraftContent, marks: readonly QuoteMark[] = []): Card {
  return renderPosted({
    id,
    content,
    postedAtMs: 1_700_000_000_000,
    userId: '123456789012345678',
    isPinned: true,
    marks,
    replacedBy: null,
    canRebuild: true,
  });
}

function plainQuote(exact: string, label: Quote['label'] = 'reported'): Quote {
  const [quote] = fc.sample(anyQuote, { numRuns: 1, seed: 1 });
  if (!quote) throw new Error('no quote');
  return { ...quote, exact, end: quote.start + exact.length, label, attributedTo: null, step: 'clear' };
}

function plainContent(quotes: readonly Quote[]): DraftContent {
  const [content] = fc.sample(anyContent, { numRuns: 1, seed: 1 });
  if (!content) throw new Error('no content');
  const order = quotes.map((_, number) => number);
  return { ...content, quotes, pairs: [], order, leftOut: [], topic: 'mills', title: null, locale: 'en-US' };
}

describe('whatever the quotes', () => {
  test('a posted brief fits, with marks and without', () => {
    fc.assert(
      fc.property(anyContent, anyMarks, (content, marks) => {
        for (const card of [showPosted(content), showPosted(content, marks)]) {
          expect(problemsOf(card)).toEqual([]);
          expect(fits(card)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a preview fits, in both languages', () => {
    fc.assert(
      fc.property(anyContent, fc.constantFrom(...sets), (content, set) => {
        const draft = { id, channelId: '123456789012345678', content };
        const warning = set.briefTexts.nothingTicked;
        const card = renderPreview({ draft, shownIn: null, replaces: 'https://x.example', warning, nowMs: 0 }, set);
        expect(problemsOf(card)).toEqual([]);
        expect(fits(card)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('the form fits, in both languages', () => {
    fc.assert(
      fc.property(anyContent, fc.constantFrom(...sets), (content, { briefTexts }) => {
        const applied = applyForm(content, { title: content.title ?? '', order: '' }, briefTexts).content;
        const data = JSON.parse(JSON.stringify(renderForm(id, applied, briefTexts))) as object;
        expect(checkCallbackLimits({ type: 9, data })).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

test('quotes that have no room are left out with a note, pairs before them', () => {
  const long = plainQuote('A long sentence about the mill goes on and on. '.repeat(40).trim());
  const twelve = Array.from({ length: 12 }, (_, i) => ({
    ...long,
    document: { ...long.document, title: `${i} ${'title '.repeat(20)}` },
  }));
  const pair = { quotes: [long, long], spans: [long, long] } as const;
  const text = textOf(showPosted({ ...plainContent(twelve), pairs: [pair, pair, pair] }));
  expect(text).toMatch(/\d+ quotes? and \d disagreements? not shown, for lack of space\./);
  expect(text).toContain('**1** ·');
});

test('quotes stay in lanes, in the order of the moderator', () => {
  const quotes = [plainQuote('First.'), plainQuote('Second.', 'opinion'), plainQuote('Third.')];
  const draft = { id, channelId: '1', content: { ...plainContent(quotes), order: [1, 2, 0], leftOut: [0] } };
  const text = textOf(renderPreview({ draft, shownIn: '1', replaces: null, warning: null, nowMs: 0 }, english));
  const heads = [...text.matchAll(/^### (.*)$|^\*\*(\d+)\*\* · “(.*?)”/gm)].map((found) => found.slice(1).join(''));
  expect(heads).toEqual(['OPINION', '2Second.', 'REPORTED', '3Third.', '1First.']);
  expect(text).toContain('▫️ Not ticked: will not be posted.\n**1**');
  expect(text).toContain('1 reported, 1 opinion');
});

test('a source that is written with two articles has one heading', () => {
  const claimed = (exact: string, attributedTo: string): Quote => ({
    ...plainQuote(exact),
    label: 'attributed',
    attributedTo,
  });
  const content = plainContent([claimed('First.', 'The council'), claimed('Second.', 'the council')]);
  expect(textOf(showPosted(content, [])).match(/^### CLAIMED BY THE COUNCIL/gm)).toHaveLength(1);
});

test('a mark stands over its quote and over the whole', () => {
  const content = plainContent([plainQuote('First.'), plainQuote('Second.')]);
  const mark = { quote: 1, kind: 'relabelled', label: 'opinion', attributedTo: null, sinceMs: 0 } as const;
  const text = textOf(showPosted({ ...content, locale: 'de' }, [mark]));
  expect(text).toMatch(/^⚠️ \*\*Die Quellen haben sich geändert: 1 von/);
  expect(text).toContain('⚠️ **Anders eingeordnet:** jetzt Meinung des Autors. (bemerkt <t:0:f>)\n**2**');
});

test('a list of pins fits, with a button for each that has changed', () => {
  const content = plainContent([plainQuote('These words stand nowhere.')]);
  const pins = Array.from({ length: 30 }, (_, i) => {
    const brief: Brief = {
      id: `${id.slice(2)}${String(i).padStart(2, '0')}`,
      guildId: '123456789012345678',
      channelId: '123456789012345678',
      messageId: '123456789012345678',
      topicKey: '*|*',
      content: { ...content, title: 'A title of full length '.repeat(5) },
      status: 'posted',
      replacedBy: null,
      postedAtMs: 0,
      pinnedAtMs: i,
      shown: '',
      marks: [],
    };
    return { brief, pinnedAtMs: i, isByBot: true, userId: '123456789012345678' };
  });
  for (let page = 0; page < 6; page++) {
    const card = renderPins(pins, page, indexTexts({ 'b.txt': 'Nothing of it.' }), english.briefTexts, everything);
    expect(problemsOf(card)).toEqual([]);
    expect(textOf(card)).toContain('1 vanished');
  }
});

test('an order that cannot be read is told, and the title is kept', () => {
  const content = plainContent([plainQuote('First.'), plainQuote('Second.')]);
  const { content: changed, warning } = applyForm(content, { title: ' Mills ', order: '2 9' }, english.briefTexts);
  expect(changed).toMatchObject({ title: 'Mills', order: [0, 1] });
  expect(warning).toContain('“2 9” is not clear');
  expect(applyForm(content, { title: '', order: '2' }, english.briefTexts)).toMatchObject({
    content: { title: null, order: [1, 0] },
    warning: null,
  });
});
