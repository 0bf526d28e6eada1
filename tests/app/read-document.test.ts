import { describe, expect, it } from 'vitest';
import { readDocument } from '#verbatim/app/indexing/read-document.js';

function metadataOf(text: string, name = 'a.txt') {
  return readDocument(name, text).document.metadata;
}

function noticesOf(text: string): readonly string[] {
  return readDocument('a.txt', text).notices;
}

function bodyOf(text: string, name = 'a.txt'): string[] {
  return readDocument(name, text).document.blocks.map(({ start, end }) => text.slice(start, end));
}

describe('front matter', () => {
  const full = [
    '---',
    'title: "Boats: a tally"',
    'Author: Ines Dahl',
    'publication: The Quay',
    'date: 2024-03-01',
    'url: https://example.org/boats',
    'genre: Opinion',
    '---',
    'The tally is here.',
    '',
  ].join('\n');
  const expected = {
    title: 'Boats: a tally',
    author: 'Ines Dahl',
    publication: 'The Quay',
    date: '2024-03-01',
    url: 'https://example.org/boats',
    genre: 'opinion',
  };

  it.each([
    ['with plain line ends', full],
    ['with Windows line ends', full.replaceAll('\n', '\r\n')],
    ['behind a byte order mark', `\ufeff${full}`],
    ['behind a byte order mark, with Windows line ends', `\ufeff${full.replaceAll('\n', '\r\n')}`],
    ['ended by three dots', full.replace('\n---\nThe', '\n...\nThe')],
  ])('is read %s, and is no text', (_, text) => {
    expect(metadataOf(text)).toEqual(expected);
    expect(noticesOf(text)).toEqual([]);
    expect(bodyOf(text)).toEqual(['The tally is here.']);
    expect(bodyOf(text, 'a.md')).toEqual(['The tally is here.']);
  });

  it('may be missing altogether, in part, or be empty', () => {
    const none = { author: null, publication: null, date: null, url: null, genre: null };
    expect(metadataOf('Just text here.\n')).toEqual({ title: 'a.txt', ...none });
    expect(metadataOf('---\nauthor: Ines\n---\nJust text.\n')).toEqual({
      ...none,
      title: 'a.txt',
      author: 'Ines',
    });
    expect(metadataOf('---\n---\nJust text.\n').title).toBe('a.txt');
    expect(metadataOf('---\ntitle:\nauthor: ""\n---\nJust text.\n')).toEqual({ title: 'a.txt', ...none });
  });

  it.each([
    ['not valid YAML', 'title: [open\nauthor: x'],
    ['a field given twice', 'title: One\ntitle: Two'],
    ['a name that points nowhere', 'title: *Stars* at noon'],
    ['an alias that explodes', `a: &a [x,x,x,x,x,x,x,x,x]\n${explodingAliases()}`],
  ])('is ignored with a notice of one line when it is %s', (_, block) => {
    const text = `---\n${block}\n---\nThe text goes on.\n`;
    const notices = noticesOf(text);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/^a\.txt: front matter ignored: \S.*$/);
    expect(metadataOf(text).title).toBe('a.txt');
    expect(bodyOf(text)).toEqual(['The text goes on.']);
  });

  it.each([
    ['title: Howto: from boat to tally\nauthor: Ines Dahl', 'Howto: from boat to tally'],
    ['title: Boats: a tally\ntags:\n  - boats\n  - quay\n# of May\nauthor: "Ines Dahl"', 'Boats: a tally'],
    ['title: `Boats` and more\nauthor: Ines Dahl', '`Boats` and more'],
  ])('is read line by line where a sign inside a value makes it no YAML: %s', (block, title) => {
    const text = `---\n${block}\n---\nThe text goes on.\n`;
    expect(noticesOf(text)).toEqual([]);
    expect(metadataOf(text)).toMatchObject({ title, author: 'Ines Dahl' });
    expect(bodyOf(text)).toEqual(['The text goes on.']);
  });

  it('says what to do where it cannot be read', () => {
    expect(noticesOf('---\ntitle: [open\nauthor: x\n---\nText.\n')[0]).toMatch(
      /expected one "name: value" in each line/,
    );
  });

  it('is text when it is no list of fields: the file opens with a rule', () => {
    const text = '---\nSome words between rules.\n---\nThe text goes on.\n';
    expect(noticesOf(text)).toEqual([]);
    expect(bodyOf(text).join(' ')).toContain('Some words between rules.');
  });

  it('is text when it is never closed', () => {
    expect(bodyOf('---\ntitle: One\n\nThe text goes on.\n').join(' ')).toContain('title: One');
  });

  it('keeps values that look like numbers as they are written', () => {
    expect(metadataOf('---\ntitle: 007\ndate: 1.10\nauthor: 0x1F\n---\nText.\n')).toMatchObject({
      title: '007',
      date: '1.10',
      author: '0x1F',
    });
  });

  it('joins a list and leaves out groups', () => {
    expect(metadataOf('---\nauthor: [One, Two]\npublication: {name: Quay}\n---\nText.\n')).toMatchObject({
      author: 'One, Two',
      publication: null,
    });
  });

  it('is read in TOML between lines of plus signs', () => {
    const text =
      '+++\ntitle = "Boats: a \\"tally\\"" # ours\nauthor = ["Ines Dahl", \'Bo\']\ndate = 2024-03-01\n\n[extra]\nx = {}\n+++\nThe tally.\n';
    expect(metadataOf(text)).toMatchObject({ title: 'Boats: a "tally"', author: 'Ines Dahl, Bo', date: '2024-03-01' });
    expect(bodyOf(text)).toEqual(['The tally.']);
    expect(noticesOf('+++\ntitle Boats\n+++\nText.\n')).toEqual([
      'a.txt: front matter ignored: line 2: expected a name, "=" and a value on one line',
    ]);
  });

  it('has a genre of the closed list or none, and says so', () => {
    const text = '---\ngenre: satire\n---\nText.\n';
    expect(metadataOf(text).genre).toBeNull();
    expect(noticesOf(text)).toEqual([expect.stringMatching(/^a\.txt: genre "satire" ignored: expected one of news, /)]);
  });

  it.each(['ftp://example.org/x', 'javascript:alert(1)', 'example.org', 'https://exa mple.org', 'https://'])(
    'has an http address or none, and says so: %s',
    (url) => {
      const text = `---\nurl: "${url}"\n---\nText.\n`;
      expect(metadataOf(text).url).toBeNull();
      expect(noticesOf(text)).toEqual([expect.stringMatching(/^a\.txt: url ".*" ignored: expected an http or https/)]);
    },
  );
});

describe('the title', () => {
  it('is the only heading of the first level where no field gives it', () => {
    expect(metadataOf('Some words first.\n\n# The *old* [mill](https://example.org)\n\nText.\n', 'a.md').title).toBe(
      'The old mill',
    );
    expect(metadataOf('The Old Mill\n\nIt stands.\n').title).toBe('The Old Mill');
  });

  it.each([
    ['a heading of the second level', '## Opening hours\n\nFrom nine to five.\n'],
    ['one of several of the first', '# 2.1.0\n\nA door.\n\n# 2.0.0\n\nA boat.\n'],
    ['a paragraph', 'Just text here.\n'],
  ])('is the name of the file, not %s that happens to stand first', (_, text) => {
    expect(metadataOf(text, 'notes/CHANGES.md').title).toBe('CHANGES.md');
  });

  it('is without the notation of the heading', () => {
    expect(metadataOf('# The *old* mill #\n\nText.\n', 'a.md').title).toBe('The old mill');
    expect(metadataOf('The `old` mill\n===\n\nText.\n', 'a.md').title).toBe('The old mill');
  });

  it('is cut between words where the heading is long', () => {
    const { title } = metadataOf(`# ${'slow boats '.repeat(20)}arrive\n`, 'a.md');
    expect(title).toMatch(/^(slow boats )+slow…$|^(slow boats )*slow boats…$/);
    expect(title.length).toBeLessThanOrEqual(81);
  });

  it('is cut between whole characters where the first word is endless', () => {
    const { title } = metadataOf(`# x${'😀'.repeat(100)}\n`, 'a.md');
    expect(title).not.toMatch(/\p{Surrogate}/u);
    expect(title.length).toBeLessThanOrEqual(81);
  });

  it('is never empty', () => {
    expect(metadataOf('').title).toBe('a.txt');
  });
});

describe('the id of a document', () => {
  it('depends on the path alone', () => {
    expect(readDocument('a.txt', 'One.').document.id).toBe(readDocument('a.txt', 'Two.').document.id);
    expect(readDocument('a.txt', 'One.').document.id).not.toBe(readDocument('b/a.txt', 'One.').document.id);
    expect(readDocument('a.txt', 'One.').document.id).toMatch(/^[0-9a-f]{12}$/);
  });
});

/** Ten levels of nine references each: four billion values from a few lines. */
function explodingAliases(): string {
  const names = 'bcdefghijk'.split('');
  return names
    .map(
      (name, i) =>
        `${name}: &${name} [${Array(9)
          .fill(`*${'abcdefghij'[i] ?? ''}`)
          .join(',')}]`,
    )
    .join('\n');
}
