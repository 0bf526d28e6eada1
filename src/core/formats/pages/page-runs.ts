/** A piece of a page's text in one font, as a printed-page format stores it. Lengths in points, 72 to an inch. */
export interface Run {
  readonly text: string;
  /** Left edge, from the left of the page. */
  readonly x: number;
  /** Baseline, from the top of the page. */
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
  readonly font: string;
  /** Whether all letters of the font have one width. */
  readonly isMono: boolean;
}

export interface Page {
  /** From 1. */
  readonly number: number;
  /** The page's name in the file; null where it has none. */
  readonly label: string | null;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
}

/** Runs beside each other without a gap as wide as one between columns or cells. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly isMono: boolean;
  /** A large first letter that opens it, which stands before `text` already. */
  readonly dropCap: string | null;
}

/** From this share of the font's size on a gap parts columns or cells; between words it is less, as a rule. */
const wideGap = 1.3;
/** A gap from here on parts columns, too, where so many lines begin behind it at one place, and few run across. */
const narrowGap = 0.7;
const minEdgeLines = 4;
const maxCrossing = 0.25;
/** The same letters at nearly one place, printed twice to look bold. */
const fakeBoldShift = 0.15;
const dropCapRatio = 1.8;

/** The segments of a page, by rising baseline, then from left to right. */
export function findSegments(runs: readonly Run[], bodySize: number): Segment[] {
  const { kept, caps } = takeDropCaps(withoutDoubles(runs), bodySize);
  const byLine = groupByBaseline(kept);
  const edges = findEdges(byLine);
  const rows = byLine.map((row) => cutRow(row, edges));
  for (const cap of caps) placeDropCap(rows, cap);
  return rows.flat();
}

/** Of runs that begin at nearly one place and with the same letters, the longest. */
function withoutDoubles(runs: readonly Run[]): Run[] {
  const rows = new Map<number, Run[]>();
  const gone = new Set<Run>();
  for (const run of runs) {
    if (run.text.trim() === '') continue;
    const row = Math.round(run.y / 4);
    const near = fakeBoldShift * run.size;
    for (const other of [row - 1, row, row + 1].flatMap((at) => rows.get(at) ?? [])) {
      if (gone.has(other) || Math.abs(other.x - run.x) >= near || Math.abs(other.y - run.y) >= near) continue;
      if (other.text.startsWith(run.text)) gone.add(run);
      else if (run.text.startsWith(other.text)) gone.add(other);
    }
    const own = rows.get(row);
    if (own) own.push(run);
    else rows.set(row, [run]);
  }
  return gone.size === 0 ? [...runs] : runs.filter((run) => !gone.has(run));
}

/** Runs on one baseline, raised and lowered ones among them, each row from left to right. */
function groupByBaseline(runs: readonly Run[]): Run[][] {
  const rows: { y: number; size: number; runs: Run[] }[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    const row = rows.slice(-3).find(({ y, size }) => Math.abs(run.y - y) <= 0.4 * Math.max(size, run.size));
    if (!row) rows.push({ y: run.y, size: run.size, runs: [run] });
    else {
      row.runs.push(run);
      if (run.size > row.size) [row.y, row.size] = [run.y, run.size];
    }
  }
  return rows.map((row) => row.runs.sort((a, b) => a.x - b.x));
}

type Open = { -readonly [K in keyof Segment]: Segment[K] } & { chars: number };

/** Where columns begin behind narrow gutters: left edges that lines have in common. */
function findEdges(rows: readonly (readonly Run[])[]): number[] {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const words = row.filter(({ text }) => text.trim() !== '');
    for (const [i, run] of words.entries()) {
      const before = words[i - 1];
      if (!before || run.x - before.x - before.width <= narrowGap * run.size) continue;
      const at = Math.round(run.x);
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
  }
  const crossing = (at: number): number =>
    rows.filter((row) => row.some(({ text, x, width }) => text.trim() !== '' && x < at - 3 && x + width > at + 1))
      .length;
  return [...counts]
    .filter(([at, count]) => count >= minEdgeLines && crossing(at) <= maxCrossing * count)
    .map(([at]) => at);
}

function cutRow(row: readonly Run[], edges: readonly number[]): Segment[] {
  const segments: Open[] = [];
  let isSpaced = false;
  for (const run of row) {
    const last = segments.at(-1);
    if (run.text.trim() === '') {
      isSpaced = true;
      continue;
    }
    const text = run.text.replace(/\s+/g, ' ');
    const gap = last ? run.x - last.right : 0;
    const size = Math.max(last?.size ?? 0, run.size);
    const isEdge = gap > narrowGap * size && edges.some((at) => Math.abs(run.x - at) <= 1);
    if (!last || gap > wideGap * size || isEdge || gap < -4 * size) {
      const { x, y, font, isMono } = run;
      const right = x + run.width;
      segments.push({
        text: text.trim(),
        x,
        right,
        y,
        size: run.size,
        font,
        isMono,
        dropCap: null,
        chars: text.length,
      });
    } else if (!isNoteMark(run, last)) {
      const space = isSpaced || gap > 0.15 * size || text.startsWith(' ') ? ' ' : '';
      last.text += space + text.trim();
      last.right = Math.max(last.right, run.x + run.width);
      last.isMono &&= run.isMono;
      // The font and the baseline of most of its letters.
      if (text.length > last.chars)
        [last.font, last.chars, last.y, last.size] = [run.font, text.length, run.y, run.size];
    }
    isSpaced = run.text.endsWith(' ');
  }
  return segments;
}

/** The raised number of a footnote behind a word or a full stop. */
function isNoteMark({ text, size, y }: Run, last: Open): boolean {
  return (
    size < 0.8 * last.size &&
    y < last.y - 0.15 * last.size &&
    /^\s*(?:\d{1,3}|[*†‡§])\s*$/u.test(text) &&
    /(?:\p{L}{3}|[.,;:!?”")\]])\s*$/u.test(last.text)
  );
}

function takeDropCaps(runs: readonly Run[], bodySize: number): { kept: Run[]; caps: Run[] } {
  const isCap = ({ text, size }: Run): boolean =>
    size >= dropCapRatio * bodySize && /^[“"‘]?\p{Lu}$/u.test(text.trim());
  const found = runs.filter(isCap);
  // Large letters beside each other are a headline whose letters are set one by one.
  const caps = found.filter((cap) => !found.some((other) => other !== cap && Math.abs(other.y - cap.y) < cap.size));
  return { kept: runs.filter((run) => !caps.includes(run)), caps };
}

/** Puts a large letter before the first of the lines that stand beside it. */
function placeDropCap(rows: Segment[][], cap: Run): void {
  const right = cap.x + cap.width;
  for (const row of rows) {
    const at = row.findIndex(
      ({ x, y, size }) =>
        x >= right - 0.5 * size && x <= right + 1.5 * size && y > cap.y - cap.size && y <= cap.y + 0.2 * size,
    );
    const segment = row[at];
    if (!segment) continue;
    const letter = cap.text.trim();
    row[at] = { ...segment, text: letter + segment.text, x: cap.x, dropCap: letter };
    return;
  }
  const { x, y, size, font, isMono } = cap;
  rows.push([{ text: cap.text.trim(), x, right, y, size, font, isMono, dropCap: null }]);
}
