import { describe, expect, it } from 'vitest';
import { analyseText, sentencesOf } from '../helpers/analyse.js';
import { cutsCharacter } from '../helpers/expect-spans.js';

/** Sentences are written with `|` between them. */
function split(marked: string): { text: string; expected: string[] } {
  const expected = marked.split('|').map((part) => part.trim());
  return { text: expected.join(' '), expected };
}

describe('a full stop does not end a sentence', () => {
  it.each([
    ['after a title', 'Mr. Vale met Dr. Onslow and Gen. Prut.|They left.'],
    ['after an initial', 'J. K. Lind wrote it.|A. B. Marsh printed it.'],
    ['after a place of saints and forts', 'They sailed from St. Ives to Ft. Worth.|It took weeks.'],
    ['after a month before a day', 'It opened on Jan. 5 and closed on Dec. 24.|Nobody came.'],
    ['after an abbreviation before a number', 'See No. 7 and Fig. 3 on p. 12.|The rest is lost.'],
    ['after what minutes shorten', 'That we buy it (Ada, sec. LE).|For 3, abst. 1.|It took 30 sec.|Nobody spoke.'],
    ['in a country of initials', 'The U.S. Senate and the U.K. Parliament met.|Both agreed.'],
    ['in Latin for examples', 'Fruit, e.g. plums, i.e. the blue ones, etc. are sold.|Nuts are not.'],
    ['between names in a lawsuit', 'The court heard Rowe vs. Wade again.|It ruled in May.'],
    ['in a number or an hour', 'It cost 3.50 at 10.30 a.m. on Monday.|By noon it was 4.'],
    ['in an address of the web', 'Read example.org before you call.|Nobody answers.'],
  ])('%s', (_, marked) => {
    const { text, expected } = split(marked);
    expect(sentencesOf(text)).toEqual(expected);
  });
});

describe('a quotation', () => {
  it.each([
    ['that is asked goes on with who asked it', '“What?” she asked.|He left.'],
    ['that is shouted goes on with who shouted it', '"Stop!" he cried.|Nobody stopped.'],
    ['ends with its closing mark', 'He said: “We lost.”|She nodded.'],
    ['in straight marks ends with its closing mark', 'He said: "We lost."|She nodded.'],
    ['of several sentences is cut between them', '“We lost.|We will lose again.”|She nodded.'],
    ['that opens after another starts anew', '“Go.”|“Where?”|“Home.”'],
  ])('%s', (_, marked) => {
    const { text, expected } = split(marked);
    expect(sentencesOf(text)).toEqual(expected);
  });
});

describe('an ellipsis', () => {
  it.each([
    ['before a small letter goes on', 'It was … not what she … expected.|Not at all.'],
    ['of three stops before a small letter goes on', 'He waited... and waited.|Then he left.'],
  ])('%s', (_, marked) => {
    const { text, expected } = split(marked);
    expect(sentencesOf(text)).toEqual(expected);
  });
});

describe('sentences end', () => {
  it.each([
    ['at question and exclamation marks', 'Is it open?|It is!|Come in.'],
    ['at a country of initials before a new subject', 'She moved to the U.S.|He stayed behind.'],
    ['at a list that ends in etc.', 'They sell nails, screws, etc.|The shop is closed on Sunday.'],
    ['behind a closing bracket', 'It rained (as it does.)|Then it stopped.'],
  ])('%s', (_, marked) => {
    const { text, expected } = split(marked);
    expect(sentencesOf(text)).toEqual(expected);
  });

  it('at each heading, list item and paragraph, with or without a full stop', () => {
    const text = 'What We Know So Far\n\nThe dam holds. Nobody is hurt\n\n- first thing\n- second thing. And a third\n';
    expect(sentencesOf(text)).toEqual([
      'What We Know So Far',
      'The dam holds.',
      'Nobody is hurt',
      'first thing',
      'second thing.',
      'And a third',
    ]);
  });

  it('never in a heading, whatever stands in it', () => {
    expect(sentencesOf('# Who? Me. Yes!\n\nText.\n', 'a.md')).toEqual(['Who? Me. Yes!', 'Text.']);
  });

  it('not at the line ends of a hard-wrapped paragraph', () => {
    const text = 'The river rose over the\nroad at noon. By night it\nhad reached the church.\n';
    expect(sentencesOf(text)).toEqual([
      'The river rose over the\nroad at noon.',
      'By night it\nhad reached the church.',
    ]);
  });
});

describe('a text without an end in sight', () => {
  const longest = 1_000;

  it('is cut after a clause where there is one', () => {
    const text = 'day after day; '.repeat(200).trim();
    const sentences = sentencesOf(text);
    expect(sentences.join(' ')).toBe(text);
    for (const sentence of sentences) {
      expect(sentence.length).toBeLessThanOrEqual(longest);
      expect(sentence).toMatch(/;$|day$/);
    }
  });

  it('is cut between words else', () => {
    const text = 'water '.repeat(2_000).trim();
    const sentences = sentencesOf(text);
    expect(sentences.join(' ')).toBe(text);
    for (const sentence of sentences) expect(sentence.length).toBeLessThanOrEqual(longest);
  });

  it.each([
    ['letters', 'x'.repeat(2_500)],
    ['surrogate pairs', `x${'😀'.repeat(1_300)}`],
    ['letters with marks', `x${'e\u0301'.repeat(1_300)}`],
    ['emoji with a skin tone', `x${'👍🏽'.repeat(650)}`],
    ['joined emoji', `x${'👩‍👩‍👧‍👦'.repeat(250)}`],
  ])('is cut between whole characters where it is one word of %s', (_, text) => {
    const whole = new Set(Array.from(new Intl.Segmenter('en').segment(text), ({ index }) => index));
    const { sentences } = analyseText('a.txt', text);
    expect(sentences.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(sentences.length).toBeGreaterThan(2);
    for (const { start } of sentences) {
      expect(whole.has(start)).toBe(true);
      expect(cutsCharacter(text, start)).toBe(false);
    }
  });
});

describe('notation around a sentence', () => {
  it('belongs to the sentence, and to one only', () => {
    expect(sentencesOf('**Dutch** is spoken. So is *Frisian*.', 'a.md')).toEqual([
      '**Dutch** is spoken.',
      'So is *Frisian*.',
    ]);
    expect(sentencesOf('[It is.](https://example.org)[It was.](https://example.org/b)', 'a.md').join('')).toBe(
      '[It is.](https://example.org)[It was.](https://example.org/b)',
    );
  });
});
