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
