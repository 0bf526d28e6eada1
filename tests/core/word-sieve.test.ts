import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSieve, createSieveTest } from '#verbatim/core/search/word-sieve.js';
import { initialsPattern, literally, numberPattern, yearPattern } from '#verbatim/core/search/written-patterns.js';
import { arbitraryText } from '../helpers/arbitrary-text.js';

describe('the sieve of a text', () => {
  it('lets every text pass that has the words', () => {
    let found = 0;
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(arbitraryText, share, share, (text, start, length) => {
        const at = Math.floor(start * text.length);
        const words = text.slice(at, at + 1 + Math.floor(length * 30)).trim();
        const wanted = literally(words);
        if (words === '' || !wanted.pattern.test(text)) return;
        found++;
        expect(createSieveTest(wanted)(makeSieve(text))).toBe(true);
      }),
      { numRuns: 3_000 },
    );
    expect(found).toBeGreaterThan(300);
  });

  it('lets years and numbers pass however they are written', () => {
    const sieve = makeSieve('In 2019–20, and in the nineties, 1,500 boats and two million crowns were lost.');
    for (const year of ['2019', '2020', '1990s']) expect(createSieveTest(yearPattern(year))(sieve)).toBe(true);
    for (const value of [1_500, 2_000_000]) {
      const asked = { value, text: String(value), start: 0, end: 1 };
      expect(createSieveTest(numberPattern(asked))(sieve)).toBe(true);
    }
  });

  it('lets the names pass that an abbreviation stands for', () => {
    const text =
      'The General Resolution of the Élan Society was read, then McAdams-Ruiz and Łódź\u0301 Rail went on to New York.';
    const sieve = makeSieve(text);
    const abbreviations = ['GR', 'GRÉS', 'RÉ', 'ÉS', 'MR', 'ŁR', 'NY', 'TG', 'ŁRNY'];
    const found = abbreviations.filter((letters) => initialsPattern(letters).pattern.test(text));
    expect(found).toEqual(['GR', 'GRÉS', 'RÉ', 'ÉS', 'MR', 'ŁR', 'NY', 'TG']);
    for (const letters of found) expect(createSieveTest(initialsPattern(letters))(sieve)).toBe(true);
    expect(createSieveTest(initialsPattern('XQ'))(sieve)).toBe(false);
  });

  it('stops nearly all that do not', () => {
    const text = Array.from({ length: 400 }, (_, i) => `word${i} of`).join(' ');
    const sieve = makeSieve(text);
    const strange = Array.from({ length: 1_000 }, (_, i) => literally(`other${i}`));
    expect(strange.filter((wanted) => createSieveTest(wanted)(sieve)).length).toBeLessThan(40);
    expect(createSieveTest(literally('word7 of'))(sieve)).toBe(true);
  });

  it('cannot tell of a text without one, nor of scripts without spaces', () => {
    expect(createSieveTest(literally('river'))(undefined)).toBe(true);
    expect(createSieveTest(literally('你好'))(makeSieve('The river'))).toBe(true);
  });
});
