import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWinkAnalyser } from '#verbatim/adapters/wink-analyser.js';
import { cutQuote } from '#verbatim/core/search/cut-quote.js';
import { findFingerprint, fingerprint } from '#verbatim/core/text/fingerprint.js';
import { resolveFollowUp } from '#verbatim/core/question/follow-up.js';
import { diffWords, trimSecond } from '#verbatim/core/text/word-diff.js';

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
    ['and why?', 'When did the ferry stop?', 'Why did the ferry stop?'],
  ])('%j after %j asks %j', (text, previous, expected) => {
    expect(resolveFollowUp(text, previous, analyser)).toBe(expected);
  });

  test.each(['Who hijacked the Jaffar Express?', 'How long is the border?', 'Which groups are named in the text?'])(
    '%j stands on its own',
    (text) => {
      expect(resolveFollowUp(text, 'How long is the harbour bridge?', analyser)).toBeNull();
    },
  );
});
