import type { Concept } from '../question/concepts.js';
import { strengthIn } from '../search/concept-scores.js';
import { nameWith } from '../search/document-names.js';
import type { Ranking } from '../search/ranking.js';
import { speakerNames } from '../search/who-speaks.js';
import type { SearchIndex } from '../search/search-index.js';
import { blankMarkup } from '../text/document.js';
import { contains, type Span } from '../text/span.js';

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
/** A heading of at most so many words is shown with the one above it, if that is as short as the other number. */
const terse = { words: 2, outerWords: 4 } as const;

/**
 * The windows around the best sentences of a ranking, best first: each grown from its sentence by its neighbours in turn,
 * never over a heading nor out of a turn that answers a question. A sentence that lies in a window already proposes none.
 */
export function proposeWindows(
  ranking: Ranking,
  index: SearchIndex,
  { count, maxWords }: WindowOptions = windowDefaults,
): ReadingWindow[] {
  const windows: ReadingWindow[] = [];
  const best = ranking.candidates.slice(0, maxRank).map(({ row }, rank) => ({ row, rank }));
  // A turn that others answer comes after its answers, which are read with it above them.
  const isAnswered = ({ row }: { readonly row: number }): boolean =>
    index.unitOf(row).kind === 'turn' && index.dependantsOf(row).length > 0;
  for (const { row, rank } of [...best.filter((one) => !isAnswered(one)), ...best.filter(isAnswered)]) {
    if (windows.length >= count) break;
    if (windows.some((window) => isInWindow(window, row))) continue;
    windows.push(makeWindow(ranking, index, row, rank, maxWords));
  }
  return windows;
}

function makeWindow(ranking: Ranking, index: SearchIndex, row: number, rank: number, maxWords: number): ReadingWindow {
  const { document: number } = index.rows.at(row) ?? { document: -1 };
  // A turn that answers is read with its question above it, any other among the turns around it.
  const unit = index.unitOf(row);
  const own = unit.kind === 'turn' && index.contextOf(row).length > 0 ? unit : null;
  const canJoin = (at: number): boolean => {
    const place = index.rows.at(at);
    return place?.document === number && !place.isHeading && (own === null || contains(own, index.locate(at).span));
  };
  let [first, last, words] = [row, row, index.countWords(row)];
  let [up, down] = [true, true];
  while (up || down) {
    if (down && (down = canJoin(last + 1) && words + index.countWords(last + 1) <= maxWords))
      words += index.countWords(++last);
    if (up && (up = canJoin(first - 1) && words + index.countWords(first - 1) <= maxWords))
      words += index.countWords(--first);
  }
  return windowOfRows(first, last, { rank, bestRow: row }, ranking, index);
}

/** The rows from `first` to `last`, both inside, as a window; their document's name is above where only that has what is asked about. */
export function windowOfRows(
  first: number,
  last: number,
  { rank, bestRow }: Pick<ReadingWindow, 'rank' | 'bestRow'>,
  ranking: Ranking,
  index: SearchIndex,
): ReadingWindow {
  const { document, span } = index.locate(first);
  const whole = { start: span.start, end: index.locate(last).span.end };
  const unseen = unseenConcepts({ firstRow: first, lastRow: last }, ranking, index);
  const name = nameWith(unseen, index.rows.documentOf(first) ?? -1, index);
  const line = [name, lineAbove(index, first)].filter((part) => part !== '').join(' ');
  const above = line === '' ? '' : `${line}\n`;
  return {
    firstRow: first,
    lastRow: last,
    text: above + visibleSlice(document, whole),
    shift: whole.start - above.length,
    above: above.length,
    rank,
    bestRow,
  };
}

/** The concepts of the question that stand neither in the sentences of a window nor in the heading above, and are no name of who speaks there. */
export function unseenConcepts(
  { firstRow, lastRow }: Pick<ReadingWindow, 'firstRow' | 'lastRow'>,
  { question, sentences }: Ranking,
  index: SearchIndex,
): readonly Concept[] {
  const rows = [index.headingOf(firstRow) ?? firstRow];
  for (let row = firstRow; row <= lastRow; row++) rows.push(row);
  const isSeen = (number: number): boolean => {
    const scored = sentences.concepts[number];
    return scored !== undefined && rows.some((row) => strengthIn(row, scored) > 0);
  };
  const speaking = new Set(rows.flatMap((row) => speakerNames(row, index)));
  const speaks = ({ text, ways }: Concept): boolean =>
    speaking.has(text.toLowerCase()) || ways.some(({ terms }) => terms.every((term) => speaking.has(term)));
  return question.concepts.filter((concept, number) => !isSeen(number) && !speaks(concept));
}

export function isInWindow({ firstRow, lastRow }: ReadingWindow, row: number): boolean {
  return firstRow <= row && row <= lastRow;
}

/** What a row stands under, in one line: its headings, the question or lead-in above it, who speaks; empty where there is none. */
function lineAbove(index: SearchIndex, row: number): string {
  const { document } = index.locate(row);
  const isAbove = (span: Span): boolean => span.end <= index.locate(row).span.start;
  const path = index.sectionOf(row);
  const heading = path.at(-1) ?? headingSpan(index, row);
  // "Fixed" or "Fees" says little without the version or the group that it stands under.
  const outer = path.at(-2) ?? null;
  const wordsIn = (span: Span): number => visibleSlice(document, span).trim().split(/\s+/).length;
  const isTerse =
    heading !== null && outer !== null && wordsIn(heading) <= terse.words && wordsIn(outer) <= terse.outerWords;
  const speaker = index.speakerOf(row);
  const spans = [isTerse ? outer : null, heading, ...index.contextOf(row), speaker].filter(
    (span) => span !== null && isAbove(span),
  );
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
