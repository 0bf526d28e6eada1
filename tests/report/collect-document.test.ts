import { describe, expect, it } from 'vitest';
import type { LabelSpan, SentenceLabel } from '#verbatim/core/labelling/labels.js';
import { addCounts, collectDocument, sharesOf, totalOf } from '#verbatim/app/pages/collect-document.js';
import { mergeSources } from '#verbatim/app/pages/collect-sources.js';
import { toPercentages } from '#verbatim/app/pages/lane-wording.js';
import { documentOf, reportOf } from './report-of.js';

const sample = [
  '# A heading of five words',
  'The bridge is 40 metres long. The mayor said that it was closed on Monday. Frankly, it is a disgraceful ruin.',
  'Mayor Dee Okafor said the repairs had begun. A mayor said nothing else. The mayor said that costs rose.',
].join('\n\n');

function labelByHand(text: string, label: Partial<SentenceLabel>): SentenceLabel {
  const plain = {
    label: 'reported',
    step: 'clear',
    confidence: 0.9,
    attributed: false,
    sources: [],
    kind: null,
    textKind: 'open',
  } as const;
  return { start: 0, end: text.length, ...plain, spans: [], reasons: [], ...label };
}

function spanOf(text: string, part: string, rest: Omit<LabelSpan, 'start' | 'end'>): LabelSpan {
  const start = text.indexOf(part);
  return { start, end: start + part.length, ...rest };
}

function collectByHand(text: string, label: Partial<SentenceLabel>): ReturnType<typeof collectDocument> {
  return collectDocument(documentOf(text), [{ start: 0, end: text.length, block: 0 }], [labelByHand(text, label)]);
}

describe('what a report gathers', () => {
  it('shares out every word once: the shares add up to 1 and the counts to the whole', () => {
    const { words } = reportOf(sample);
    const shares = sharesOf(words);
    expect(shares.reported + shares.attributed + shares.opinion).toBeCloseTo(1, 10);
    expect(totalOf(words)).toBe(6 + 9 + 6 + 8 + 5 + 6);
    expect(words).toEqual({ reported: 6, attributed: 9 + 8 + 5 + 6, opinion: 6 });
  });

  it('has no share of anything where there is nothing but a heading', () => {
    const { words, sources } = reportOf('# Nothing but this');
    expect(sharesOf(words)).toEqual({ reported: 0, attributed: 0, opinion: 0 });
    expect(sources).toEqual([]);
  });

  it('cuts a sentence where its label changes, without the space between, punctuation with its neighbour', () => {
    const text = 'While Ada built a dam, Bo says hers is poor.';
    const { blocks, words, sources } = collectByHand(text, {
      spans: [spanOf(text, 'Bo says hers is poor', { label: 'attributed', attributedTo: 'Bo' })],
    });
    const segments = blocks[0]?.sentences[0]?.segments ?? [];
    expect(segments.map(({ lane, start, end }) => [lane, text.slice(start, end)])).toEqual([
      ['reported', 'While Ada built a dam,'],
      ['attributed', 'Bo says hers is poor.'],
    ]);
    expect(words).toEqual({ reported: 5, attributed: 5, opinion: 0 });
    expect(sources).toEqual([{ name: 'Bo', isPronoun: false, sentences: 1, words: 5, documents: 1 }]);
  });

  it('counts the words of unclear sentences apart', () => {
    expect(collectByHand('Four words stand here.', { step: 'unclear' }).unclearWords).toBe(4);
    expect(collectByHand('Four words stand here.', {}).unclearWords).toBe(0);
  });

  it('counts a source under one name with and without its article, and the unnamed last', () => {
    const { sources } = reportOf(sample);
    expect(sources.find(({ name }) => name?.toLowerCase() === 'mayor')?.sentences).toBe(3);
    const unnamed = collectByHand('It is said to be so.', { label: 'attributed', attributed: true });
    const pronoun = collectByHand('They say so.', { label: 'attributed', sources: ['They'] });
    const all = mergeSources([unnamed, pronoun, { sources }, { sources }]);
    expect(all.find(({ name }) => name?.toLowerCase() === 'mayor')).toMatchObject({ sentences: 6, documents: 2 });
    expect(all.slice(-2).map(({ name, isPronoun }) => [name, isPronoun])).toEqual([
      ['They', true],
      [null, false],
    ]);
  });

  it('adds up counts lane by lane', () => {
    const one = { reported: 1, attributed: 2, opinion: 3 };
    expect(addCounts([one, one])).toEqual({ reported: 2, attributed: 4, opinion: 6 });
  });

  it('rounds shares to percentages that add up to 100', () => {
    expect(toPercentages([1 / 3, 1 / 3, 1 / 3])).toEqual([34, 33, 33]);
    expect(toPercentages([0.005, 0.005, 0.99])).toEqual([1, 0, 99]);
    expect(toPercentages([0, 0, 0])).toEqual([0, 0, 0]);
  });
});
