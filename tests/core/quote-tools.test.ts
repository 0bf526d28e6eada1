import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWinkAnalyser } from '#verbatim/adapters/wink-analyser.js';
import { readQuoted } from '#verbatim/core/search/quote.js';
import { cutQuote } from '#verbatim/core/search/cut-quote.js';
import { findFingerprint, fingerprint } from '#verbatim/core/text/fingerprint.js';
import { resolveFollowUp } from '#verbatim/core/question/follow-up.js';
import { diffWords, trimSecond } from '#verbatim/core/text/word-diff.js';
import { firstQuoteOf } from '../helpers/ask-texts.js';

describe('a fingerprint', () => {
  test('is found wherever its text stands, and nowhere else', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 3 }), fc.string(), (before, words, after) => {
        const text = before + words + after;
        const found = findFingerprint(text, words.length, fingerprint(words), before.length);
        expect(text.slice(found ?? 0, (found ?? 0) + words.length)).toBe(words);
        expect(findFingerprint(text, words.length, fingerprint(`${words.slice(1)}\u0001`))).toBeNull();
      }),
    );
  });

  test('names the occurrence nearest to where it was', () => {
    expect(findFingerprint('ab ab ab', 2, fingerprint('ab'), 4)).toBe(3);
  });

  test('fits into a button', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5_000 }), (words) => {
        expect(fingerprint(words).length).toBeLessThanOrEqual(11);
      }),
    );
  });
});

describe('a cut quote', () => {
  test('is whole where it fits', () => {
    expect(cutQuote('Short.', 10)).toEqual({ start: 0, end: 6, isCut: false });
  });

  test('ends with a sentence, else a clause, else a word', () => {
    expect(cutQuote('One is here. Two is there and more', 25).end).toBe(12);
    expect(cutQuote('One is here, two is there and more', 25).end).toBe(12);
    expect(cutQuote('One is here two is there and more', 25).end).toBe(24);
  });

  test('never parts a surrogate pair', () => {
    expect(cutQuote('😀'.repeat(10), 5).end).toBe(4);
  });
});

describe('a word diff', () => {
  test('shows what only one text has', () => {
    const { parts } = diffWords('the bridge cost 69 million', 'The bridge cost about 96 million crowns');
    expect(parts).toEqual([
      { kind: 'same', text: 'The bridge cost' },
      { kind: 'first', text: '69' },
      { kind: 'second', text: 'about 96' },
      { kind: 'same', text: 'million' },
      { kind: 'second', text: 'crowns' },
    ]);
  });

  test('leaves out what lies around, but not what stands for other words', () => {
    const diff = trimSecond(diffWords('the keeper was tall', 'In those days the keeper was small and very old'));
    expect(diff.parts.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'same: the keeper was',
      'first: tall',
      'second: small',
    ]);
    expect(diff.similarity).toBeCloseTo(6 / 8);
  });

  test('has no differences between equal texts', () => {
    expect(diffWords('Same “words”, here', 'same words here').similarity).toBe(1);
  });
});

describe('a follow-up', () => {
  const analyser = createWinkAnalyser();
  test.each([
    ['and Iran?', 'How long is the border with Pakistan?', 'How long is the border with Iran?'],
    ['And with Iran?', 'How long is the border with Pakistan?', 'How long is the border with Iran?'],
    ['what about the tunnel?', 'How long is the harbour bridge?', 'How long is the tunnel?'],
    ['When was it opened?', 'How long is the harbour bridge?', 'When was the harbour bridge opened?'],
    ['and a day pass?', 'How much does membership cost?', 'How much does a day pass cost?'],
    ['and a ticket?', 'What does parking cost?', 'What does a ticket cost?'],
    ['how old is he?', 'Who is Jonas Pell?', 'How old is Jonas Pell?'],
    ['and why?', 'When did the ferry stop?', 'Why did the ferry stop?'],
  ])('%j after %j asks %j', (text, previous, expected) => {
    expect(resolveFollowUp(text, previous, analyser)).toBe(expected);
  });

  test('leaves "he" as it is where the one meant stands in the answer', () => {
    expect(resolveFollowUp('when did he die?', 'Who founded the club?', analyser)).toBeNull();
  });

  test.each([
    'Who hijacked the Jaffar Express?',
    'How long is the border?',
    'Which groups are named in the text?',
    'lighthouse keeper',
    'fines',
    'source?',
    'really?',
    'helo',
    'x',
    '1',
    '\u200b\u200b',
    'Сколько метров мост?',
  ])('%j stands on its own', (text) => {
    expect(resolveFollowUp(text, 'How long is the harbour bridge?', analyser)).toBeNull();
  });

  test.each([
    ['Iran?', 'How long is the border with Pakistan?', 'How long is the border with Iran?'],
    ['for students?', 'What is the fee for guests?', 'What is the fee for students?'],
    ['2023?', 'How many boats came in 2022?', 'How many boats came in 2023?'],
  ])('%j after %j asks %j', (text, previous, expected) => {
    expect(resolveFollowUp(text, previous, analyser)?.replace(/\?+$/, '?')).toBe(expected);
  });
});

describe('a quote as it is shown', () => {
  const quote = (line: string, question = 'Where was the express train hijacked?') =>
    firstQuoteOf({ 'events.md': `# Events\n\n${line}\n\nThe mill is old.\n` }, question);
  const shown = (line: string) => {
    const found = quote(line);
    return readQuoted(found, found);
  };

  test.each([
    ['- **Train**: the express was hijacked.', 'Train: the express was hijacked.'],
    ['The *express* train was ~~stopped~~ hijacked.', 'The express train was stopped hijacked.'],
    [
      'The [express train](https://example.org/a_b) was hijacked, says `log`.',
      'The express train was hijacked, says `log`.',
    ],
    ['The express train no. 2\\*3 was hijacked.', 'The express train no. 2*3 was hijacked.'],
    ['The express train was hijacked: 2 * 3 * 4 cars.', 'The express train was hijacked: 2 * 3 * 4 cars.'],
    ['The <b>express</b> train <a href="#a">was</a> hijacked.<br>', 'The express train was hijacked.'],
    [
      '<table>\n<tr><td>express train</td><td>hijacked</td><td>at noon</td></tr>\n</table>',
      'express train | hijacked | at noon',
    ],
    ['> The express train was\n> hijacked at noon.', 'The express train was\nhijacked at noon.'],
  ])('%s has no notation', (line, expected) => {
    expect(shown(line)).toBe(expected);
    expect(line).toContain(quote(line).exact);
  });

  test('says a part without notation, too', () => {
    const found = quote('The **express** train was hijacked at *noon*.');
    const at = found.exact.indexOf('train');
    expect(readQuoted(found, { start: found.start + at, end: found.end })).toBe('train was hijacked at noon.');
    expect(readQuoted({ exact: 'a * b', start: 4 }, { start: 4, end: 9 })).toBe('a * b');
  });

  test('are the same words in pieces as in one, wherever it is cut', () => {
    const exact = 'See **the list** for [members](a.md), who *pay*.</td><td>£4</td>';
    const notation = [...exact.matchAll(/\*+|\[|\]\(a\.md\)|<\/?td>/g)].map(({ index, 0: { length } }) => ({
      start: 7 + index,
      end: 7 + index + length,
    }));
    const quote = { exact, start: 7, notation };
    const whole = readQuoted(quote, { start: 7, end: 7 + exact.length });
    expect(whole).toBe('See the list for members, who pay. | £4');
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: exact.length }), { maxLength: 4 }), (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), exact.length];
        const pieces = edges.slice(1).map((end, i) => readQuoted(quote, { start: 7 + (edges[i] ?? 0), end: 7 + end }));
        expect(pieces.join('')).toBe(whole);
      }),
    );
  });
});
