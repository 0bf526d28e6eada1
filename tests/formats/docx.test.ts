import { describe, expect, it } from 'vitest';
import { readFormat } from '#verbatim/adapters/formats/read-format.js';
import { readOne, treeOf, wordsIn } from '../helpers/format-tree.js';
import { writeArchive, writeDocx } from '../helpers/write-archive.js';

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;
const styled = (style: string, text: string): string => paragraph(text, `<w:pStyle w:val="${style}"/>`);
const item = (list: number, level: number, text: string): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const cells = (row: readonly string[], more = ''): string =>
  `<w:tr>${more}${row.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`;

describe('a Word document', () => {
  it('is its title, headings by their styles, counted lists, quotations and tables', async () => {
    const body = [
      styled('T', 'The mill'),
      styled('berschrift1', 'Rules'),
      styled('Own', 'Grain'),
      paragraph(`${run('Bring ')}${run('dry', '<w:b/>')}${run(' grain &amp; sacks.')}`),
      item(5, 0, 'Weigh it.'),
      item(5, 1, 'Twice.'),
      item(5, 1, 'In daylight.'),
      item(5, 0, 'Pay.'),
      item(6, 0, 'Cash only.'),
      styled('Q', 'It was never dry.'),
      `<w:tbl>${cells(['Grain', 'Price'], '<w:trPr><w:tblHeader/></w:trPr>')}${cells(['Rye', '4 euros'])}</w:tbl>`,
    ].join('');
    const properties =
      '<dc:title>Mill rules</dc:title><dc:creator>Ida Moor</dc:creator><dcterms:created>2024-05-01T10:00:00Z</dcterms:created>';
    const derived = await readOne('docx', writeDocx(body, properties));
    expect(treeOf(derived)).toEqual([
      'h1 The mill',
      'h2 Rules',
      'h3 Grain',
      'p Bring dry grain & sacks.',
      'item1 Weigh it.',
      'item2 Twice.',
      'item2 In daylight.',
      'item1 Pay.',
      'item1 Cash only.',
      'quotation It was never dry.',
      'table-head Grain | Price',
      'table-row Rye | 4 euros',
    ]);
    expect(derived.text).toContain('1. Weigh it.\n  a. Twice.\n  b. In daylight.\n2. Pay.\n- Cash only.');
    expect(wordsIn(derived, derived.emphases)).toEqual(['dry']);
    expect(derived.metadata).toEqual({ title: 'Mill rules', author: 'Ida Moor', date: '2024-05-01' });
  });

  it('stands as with all its changes accepted: what was inserted is there, what was deleted is not', async () => {
    const change = 'w:id="1" w:author="Ida" w:date="2024-05-01T10:00:00Z"';
    const body = paragraph(
      `${run('The mill opens ')}<w:del ${change}><w:r><w:delText>on Mondays</w:delText></w:r></w:del>` +
        `<w:ins ${change}>${run('on Fridays')}</w:ins><w:moveFrom ${change}>${run(' at dawn')}</w:moveFrom>${run('.')}`,
    );
    const derived = await readOne('docx', writeDocx(body));
    expect(treeOf(derived)).toEqual(['p The mill opens on Fridays.']);
    expect(derived.doubts).toEqual([]);
  });

  it('has its main part where the archive says, headings without any styles, and no deleted rows', async () => {
    const rels =
      '<Relationships><Relationship Type="http://x/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
    const gone = cells(['Oats', '5 euros'], '<w:trPr><w:del w:id="1"/></w:trPr>');
    const body = `${styled('Heading1', 'Prices')}<w:tbl>${cells(['Rye', '4 euros'])}${gone}</w:tbl>`;
    const bytes = writeArchive({
      '_rels/.rels': rels,
      'word/document2.xml': `<w:document><w:body>${body}</w:body></w:document>`,
    });
    expect(treeOf(await readOne('docx', bytes))).toEqual(['h1 Prices', 'table-row Rye | 4 euros']);
  });

  it.each([
    ['names columns of figures', cells(['Tool', 'Price', 'Time']) + cells(['Kiln', '£12 a firing', '1 hour']), true],
    ['names sums', cells(['Grain', 'Price']) + cells(['Rye', '4 euros']) + cells(['Oats', '5 euros']), true],
    ['is one of several facts', cells(['Name', 'Ida']) + cells(['Born', '1980']) + cells(['Phone', '0123']), false],
    ['holds a figure', cells(['Rye', '4 euros', 'dry']) + cells(['Oats', '5 euros', 'wet']), false],
    [
      'has a style of its own',
      `<w:tr><w:tc>${styled('Head', 'Day')}</w:tc><w:tc>${styled('Head', 'Host')}</w:tc></w:tr>${cells(['Monday', 'Bo'])}`,
      true,
    ],
  ])('has a table whose first row is a head without a mark where it %s', async (_, rows, isHead) => {
    const tree = treeOf(await readOne('docx', writeDocx(`<w:tbl>${rows}</w:tbl>`)));
    expect(tree[0]?.startsWith('table-head')).toBe(isHead);
    expect(tree.slice(1).every((line) => line.startsWith('table-row'))).toBe(true);
  });

  it('is refused where a byte of a part has changed', async () => {
    const bytes = writeArchive({
      'word/document.xml': `<w:document><w:body>${paragraph('Rye.')}</w:body></w:document>`,
    });
    // The sum of the part in the directory of the archive.
    const at = Buffer.from(bytes).lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 16;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await expect(readFormat('docx', bytes)).rejects.toThrow('a damaged one');
  });

  it('has a doubt for formulas, notes, hidden text and what stands in drawings; links and fields are read', async () => {
    const body = [
      paragraph(
        `${run('See ')}<w:hyperlink>${run('the list')}</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>${run('.')}`,
      ),
      paragraph(`${run('Area ')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>${run(' is large.')}`),
      paragraph(`${run('Shown')}${run(' hidden', '<w:vanish/>')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}`),
      paragraph(`${run('One')}<w:r><w:br/></w:r>${run('two')}<w:r><w:tab/></w:r>${run('three')}`),
    ].join('');
    const derived = await readOne('docx', writeDocx(body));
    expect(treeOf(derived)).toEqual(['p See the list.', 'p Area  is large.', 'p Shown.', 'p One\ntwo three']);
    expect(derived.doubts).toEqual([
      { kind: 'formula', pages: [] },
      { kind: 'left-out', pages: [] },
      { kind: 'notes', pages: [] },
    ]);
  });

  it.each([
    ['is no archive', Buffer.from('PK but no archive'), 'it is no archive of its kind'],
    ['is an archive of something else', writeArchive({ 'a.txt': 'Words.' }), 'it is no Word document'],
    [
      'is encrypted or of the old form',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      'it is encrypted or of the old form',
    ],
    ['has no text', writeDocx(paragraph('<w:r/>')), 'no text in it'],
    [
      'unpacks to far more',
      writeArchive({ 'word/document.xml': new Uint8Array(30_000_000) }),
      'it unpacks to far more',
    ],
    [
      'declares entities that explode',
      writeArchive({
        'word/document.xml': '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>',
      }),
      'it declares entities of its own',
    ],
    [
      'is nested without end',
      writeArchive({ 'word/document.xml': '<a>'.repeat(300_000) }),
      'nested more than 1000 deep',
    ],
  ])('is refused where it %s', async (_, bytes, reason) => {
    await expect(readFormat('docx', bytes)).rejects.toThrow(reason);
  });
});
