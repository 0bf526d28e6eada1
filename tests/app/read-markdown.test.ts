import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#verbatim/app/indexing/read-document.js';
import { blankMarkup } from '#verbatim/core/text/document.js';
import { blocksOf } from '../helpers/analyse.js';
import { arbitraryText } from '../helpers/arbitrary-text.js';

/** What a reader sees of each block, with runs of white space as one space. */
function seen(text: string): string[] {
  const { blocks, markup } = readDocument('a.md', text).document;
  const visible = blankMarkup(text, markup);
  return blocks.map(({ start, end }) => visible.slice(start, end).replace(/\s+/g, ' ').trim());
}

describe('Markdown', () => {
  it('has headings of both kinds, paragraphs, list items and quotations', () => {
    const text = '# One\n\nTwo\n---\n\nText is here.\n\n- first\n- second\n  1. third\n\n> quoted line\n> goes on\n';
    expect(blocksOf('a.md', text)).toEqual([
      'heading: # One',
      'heading: Two\n---',
      'paragraph: Text is here.',
      'list-item: first',
      'list-item: second',
      'list-item: third',
      'quotation: quoted line\n> goes on',
    ]);
    expect(seen(text)).toEqual(['One', 'Two', 'Text is here.', 'first', 'second', 'third', 'quoted line goes on']);
  });

  it.each([
    ['emphasis', 'It is *very* **old** and ~~new~~.', 'It is very old and new .'],
    ['links', 'See [the mill](https://example.org "A mill") now.', 'See the mill now.'],
    ['links by reference', 'See [the mill][m] now.\n\n[m]: https://example.org', 'See the mill now.'],
    ['code', 'Run `mill` now.', 'Run mill now.'],
    ['escapes', String.raw`Five \* six.`, 'Five * six.'],
    ['inline tags', 'An <b>old</b> mill.', 'An old mill.'],
    ['comments', 'An <!-- very --> old mill.', 'An old mill.'],
    ['images', 'The mill ![a photo](mill.png) stands.', 'The mill stands.'],
  ])('hides the notation of %s', (_, text, expected) => {
    expect(seen(text)).toEqual([expected]);
  });

  it('shows an address that stands in the text itself', () => {
    expect(seen('Read https://example.org/a_b today.')).toEqual(['Read https://example.org/a_b today.']);
    expect(seen('Read <https://example.org/> today.')[0]).toContain('https://example.org/');
  });

  it('has no text in rules and link definitions, and the words of fenced code without the fences', () => {
    expect(seen('One.\n\n```js\nlet two;\n```\n\n***\n\n[three]: https://example.org\n\nFour.\n')).toEqual([
      'One.',
      'let two;',
      'Four.',
    ]);
  });

  it('has the rows of a table as items and the boxes of tasks as notation', () => {
    expect(seen('| Town | Mills |\n|---|---|\n| Arn | 4 |\n\n- [x] Count the mills\n')).toEqual([
      'Town Mills',
      'Arn 4',
      'Count the mills',
    ]);
  });

  it('leaves snake_case and lone stars alone', () => {
    expect(seen('The mill_of_arn has 4 * 5 windows.')).toEqual(['The mill_of_arn has 4 * 5 windows.']);
  });

  it('reads Windows line ends and a byte order mark', () => {
    const text = '\ufeff# One\r\n\r\nText *is* here.\r\n\r\n- item\r\n';
    expect(seen(text)).toEqual(['One', 'Text is here.', 'item']);
  });

  it('joins the lines of a paragraph', () => {
    expect(blocksOf('a.md', 'The mill\nstands.\n')).toEqual(['paragraph: The mill\nstands.']);
  });

  it('is only read as Markdown in a file that says so', () => {
    expect(blocksOf('a.txt', 'It is *very* old.')).toEqual(['paragraph: It is *very* old.']);
    expect(blocksOf('B.MD', '# One')).toEqual(['heading: # One']);
  });
});

it('reads Windows line ends like others, whatever the notation', () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const lf = text.replaceAll('\r', '');
      expect(seen(lf.replaceAll('\n', '\r\n'))).toEqual(seen(lf));
    }),
    { numRuns: 300, seed: 3 },
  );
});

describe('a file that nobody would write by hand', () => {
  const readsIn = (path: string, text: string): { ms: number; notices: readonly string[]; blocks: number } => {
    const before = process.cpuUsage();
    const { document, notices } = readDocument(path, text);
    const { user, system } = process.cpuUsage(before);
    expect(document.text).toBe(text);
    return { ms: (user + system) / 1_000, notices, blocks: document.blocks.length };
  };
  /** Far above what is measured; what grew with the square took minutes. */
  const limitMs = 10_000;

  it('with lists nested thousands deep is read as plain text, and says so', () => {
    const text = Array.from({ length: 3_000 }, (_, i) => `${'  '.repeat(i)}- item ${i}`).join('\n');
    const { ms, notices, blocks } = readsIn('deep.md', text);
    expect(ms).toBeLessThan(limitMs);
    expect(blocks).toBe(3_000);
    expect(notices).toEqual([expect.stringContaining('read as plain text')]);
  });

  it.each([
    ['a table of 5,000 rows', '| a | b |\n|---|---|\n', (i: number) => `| row ${i} | ${i} euros |\n`],
    ['a heading in each line', '', (i: number) => `## Heading ${i}\n`],
    ['fences that are never closed', '', (i: number) => `\`\`\`\ncode ${i}\n\n`],
    ['mixed line ends', '', (i: number) => `- line ${i}${['\n', '\r\n', '\r'][i % 3] ?? ''}`],
  ])('with %s is read in time that grows with its length', (_, head, line) => {
    const { ms, blocks } = readsIn('odd.md', head + Array.from({ length: 5_000 }, (_row, i) => line(i)).join(''));
    expect(ms).toBeLessThan(limitMs);
    expect(blocks).toBeGreaterThan(0);
  });
});
