import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLexicon } from '#verbatim/training/lexicon/check-lexicon.js';
import { englishFolder, readLexicon, type LexiconRow } from '#verbatim/training/lexicon/read-lexicon.js';
import { renderFeatures, renderLexicon } from '#verbatim/training/lexicon/render-lexicon.js';

const lexicon = readLexicon();
const readModule = (name: string): string => readFileSync(path.join(englishFolder, name), 'utf8');

/** The faults of the tables with some rows put before the first word. */
const faultsWith = (...rows: readonly Partial<LexiconRow>[]): string[] =>
  checkLexicon({
    ...lexicon,
    rows: [...rows.map((row) => ({ word: '', class: 'trait', strength: '', parts: '', ...row })), ...lexicon.rows],
  });

describe('the lexicon', () => {
  it('has no word twice, out of order, out of reach or in two classes of one dimension', () => {
    expect(checkLexicon(lexicon)).toEqual([]);
  });

  it('is what the modules in use were made of', () => {
    expect(readModule('lexicon.ts')).toBe(renderLexicon(lexicon));
    expect(readModule('features.ts')).toBe(renderFeatures(lexicon));
  });
});

describe('the check of the lexicon', () => {
  it.each([
    ['a word of two classes', [{ word: '!a' }, { word: '!a', class: 'grading word' }], 'has two classes of judgement'],
    ['a word that stands twice', [{ word: '!a' }, { word: '!a' }], 'stands twice'],
    ['words out of order', [{ word: '!b' }, { word: '!a' }], 'is out of order'],
    ['classes of a word out of order', [{ word: '!a', class: 'title' }, { word: '!a' }], 'is out of order'],
    ['an unknown class', [{ word: '!a', class: 'traits' }], 'which is no class'],
    ['a strength above 1', [{ word: '!a', strength: '2' }], 'has the strength 2'],
    ['a word in capitals', [{ word: '!A' }], 'is no lower-case word'],
    ['an adverb of a word that is found by it', [{ word: 'absurdly', class: 'loaded word' }], '“absurd” is in'],
    ['a word whose form judges', [{ word: 'unforgivable' }], 'its form judges already'],
    ['a compound that is not looked up', [{ word: '!a-b' }], 'compounds of this class are not looked up'],
    ['a part of speech that its class lacks', [{ word: '!a', parts: 'NOUN' }], 'no part of speech is left'],
    [
      'a sense that an earlier one takes in',
      [
        { word: '!a', class: 'said: any' },
        { word: '!a', class: 'wants: content' },
      ],
      '“said: any” takes it whatever follows',
    ],
  ])('finds %s', (_, rows, message) => {
    expect(faultsWith(...rows).join('\n')).toContain(message);
  });

  it('lets a word have a class for each part of speech', () => {
    const rows = [
      { word: '!a', parts: 'ADJ' },
      { word: '!a', class: 'grading word', parts: '!ADJ' },
    ];
    expect(faultsWith(...rows)).toEqual([]);
  });
});
