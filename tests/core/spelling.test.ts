import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSpellings } from '#verbatim/core/english/spelling.js';
import { askTexts } from '../helpers/ask-texts.js';

/** Optimal string alignment by its definition, without a table. */
function naiveDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return naiveDistance(restA, restB);
  const isSwap = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  const swapped = isSwap ? naiveDistance(a.slice(2), b.slice(2)) : Infinity;
  return 1 + Math.min(naiveDistance(restA, b), naiveDistance(a, restB), naiveDistance(restA, restB), swapped);
}

function isMoved(word: string, known: string): boolean {
  const without = Array.from(word, (letter, i) => [letter, word.slice(0, i) + word.slice(i + 1)] as const);
  const moved = without.flatMap(([letter, rest]) =>
    Array.from(word, (_, at) => rest.slice(0, at) + letter + rest.slice(at)),
  );
  return word !== known && moved.includes(known);
}

function naiveSpellings(word: string, vocabulary: readonly string[]): string[] {
  if (word.length < 6 || /\p{Nd}/u.test(word)) return [];
  const near = vocabulary
    .filter((known) => known[0] === word[0] || (word.length > 1 && known[0] === word[1] && known[1] === word[0]))
    .filter((known) => Math.abs(known.length - word.length) <= 2)
    .map((known) => ({ known, distance: isMoved(word, known) ? 1 : naiveDistance(word, known) }))
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
    ['the first two are swapped', 'obrder', ['border']],
    ['a letter is in another place', 'bordre', ['border']],
    ['a letter is in another place farther off', 'hrabour', ['harbour']],
    ['a letter stands too early', 'mlitiants', ['militants']],
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

describe('a suggested spelling', () => {
  const files = {
    'town.md':
      '# The town\n\nToner is not allowed. A booking lasts an hour. The bridge was closed in May. Keith Morrow repaired the mill. The bridges need paint. The hostel is full.',
  };
  const suggest = (question: string) => askTexts(files, question, 0.999).spelling;

  it.each([
    ['Who painted the brigde?', 'Who painted the bridge?'],
    ['Who painted the brigdes?', 'Who painted the bridges?'],
    ['Who painted the rbidge?', 'Who painted the bridge?'],
    ['Brigde colour', 'Bridge colour'],
    ['Who owns the mlil?', 'Who owns the mill?'],
    ['Who owns the mirl?', null],
    ['What are the bookng hours?', 'What are the booking hours?'],
    ['What does tonner cost?', 'What does toner cost?'],
    ['Where does Morow live?', null],
    ['Where does Morrwo live?', 'Where does Morrow live?'],
    ['Who painted the brigde and the mlil?', 'Who painted the bridge and the mill?'],
  ])('puts "%s" right', (question, expected) => {
    expect(suggest(question)?.question ?? null).toBe(expected);
  });

  it('says what was written and what the texts have', () => {
    expect(suggest('Who painted the brigde?')?.corrections).toEqual([{ written: 'brigde', meant: 'bridge' }]);
  });

  it.each([
    ['a word that English has', 'Is there a hotel?'],
    ['a word that stands in the texts', 'Who painted the bridge?'],
    ['a word unlike any other', 'Who painted the zeppelon?'],
    ['a short name', 'Where does Kiht live?'],
    ['a name that is like a common word only', 'Where does Hostil live?'],
    ['a number', 'Who painted bridge 1998x?'],
  ])('is not given for %s', (_, question) => {
    expect(suggest(question)).toBeNull();
  });

  it('says of an answer what was read, if that stands in the quote', () => {
    const corrections = [{ written: 'brigde', meant: 'bridge' }];
    expect(askTexts(files, 'When was the brigde closed?', 0).spelling).toMatchObject({ corrections });
    expect(askTexts(files, 'Is the brigde as full as the hostel?', 0).spelling).toBeNull();
    expect(askTexts(files, 'When was the bridge closed?', 0).spelling).toBeNull();
  });

  it('does not keep a word of five letters in its stem from being found', () => {
    expect(askTexts(files, 'When was the brigde closed?', 0).quotes[0]?.exact).toBe('The bridge was closed in May.');
  });
});
