import type { HtmlNode } from './html-tree.js';
import { InlineWords } from './inline-words.js';
import { addTable } from './table-rows.js';
import type { BlockWords, TextBuilder } from './text-builder.js';
import { allElements, attributeOf, elementAt, elementsOf, nameOf, wordsOfCell } from './xml-tree.js';

/** What is no part of the text as it stands: remarks, deletions, and what has a doubt of its own. */
const apart = new Set([
  'note',
  'annotation',
  'tracked-changes',
  'frame',
  'ruby-text',
  'change',
  'sequence-decls',
  'forms',
]);

/** Writes what a text document of OpenDocument (ISO 26300) says as blocks; `root` is that of its content.xml. */
export function readOpenDocument(root: HtmlNode, builder: TextBuilder): void {
  const text = elementAt(root, 'body', 'text');
  if (text) new OpenDocumentReader(root, builder).readBlocks(text, 0);
}

class OpenDocumentReader {
  /** The styles of single paragraphs with the named one that each is made from. */
  private readonly parents: ReadonlyMap<string, string>;
  private readonly emphatic: ReadonlySet<string>;
  private lead: string | null = null;

  constructor(
    root: HtmlNode,
    private readonly builder: TextBuilder,
  ) {
    const styles = elementsOf(root, 'automatic-styles').flatMap((one) => elementsOf(one, 'style'));
    this.parents = new Map(
      styles.map((one) => [attributeOf(one, 'name') ?? '', attributeOf(one, 'parent-style-name') ?? '']),
    );
    const isEmphatic = (style: HtmlNode): boolean =>
      elementsOf(style, 'text-properties').some(
        (one) => one.getAttribute?.('fo:font-weight') === 'bold' || one.getAttribute?.('fo:font-style') === 'italic',
      );
    this.emphatic = new Set(styles.filter(isEmphatic).map((one) => attributeOf(one, 'name') ?? ''));
  }

  readBlocks(node: HtmlNode, depth: number): void {
    for (const child of elementsOf(node)) {
      const name = nameOf(child);
      if (name === 'h' || name === 'p') this.readParagraph(child, name === 'h', depth);
      else if (name === 'list') this.readList(child, depth + 1);
      else if (name === 'table') this.readTable(child, depth);
      else if (name === 'frame' || name === 'note') this.noteApart(child);
      else if (!apart.has(name)) this.readBlocks(child, depth);
    }
  }

  private readList(list: HtmlNode, depth: number): void {
    for (const item of elementsOf(list)) {
      // Whether it is counted stands in its style, which changes nothing in what is said.
      this.lead = nameOf(item) === 'list-item' ? `${'  '.repeat(depth - 1)}- ` : null;
      this.readBlocks(item, depth);
    }
    this.lead = null;
  }

  private readParagraph(node: HtmlNode, isHeading: boolean, depth: number): void {
    const words = this.wordsOf(node);
    if (words.words === '') return;
    const style = attributeOf(node, 'style-name') ?? '';
    const named = this.parents.get(style) || style;
    if (isHeading || named === 'Title') {
      const level = named === 'Title' ? 1 : Number(attributeOf(node, 'outline-level') ?? 1);
      this.builder.addBlock(words, { kind: 'heading', level: Math.min(6, level) });
    } else if (depth > 0) {
      const { lead } = this;
      this.lead = null;
      const place = { gap: lead === null ? '\n\n' : '\n', lead: lead ?? '' };
      this.builder.addBlock(words, { kind: 'list-item', depth, isMarked: lead !== null }, place);
    } else this.builder.addBlock(words, { kind: /quot/i.test(named) ? 'quotation' : 'paragraph' });
  }

  private readTable(table: HtmlNode, depth: number): void {
    const heads = new Set(elementsOf(table, 'table-header-rows').flatMap((one) => elementsOf(one, 'table-row')));
    const rows = allElements(table, 'table-row').map((row) => ({ row, cells: elementsOf(row, 'table-cell') }));
    if (rows.every(({ cells }) => cells.length < 2) || allElements(table, 'table').length > 0) {
      for (const { cells } of rows) for (const cell of cells) this.readBlocks(cell, depth);
      return;
    }
    const words = (cell: HtmlNode): string => wordsOfCell(cell, (paragraph) => this.wordsOf(paragraph));
    addTable(
      this.builder,
      rows.map(({ row, cells }) => ({ isHead: heads.has(row), cells: cells.map(words) })),
    );
  }

  private wordsOf(paragraph: HtmlNode): BlockWords {
    const words = new InlineWords();
    const visit = (node: HtmlNode, isEmphatic: boolean): void => {
      for (let child = node.firstChild; child; child = child.nextSibling) {
        const name = nameOf(child);
        if (child.nodeType === 3) words.add((child.textContent ?? '').replace(/\s+/g, ' '), isEmphatic);
        else if (child.nodeType !== 1) continue;
        else if (name === 's') words.add(' '.repeat(Math.min(100, Number(attributeOf(child, 'c') ?? 1))));
        else if (name === 'tab') words.add(' ');
        else if (name === 'line-break') words.add('\n');
        else if (name === 'frame' || name === 'note') this.noteApart(child);
        else if (!apart.has(name))
          visit(child, isEmphatic || this.emphatic.has(attributeOf(child, 'style-name') ?? ''));
      }
    };
    visit(paragraph, false);
    return words.finish();
  }

  private noteApart(node: HtmlNode): void {
    if (allElements(node, 'object').length > 0) this.builder.doubt('formula');
    else if (nameOf(node) === 'note') this.builder.doubt('notes');
    else if (allElements(node, 'p').length > 0) this.builder.doubt('left-out');
  }
}
