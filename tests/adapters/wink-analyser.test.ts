import { expect, it } from 'vitest';
import { createWinkAnalyser } from '#verbatim/adapters/wink-analyser.js';

const analyser = createWinkAnalyser();

function wordsOf(text: string): string[] {
  return analyser.analyse(text).tokens.map(({ start, end }) => text.slice(start, end));
}

it('cuts a possessive in the same way wherever it stands, and whatever was read before', () => {
  const inside = "Tolmar's harbour is deep.";
  const before = analyser.analyse(inside);
  expect(wordsOf("The harbour is Tolmar's.")).toEqual(['The', 'harbour', 'is', 'Tolmar', "'s", '.']);
  expect(wordsOf('Whose? Tolmar’s, said the clerk.')).toContain('’s');
  expect(analyser.analyse(inside)).toEqual(before);
});

it('leaves contractions before a stop to their own words', () => {
  expect(wordsOf("It's what it's. That’s, I think, all.")).toEqual([
    'It',
    "'s",
    'what',
    'it',
    "'s",
    '.',
    'That',
    '’s',
    ',',
    'I',
    'think',
    ',',
    'all',
    '.',
  ]);
});
