import type { HtmlNode } from './html-tree.js';
import { InlineWords } from './inline-words.js';
import { addTable, hasHeadByWords } from './table-rows.js';
import type { BlockWords, TextBuilder } from './text-builder.js';
import { allElements, attributeOf, elementAt, elementsOf, nameOf, wordsOf, wordsOfCell } from './xml-tree.js';

/** The parts of a Word document (ECMA-376) that are read. */
export interface WordParts {
  readonly document: HtmlNode;
  readonly styles: HtmlNode | null;
  readonly numbering: HtmlNode | null;
}

interface Style {
  readonly name: string;
  readonly outlineLevel: number | null;
  readonly numbering: HtmlNode | null;
}

interface NumberLevel {
  readonly format: string;
  readonly start: number;
}

/** Inserted text is read, deleted text is not; both without a doubt, since that is how the document stands. */
const deleted = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'rPr',
  'pPr',
  'footnoteReference',
  'endnoteReference',
]);

/** Writes what a Word document says as blocks: headings, paragraphs, lists, tables. */
export function readWordDocument(parts: WordParts, builder: TextBuilder): void {
  const body = elementAt(parts.document, 'body');
  if (body) new WordReader(parts, builder).readBlocks(body);
}

class WordReader {
  private readonly styles: ReadonlyMap<string, Style>;
  private readonly levels: ReadonlyMap<string, readonly NumberLevel[]>;
  private readonly counters = new Map<string, number[]>();
  /** A title stands above the headings of the first level. */
  private readonly shift: number;

  constructor(
    { document, styles, numbering }: WordParts,
    private readonly builder: TextBuilder,
  ) {
    this.styles = readStyles(styles);
    this.levels = readNumbering(numbering);
    const isTitled = allElements(document, 'pStyle').some(
      (style) => this.nameOfStyle(attributeOf(style, 'val')) === 'title',
    );
    this.shift = isTitled ? 1 : 0;
  }

  readBlocks(node: HtmlNode): void {
    for (const child of elementsOf(node)) {
      const name = nameOf(child);
      if (name === 'p') this.readParagraph(child);
      else if (name === 'tbl') this.readTable(child);
      else if (!deleted.has(name) && name !== 'sectPr') this.readBlocks(child); // a content control, an insertion
    }
  }

  private readParagraph(node: HtmlNode): void {
    const words = this.wordsOf(node);
    if (words.words === '') return;
    const properties = elementAt(node, 'pPr');
    const id = attributeOf(elementAt(properties, 'pStyle'), 'val');
    const style = this.styles.get(id ?? '');
    const name = this.nameOfStyle(id);
    const outline = attributeOf(elementAt(properties, 'outlineLvl'), 'val');
    const level = levelOf(name, outline === null ? (style?.outlineLevel ?? null) : Number(outline));
    if (level !== null) {
      const shifted = name === 'title' ? 1 : Math.min(6, level + this.shift);
      this.builder.addBlock(words, { kind: 'heading', level: shifted });
      return;
    }
    const item = this.findItem(elementAt(properties, 'numPr') ?? style?.numbering ?? null);
    if (item) {
      const { lead, depth } = item;
      const indent = '  '.repeat(depth - 1);
      this.builder.addBlock(
        words,
        { kind: 'list-item', depth, isMarked: true },
        { gap: '\n', lead: `${indent}${lead}` },
      );
    } else this.builder.addBlock(words, { kind: /quote/.test(name) ? 'quotation' : 'paragraph' });
  }

  private nameOfStyle(id: string | null): string {
    return (this.styles.get(id ?? '')?.name ?? id ?? '').toLowerCase();
  }

  /** The mark of an item, counted on; null for what stands in no list. */
  private findItem(numbering: HtmlNode | null): { lead: string; depth: number } | null {
    const id = attributeOf(elementAt(numbering, 'numId'), 'val');
    if (id === null || id === '0') return null;
    const at = Math.min(8, Number(attributeOf(elementAt(numbering, 'ilvl'), 'val') ?? 0));
    const level = this.levels.get(id)?.[at];
    const counters = this.counters.get(id) ?? [];
    const number = (counters[at] ?? (level?.start ?? 1) - 1) + 1;
    counters[at] = number;
    counters.length = at + 1; // what stands further in begins anew
    this.counters.set(id, counters);
    return { lead: `${markOf(level?.format ?? 'bullet', number)} `, depth: at + 1 };
  }

  private readTable(table: HtmlNode): void {
    const rows = elementsOf(table, 'tr')
      .filter((row) => elementAt(row, 'trPr', 'del') === null)
      .map((row) => ({ row, cells: elementsOf(row, 'tc') }));
    const isLayout = rows.every(({ cells }) => cells.length < 2) || allElements(table, 'tbl').length > 0;
    if (isLayout) {
      for (const { cells } of rows) for (const cell of cells) this.readBlocks(cell);
      return;
    }
    const words = (cell: HtmlNode): string => wordsOfCell(cell, (paragraph) => this.wordsOf(paragraph));
    const read = rows.map(({ cells }) => cells.map(words));
    const [first, ...others] = rows;
    const isHeaded =
      first !== undefined &&
      (elementAt(first.row, 'trPr', 'tblHeader') !== null ||
        isBold(first.cells) ||
        isSetApart(
          first.cells,
          others.flatMap(({ cells }) => cells),
        ) ||
        hasHeadByWords(read));
    addTable(
      this.builder,
      read.map((cells, i) => ({ isHead: i === 0 && isHeaded, cells })),
    );
  }

  private wordsOf(paragraph: HtmlNode): BlockWords {
    const words = new InlineWords();
    const visit = (node: HtmlNode, isEmphatic: boolean): void => {
      for (const child of elementsOf(node)) {
        const name = nameOf(child);
        if (deleted.has(name)) {
          if (/Reference$/.test(name)) this.builder.doubt('notes');
        } else if (name === 't') words.add(child.textContent ?? '', isEmphatic);
        else if (name === 'tab' || name === 'ptab') words.add(' ');
        else if (name === 'br' || name === 'cr') words.add('\n');
        else if (name === 'noBreakHyphen') words.add('-', isEmphatic);
        else if (name === 'oMath' || name === 'oMathPara') this.builder.doubt('formula');
        else if (name === 'drawing' || name === 'pict' || name === 'AlternateContent') {
          if (allElements(child, 't').length > 0) this.builder.doubt('left-out');
        } else if (name === 'r') {
          const properties = elementAt(child, 'rPr');
          if (isOn(elementAt(properties, 'vanish'))) this.builder.doubt('left-out');
          else visit(child, isOn(elementAt(properties, 'b')) || isOn(elementAt(properties, 'i')));
        } else visit(child, isEmphatic);
      }
    };
    visit(paragraph, false);
    return words.finish();
  }
}

function isOn(property: HtmlNode | null): boolean {
  return property !== null && !/^(?:0|false|off)$/.test(attributeOf(property, 'val') ?? '1');
}

function isBold(cells: readonly HtmlNode[]): boolean {
  const runs = cells.flatMap((cell) => allElements(cell, 'r')).filter((run) => wordsOf(run) !== null);
  return runs.length > 0 && runs.every((run) => isOn(elementAt(run, 'rPr', 'b')));
}

/** Whether cells have styles or a ground of their own, which none of the others has. */
function isSetApart(cells: readonly HtmlNode[], others: readonly HtmlNode[]): boolean {
  const looks = (cell: HtmlNode): string[] => [
    ...allElements(cell, 'pStyle').map((style) => `style ${attributeOf(style, 'val') ?? ''}`),
    ...allElements(cell, 'shd').map((ground) => `ground ${attributeOf(ground, 'fill') ?? 'auto'}`),
  ];
  const common = new Set(others.flatMap(looks)).add('ground auto');
  return others.length > 0 && cells.every((cell) => looks(cell).some((look) => !common.has(look)));
}

function levelOf(styleName: string, outline: number | null): number | null {
  const heading = /^heading ?(\d)/.exec(styleName)?.[1];
  if (heading !== undefined) return Number(heading);
  if (styleName === 'title') return 1;
  return outline === null || outline > 8 ? null : outline + 1;
}

function markOf(format: string, number: number): string {
  if (format === 'bullet' || format === 'none') return '-';
  if (!/letter/i.test(format) || number > 26) return `${number}.`;
  const letter = String.fromCharCode(96 + number);
  return `${format.startsWith('upper') ? letter.toUpperCase() : letter}.`;
}

function readStyles(root: HtmlNode | null): Map<string, Style> {
  const found = root ? elementsOf(root, 'style') : [];
  const byId = new Map(found.map((style) => [attributeOf(style, 'styleId') ?? '', style]));
  const inherit = <T>(style: HtmlNode | undefined, find: (one: HtmlNode) => T | null): T | null => {
    let at = style;
    for (let depth = 0; at && depth < 20; depth++) {
      const own = find(at);
      if (own !== null) return own;
      at = byId.get(attributeOf(elementAt(at, 'basedOn'), 'val') ?? '');
    }
    return null;
  };
  return new Map(
    found.map((style) => {
      const outline = inherit(style, (one) => attributeOf(elementAt(one, 'pPr', 'outlineLvl'), 'val'));
      return [
        attributeOf(style, 'styleId') ?? '',
        {
          name: attributeOf(elementAt(style, 'name'), 'val') ?? '',
          outlineLevel: outline === null ? null : Number(outline),
          numbering: inherit(style, (one) => elementAt(one, 'pPr', 'numPr')),
        },
      ];
    }),
  );
}

function readNumbering(root: HtmlNode | null): Map<string, NumberLevel[]> {
  const levels = new Map<string, NumberLevel[]>();
  if (!root) return levels;
  const abstract = new Map(
    elementsOf(root, 'abstractNum').map((one) => [
      attributeOf(one, 'abstractNumId') ?? '',
      elementsOf(one, 'lvl').map((level) => ({
        format: attributeOf(elementAt(level, 'numFmt'), 'val') ?? 'decimal',
        start: Number(attributeOf(elementAt(level, 'start'), 'val') ?? 1),
      })),
    ]),
  );
  for (const one of elementsOf(root, 'num')) {
    const own = abstract.get(attributeOf(elementAt(one, 'abstractNumId'), 'val') ?? '');
    if (own) levels.set(attributeOf(one, 'numId') ?? '', own);
  }
  return levels;
}
