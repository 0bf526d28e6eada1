import { describe, expect, it } from 'vitest';
import { decodeText } from '#verbatim/adapters/decode-text.js';
import { readFormat } from '#verbatim/adapters/formats/read-format.js';
import { sourceLink } from '#verbatim/core/text/source-link.js';
import { documentOf, readOne, treeOf, wordsIn } from '../helpers/format-tree.js';

const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const treeOfPage = async (body: string): Promise<string[]> => treeOf(await readOne('html', page(body)));

describe('a text that was saved as HTML', () => {
  it('is headings, paragraphs, nested lists, quotations and code, without notation', async () => {
    const body = `<h1>Kiln</h1><p>It is fired on <b>every second</b> Friday&nbsp;at
      six.</p><ol start="3"><li>Dry the pots.<ul><li>For a week.</li></ul></li><li><p>Pay four euros.</p></li></ol>
      <blockquote><p>I have never lost a pot.</p></blockquote><pre><code>fire --at 6\n  wait</code></pre>`;
    const derived = await readOne('html', page(body));
    expect(treeOf(derived)).toEqual([
      'h1 Kiln',
      'p It is fired on every second Friday\u00a0at six.',
      'item1 Dry the pots.',
      'item2 For a week.',
      'item1 Pay four euros.',
      'quotation I have never lost a pot.',
      'code fire --at 6\n  wait',
    ]);
    expect(derived.text).toContain('3. Dry the pots.\n  - For a week.\n4. Pay four euros.');
    expect(wordsIn(derived, derived.emphases)).toEqual(['every second']);
  });

  it('has the rows of a table of data, with what parts the cells as notation, and none of one that lays out the page', async () => {
    const derived = await readOne(
      'html',
      page('<table><tr><th>Size<th>Price</tr><tr><td>Small<td>4 €</tr><tr><td>Large<td></tr></table>'),
    );
    expect(treeOf(derived)).toEqual(['table-head Size | Price', 'table-row Small | 4 €', 'table-row Large']);
    expect(wordsIn(derived, derived.blocks[0]?.cells ?? [])).toEqual(['Size', 'Price']);
    expect(wordsIn(derived, derived.markup)).toEqual([' | ', ' | ']);
    const layout = '<table><tr><td><h2>Left</h2><p>One.</p></td><td><p>Two.</p></td></tr></table>';
    expect(await treeOfPage(layout)).toEqual(['h2 Left', 'p One.', 'p Two.']);
  });

  it('leaves out what nobody sees, marks of footnotes and formulas, the latter with a doubt', async () => {
    const body = `<script>var a = "<p>no</p>";</script><style>p {}</style><!-- no --><p hidden>no</p>
      <p style="display: none">no</p><p>Seen.<sup><a href="#fn1">1</a></sup> Two m<sup>2</sup>.</p>
      <math><mi>x</mi></math><svg><text>no</text></svg>`;
    const derived = await readOne('html', page(body));
    expect(treeOf(derived)).toEqual(['p Seen. Two m2.']);
    expect(derived.doubts).toEqual([{ kind: 'formula', pages: [] }]);
  });

  it('keeps lines that are broken on purpose, and unfolds what can be folded', async () => {
    expect(await treeOfPage('<details><summary>Hours</summary>Ten<br>to four.</details>')).toEqual([
      'h7 Hours',
      'p Ten\nto four.',
    ]);
  });

  it('is parted in paragraphs by empty lines, and read inside of a form and without its body', async () => {
    expect(await treeOfPage('<b>First</b> rule<br><br>Second <i>rule</i><br>goes on')).toEqual([
      'p First rule',
      'p Second rule\ngoes on',
    ]);
    expect(await treeOfPage('<form><h1>Rules</h1><p>The gate shuts at ten.</p></form>')).toEqual([
      'h1 Rules',
      'p The gate shuts at ten.',
    ]);
    const bare = await readOne('html', '<!doctype html><html lang=en><title>Keeper</title><h1>Lamp</h1><p>It burned.');
    expect(treeOf(bare)).toEqual(['h1 Lamp', 'p It burned.']);
    expect(bare.metadata.title).toBe('Keeper');
  });

  it('is decoded by what its head says, by its mark, or as Windows-1252', async () => {
    const latin = Buffer.from(page('<p>Café</p>', '<meta charset="iso-8859-1">'), 'latin1');
    const bare = Buffer.from(page('<p>Café</p>'), 'latin1');
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page('<p>Café</p>'), 'utf16le')]);
    for (const bytes of [latin, bare, wide]) expect(treeOf(await readOne('html', bytes))).toEqual(['p Café']);
  });

  it('has the dashes and quotation marks of Windows-1252, and is UTF-8 where its head says UTF-16 in single bytes', async () => {
    const said = Buffer.from(page('<p>\x93It\x92s 5 \x80\x94 \x96 caf\xe9</p>', '<meta charset=latin1>'), 'latin1');
    expect(treeOf(await readOne('html', said))).toEqual(['p “It’s 5 €” – café']);
    expect(treeOf(await readOne('html', page('<p>Café</p>', '<meta charset="utf-16">')))).toEqual(['p Café']);
    const text = decodeText(Buffer.from('caf\xe9 \x96 \x80', 'latin1')).text;
    expect(text).toBe('café – €');
  });
});

describe('a saved web page', () => {
  const prose = 'The committee met on Monday and agreed, after a long debate, to mend the roof of the hall. '
    .repeat(4)
    .trim();
  const around = '<nav><a href="/">Home</a> <a href="/x">More</a></nav>';

  it('is read without its menus and footers: the main part, or the article that stands out', async () => {
    const main = `${around}<main><h2>Roof</h2><p>${prose}</p><aside>Subscribe!</aside></main><footer>Imprint</footer>`;
    expect(await treeOfPage(main)).toEqual(['h2 Roof', `p ${prose}`]);
    const paragraphs = `<p>${prose}</p>`.repeat(3);
    const bare = `${around}<div class="sidebar"><ul><li><a href="/a">A</a></li></ul></div><div id="content">${paragraphs}</div>`;
    expect(await treeOfPage(bare)).toEqual([`p ${prose}`, `p ${prose}`, `p ${prose}`]);
  });

  it('with several articles has them all', async () => {
    const articles = `<article><h2>Roof</h2><p>${prose}</p></article><article><h2>Door</h2><p>It sticks.</p></article>`;
    expect(await treeOfPage(`${around}${articles}<footer>Imprint</footer>`)).toEqual([
      'h2 Roof',
      `p ${prose}`,
      'h2 Door',
      'p It sticks.',
    ]);
  });

  it('says its title, author, day, address and when it was saved; the address leads to the words', async () => {
    const head = `<title>Roof — The Post</title><meta name="author" content="Ida Moor"><meta property="og:title" content="Roof">
      <meta property="og:site_name" content="The Post"><meta property="article:published_time" content="2025-11-03T23:30:00Z">`;
    const saved = `<!--\n Page saved with SingleFile\n url: https://example.org/roof?x=1\n saved date: Thu Jan 15 2026 10:05:22 GMT+0100 (CET)\n-->`;
    const derived = await readOne(
      'html',
      `<!DOCTYPE html>${saved}<html><head>${head}</head><body><p>It leaks.</p></body></html>`,
    );
    expect(derived.metadata).toEqual({
      title: 'Roof',
      author: 'Ida Moor',
      publication: 'The Post',
      date: '2025-11-03',
      url: 'https://example.org/roof?x=1',
      savedOn: '2026-01-15',
    });
    const document = documentOf('html', 'roof.html', derived);
    expect(document.metadata).toMatchObject({ title: 'Roof', savedOn: '2026-01-15', genre: null });
    expect(sourceLink(document, { start: 0, end: 9 })).toBe('https://example.org/roof?x=1#:~:text=It%20leaks.');
  });
});

describe('a page that is made to break its reader', () => {
  it('is refused where it is nested deeper than anybody writes: a megabyte of open elements', async () => {
    const deep = Buffer.from(`${'<div>'.repeat(180_000)}<p>Words.</p>`);
    await expect(readFormat('html', deep)).rejects.toThrow('nested more than 1000 deep');
    const fine = `${'<div>'.repeat(400)}<p>Words.</p>${'</div>'.repeat(400)}`;
    expect(await treeOfPage(fine)).toEqual(['p Words.']);
    const names = '<p><a name="x">Entry.</p>'.repeat(1_100);
    expect(await treeOfPage(`<script>${'"<div>";'.repeat(1_100)}</script>${names}`)).toHaveLength(1_100);
  });

  it('is refused without any words, and read where its elements are never closed', async () => {
    await expect(readFormat('html', Buffer.from(page('<img src="a.png">')))).rejects.toThrow('no text in it');
    expect(treeOf(await readOne('html', '<p>One.<p>Two.<ul><li>Three.<li>Four.'))).toEqual([
      'p One.',
      'p Two.',
      'item1 Three.',
      'item1 Four.',
    ]);
  });
});
