import type { BlockKind, DraftBlock } from '../text/document.js';
import type { Span } from '../text/span.js';
import { cutWords } from './inline-words.js';
import { addTable } from './table-rows.js';
import type { BlockWords, TextBuilder } from './text-builder.js';

/** What is needed of a node of a parsed page; any parser's will do. */
export interface HtmlNode {
  /** 1 an element, 3 text, 4 unparsed text; others are passed over. */
  readonly nodeType: number;
  /** Of an element: its name, in small letters where the page is HTML. */
  readonly localName?: string | null;
  readonly textContent: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  getAttribute?(name: string): string | null;
}

const silent = new Set(
  (
    'script style noscript template head title iframe object embed video audio canvas svg img picture map button select ' +
    'input textarea form nav dialog menu datalist meter progress'
  ).split(' '),
);
const blockNames = new Set(
  (
    'p div section article main header footer aside address blockquote figure figcaption h1 h2 h3 h4 h5 h6 ul ol li dl dt ' +
    'dd table caption thead tbody tfoot tr td th pre hr details summary fieldset legend center body html hgroup search'
  ).split(' '),
);
const emphatic = new Set(['b', 'strong', 'em', 'i']);

/** What stands around a block. */
interface Around {
  readonly depth: number;
  readonly isQuoted: boolean;
  /** The item of a list that the next block opens, until it is written. */
  readonly item: { lead: string; isMarked: boolean } | null;
}

/** The children of a node, in order. */
export function childrenOf(node: HtmlNode): HtmlNode[] {
  const children: HtmlNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** Whether an element of a page is not to be seen. */
function isHidden(node: HtmlNode): boolean {
  const attribute = (name: string): string | null => node.getAttribute?.(name) ?? null;
  return (
    attribute('hidden') !== null ||
    attribute('aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute('style') ?? '')
  );
}

/** Writes what a page shows below `root` as blocks: headings, paragraphs, lists, quotations, code, tables. */
export function readHtmlTree(root: HtmlNode, builder: TextBuilder): void {
  new TreeReader(builder).readChildren(root, { depth: 0, isQuoted: false, item: null });
}

class TreeReader {
  private words = '';
  private emphases: Span[] = [];

  constructor(private readonly builder: TextBuilder) {}

  readChildren(node: HtmlNode, around: Around): void {
    for (const child of childrenOf(node)) this.read(child, around);
    this.flush('paragraph', around);
  }

  private read(node: HtmlNode, around: Around): void {
    if (node.nodeType === 3 || node.nodeType === 4) {
      this.addWords(node.textContent ?? '');
      return;
    }
    if (node.nodeType !== 1) return;
    const name = node.localName ?? '';
    if (name === 'math') this.builder.doubt('formula');
    if (silent.has(name) || name === 'math' || isHidden(node) || isNoteMark(node, name)) return;
    if (name === 'br') this.words = this.words.trimEnd() + (/\n *$/.test(this.words) ? '\n\n' : '\n');
    else if (blockNames.has(name)) {
      this.flush('paragraph', around);
      this.readBlock(node, name, around);
    } else {
      const start = this.words.length;
      for (const child of childrenOf(node)) this.read(child, around);
      if (emphatic.has(name) && start < this.words.length && (this.emphases.at(-1)?.end ?? 0) <= start)
        this.emphases.push({ start, end: this.words.length });
    }
  }

  private readBlock(node: HtmlNode, name: string, around: Around): void {
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level !== undefined || name === 'summary') {
      for (const child of childrenOf(node)) this.read(child, around);
      this.flush('heading', around, { level: Number(level ?? 7) });
    } else if (name === 'pre') this.addCode(node, around);
    else if (name === 'ul' || name === 'ol') this.readList(node, name === 'ol', around);
    else if (name === 'li') this.readChildren(node, { ...around, item: { lead: '- ', isMarked: true } });
    else if (name === 'blockquote') this.readChildren(node, { ...around, isQuoted: true });
    else if (name === 'table') this.readTable(node, around);
    else if (name !== 'hr') this.readChildren(node, around);
  }

  private readList(node: HtmlNode, isNumbered: boolean, around: Around): void {
    let number = Number(node.getAttribute?.('start') ?? 1) || 1;
    for (const child of childrenOf(node)) {
      if (child.nodeType === 1 && child.localName === 'li') {
        const lead = isNumbered ? `${number++}. ` : '- ';
        this.readChildren(child, { ...around, depth: around.depth + 1, item: { lead, isMarked: true } });
      } else this.read(child, { ...around, depth: around.depth + 1 });
    }
    this.flush('list-item', around);
  }

  /** A table of data as rows; one that only lays out the page as what stands in its cells. */
  private readTable(node: HtmlNode, around: Around): void {
    const rows = findRows(node);
    const isLayout =
      node.getAttribute?.('role') === 'presentation' ||
      rows.every(({ cells }) => cells.length < 2) ||
      rows.some(({ cells }) => cells.some(holdsBlocks));
    if (isLayout) {
      for (const { cells } of rows) for (const cell of cells) this.readChildren(cell, around);
      return;
    }
    for (const child of childrenOf(node)) if (child.localName === 'caption') this.readChildren(child, around);
    addTable(
      this.builder,
      rows.map(({ cells, isHead }) => ({ isHead, cells: cells.map((cell) => this.wordsOf(cell, around)) })),
    );
  }

  private wordsOf(cell: HtmlNode, around: Around): string {
    for (const child of childrenOf(cell)) this.read(child, around);
    const words = this.words.replace(/\s+/g, ' ').trim();
    this.words = '';
    this.emphases = [];
    return words;
  }

  private addCode(node: HtmlNode, around: Around): void {
    const code = (node.textContent ?? '').replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '');
    if (code.trim() === '') return;
    const inList = around.depth > 0 ? { depth: around.depth } : {};
    this.builder.addBlock({ words: code }, { kind: 'code', ...inList });
  }

  private addWords(text: string): void {
    const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ').replace(/\u00ad/g, '');
    const isAtStart = this.words === '' || /[ \n]$/.test(this.words);
    this.words += isAtStart ? collapsed.replace(/^ /, '') : collapsed;
  }

  /** Writes the words that have come together as a block, or as several where empty lines part them. */
  private flush(kind: BlockKind, around: Around, more: Partial<DraftBlock> = {}): void {
    const { words, emphases } = this;
    this.words = '';
    this.emphases = [];
    let start = 0;
    for (const part of words.split('\n\n')) {
      const block = cutWords(words, emphases, { start, end: start + part.length });
      if (block.words !== '') this.writeBlock(block, kind, more, around);
      start += part.length + 2;
    }
  }

  private writeBlock(
    words: BlockWords,
    kind: BlockKind,
    more: Partial<DraftBlock>,
    { depth, isQuoted, item }: Around,
  ): void {
    const isPlain = kind === 'paragraph' || kind === 'list-item';
    const own: BlockKind = isPlain ? (item || depth > 0 ? 'list-item' : isQuoted ? 'quotation' : 'paragraph') : kind;
    const isMarked = item?.isMarked === true;
    const lead = isMarked ? `${'  '.repeat(Math.max(0, depth - 1))}${item.lead}` : '';
    const inList = depth > 0 && kind !== 'heading' ? { depth, isMarked } : {};
    this.builder.addBlock(words, { kind: own, ...inList, ...more }, { gap: isMarked ? '\n' : '\n\n', lead });
    if (item) item.isMarked = false;
  }
}

/** The mark of a footnote: a number that leads to another place of the page. */
function isNoteMark(node: HtmlNode, name: string): boolean {
  if (name !== 'sup' && name !== 'a') return false;
  const link = name === 'a' ? node : childrenOf(node).find((child) => child.localName === 'a');
  const words = (node.textContent ?? '').trim();
  if (!link || !/^\[?(?:\d{1,3}|[a-z]|[*†‡§↩↑^])\]?(?:\ufe0e)?$/u.test(words)) return false;
  const isNote = (link.getAttribute?.('href') ?? '').includes('#');
  return (
    isNote && (name === 'sup' || /^\[|[↩↑^*†‡§]/u.test(words) || /noteref/.test(node.getAttribute?.('epub:type') ?? ''))
  );
}

interface TableRow {
  readonly cells: readonly HtmlNode[];
  readonly isHead: boolean;
}

/** The rows of a table itself, not of those in its cells. */
function findRows(table: HtmlNode): TableRow[] {
  const rows: TableRow[] = [];
  const visit = (node: HtmlNode, isInHead: boolean): void => {
    for (const child of childrenOf(node)) {
      const name = child.localName ?? '';
      if (name === 'tr') {
        const cells = childrenOf(child).filter(({ localName }) => localName === 'td' || localName === 'th');
        const isHead = isInHead || (rows.length === 0 && cells.every(({ localName }) => localName === 'th'));
        rows.push({ cells, isHead });
      } else if (/^(?:thead|tbody|tfoot)$/.test(name)) visit(child, name === 'thead');
    }
  };
  visit(table, false);
  return rows;
}

/** Whether a cell holds a table, a list, a heading, or several paragraphs. */
function holdsBlocks(cell: HtmlNode): boolean {
  const names = childrenOf(cell).flatMap(({ localName }) => (localName ? [localName] : []));
  if (names.some((name) => /^(?:table|ul|ol|dl|h[1-6]|blockquote|section|article)$/.test(name))) return true;
  return names.filter((name) => name === 'p' || name === 'div').length > 2;
}
