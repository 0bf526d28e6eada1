import { describe, expect, it } from 'vitest';
import { numberBlocks } from '#verbatim/core/text/build-structure.js';
import { findPlainBlocks } from '#verbatim/core/text/plain-text.js';
import { blocksOf } from '../helpers/analyse.js';

describe('plain text', () => {
  it('has a paragraph between blank lines', () => {
    expect(blocksOf('a.txt', 'One is here.\n\nTwo is there.\n \t\n\nThree is lost.\n')).toEqual([
      'paragraph: One is here.',
      'paragraph: Two is there.',
      'paragraph: Three is lost.',
    ]);
  });

  it('has a paragraph a line where lines end with sentences', () => {
    expect(blocksOf('a.txt', 'One is here.\nTwo is there, he said.\nIs three lost?\n')).toEqual([
      'paragraph: One is here.',
      'paragraph: Two is there, he said.',
      'paragraph: Is three lost?',
    ]);
  });

  it('joins lines where they end in the middle of sentences', () => {
    const text = 'The ferry stops\nat dusk. The last\nboat is full.\n\nIt sails\nempty in winter.\n';
    expect(blocksOf('a.txt', text)).toEqual([
      'paragraph: The ferry stops\nat dusk. The last\nboat is full.',
      'paragraph: It sails\nempty in winter.',
    ]);
  });

  it('joins no lines where one is too long to have been wrapped', () => {
    const long = `The ferry ${'slowly '.repeat(20)}stops`;
    expect(blocksOf('a.txt', `${long}\nand waits\nand goes\n`)).toHaveLength(3);
  });

  it('reads line ends of both kinds alike', () => {
    const text = 'Night Boats\n\nOne is here.\n\n- a plum\n- a pear\n';
    const crlf = text.replaceAll('\n', '\r\n');
    expect(blocksOf('a.txt', crlf)).toEqual(blocksOf('a.txt', text));
  });

  it('takes a short line without a full stop for a heading where text follows', () => {
    expect(blocksOf('a.txt', 'What Remains\n\nThe mill stands.\n\nThe end\n')).toEqual([
      'heading: What Remains',
      'paragraph: The mill stands.',
      'paragraph: The end',
    ]);
  });

  it.each([
    ['a small first letter', 'what remains'],
    ['a full stop', 'What remains.'],
    ['a comma', 'What remains,'],
    ['many words', 'What remains of all the mills that once stood along the river is little'],
  ])('takes no line with %s for a heading', (_, line) => {
    expect(blocksOf('a.txt', `${line}\n\nThe mill stands.\n`)[0]).toBe(`paragraph: ${line}`);
  });

  it.each(['- ', '* ', '• ', '– ', '1. ', '12) ', '(3) '])('takes the mark %j off a list item', (mark) => {
    expect(blocksOf('a.txt', `They sell:\n${mark}plums from the hill\n${mark}pears\n`)).toEqual([
      'paragraph: They sell:',
      'list-item: plums from the hill',
      'list-item: pears',
    ]);
  });

  it('numbers paragraphs from one; a heading carries the number of what follows', () => {
    const draft = findPlainBlocks('Title Here\n\nOne is here.\n\nMore Of It\n\nTwo is here.\n\n- three\n', 0);
    const blocks = numberBlocks(draft.blocks, []);
    expect(blocks.map(({ kind, paragraph }) => [kind, paragraph])).toEqual([
      ['heading', 1],
      ['paragraph', 1],
      ['heading', 2],
      ['paragraph', 2],
      ['list-item', 3],
    ]);
  });

  it('begins where it is told to', () => {
    const text = 'not this\n\nBut this one.\n';
    expect(findPlainBlocks(text, 10).blocks.map(({ start, end }) => text.slice(start, end))).toEqual(['But this one.']);
  });

  it.each(['', ' \n\t\r\n ', '\ufeff', '\u200b\n\u00a0'])('has no blocks in %j', (text) => {
    expect(findPlainBlocks(text, 0).blocks).toEqual([]);
  });

  it('leaves a byte order mark and no-break spaces at the ends out of a block', () => {
    expect(blocksOf('a.txt', '\ufeff\u00a0One is here.\u00a0\n')).toEqual(['paragraph: One is here.']);
  });
});

describe('the agenda of minutes', () => {
  it('heads what was said with its numbered lines', () => {
    const text = '1. APOLOGIES\nNone.\n\n2. FINANCE\nThe balance is 40 pounds.\n\n3. NEXT MEETING\nOn 4 May.\n';
    expect(blocksOf('a.txt', text)).toEqual([
      'heading: APOLOGIES',
      'paragraph: None.',
      'heading: FINANCE',
      'paragraph: The balance is 40 pounds.',
      'heading: NEXT MEETING',
      'paragraph: On 4 May.',
    ]);
  });

  it('heads lines that stand further in with its items, and leaves a list of items alone', () => {
    const text = '* Release\n  Two blockers are left.\n\n* Conference\n  The venue holds 120.\n';
    expect(blocksOf('a.txt', text).filter((block) => block.startsWith('heading'))).toEqual([
      'heading: Release',
      'heading: Conference',
    ]);
    expect(blocksOf('a.txt', '1. Salt\n2. Flour\n\n1. Mix it.\n2. Bake it.\n').join()).not.toContain('heading');
  });

  it('has lines that were broken in the middle of a sentence joined, whatever the others are', () => {
    const text =
      'Call accepted.\nNo objections.\nWen would prefer to wait for the\nsponsor in May.\nFees end on\nJanuary 15.\n';
    expect(blocksOf('a.txt', text)).toContain('paragraph: Wen would prefer to wait for the\nsponsor in May.');
  });
});

describe('line ends of old programs', () => {
  it.each(['a.txt', 'a.md'])('part lines like any others in %s', (name) => {
    const text = '# Pier\n\nThe pier is long.\n\n- One euro.\n- Two euros.\n';
    const old = text.replaceAll('\n', '\r');
    expect(blocksOf(name, old)).toEqual(blocksOf(name, text));
  });
});
