import type { Segment } from './page-runs.js';

/** Lines of one column, from top to bottom. */
export interface Column {
  readonly lines: readonly Line[];
  readonly left: number;
  readonly right: number;
}

/** What stands on one baseline of a column. */
export interface Line {
  /** One, or several with wide gaps between them. */
  readonly cells: readonly Segment[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Lines on either side of a gutter, at least. */
const minColumnLines = 4;
/** A gutter may be crossed by this share of the rows: headlines, wide pictures' captions. */
const maxCrossing = 0.25;
/** Columns of prose fill their width; cells of a table do not. */
const minFill = 0.55;
/** In widths of the letter size: what is narrower holds cells, no prose. */
const minColumnWidth = 9;

/** Columns in the order in which they are read, by recursive cuts at gutters (Nagy and Seth 1984: X-Y trees). */
export function findColumns(segments: readonly Segment[]): Column[] {
  const gutter = findGutter(segments);
  if (gutter === null) return segments.length === 0 ? [] : [toColumn(segments)];
  const columns: Column[] = [];
  let [left, right, across]: [Segment[], Segment[], Segment[]] = [[], [], []];
  const flush = (): void => {
    columns.push(...findColumns(left), ...findColumns(right));
    [left, right] = [[], []];
  };
  const flushAcross = (): void => {
    if (across.length > 0) columns.push(toColumn(across));
    across = [];
  };
  for (const row of rowsOf(segments)) {
    const isAcross = row.some(({ x, right: end }) => x < gutter - 1 && end > gutter + 1);
    if (isAcross) {
      flush();
      across.push(...row);
      continue;
    }
    flushAcross();
    for (const segment of row) (segment.right <= gutter + 1 ? left : right).push(segment);
  }
  flush();
  flushAcross();
  return columns;
}

/** The middle of the white stripe that parts columns of prose; null where there is none. */
function findGutter(segments: readonly Segment[]): number | null {
  if (segments.length < 2 * minColumnLines) return null;
  const size = median(segments.map((segment) => segment.size));
  const [left, right] = [Math.min(...segments.map(({ x }) => x)), Math.max(...segments.map((one) => one.right))];
  const steps = Math.ceil(right - left) + 1;
  const covered = new Uint16Array(steps);
  for (const segment of segments)
    for (let at = Math.floor(segment.x - left); at < segment.right - left; at++) covered[at] = (covered[at] ?? 0) + 1;
  const rows = rowsOf(segments).length;
  let best: { at: number; width: number; crossing: number } | null = null;
  for (let at = Math.ceil(0.15 * steps); at < 0.85 * steps;) {
    const crossing = covered[at] ?? 0;
    let end = at + 1;
    while (end < steps && (covered[end] ?? 0) === crossing) end++;
    const isBetter = !best || crossing < best.crossing || (crossing === best.crossing && end - at > best.width);
    if (crossing <= maxCrossing * rows && end - at >= 0.7 * size && isBetter) {
      const middle = left + (at + end) / 2;
      if (partsProse(segments, middle, size)) best = { at: middle, width: end - at, crossing };
    }
    at = end;
  }
  return best?.at ?? null;
}

/** Whether what stands on either side is prose in columns: enough lines at the same height that fill their side. */
function partsProse(segments: readonly Segment[], gutter: number, size: number): boolean {
  const sides = [
    segments.filter(({ right }) => right <= gutter + 1),
    segments.filter(({ x }) => x >= gutter - 1),
  ] as const;
  if (sides.some((side) => side.length < minColumnLines)) return false;
  const [top, bottom] = [
    Math.max(...sides.map((side) => Math.min(...side.map(({ y }) => y)))),
    Math.min(...sides.map((side) => Math.max(...side.map(({ y }) => y)))),
  ];
  return sides.every((side) => {
    const beside = side.filter(({ y }) => y >= top - size && y <= bottom + size);
    const [left, right] = [Math.min(...side.map(({ x }) => x)), Math.max(...side.map((one) => one.right))];
    const width = median(side.map((one) => one.right - one.x));
    return beside.length >= minColumnLines - 1 && width >= minFill * (right - left) && width >= minColumnWidth * size;
  });
}

function toColumn(segments: readonly Segment[]): Column {
  const lines = rowsOf(segments).map((cells): Line => {
    const [x, right] = [cells[0]?.x ?? 0, Math.max(...cells.map((cell) => cell.right))];
    const longest = cells.reduce((best, cell) => (cell.text.length > best.text.length ? cell : best));
    return { cells, x, right, y: longest.y, size: longest.size };
  });
  return { lines, left: Math.min(...lines.map(({ x }) => x)), right: Math.max(...lines.map((line) => line.right)) };
}

/** Segments on one baseline, from left to right. */
export function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - segment.y) <= 0.4 * Math.max(first.size, segment.size)) row.push(segment);
    else rows.push([segment]);
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  return rows;
}

/** The middle one of some numbers; 0 where there are none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
