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

  it('has headings underlined word by word', () => {
    const text = 'Contents\n--------\n1.0) About\n2.0) Fares\n\n1.0) About\n---- -----\nThe ferry is old.\n';
    expect(blocksOf('a.txt', text)).toContain('heading: 1.0) About');
  });

  it('heads answers with the lines that a table of contents announces', () => {
    const heads = ['1. The ferry does not come.', '2. While it sails, my radio fails.', '3. Nobody sells tickets!'];
    const answers = ['Wait for the next one.', 'Turn it off.', 'Buy them on board.'];
    const text = [heads.join('\n'), ...heads.map((head, i) => `${head}\n\n   ${answers[i]}`)].join('\n\n');
    const blocks = blocksOf('a.txt', `${text}\n`);
    expect(blocks.slice(-6)).toEqual(heads.flatMap((head, i) => [`heading: ${head}`, `paragraph: ${answers[i]}`]));
    // Two are a chance.
    const two = [heads.join('\n'), `${heads[0]}\n\n   ${answers[0]}`, `${heads[1]}\n\n   ${answers[1]}`].join('\n\n');
    expect(blocksOf('a.txt', `${two}\n`).filter((block) => block.startsWith('heading'))).toEqual([]);
  });

  it('heads what stands further in with the line above that ends with a colon', () => {
    const entry = (head: string, body: string) => `${head}:\n        ${body}\n`;
    const text = [
      entry('No ferry can be found', 'The timetable is empty, or was not loaded.'),
      entry('After a while of sailing, colours get pale', 'The sun bleaches them.'),
      entry('The horn sounds twice', 'It is meant to.'),
    ].join('\n');
    expect(blocksOf('a.txt', text).filter((block) => block.startsWith('heading'))).toHaveLength(3);
  });

  it('takes a step that goes on below for no heading', () => {
    const text =
      'Tea\n\n2. Arrange for the kettle to be filled before you start, then try:\n\nboil --now\n\nIt sings.\n';
    expect(blocksOf('a.txt', text).filter((block) => block.startsWith('heading'))).toEqual(['heading: Tea']);
  });

  it('has what to type as code below the line that says so', () => {
    const text = 'Join the harbour at once:\n\n/CHANNEL ADD -auto #harbour\n/JOIN #harbour\n\n/JOIN takes a name.\n';
    expect(blocksOf('a.txt', text)).toEqual([
      'paragraph: Join the harbour at once:',
      'code: /CHANNEL ADD -auto #harbour\n/JOIN #harbour',
      'paragraph: /JOIN takes a name.',
    ]);
  });

  it('has each record as a row of its own', () => {
    const record = (fault: string, version: string) => `BUG:\t- ${fault}\nRATE:\tMINOR\nFIXED:\t${version}`;
    const records = [
      record('the horn is silent', '1.2'),
      record('the bell rings\n\ttwice', '1.3'),
      record('no fog', '1.4'),
    ];
    expect(blocksOf('a.txt', `${records.join('\n\n')}\n`)).toEqual(records.map((each) => `table-row: ${each}`));
    const talk = Array.from({ length: 3 }, () => 'Ann: Is it late?\nBo: It is.\nAnn: Then go.').join('\n\n');
    expect(blocksOf('a.txt', `${talk}\n`).filter((block) => block.startsWith('table-row'))).toEqual([]);
  });
});
