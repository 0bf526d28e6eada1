import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSpellings } from '#verbatim/core/english/spelling.js';

/** Optimal string alignment by its definition, without a table. */
function naiveDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return naiveDistance(restA, restB);
  const isSwap = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  const swapped = isSwap ? naiveDistance(a.slice(2), b.slice(2)) : Infinity;
  return 1 + Math.min(naiveDistance(restA, b), naiveDistance(a, restB), naiveDistance(restA, restB), swapped);
}

function naiveSpellings(word: string, vocabulary: readonly string[]): string[] {
  if (word.length < 6 || /\p{Nd}/u.test(word)) return [];
  const near = vocabulary
    .filter((known) => known[0] === word[0] && Math.abs(known.length - word.length) <= 2)
    .map((known) => ({ known, distance: naiveDistance(word, known) }))
    .filter(({ distance }) => distance <= (word.length >= 9 ? 2 : 1));
  const least = Math.min(...near.map(({ distance }) => distance));
  return near.filter(({ distance }) => distance === least).map(({ known }) => known);
}

describe('spelling correction', () => {
  it.each([
    ['a letter is missing', 'militnts', ['militants']],
    ['a letter is doubled', 'borrder', ['border']],
    ['a letter is wrong', 'bordar', ['border']],
    ['two neighbours are swapped', 'bodrer', ['border']],
    ['there are two slips in a long word', 'parlaiment', ['parliament']],
    ['there are two slips in a short word', 'bodrar', []],
    ['the word is short', 'rodra', []],
    ['there is a digit in it', 'border2', []],
    ['the first letter differs', 'norder', []],
  ])('finds what was meant when %s', (_, word, expected) => {
    expect(findSpellings(word, ['border', 'parliament', 'militants', 'harbour', 'rodri'])).toEqual(expected);
  });

  it('prefers the closest words and gives all that are equally close', () => {
    expect(findSpellings('statement', ['statements', 'statemant', 'stamentt'])).toEqual(['statements', 'statemant']);
    expect(findSpellings('parliamant', ['parlimant', 'parliaments', 'parliament'])).toEqual([
      'parlimant',
      'parliament',
    ]);
  });

  it('agrees with a naive twin', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 8 });
    const long = fc.tuple(word, fc.constantFrom('', 'stem', 'stems')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(long, fc.array(long, { maxLength: 12 }), (slip, vocabulary) => {
        expect(findSpellings(slip, vocabulary)).toEqual(naiveSpellings(slip, vocabulary));
      }),
      { numRuns: 400, seed: 9 },
    );
  });
});
