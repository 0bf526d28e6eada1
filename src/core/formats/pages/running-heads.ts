import { findSegments, type Page, type Segment } from './page-runs.js';
import { rowsOf } from './reading-order.js';

/** A page's segments without what runs along its edges, and the number that is printed there. */
export interface CleanPage {
  readonly page: Page;
  readonly segments: readonly Segment[];
  /** Null where it is the page's own number or none is printed. */
  readonly printed: string | null;
}

/** Most rows at the top and at the foot of a page that run along. */
const maxRows = 3;
/** The share of the page's height in which they stand. */
const edgeShare = 0.14;
const roman = /^(?=[ivxlc])(?:c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))$/i;
const lone =
  /^[-–—|·\s]*(?:page\s+|p\.\s*|seite\s+|s\.\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/|von)\s*\d{1,4})?[-–—|·\s]*$/i;

interface Row {
  readonly page: number;
  readonly text: string;
  readonly segments: readonly Segment[];
  /** The words with `#` for each number, and where it stands. */
  readonly key: string;
  /** The first or the last row of its page. */
  readonly isOutermost: boolean;
}

/** Takes away running heads and feet, alternating ones too, and page numbers. */
export function cleanPages(pages: readonly Page[], bodySize: number): CleanPage[] {
  const all = pages.map((page) => ({ page, segments: findSegments(page.runs, bodySize) }));
  const rows = all
    .flatMap(({ page, segments }) => edgeRows(page, segments))
    // "Chapter 3" in large letters at the top of a page is a heading.
    .filter(({ segments }) => segments.every(({ size }) => size <= 1.2 * bodySize));
  const counts = new Map<string, number>();
  for (const { key } of rows) counts.set(key, (counts.get(key) ?? 0) + 1);
  const needed = pages.length <= 5 ? 2 : 3;
  const printed = findPrinted(rows, Math.min(3, Math.max(2, pages.length)));
  const running = rows.filter(
    ({ key, text, page, isOutermost }) =>
      (counts.get(key) ?? 0) >= needed ||
      (lone.test(text) && isPageNumber(text)) ||
      (isOutermost && printed.has(page) && numbersOf(text).includes(printed.get(page) ?? '')),
  );
  const gone = new Set(running.flatMap(({ segments }) => segments));
  return all.map(({ page, segments }) => {
    const name = page.label ?? printed.get(page.number) ?? null;
    return {
      page,
      segments: segments.filter((segment) => !gone.has(segment)),
      printed: name === null || name === String(page.number) ? null : name,
    };
  });
}

function isPageNumber(text: string): boolean {
  const number = lone.exec(text)?.[1] ?? '';
  return /^\d+$/.test(number) || roman.test(number);
}

function edgeRows({ number, height }: Page, segments: readonly Segment[]): Row[] {
  const rows = rowsOf(segments);
  const toRow = (row: readonly Segment[]): Row => {
    const text = row.map((segment) => segment.text).join(' ');
    const words = text.toLowerCase().replace(/\d+|(?<=^|\s)[ivxlc]+(?=\s|$)/g, '#');
    const isOutermost = row === rows[0] || row === rows.at(-1);
    return { page: number, text, segments: row, key: `${words} @${Math.round((row[0]?.y ?? 0) / 4)}`, isOutermost };
  };
  const isAtEdge = (row: readonly Segment[]): boolean => {
    const y = row[0]?.y ?? 0;
    return y < edgeShare * height || y > (1 - edgeShare) * height;
  };
  const edges = new Set([...rows.slice(0, maxRows), ...rows.slice(-maxRows)].filter(isAtEdge));
  return [...edges].map(toRow);
}

/** What may be the number of a page in a row along its edge: the row itself, its first or its last word. */
function numbersOf(text: string): string[] {
  const tokens = text.trim().split(/\s+/);
  const found = [lone.exec(text)?.[1] ?? '', tokens[0] ?? '', tokens.at(-1) ?? ''];
  return found.filter((token) => /^\d{1,4}$/.test(token) || roman.test(token));
}

/** The printed numbers that go on from page to page by one, on `least` pages at least; the commonest count first. */
function findPrinted(rows: readonly Row[], least: number): Map<number, string> {
  const found = rows.flatMap(({ page, text }) =>
    numbersOf(text).map((token) => {
      const shift = /\d/.test(token) ? `arabic ${Number(token) - page}` : `roman ${readRoman(token) - page}`;
      return { page, token, shift };
    }),
  );
  const shifts = new Map<string, Set<number>>();
  for (const { page, shift } of found) shifts.set(shift, (shifts.get(shift) ?? new Set()).add(page));
  const countOf = (shift: string): number => shifts.get(shift)?.size ?? 0;
  const printed = new Map<number, string>();
  for (const { page, token, shift } of [...found].sort((a, b) => countOf(a.shift) - countOf(b.shift)))
    if (countOf(shift) >= least || (countOf(shift) > 1 && !/\d/.test(token))) printed.set(page, token);
  return printed;
}

function readRoman(token: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const numbers = Array.from(token.toLowerCase(), (letter) => values[letter] ?? 0);
  return numbers.reduce((sum, value, i) => sum + (value < (numbers[i + 1] ?? 0) ? -value : value), 0);
}
