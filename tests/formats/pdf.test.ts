import { describe, expect, it } from 'vitest';
import { readFormat } from '#verbatim/adapters/formats/read-format.js';
import { createWinkAnalyser } from '#verbatim/adapters/wink-analyser.js';
import { placesIn } from '#verbatim/core/text/derivation.js';
import { splitSentences } from '#verbatim/core/text/sentences.js';
import { documentOf, readOne, treeOf } from '../helpers/format-tree.js';
import { layColumn, writePdf, type PlacedText } from '../helpers/write-pdf.js';

const whole = { x: 72, y: 110, width: 468 };
const roof =
  'The committee met on Monday and agreed after a long debate to mend the roof of the hall before the winter. ' +
  'The work costs nine thousand euros and begins in the second week of October. Nobody spoke against it, although ' +
  'the treasurer asked for a second offer and for a list of the tiles that can be used again.';
const well =
  'The well behind the mill gives four litres a minute in summer and twice as much after rain. It was dug in 1887 by ' +
  'two brothers who had come from the coast, and it has never run dry since then.';
const bread =
  'Bread is baked on Fridays in the old oven, which takes six hours to warm up. Whoever wants a loaf writes his name ' +
  'on the list at the door before Wednesday evening.';

const line = (text: string, y: number, more: Partial<PlacedText> = {}): PlacedText => ({ text, x: 72, y, ...more });
const read = async (...args: Parameters<typeof writePdf>) => readOne('pdf', writePdf(...args));

describe('the pages of a PDF', () => {
  it('are headings by the size of their letters, paragraphs by their gaps and indents, and items of lists', async () => {
    const first = layColumn(roof, whole);
    const second = layColumn(well, { ...whole, y: first.end, indent: 14 });
    const page = [
      line('The mill', 72, { size: 20 }),
      line('Roof', 94, { size: 14 }),
      ...first.texts,
      ...second.texts,
      line('Opening hours', second.end + 16, { font: 'bold' }),
      line('The mill is open:', second.end + 32),
      line('\u0095 on Mondays from ten to four,', second.end + 44, { x: 84 }),
      line('\u0095 on Fridays until noon.', second.end + 56, { x: 84 }),
    ];
    const derived = await read([page], {
      info: { Title: 'The mill', Author: 'Ida Moor', CreationDate: 'D:20240501120000Z' },
    });
    expect(treeOf(derived)).toEqual([
      'h1 The mill',
      'h2 Roof',
      `p ${roof}`,
      `p ${well}`,
      'h3 Opening hours',
      'p The mill is open:',
      'item1 on Mondays from ten to four,',
      'item1 on Fridays until noon.',
    ]);
    expect(derived.metadata).toEqual({ title: 'The mill', author: 'Ida Moor', date: '2024-05-01' });
    expect(derived.text).toContain('\n• on Mondays');
  });

  it('are read without heads and numbers that run along, alternating ones too; paragraphs go on over pages', async () => {
    const words = [roof, well, bread, roof.replace('Monday', 'Tuesday')].join(' ');
    let rest = words;
    const pages = ['i', 'ii', 'iii', 'iv'].map((number, i) => {
      const { texts, rest: more } = layColumn(rest, { ...whole, lines: i === 3 ? Infinity : 2 });
      rest = more;
      const isLeft = i % 2 === 1;
      const head = isLeft ? line(number, 40) : line(number, 40, { x: 530 });
      const name = isLeft ? line('The mill and its people', 40, { x: 300 }) : line('Chapter 1: Works', 40);
      return [head, name, ...texts, line('Draft of 2024', 760, { size: 8 })];
    });
    const derived = await read(pages);
    expect(treeOf(derived)).toEqual([`p ${words}`]);
    const places = derived.marks.map(({ place }) =>
      place.kind === 'page' ? `${place.page} ${place.printed ?? '-'}` : '',
    );
    expect(places).toEqual(['1 i', '2 ii', '3 iii', '4 iv']);
    const document = documentOf('pdf', 'mill.pdf', derived);
    const at = derived.text.indexOf('Bread is baked');
    expect(placesIn(document, { start: at, end: at + 14 })).toEqual({
      place: { kind: 'page', page: 3, printed: 'iii' },
    });
    expect(placesIn(document, { start: 0, end: derived.text.length }).lastPlace).toMatchObject({ page: 4 });
  });

  it('are read column by column, with what stands across them above', async () => {
    const left = layColumn(`${roof} ${well}`, { x: 60, y: 120, width: 230 });
    const right = layColumn(bread, { x: 322, y: 120, width: 230 });
    const rows = [...left.texts, ...right.texts].sort((a, b) => a.y - b.y);
    const across = layColumn(well, { x: 60, y: left.end + 30, width: 492 });
    const derived = await read([
      [line('News of the mill and of all who live beside it', 80, { size: 18, x: 60 }), ...rows, ...across.texts],
    ]);
    expect(treeOf(derived)).toEqual([
      'h1 News of the mill and of all who live beside it',
      `p ${roof} ${well}`,
      `p ${bread}`,
      `p ${well}`,
    ]);
  });

  it('are read column by column where the gutter is as narrow as the letters are high', async () => {
    const left = layColumn(`${roof} ${well}`, { x: 60, y: 120, width: 230 });
    const right = layColumn(`${well} ${bread}`, { x: 298, y: 120, width: 230 });
    const derived = await read([[...left.texts, ...right.texts].sort((a, b) => a.y - b.y)]);
    expect(treeOf(derived)).toEqual([`p ${roof} ${well}`, `p ${well} ${bread}`]);
  });

  it('have words whole that are parted at the end of a line if they stand whole elsewhere; else the hyphen stays', async () => {
    const texts = [
      line('The international fair was never so well-', 100),
      line('known, and the inter-', 112),
      line('national guests praised its unfor-', 124),
      line('gettable bread.', 136),
    ];
    const derived = await read([texts]);
    expect(treeOf(derived)).toEqual([
      'p The international fair was never so well-known, and the international guests praised its unfor-gettable bread.',
    ]);
    expect(derived.repairs.map(({ kind, stood, start, end }) => [kind, stood, derived.text.slice(start, end)])).toEqual(
      [['hyphen', 'inter-\nnational', 'international']],
    );
  });

  it('have large first letters at their words, ligatures as letters, bold letters once, and no marks of footnotes', async () => {
    const texts = [
      line('O', 124, { size: 36 }),
      line('nce the \ufb01eld was ours, and all of us', 100, { x: 104 }),
      line('went there in the evening.', 112, { x: 104 }),
      { text: '7', x: 222, y: 108, size: 6 },
      line('Strong', 150),
      line('Strong', 150, { x: 72.4 }),
      line('words were said there later.', 150, { x: 107 }),
    ];
    const derived = await read([texts]);
    expect(treeOf(derived)).toEqual([
      'p Once the field was ours, and all of us went there in the evening.',
      'p Strong words were said there later.',
    ]);
    expect(derived.repairs.map(({ kind, stood, start, end }) => [kind, stood, derived.text.slice(start, end)])).toEqual(
      [
        ['ligature', '\ufb01', 'fi'],
        ['drop-cap', 'O', 'O'],
      ],
    );
  });

  it('have tables row by row, tables of contents among them, code as it stands, and a doubt for each table', async () => {
    const row = (y: number, cells: readonly string[]): PlacedText[] =>
      cells.map((text, i) => ({ text, x: 72 + i * 150, y }));
    const texts = [
      line('The mill .......... 3', 90),
      ...row(120, ['Grain', 'Price', 'Weight']),
      ...row(132, ['Rye', '4 euros', '10 kilos']),
      ...row(144, ['Wheat', '5 euros', '12 kilos']),
      line('grind --fine', 180, { font: 'mono' }),
      line('--rye', 192, { font: 'mono', x: 84 }),
      ...layColumn(well, { ...whole, y: 230 }).texts,
    ];
    const derived = await read([texts]);
    expect(treeOf(derived)).toEqual([
      'table-row The mill  3',
      'table-row Grain | Price | Weight',
      'table-row Rye | 4 euros | 10 kilos',
      'table-row Wheat | 5 euros | 12 kilos',
      'code grind --fine\n  --rye',
      `p ${well}`,
    ]);
    expect(derived.doubts).toEqual([{ kind: 'table', pages: [1] }]);
  });
});

describe('what a PDF has broken', () => {
  it('gives no quote: neither a sentence without its beginning nor what stands before it', async () => {
    const begun = layColumn(`${well} The third brother was`, whole).texts;
    const second = [
      line('lost at sea. He is on the stone at the gate.', 110),
      ...layColumn(bread, { ...whole, y: 140 }).texts,
    ];
    const derived = await read([[...begun, line('A picture of the gate', 300, { size: 14 })], second]);
    const document = documentOf('pdf', 'well.pdf', derived);
    const sentences = splitSentences(document, createWinkAnalyser()).map(({ start, end }) =>
      document.text.slice(start, end),
    );
    expect(sentences).toContain('He is on the stone at the gate.');
    expect(sentences.filter((sentence) => sentence.includes('lost at sea'))).toEqual([]);
    expect(sentences.filter((sentence) => sentence.includes('third brother was'))).toEqual([]);
  });

  it.each([
    ['has no text', writePdf([[], []]), 'it has no text, only pictures'],
    ['is encrypted', writePdf([[line('Words.', 100)]], { isEncrypted: true }), 'it is encrypted'],
    [
      'has letters without a meaning',
      writePdf([[line('Words that nobody can read', 100, { font: 'secret' })]]),
      'its letters cannot be told',
    ],
    ['is damaged', writePdf([[line('Words.', 100)]]).subarray(0, 90), 'it is no PDF, or a damaged one'],
    ['is something else', Buffer.from('Just words.'), 'it is no PDF, or a damaged one'],
  ])('is refused where it %s', async (_, bytes, reason) => {
    await expect(readFormat('pdf', bytes)).rejects.toThrow(reason);
  });

  it('is doubtful page by page: without text, with letters without a meaning, or recognised in pictures', async () => {
    const words = layColumn(`${roof} ${well} ${bread}`, whole).texts;
    const pages = [words, [], [line('These words nobody knows', 100, { font: 'secret' }), ...words], words];
    const derived = await read(pages, { info: { Producer: 'Tesseract 5.3.0' } });
    expect(derived.doubts).toEqual([
      { kind: 'recognised', pages: [] },
      { kind: 'no-text', pages: [2] },
      { kind: 'garbled', pages: [3] },
    ]);
  });
});
