import type { Reading } from '../ports.js';
import { asksForMeaning } from '../question/kinds-of-answer.js';
import { isOfOtherSource, tellsOf } from '../question/wanted-lane.js';
import { createPhraseTest } from '../search/absent.js';
import { createAskingTest } from '../search/asked-of.js';
import { findDecided } from '../search/decided.js';
import { namesIn } from '../search/named-documents.js';
import type { Candidate, Ranking } from '../search/ranking.js';
import { findSaid } from '../search/said-by.js';
import type { SearchIndex } from '../search/search-index.js';
import { isByAuthor, speakerNames } from '../search/who-speaks.js';
import { overlaps, type Span } from '../text/span.js';
import { createEchoTest } from './echo.js';
import { findAskedRow } from './named-row.js';
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
  /** What the reader makes of `rows` alone; left out where it was not asked. */
  readonly alone?: { readonly margin: number; readonly answers: number };
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
/** What a sentence is set back for telling the words of somebody else than who is asked about, or what is asked of somebody else. */
const otherSourcePrice = 1.5;
/** What a sentence is set back whose document has none of the question's names, where that of another window has some. */
const otherNamePrice = 2;
/** What a sentence is worth that spells out the abbreviation, belongs to the decision, or is of whom and what, which is asked about. */
const meantBonus = 3;
export const noMargin = -15;
/** A reading of words that answer nothing, however sure the reader is of them. */
const silent = { margin: noMargin, answers: noMargin } as const;

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
  const { wants, askedSource } = ranking.question;
  const wantsMeaning = asksForMeaning(wants);
  const isDecided = findDecided(ranking, index);
  const isSaid = findSaid(ranking, index);
  const isMeant = ({ typeMatch, row }: Candidate): boolean =>
    (wantsMeaning && typeMatch === 1) || isDecided?.(row) === true || isSaid?.(row) === true;
  // Whom the texts never name as a source by these words may be any of their sources.
  const isKnown = ranking.candidates.some(({ row }) => tellsOf(index.locate(row).span.label, askedSource));
  // Who wrote one of the texts is looked for there, and where others name them.
  const isAuthor = ranking.candidates.some(({ row }) => isByAuthor(row, askedSource, index));
  const isElse = (row: number): boolean =>
    isAuthor &&
    !isByAuthor(row, askedSource, index) &&
    !speakerNames(row, index).some((name) => askedSource.includes(name)) &&
    !askedSource.some((name) => index.textOf(row).toLowerCase().includes(name));
  const asksOther = createAskingTest(ranking.question);
  const isEcho = createEchoTest(ranking.question);
  const priceOfSource = (row: number, answer: Span | null, { text, above }: ReadingWindow): number =>
    isElse(row) ||
    (isKnown && isOfOtherSource(index.locate(row).span.label, askedSource, answer)) ||
    asksOther?.(text.slice(0, above) + index.textOf(row)) === true
      ? otherSourcePrice
      : 0;
  const named = windows.map(({ firstRow }) => namesIn(index.rows.documentOf(firstRow) ?? -1, ranking, index));
  const isNamed = named.some((names) => names !== 'none');
  const findings = windows.flatMap((window, i): Finding[] => {
    const reading = readings[i];
    const best = byRow.get(window.bestRow);
    if (!reading || !best) return [];
    const words = locateAnswer(window, reading.span);
    const marks = words ? rowsHolding(index, window, words) : [];
    const askedRow = findAskedRow(marks, window, ranking, index);
    const isElsewhere = words !== null && isOfAnother(words, window, ranking, index);
    const located = isElsewhere ? null : askedRow === null ? words : partIn(words, index.locate(askedRow).span);
    const found = located ? rowsHolding(index, window, located) : [];
    const holding = withPhrases(found, window.bestRow, ranking, index);
    const rows = holding.length > 0 ? holding : [askedRow ?? window.bestRow];
    const candidate = rows
      .map((row) => byRow.get(row) ?? { ...best, row })
      .reduce((one, other) => (other.score > one.score ? other : one));
    const isSaidAlready =
      words !== null && isEcho?.(window.text.slice(words.start - window.shift, words.end - window.shift));
    const { margin, answers } = isSaidAlready ? silent : reading;
    const read =
      findingWeights.margin * squeezeLogit(margin) +
      findingWeights.answers * squeezeLogit(answers) -
      (isNamed && named[i] === 'none' ? otherNamePrice : 0);
    const inside = ranking.candidates.filter(({ row }) => isInWindow(window, row));
    // Windows overlap: what another one was proposed by may stand in this one, too, and counts as far as the reader is sure.
    const nearest = Math.max(best.score, ...inside.map(({ score }) => score));
    const retrieved = best.score + Math.max(0, squeezeLogit(margin)) * (nearest - best.score);
    const value =
      read +
      findingWeights.retrieval * retrieved +
      (isMeant(candidate) ? meantBonus : 0) -
      priceOfSource(candidate.row, located, window);
    const marked = { window, answer: holding.length > 0 ? located : null, rows, candidate, margin, answers, value };
    const others = inside.filter(({ row }) => !rows.includes(row));
    return [
      marked,
      ...others.map((other) => ({
        window,
        answer: null,
        rows: [other.row],
        candidate: other,
        margin: noMargin,
        answers: noMargin,
        value:
          read +
          findingWeights.retrieval * other.score +
          (isMeant(other) ? meantBonus : -unmarkedPrice) -
          priceOfSource(other.row, null, window),
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

function partIn(words: Span | null, { start, end }: Span): Span | null {
  return words && overlaps(words, { start, end })
    ? { start: Math.max(words.start, start), end: Math.min(words.end, end) }
    : null;
}

/** A version, a date, a number of an entry: figures joined by marks or letters, "0-0-232", "v2.1", "A-12". */
const identifier = /[\p{L}\p{N}]*\p{N}(?:[-./:]?[\p{L}\p{N}]+)*/gu;

/**
 * Whether words were marked that belong to another entry than the one asked about: the question names one that the best sentence of
 * the window has, but neither their own sentences nor the line above.
 */
function isOfAnother(answer: Span, window: ReadingWindow, { question }: Ranking, index: SearchIndex): boolean {
  const named = (question.text.match(identifier) ?? []).filter((name) => /[^\p{N}]/u.test(name));
  if (named.length === 0) return false;
  const own = rowsHolding(index, window, answer).map((row) => index.textOf(row));
  const near = [window.text.slice(0, window.above), ...own].join('\n');
  const best = index.textOf(window.bestRow);
  return named.some((name) => best.includes(name) && !near.includes(name));
}

/** The rows with those up to the best one where only that has what the question sets in quotation marks; none where it is far. */
function withPhrases(
  rows: readonly number[],
  best: number,
  { question }: Ranking,
  index: SearchIndex,
): readonly number[] {
  const holdsAll = createPhraseTest(question);
  if (!holdsAll || rows.length === 0 || rows.some((row) => holdsAll(index.textOf(row)))) return rows;
  if (!holdsAll(index.textOf(best))) return rows;
  const [first, last] = [Math.min(best, ...rows), Math.max(best, ...rows)];
  const isNear = last - first <= rows.length + 1 && index.locate(first).span.block === index.locate(last).span.block;
  return isNear ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [];
}

const currency = '(?:euros?|cents?|pounds?|pence|dollars?|francs?|crowns?)(?![\\p{L}\\p{N}])';
/**
 * A word, or what reads as one: an address of the web or of a person, a host, a version, a number with its separators and what a hyphen, a
 * currency or "per" hangs on it: "2,640-kilometre", "10:30", "€1.5m", "9 euros", "$5/month".
 */
const word = new RegExp(
  [
    String.raw`https?:\/\/[^\s<>"“”()]*[^\s<>"“”().,;:!?'’]`,
    String.raw`[\p{L}\p{N}._%+-]*[\p{L}\p{N}_%+-]@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]*[\p{L}\p{N}])+`,
    String.raw`[\p{L}\p{N}-]{2,}(?:\.[\p{L}\p{N}-]{2,})*\.[a-z]{2,}(?![\p{L}\p{N}])(?:\/[^\s<>"“”()]*[^\s<>"“”().,;:!?'’])?`,
    String.raw`v\p{N}+(?:\.\p{N}+)*(?:[-+][\p{L}\p{N}.]*[\p{L}\p{N}])?(?![\p{L}\p{N}])`,
    String.raw`(?:\p{Lu}{0,3}\p{Sc}\s?)?\p{N}+(?:[.,:’'/-]\p{N}+)*(?:-?[\p{L}\p{M}\p{N}]+)*(?:%|\s?\p{Sc}|\s${currency})?(?:\/\p{L}+)?`,
    String.raw`[\p{L}\p{M}\p{N}]+`,
  ].join('|'),
  'gu',
);
/** How far left and right of a span its first and last word may reach. */
const maxWord = 160;

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
    if (overlaps(index.locate(row).span, answer) && !index.rows.at(row)?.isContext) rows.push(row);
  }
  return rows;
}
