import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '#verbatim/core/text/document.js';
import { cutPassages } from '#verbatim/core/text/passages.js';

/** Sentences of ten units each, one a block; `h` is a heading, a number the tokens of a sentence. */
function layOut(plan: readonly (number | 'h')[]) {
  const blocks: Block[] = plan.map((entry, i) => ({
    start: i * 10,
    end: i * 10 + 9,
    kind: entry === 'h' ? 'heading' : 'paragraph',
    paragraph: 1,
  }));
  const sentences = plan.map((entry, block) => ({
    start: block * 10,
    end: block * 10 + 9,
    block,
    tokenCount: entry === 'h' ? 3 : entry,
  }));
  return { blocks, sentences };
}

function cut(plan: readonly (number | 'h')[], maxTokens: number): [number, number][] {
  const { blocks, sentences } = layOut(plan);
  return cutPassages(sentences, blocks, maxTokens).map(({ first, last }) => [first, last]);
}

describe('passages', () => {
  it('take in as many whole sentences as fit', () => {
    expect(cut([4, 4, 2, 5], 10)).toEqual([
      [0, 2],
      [2, 3],
    ]);
  });

  it('begin with the last sentence of the one before', () => {
    expect(cut([5, 5, 5, 5], 10)).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  it('do not repeat a sentence that leaves no room for the next', () => {
    expect(cut([2, 8, 9], 10)).toEqual([
      [0, 1],
      [2, 2],
    ]);
  });

  it('do not overlap where two sentences never fit together', () => {
    expect(cut([9, 9, 9], 10)).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  it('hold a sentence over the limit alone', () => {
    expect(cut([2, 50, 2], 10)).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  it('never cross a heading and never hold one', () => {
    expect(cut([1, 'h', 1, 1, 'h', 'h', 1], 10)).toEqual([
      [0, 0],
      [2, 3],
      [6, 6],
    ]);
  });

  it('are none where there is no sentence but headings', () => {
    expect(cut([], 10)).toEqual([]);
    expect(cut(['h', 'h'], 10)).toEqual([]);
  });

  it('keep to the limit, cover each sentence and overlap by at most one, whatever the lengths', () => {
    const entry = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }) },
      { weight: 1, arbitrary: fc.constant('h' as const) },
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), fc.integer({ min: 1, max: 60 }), (plan, maxTokens) => {
        const { blocks, sentences } = layOut(plan);
        const passages = cutPassages(sentences, blocks, maxTokens);
        for (const [i, { first, last, start, end }] of passages.entries()) {
          const members = sentences.slice(first, last + 1);
          expect([start, end]).toEqual([members[0]?.start, members.at(-1)?.end]);
          expect(plan.slice(first, last + 1)).not.toContain('h');
          const tokens = members.reduce((sum, { tokenCount }) => sum + tokenCount, 0);
          expect(members.length === 1 || tokens <= maxTokens).toBe(true);
          const next = passages[i + 1];
          if (next) expect([last, last + 1 + headingsFrom(plan, last + 1)]).toContain(next.first);
          if (next) expect(next.last).toBeGreaterThan(last);
        }
        const covered = new Set(passages.flatMap(({ first, last }) => rangeOf(first, last)));
        expect([...covered].sort((a, b) => a - b)).toEqual(plan.flatMap((kind, at) => (kind === 'h' ? [] : [at])));
      }),
      { numRuns: 500, seed: 12 },
    );
  });
});

function rangeOf(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function headingsFrom(plan: readonly (number | 'h')[], at: number): number {
  let count = 0;
  while (plan[at + count] === 'h') count++;
  return count;
}
