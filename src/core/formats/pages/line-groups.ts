import { median, type Column, type Line } from './reading-order.js';

/** What the lines of a document are measured by. */
export interface Measure {
  /** Size of most letters. */
  readonly bodySize: number;
  readonly bodyFont: string;
  /** Distance between the lines of a paragraph, in sizes of its letters. */
  readonly leading: number;
}

export type GroupKind = 'heading' | 'paragraph' | 'item' | 'code' | 'rows';

/** Lines that belong together. */
export interface LineGroup {
  readonly kind: GroupKind;
  readonly lines: Line[];
  /** Of an item: its mark with the space behind it. */
  readonly mark: string;
  readonly page: number;
  /** The edges of its column. */
  readonly left: number;
  readonly right: number;
}

const itemMark = /^(?:[•◦▪■●○‣⁃∙·*]|[-–—]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)/u;
const leaders = /\.{4,}|(?:\s\.){4,}/;
const terminal = /[.!?:;…]["”’»)\]]*$/u;

/** Cuts a column into headings, paragraphs, items of lists, code and rows of tables. */
export function groupLines(column: Column, page: number, measure: Measure): LineGroup[] {
  const groups: LineGroup[] = [];
  const tabular = findTables(column.lines);
  const { left, right } = column;
  for (const [i, line] of column.lines.entries()) {
    const last = groups.at(-1);
    const before = column.lines[i - 1];
    const own = kindOf(line, measure, right - left);
    const kind = tabular.has(line) && own !== 'code' ? 'rows' : own;
    const isNext = last !== undefined && before !== undefined && last.lines.at(-1) === before;
    if (isNext && continues(last, kind, before, line, measure)) last.lines.push(line);
    else {
      const mark = kind === 'paragraph' ? (itemMark.exec(textOf(line))?.[0] ?? '') : '';
      groups.push({ kind: mark === '' ? kind : 'item', lines: [line], mark, page, left, right });
    }
  }
  return groups;
}

/** The words of a line. */
export function textOf({ cells }: Line): string {
  return cells.map(({ text }) => text).join(' ');
}

export function endsSentence(text: string): boolean {
  return terminal.test(text);
}

function kindOf(line: Line, { bodySize, bodyFont }: Measure, width: number): GroupKind {
  const text = textOf(line);
  if (line.cells.every(({ isMono }) => isMono)) return 'code';
  if (leaders.test(text)) return 'rows';
  if (!/\p{L}/u.test(text) || text.length > 160) return 'paragraph';
  if (line.size >= 1.12 * bodySize) return 'heading';
  const isSetOff = line.cells.every(({ font }) => font !== bodyFont) && line.size >= 0.95 * bodySize;
  const isShort = line.right - line.x < 0.75 * width && text.split(/\s+/).length <= 12;
  return isSetOff && isShort && /^[\p{Lu}\p{Nd}]/u.test(text) && !/[.,;:]$/.test(text) ? 'heading' : 'paragraph';
}

function continues(group: LineGroup, kind: GroupKind, before: Line, line: Line, measure: Measure): boolean {
  const distance = line.y - before.y;
  const isNear = distance <= 1.3 * measure.leading * Math.max(before.size, line.size);
  const isAlike = Math.abs(line.size - before.size) <= 0.12 * measure.bodySize;
  if (group.kind === 'rows' || kind === 'rows') return false;
  if (group.kind === 'code' || kind === 'code') return group.kind === kind && distance <= 3 * line.size;
  if (!isNear || !isAlike || (kind === 'heading') !== (group.kind === 'heading')) return false;
  if (kind === 'heading') return group.lines.length < 4 && sameFont(before, line);
  if (itemMark.test(textOf(line)) && (group.kind === 'item' || endsSentence(textOf(before)))) return false;
  return !changesIndent(group, before, line, measure.bodySize) && !endsEarly(before, line, group.right);
}

/** Whether a line stands further in or out than those of one paragraph do: a first line is set in, further ones of an item are. */
function changesIndent({ kind, lines, left }: LineGroup, before: Line, line: Line, em: number): boolean {
  const [first] = lines;
  const isBesideCap = first?.cells[0]?.dropCap != null && lines.length < 5;
  if (isBesideCap) return false;
  const isOut = lines.length > 1 && line.x < before.x - 0.8 * em;
  if (kind === 'item') return isOut && line.x < (first?.x ?? line.x) + 0.5 * em;
  return isOut || (line.x > before.x + 0.8 * em && before.x <= left + 0.5 * em);
}

/** Whether the first word of the next line would have had room: then the line ends where its writer wanted. */
function endsEarly(before: Line, line: Line, right: number): boolean {
  const text = textOf(line);
  if (/^\p{Ll}/u.test(text)) return false;
  const word = /^\S+/.exec(text)?.[0] ?? '';
  const letter = (line.right - line.x) / Math.max(1, text.length);
  const room = right - before.right;
  return room > (word.length + 2) * letter && (endsSentence(textOf(before)) || room > 0.4 * (right - before.x));
}

function sameFont(one: Line, other: Line): boolean {
  return one.cells[0]?.font === other.cells[0]?.font;
}

/** From so many rows on, whose cells stand below each other, there is a table. */
const minRows = 3;

/** The lines that are rows of tables. */
function findTables(lines: readonly Line[]): ReadonlySet<Line> {
  const rows = new Set<Line>();
  let run: Line[] = [];
  const close = (): void => {
    if (run.length >= minRows) for (const line of run) rows.add(line);
    run = [];
  };
  for (const line of lines) {
    const last = run.at(-1);
    const isRow = line.cells.length > 1 && !itemMark.test(`${line.cells[0]?.text ?? ''} x`);
    if (!isRow || (last && !areAligned(last, line))) close();
    if (isRow) run.push(line);
  }
  close();
  return rows;
}

/** Whether cells behind the first one stand below each other, by their left or their right edges. */
function areAligned(one: Line, other: Line): boolean {
  const near = 0.6 * other.size;
  const aligned = other.cells
    .slice(1)
    .filter((cell) =>
      one.cells
        .slice(1)
        .some((above) => Math.abs(above.x - cell.x) < near || Math.abs(above.right - cell.right) < near),
    );
  return aligned.length >= Math.min(one.cells.length, other.cells.length) - 1;
}

/** What most letters and the distances between lines of a document are. */
export function measureLines(columns: readonly Column[], bodySize: number, bodyFont: string): Measure {
  const distances = columns.flatMap(({ lines }) =>
    lines.slice(1).flatMap((line, i) => {
      const before = lines[i];
      const isBody =
        before && Math.abs(line.size - bodySize) < 0.1 * bodySize && Math.abs(before.size - line.size) < 0.5;
      const distance = before ? (line.y - before.y) / line.size : 0;
      return isBody && distance > 0.8 && distance < 2.5 ? [distance] : [];
    }),
  );
  return { bodySize, bodyFont, leading: distances.length > 0 ? median(distances) : 1.2 };
}
