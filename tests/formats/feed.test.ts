import { describe, expect, it } from 'vitest';
import { readFormat } from '#verbatim/adapters/formats/read-format.js';
import { treeOf } from '../helpers/format-tree.js';

const read = (xml: string) => readFormat('feed', Buffer.from(xml));

describe('a feed', () => {
  it('of RSS is a document for each entry, with title, writer, day and address', async () => {
    const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>The Post</title>
      <item><title>Roof &amp;amp; hall</title><link>https://example.org/roof</link><dc:creator>Ida Moor</dc:creator>
        <pubDate>Mon, 03 Nov 2025 08:00:00 GMT</pubDate><guid>1</guid><description>Short.</description>
        <content:encoded><![CDATA[<p>The roof leaks.</p><ul><li>Mend it.</li></ul>]]></content:encoded></item>
      <item><title>Roof</title><guid>2</guid><description>&lt;p&gt;It was mended.&lt;/p&gt;</description></item>
      <item><title>Nothing</title></item></channel></rss>`;
    const [first, second, ...others] = await read(rss);
    expect(others).toEqual([]);
    expect(first && treeOf(first)).toEqual(['p The roof leaks.', 'item1 Mend it.']);
    expect(first?.metadata).toEqual({
      title: 'Roof & hall',
      author: 'Ida Moor',
      publication: 'The Post',
      date: '2025-11-03',
      url: 'https://example.org/roof',
    });
    expect(first?.part).toMatch(/^roof-hall-[0-9a-f]{6}$/);
    expect(second && treeOf(second)).toEqual(['p It was mended.']);
  });

  it('has no words of pictures, whose elements differ by their prefix only, and any number of line breaks', async () => {
    const picture =
      '<media:content url="a.jpg"><media:credit>Photograph: Ann</media:credit></media:content><media:title>A photo</media:title>';
    const item = `<item>${picture}<title>Bridge</title><description><![CDATA[<p>It closes.</p>${'<br>'.repeat(1_001)}]]></description></item>`;
    const [text] = await read(`<rss xmlns:media="m"><channel>${item}</channel></rss>`);
    expect(text && treeOf(text)).toEqual(['p It closes.']);
    expect(text?.metadata.title).toBe('Bridge');
  });

  it('of Atom is read from pages, words and elements', async () => {
    const entry = (content: string, more = ''): string =>
      `<entry><id>x</id><title>Day</title>${content}${more}</entry>`;
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Diary</title>
      ${entry('<content type="html">&lt;h2&gt;Rain&lt;/h2&gt;&lt;p&gt;It rained.&lt;/p&gt;', '</content><updated>2024-05-01T10:00:00Z</updated><link rel="self" href="https://e.org/s"/><link href="https://e.org/1"/><author><name>Bo</name></author>')}
      ${entry('<content type="xhtml"><div><p>It <b>snowed</b>.</p></div></content>')}
      ${entry('<summary>It thawed.</summary>')}</feed>`;
    const texts = await read(atom);
    expect(texts.map(treeOf)).toEqual([['h2 Rain', 'p It rained.'], ['p It snowed.'], ['p It thawed.']]);
    expect(texts[0]?.metadata).toEqual({
      title: 'Day',
      author: 'Bo',
      publication: 'Diary',
      date: '2024-05-01',
      url: 'https://e.org/1',
    });
    expect(new Set(texts.map(({ part }) => part)).size).toBe(3);
  });

  it('is refused where it is none, has no words, or declares entities that explode', async () => {
    await expect(read('<note><to>Bo</to></note>')).rejects.toThrow('it is no feed');
    await expect(read('<rss><channel><title>A</title></channel></rss>')).rejects.toThrow('no text in it');
    await expect(
      read('<!DOCTYPE rss [<!ENTITY a "ha">]><rss><item><description>&a;</description></item></rss>'),
    ).rejects.toThrow('it declares entities of its own');
  });
});
