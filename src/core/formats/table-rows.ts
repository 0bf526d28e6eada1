import type { Span } from '../text/span.js';
import type { TextBuilder } from './text-builder.js';

const cellMark = ' | ';

/** Cells as one line, with the marks between them as notation. */
export function joinCells(words: readonly string[]): { words: string; markup: Span[]; cells: Span[] } {
  const [markup, cells]: [Span[], Span[]] = [[], []];
  let line = '';
  const last = words.findLastIndex((word) => word !== '');
  for (const [i, word] of words.slice(0, last + 1).entries()) {
    if (i > 0) {
      markup.push({ start: line.length, end: line.length + cellMark.length });
      line += cellMark;
    }
    if (word !== '') cells.push({ start: line.length, end: line.length + word.length });
    line += word;
  }
  return { words: line, markup, cells };
}

/** Writes the rows of a table, each a line of its own; those without words are left out. */
export function addTable(
  builder: TextBuilder,
  rows: readonly { readonly cells: readonly string[]; readonly isHead: boolean }[],
): void {
  let gap = '\n\n';
  for (const { cells, isHead } of rows) {
    const line = joinCells(cells);
    if (line.words === '') continue;
    builder.addBlock(line, isHead ? { kind: 'table-head', cells: line.cells } : { kind: 'table-row' }, { gap });
    gap = '\n';
  }
}

const maxHeadCell = 40;

/**
 * Whether the first of some rows names the columns, though nothing marks it: its cells are short and without a figure, and those below
 * one of them all have one. Of two columns the first may name what each row says ("Name | Ida", "Born | 1980"): there both have to have
 * figures below, or the second sums or measures of one form ("4 euros").
 */
export function hasHeadByWords([head = [], ...rows]: readonly (readonly string[])[]): boolean {
  const isHead = head.every((cell) => cell !== '' && cell.length <= maxHeadCell && !/\p{N}|[.!?:]$/u.test(cell));
  if (head.length < 2 || !isHead || rows.length === 0 || rows.some(({ length }) => length !== head.length))
    return false;
  const below = head.map((_, column) => rows.map((row) => row[column] ?? ''));
  const counts = below.map((cells) => cells.every((cell) => /\p{N}/u.test(cell)));
  if (head.length > 2) return counts.includes(true);
  const forms = new Set((below[1] ?? []).map((cell) => cell.replace(/\p{N}+(?:[.,]\p{N}+)*/gu, '0')));
  const [form = ''] = forms;
  return counts[1] === true && (counts[0] === true || (rows.length > 1 && forms.size === 1 && form !== '0'));
}
