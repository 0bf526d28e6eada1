import type { Reading } from '../ports.js';
import type { Candidate, Ranking } from '../search/ranking.js';
import type { SearchIndex } from '../search/search-index.js';
import { overlaps, type Span } from '../text/span.js';
import { isInWindow, type ReadingWindow } from './windows.js';

/** A sentence or two that may answer, with what a reader found in their window. */
export interface Finding {
  readonly window: ReadingWindow;
  /** The answering words, in UTF-16 units of the document; null where the reader marked none. */
  readonly answer: Span | null;
  /** Rows of the sentences that hold the answering words, in text order; without them, of one that the ranking proposed. */
  readonly rows: readonly number[];
  /** The sentence of `rows` that ranked best. */
  readonly candidate: Candidate;
  /** How much surer the reader is of the words than of there being none; a logit. */
  readonly margin: number;
  /** How sure it is that the text answers at all; a logit. */
  readonly answers: number;
  /** What findings are ranked by: reading and retrieval together. */
  readonly value: number;
}

/**
 * What findings are ranked by: the reader's logits, squeezed so that a very sure reading outweighs no clear difference in
 * retrieval, and the retrieval's score (0..1) of the sentence that proposed the window.
 */
const findingWeights = { margin: 1, answers: 1.5, retrieval: 12.5 } as const;

/** A logit of the reader on a scale of -1 to 1 on which 6 is sure. */
export function squeezeLogit(logit: number): number {
  return Math.tanh(logit / 6);
}

/** What a sentence is set back for not being the one that was marked; and what stands for a reading that it has not got. */
const unmarkedPrice = 0.7;
export const noMargin = -15;

/**
 * Brings windows and what was read in them together, best first: of each window the sentences that hold the marked words, and
 * behind them the others that the ranking proposed.
 */
export function rankFindings(
  windows: readonly ReadingWindow[],
  readings: readonly Reading[],
  ranking: Ranking,
  index: SearchIndex,
): Finding[] {
  const byRow = new Map(ranking.candidates.map((candidate) => [candidate.row, candidate]));
  const findings = windows.flatMap((window, i): Finding[] => {
    const reading = readings[i];
    const best = byRow.get(window.bestRow);
    if (!reading || !best) return [];
    const located = locateAnswer(window, reading.span);
    const holding = located ? rowsHolding(index, window, located) : [];
    const rows = holding.length > 0 ? holding : [window.bestRow];
    const candidate = rows
      .map((row) => byRow.get(row) ?? { ...best, row })
      .reduce((one, other) => (other.score > one.score ? other : one));
    const { margin, answers } = reading;
    const read = findingWeights.margin * squeezeLogit(margin) + findingWeights.answers * squeezeLogit(answers);
    const value = read + findingWeights.retrieval * best.score;
    const marked = { window, answer: holding.length > 0 ? located : null, rows, candidate, margin, answers, value };
    const others = ranking.candidates.filter(({ row }) => isInWindow(window, row) && !rows.includes(row));
    return [
      marked,
      ...others.map((other) => ({
        window,
        answer: null,
        rows: [other.row],
        candidate: other,
        margin: noMargin,
        answers: noMargin,
        value: read + findingWeights.retrieval * other.score - unmarkedPrice,
      })),
    ];
  });
  return findings.sort((a, b) => b.value - a.value || a.window.rank - b.window.rank);
}

/** From a window's text to its document, as whole words; words of the line above are no answer. */
function locateAnswer({ text, above, shift }: ReadingWindow, span: Span | null): Span | null {
  if (!span || span.end <= above) return null;
  const { start, end } = wholeWords(text, { start: Math.max(span.start, above), end: span.end });
  return { start: Math.max(start, above) + shift, end: end + shift };
}

/** A word, or a number with its separators and what a hyphen hangs on it: "2,640-kilometre", "10:30", "€1.5m". */
const word = /[\p{Sc}]?\p{N}+(?:[.,:’'/-]\p{N}+)*(?:-?[\p{L}\p{M}\p{N}]+)*%?|[\p{L}\p{M}\p{N}]+/gu;
/** How far left and right of a span its first and last word may reach. */
const maxWord = 60;

function wholeWords(text: string, { start, end }: Span): Span {
  const from = Math.max(0, start - maxWord);
  const near = [...text.slice(from, end + maxWord).matchAll(word)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
  const touched = near.filter((each) => overlaps(each, { start, end }));
  return {
    start: Math.min(start, ...touched.map((each) => each.start)),
    end: Math.max(end, ...touched.map((each) => each.end)),
  };
}

function rowsHolding(index: SearchIndex, { firstRow, lastRow }: ReadingWindow, answer: Span): number[] {
  const rows: number[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    // A question or a lead-in that was marked stands above what is quoted; it is no quote itself.
    if (overlaps(index.locate(row).span, answer) && !index.rows[row]?.isContext) rows.push(row);
  }
  return rows;
}
