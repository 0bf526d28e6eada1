import { describe, expect, it } from 'vitest';
import { readFormat } from '#verbatim/adapters/formats/read-format.js';
import { placesIn } from '#verbatim/core/text/derivation.js';
import { documentOf, readOne, treeOf, wordsIn } from '../helpers/format-tree.js';
import { writeArchive } from '../helpers/write-archive.js';

type Files = Readonly<Record<string, string>>;

const page = (body: string): string =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`;
const container =
  '<container xmlns="c"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

/** A book of these pages, in their order; `manifest` and `files` are added. */
function writeEpub(pages: Files, { manifest = '', files = {} }: { manifest?: string; files?: Files } = {}): Uint8Array {
  const names = Object.keys(pages);
  const items = names.map((name, i) => `<item id="p${i}" href="${name}" media-type="application/xhtml+xml"/>`).join('');
  const spine = names.map((_, i) => `<itemref idref="p${i}"/>`).join('');
  const metadata =
    '<dc:title>The mill book</dc:title><dc:creator>Ida Moor</dc:creator><dc:creator>Bo Berg</dc:creator><dc:publisher>Quay</dc:publisher><dc:date>2019-04-01T00:00:00Z</dc:date>';
  return writeArchive({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': container,
    'OEBPS/book.opf': `<package xmlns:dc="d"><metadata>${metadata}</metadata><manifest>${items}${manifest}</manifest><spine toc="ncx">${spine}</spine></package>`,
    ...Object.fromEntries(Object.entries(pages).map(([name, body]) => [`OEBPS/${name}`, page(body)])),
    ...files,
  });
}

describe('a book', () => {
  it('is its chapters in the order of its spine, with what it says of itself', async () => {
    const derived = await readOne(
      'epub',
      writeEpub({ 'b.xhtml': '<h1>One</h1><p>It rained.</p>', 'a.xhtml': '<h1>Two</h1><p>It snowed.</p>' }),
    );
    expect(treeOf(derived)).toEqual(['h1 One', 'p It rained.', 'h1 Two', 'p It snowed.']);
    expect(derived.metadata).toEqual({
      title: 'The mill book',
      author: 'Ida Moor, Bo Berg',
      publication: 'Quay',
      date: '2019-04-01',
    });
  });

  it.each([
    [
      'EPUB 3',
      '<item id="nav" href="toc/nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
      {
        'OEBPS/toc/nav.xhtml': page(
          '<nav><ol><li><a href="../one.xhtml#x">The rain</a></li><li><a href="../two.xhtml">Snow</a></li></ol></nav>',
        ),
      },
    ],
    [
      'EPUB 2',
      '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
      {
        'OEBPS/toc.ncx':
          '<ncx><navMap><navPoint><navLabel><text>The rain</text></navLabel><content src="one.xhtml#x"/></navPoint></navMap></ncx>',
      },
    ],
  ])('names a chapter without a heading by its table of contents (%s), and no other', async (_, manifest, files) => {
    const pages = { 'one.xhtml': '<p>It rained.</p>', 'two.xhtml': '<h2>Snow</h2><p>It snowed.</p>' };
    const derived = await readOne('epub', writeEpub(pages, { manifest, files }));
    expect(treeOf(derived)).toEqual(['p It rained.', 'h2 Snow', 'p It snowed.']);
    const document = documentOf('epub', 'mill.epub', derived);
    expect(placesIn(document, { start: 0, end: 3 })).toEqual({ place: { kind: 'chapter', title: 'The rain' } });
    const at = derived.text.indexOf('It snowed');
    expect(placesIn(document, { start: at, end: at + 3 })).toEqual({});
  });

  it('ends the section before where a chapter without a heading begins', async () => {
    const contents = '<a href="one.xhtml">The lamp</a><a href="two.xhtml">The letter</a>';
    const derived = await readOne(
      'epub',
      writeEpub(
        { 'one.xhtml': '<h1>The mill</h1><h2>The lamp</h2><p>It burned.</p>', 'two.xhtml': '<p>It came late.</p>' },
        {
          manifest: '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
          files: { 'OEBPS/nav.xhtml': page(contents) },
        },
      ),
    );
    const { structure } = documentOf('epub', 'mill.epub', derived);
    expect(structure.sections.map(({ level, end }) => [level, derived.text.slice(end)])).toEqual([
      [0, ''],
      [2, 'It came late.'],
    ]);
  });

  it('follows no path that leads out of its archive, and has a doubt for the chapter', async () => {
    const bytes = writeEpub(
      { 'one.xhtml': '<p>It rained.</p>', '../../secret.xhtml': '<p>Secret.</p>' },
      { files: { 'secret.xhtml': page('<p>Secret.</p>') } },
    );
    const derived = await readOne('epub', bytes);
    expect(treeOf(derived)).toEqual(['p It rained.']);
    expect(derived.doubts).toEqual([{ kind: 'left-out', pages: [] }]);
  });

  it.each([
    ['is no archive', Buffer.from('words'), 'it is no archive of its kind'],
    ['has no package', writeArchive({ mimetype: 'application/epub+zip' }), 'it is no book (EPUB)'],
    ['has no words', writeEpub({ 'one.xhtml': '<img src="a.png"/>' }), 'no text in it'],
    [
      'is protected',
      writeEpub(
        { 'one.xhtml': '<p>It rained.</p>' },
        {
          files: {
            'META-INF/encryption.xml':
              '<encryption><EncryptedData><CipherData><CipherReference URI="OEBPS/one.xhtml"/></CipherData></EncryptedData></encryption>',
          },
        },
      ),
      'it is protected',
    ],
  ])('is refused where it %s', async (_, bytes, reason) => {
    await expect(readFormat('epub', bytes)).rejects.toThrow(reason);
  });
});

/** A text document with this body; its styles are `P1`, made from Quotations, and `B`, which is bold. */
function writeOdt(body: string, files: Files = {}): Uint8Array {
  const styles =
    '<style:style style:name="P1" style:parent-style-name="Quotations"/>' +
    '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>';
  const meta =
    '<office:document-meta><office:meta><dc:title>Mill rules</dc:title><meta:initial-creator>Ida Moor</meta:initial-creator><dc:date>2024-05-01T10:00:00</dc:date></office:meta></office:document-meta>';
  return writeArchive({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'meta.xml': meta,
    ...files,
  });
}

describe('a text document of OpenDocument', () => {
  it('is headings, paragraphs, nested lists, quotations and tables', async () => {
    const cell = (text: string): string => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
    const body = `<text:p text:style-name="Title">The mill</text:p><text:h text:outline-level="2">Rules</text:h>
      <text:p>Bring <text:span text:style-name="B">dry</text:span><text:s text:c="2"/>grain.<text:line-break/>And sacks.</text:p>
      <text:list><text:list-item><text:p>Weigh it.</text:p><text:list><text:list-item><text:p>Twice.</text:p></text:list-item></text:list></text:list-item></text:list>
      <text:p text:style-name="P1">It was never dry.</text:p>
      <table:table><table:table-header-rows><table:table-row>${cell('Grain')}${cell('Price')}</table:table-row></table:table-header-rows>
      <table:table-row>${cell('Rye')}${cell('4 euros')}</table:table-row></table:table>`;
    const derived = await readOne('odt', writeOdt(body));
    expect(treeOf(derived)).toEqual([
      'h1 The mill',
      'h2 Rules',
      'p Bring dry  grain.\nAnd sacks.',
      'item1 Weigh it.',
      'item2 Twice.',
      'quotation It was never dry.',
      'table-head Grain | Price',
      'table-row Rye | 4 euros',
    ]);
    expect(wordsIn(derived, derived.emphases)).toEqual(['dry']);
    expect(derived.metadata).toEqual({ title: 'Mill rules', author: 'Ida Moor', date: '2024-05-01' });
  });

  it('is read without remarks and deleted text; notes, formulas and boxes are doubts', async () => {
    const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion></text:changed-region></text:tracked-changes>
      <text:p>It opens<office:annotation><text:p>Really?</text:p></office:annotation> on Fridays.<text:note><text:note-body><text:p>Not in May.</text:p></text:note-body></text:note></text:p>
      <text:p>Area <draw:frame><draw:object/></draw:frame>is large.</text:p>`;
    const derived = await readOne('odt', writeOdt(body));
    expect(treeOf(derived)).toEqual(['p It opens on Fridays.', 'p Area is large.']);
    expect(derived.doubts).toEqual([
      { kind: 'notes', pages: [] },
      { kind: 'formula', pages: [] },
    ]);
  });

  it('is refused where it is encrypted or something else', async () => {
    const locked = writeOdt('<text:p>x</text:p>', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' });
    await expect(readFormat('odt', locked)).rejects.toThrow('it is encrypted');
    await expect(readFormat('odt', writeArchive({ 'a.txt': 'x' }))).rejects.toThrow('it is no text document');
  });
});
