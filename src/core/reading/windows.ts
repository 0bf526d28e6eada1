import type { Ranking } from '../search/ranking.js';
import type { SearchIndex } from '../search/search-index.js';
import { blankMarkup } from '../text/document.js';
import type { Span } from '../text/span.js';

/** A run of whole sentences of one section, as a reader gets it: with the line above, without notation. */
export interface ReadingWindow {
  /** First and last row, both inside. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** The line above and a line break, where there is one; then the sentences, letter by letter as far apart as in the document. */
  readonly text: string;
  /** Offset of `text`'s sentences in the document, less their offset in `text`. */
  readonly shift: number;
  /** Length of the line above with its line break; no answer lies before it. */
  readonly above: number;
  /** Position in the ranking of the best sentence in it, from 0, and that sentence's row. */
  readonly rank: number;
  readonly bestRow: number;
}

interface WindowOptions {
  /** Most windows. */
  readonly count: number;
  /** Most words of the sentences of one window; a longer sentence is a window of its own. */
  readonly maxWords: number;
}

/** Windows of about 75 words read better than of 100, and six cost no more than a tenth of a second on two cores. */
export const windowDefaults: WindowOptions = { count: 6, maxWords: 75 };

/** Sentences ranked below this one propose no window. */
export const maxRank = 60;
const maxLineAbove = 160;

/**
 * The windows around the best sentences of a ranking, best first: each grown from its sentence by its neighbours in turn,
 * never over a heading. A sentence that lies in a window already proposes none.
 */
export function proposeWindows(
  ranking: Ranking,
  index: SearchIndex,
  { count, maxWords }: WindowOptions = windowDefaults,
): ReadingWindow[] {
  const windows: ReadingWindow[] = [];
  for (const [rank, { row }] of ranking.candidates.slice(0, maxRank).entries()) {
    if (windows.length >= count) break;
    if (windows.some((window) => isInWindow(window, row))) continue;
    windows.push(makeWindow(index, row, rank, maxWords));
  }
  return windows;
}

function makeWindow(index: SearchIndex, row: number, rank: number, maxWords: number): ReadingWindow {
  const { document: number } = index.rows[row] ?? { document: -1 };
  const canJoin = (at: number): boolean => {
    const place = index.rows[at];
    return place?.document === number && !place.isHeading;
  };
  let [first, last, words] = [row, row, index.countWords(row)];
  let [up, down] = [true, true];
  while (up || down) {
    if (down && (down = canJoin(last + 1) && words + index.countWords(last + 1) <= maxWords))
      words += index.countWords(++last);
    if (up && (up = canJoin(first - 1) && words + index.countWords(first - 1) <= maxWords))
      words += index.countWords(--first);
  }
  const { document, span } = index.locate(first);
  const whole = { start: span.start, end: index.locate(last).span.end };
  const line = lineAbove(index, first);
  const above = line === '' ? '' : `${line}\n`;
  return {
    firstRow: first,
    lastRow: last,
    text: above + visibleSlice(document, whole),
    shift: whole.start - above.length,
    above: above.length,
    rank,
    bestRow: row,
  };
}

export function isInWindow({ firstRow, lastRow }: ReadingWindow, row: number): boolean {
  return firstRow <= row && row <= lastRow;
}

/** What a row stands under, in one line: its headings, the question or lead-in above it, who speaks; empty where there is none. */
function lineAbove(index: SearchIndex, row: number): string {
  const { document } = index.locate(row);
  const isAbove = (span: Span): boolean => span.end <= index.locate(row).span.start;
  const heading = index.sectionOf(row).at(-1) ?? headingSpan(index, row);
  const speaker = index.speakerOf(row);
  const spans = [heading, ...index.contextOf(row), speaker].filter((span) => span !== null && isAbove(span));
  const parts = spans.map((span) => span && visibleSlice(document, span).replace(/\s+/g, ' ').trim());
  return [...new Set(parts)].join(' ').slice(-maxLineAbove);
}

function headingSpan(index: SearchIndex, row: number): Span | null {
  const heading = index.headingOf(row);
  return heading === null ? null : index.locate(heading).span;
}

/** A slice of the document's text with its notation blanked out by spaces. */
function visibleSlice({ text, markup }: { text: string; markup: readonly Span[] }, { start, end }: Span): string {
  const inside = markup
    .filter((mark) => mark.start < end && start < mark.end)
    .map((mark) => ({ start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }));
  return blankMarkup(text.slice(start, end), inside);
}
