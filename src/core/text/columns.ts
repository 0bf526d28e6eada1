import type { DraftBlock } from './document.js';
import { sliceOf, underline } from './line-wrapping.js';
import { linesIn, trimSpan, type Span } from './span.js';

/** Between the cells of a line: two spaces or more, or a tab, but not what some writers put after a full stop. */
const gap = /(?<=[^\s.!?:;])(?: {2,}|[ ]*\t\s*)(?=\S)/g;

/** In a fence lines of two cells are code with its remarks. */
const minFencedCells = 3;

/** What numbers an item of a list or a section, and how many words tell that such a line is one and no row. */
const itemNumber = /^\(?(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|\p{Ll}\))$/u;
const minItemWords = 3;

/** The rows of a table that stands in a fence for its spaces' sake; null for code. */
export function tableInFence(text: string, { kind, start, end, outer }: DraftBlock): DraftBlock[] | null {
  if (kind !== 'code' || !outer || /\p{L}/u.test(text.slice(outer.start, start))) return null;
  const lines = linesIn(text, { start, end })
    .map((line) => trimSpan(text, line))
    .filter((line) => line.start < line.end);
  return findColumns(text, lines, minFencedCells);
}

/**
 * Lines whose cells, at least `minCells` each, are held apart by spaces, as rows of a table; null where they are no table. A rule below
 * the first row, `----  ----` or `=====`, tells that this is the head; rules are no rows.
 */
export function findColumns(text: string, given: readonly Span[], minCells = 2): DraftBlock[] | null {
  const lines = given.filter((line) => !isRule(text, line));
  const isRuled = lines.length >= 2 && ruleBelow(text, given, lines[0]);
  if (lines.length < (isRuled ? 2 : 3)) return null;
  const rows = lines.map((line) => cellsOf(text, line));
  if (!isRuled && areItems(text, rows)) return null;
  const counts = rows.map((cells) => cells.length);
  const usual = [...counts].sort((a, b) => a - b)[counts.length >> 1] ?? 1;
  if (usual < minCells || counts.filter((count) => count === usual).length < 0.7 * lines.length) return null;
  const [first] = lines;
  const hasHead =
    first !== undefined && (counts[0] ?? 0) > 1 && (isRuled || !/\p{Nd}/u.test(text.slice(first.start, first.end)));
  return lines.map(({ start, end }, i) =>
    i === 0 && hasHead ? { start, end, kind: 'table-head', cells: rows[0] ?? [] } : { start, end, kind: 'table-row' },
  );
}

/** Whether lines of two cells are numbered items with a wide gap behind the number: "2.1  Lamp: mended by Ines." */
function areItems(text: string, rows: readonly (readonly Span[])[]): boolean {
  const pairs = rows.filter((cells) => cells.length === 2);
  const items = pairs.filter(([first, second]) => {
    const words = second ? sliceOf(text, second).split(/\s+/).length : 0;
    return first !== undefined && itemNumber.test(sliceOf(text, first)) && words >= minItemWords;
  });
  return items.length >= 2 && items.length > pairs.length / 2;
}

/** Where in a group of lines the head of a table stands, of several cells and with a rule below, which is no heading; -1 for nowhere. */
export function findRuledHead(text: string, lines: readonly Span[]): number {
  return lines.findIndex((line) => ruleBelow(text, lines, line) && cellsOf(text, line).length > 1);
}

function ruleBelow(text: string, lines: readonly Span[], line: Span | undefined): boolean {
  const below = line && lines[lines.indexOf(line) + 1];
  return below !== undefined && isRule(text, below);
}

function isRule(text: string, line: Span): boolean {
  return underline.test(sliceOf(text, line));
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
