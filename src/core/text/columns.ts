import type { DraftBlock } from './document.js';
import type { Span } from './span.js';

/** Between the cells of a line: two spaces or more, or a tab, but not what some writers put after a full stop. */
const gap = /(?<=[^\s.!?:;])(?: {2,}|[ ]*\t\s*)(?=\S)/g;

/** Lines whose cells are held apart by spaces, as rows of a table; null where they are no table. */
export function findColumns(text: string, lines: readonly Span[]): DraftBlock[] | null {
  if (lines.length < 3) return null;
  const rows = lines.map((line) => cellsOf(text, line));
  const counts = rows.map((cells) => cells.length);
  const usual = [...counts].sort((a, b) => a - b)[counts.length >> 1] ?? 1;
  if (usual < 2 || counts.filter((count) => count === usual).length < 0.7 * lines.length) return null;
  const [first] = lines;
  const hasHead = first !== undefined && (counts[0] ?? 0) > 1 && !/\p{Nd}/u.test(text.slice(first.start, first.end));
  return lines.map(({ start, end }, i) =>
    i === 0 && hasHead ? { start, end, kind: 'table-head', cells: rows[0] ?? [] } : { start, end, kind: 'table-row' },
  );
}

function cellsOf(text: string, { start, end }: Span): Span[] {
  const cells: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(gap)) {
    cells.push({ start: from, end: start + match.index });
    from = start + match.index + match[0].length;
  }
  return [...cells, { start: from, end }];
}
