import type { DerivedMetadata, DerivedText } from '../derived-document.js';
import { joinCells } from '../table-rows.js';
import { TextBuilder } from '../text-builder.js';
import { collectWords, countGarbled, JoinedLines } from './join-lines.js';
import { endsSentence, groupLines, measureLines, textOf, type LineGroup, type Measure } from './line-groups.js';
import type { Page, Run } from './page-runs.js';
import { findColumns } from './reading-order.js';
import { cleanPages } from './running-heads.js';

/** Pages on which more than this share of the letters mean nothing are doubtful. */
const maxGarbled = 0.02;
/** How many paragraphs of small print and pictures' captions may stand between the parts of a paragraph. */
const maxBetween = 6;

/** A block to be: lines that belong together, with what goes on in the next column or on the next page. */
interface Block {
  readonly group: LineGroup;
  readonly words: JoinedLines;
  broken: 'start' | 'end' | 'both' | null;
}

/** Reads printed pages: columns in their order, without running heads; paragraphs whole over columns and pages. */
export function readPages(pages: readonly Page[], metadata: DerivedMetadata): DerivedText {
  const builder = new TextBuilder();
  const { bodySize, bodyFont } = findBody(pages.flatMap(({ runs }) => runs));
  const clean = cleanPages(pages, bodySize);
  const known = collectWords(clean.flatMap(({ segments }) => segments));
  const printedOf = new Map(clean.map(({ page, printed }) => [page.number, printed]));
  const columns = clean.map(({ page, segments }) => ({ page, columns: findColumns(segments) }));
  const measure = measureLines(
    columns.flatMap((one) => one.columns),
    bodySize,
    bodyFont,
  );
  const blocks: Block[] = [];
  for (const { page, columns: own } of columns) {
    for (const column of own) addColumn(blocks, groupLines(column, page.number, measure), known, measure);
    noteDoubts(builder, page);
  }
  noteBreaks(blocks);
  const levels = headingLevels(blocks, measure);
  for (const block of blocks) writeBlock(builder, block, levels, printedOf);
  return builder.finish(metadata);
}

function noteDoubts(builder: TextBuilder, { number, runs }: Page): void {
  const text = runs.map((run) => run.text).join('');
  if (text.trim() === '') builder.doubt('no-text', number);
  else if (countGarbled(text) > maxGarbled * text.length) builder.doubt('garbled', number);
  if (/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]/u.test(text)) builder.doubt('right-to-left', number);
}

/** Size and font of most letters. */
function findBody(runs: readonly Run[]): { bodySize: number; bodyFont: string } {
  const [sizes, fonts] = [new Map<number, number>(), new Map<string, number>()];
  for (const { text, size, font } of runs) {
    const rounded = Math.round(size * 4) / 4;
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
    fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  }
  const most = <T>(counts: ReadonlyMap<T, number>): T | undefined => [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return { bodySize: most(sizes) ?? 10, bodyFont: most(fonts) ?? '' };
}

/** Adds the blocks of a column; what goes on from the column before joins what it goes on from. */
function addColumn(blocks: Block[], groups: readonly LineGroup[], known: ReadonlySet<string>, measure: Measure): void {
  const first = groups.findIndex(({ kind }) => kind === 'paragraph');
  const opening = groups[first];
  const open = opening && first <= 1 ? findOpen(blocks, opening, measure) : null;
  for (const group of groups) {
    if (open && group === opening) {
      addLines(open.words, group);
      continue;
    }
    const words = new JoinedLines(known);
    addLines(words, group);
    blocks.push({ group, words, broken: null });
  }
  const start = opening?.lines[0];
  const begun = blocks.find(({ group }) => group === opening);
  if (begun && !open && first === 0 && start && /^\p{Ll}/u.test(textOf(start))) begun.broken = 'start';
}

/** Parts of a sentence that do not come together: what stops in the middle, with a paragraph below that begins in the middle. */
function noteBreaks(blocks: readonly Block[]): void {
  for (const [i, block] of blocks.entries()) {
    if (!isOpen(block)) continue;
    const next = blocks.slice(i + 1, i + maxBetween).find(({ group }) => group.kind === 'paragraph');
    if (!next || !/^\p{Ll}/u.test(next.words.text)) continue;
    block.broken = block.broken === 'start' ? 'both' : 'end';
    next.broken = 'start';
  }
}

/** The last paragraph or item, if it stops in the middle of a sentence that this group goes on with. */
function findOpen(blocks: readonly Block[], opening: LineGroup, measure: Measure): Block | null {
  const [line] = opening.lines;
  if (!line) return null;
  for (const block of blocks.slice(-maxBetween).reverse()) {
    const { group, words } = block;
    const [first] = group.lines;
    if (!first) continue;
    const isSmall = first.size < 0.93 * measure.bodySize && first.size < line.size - 0.3;
    const isBetween =
      isSmall || group.kind === 'rows' || /^(?:figure|fig\.|table|abb\.|tabelle)\s*\d/i.test(words.text);
    if (isBetween) continue;
    const isAlike = Math.abs(first.size - line.size) <= 0.1 * measure.bodySize;
    return isOpen(block) && isAlike && mayGoOn(group, line, words.text) ? block : null;
  }
  return null;
}

/** Whether a paragraph or an item stops in the middle of a sentence. */
function isOpen({ group: { kind }, words }: Block): boolean {
  return (kind === 'paragraph' || kind === 'item') && !endsSentence(words.text);
}

function mayGoOn({ lines, right }: LineGroup, line: LineGroup['lines'][number], text: string): boolean {
  if (/^\p{Ll}/u.test(textOf(line)) || /[-\u2010\u00ad,]$/.test(text)) return true;
  const last = lines.at(-1);
  // A line that is full to its end goes on, whatever the next letter.
  return last !== undefined && lines.length > 1 && right - last.right < 3 * last.size;
}

function addLines(words: JoinedLines, { lines, mark, kind, left, page }: LineGroup): void {
  for (const [i, line] of lines.entries()) {
    const text = i === 0 ? textOf(line).slice(mark.length) : textOf(line);
    const [first] = line.cells;
    if (kind !== 'code') words.add(text, page, first?.dropCap ?? null);
    else words.addCode(text, page, Math.round((line.x - left) / (0.6 * line.size)));
  }
}

/** The levels of headings by the size of their letters; those that only have another font come last. */
function headingLevels(blocks: readonly Block[], { bodySize }: Measure): ReadonlyMap<number, number> {
  const sizes = blocks.flatMap(({ group }) => (group.kind === 'heading' ? [sizeOf(group)] : []));
  const larger = [...new Set(sizes)].filter((size) => size >= 1.12 * bodySize).sort((a, b) => b - a);
  return new Map(larger.map((size, i) => [size, Math.min(6, i + 1)]));
}

function sizeOf({ lines }: LineGroup): number {
  return Math.round((lines[0]?.size ?? 0) * 2) / 2;
}

function writeBlock(
  builder: TextBuilder,
  { group, words, broken }: Block,
  levels: ReadonlyMap<number, number>,
  printedOf: ReadonlyMap<number, string | null>,
): void {
  if (words.text.trim() === '') return;
  const markPage = (page: number, start?: number): void => {
    builder.markPlace({ kind: 'page', page, printed: printedOf.get(page) ?? null }, start);
  };
  const edges = broken === null ? {} : { broken };
  if (builder.page !== group.page) markPage(group.page);
  if (group.kind === 'rows') {
    for (const line of group.lines) {
      const cells = line.cells
        .map(({ text }) => text.replace(/(?:\s?\.){4,}/g, ' ').trim())
        .filter((cell) => cell !== '');
      builder.addBlock(joinCells(cells), { kind: 'table-row' }, { gap: '\n' });
      if (line.cells.length > 1) builder.doubt('table', group.page);
    }
    return;
  }
  const level = levels.get(sizeOf(group)) ?? Math.min(6, levels.size + 1);
  const { start } =
    group.kind === 'heading'
      ? builder.addBlock(words.finish(), { kind: 'heading', level })
      : group.kind === 'item'
        ? builder.addBlock(
            words.finish(),
            { kind: 'list-item', depth: 1, isMarked: true, ...edges },
            { gap: '\n', lead: group.mark },
          )
        : builder.addBlock(words.finish(), { kind: group.kind === 'code' ? 'code' : 'paragraph', ...edges });
  for (const { at, page } of words.pageStarts.slice(1)) markPage(page, start + at);
}
