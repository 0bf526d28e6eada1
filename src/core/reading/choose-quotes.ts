import { makeQuote, placementOf, type Quote } from '../search/quote.js';
import type { SearchIndex } from '../search/search-index.js';
import { putNewestFirst, type Dated } from '../search/newest-first.js';
import { decisionAround } from '../search/decisions.js';
import { asks, isQuestion, onlyReacts, standTogether, type UnitQuote } from '../search/quote-unit.js';
import type { Ranking } from '../search/ranking.js';
import { isDuplicate, mayJoin, wholeUnit } from '../search/select-quotes.js';
import { contains } from '../text/span.js';
import { noMargin, type Finding } from './findings.js';

/** A quote with the finding that it was chosen for. */
interface ReadQuote {
  readonly quote: Quote;
  readonly finding: Finding;
}

/** An answer or a turn of so many sentences, or of at most so many UTF-16 units, is quoted whole. */
const maxProseRows = 2;
const shortProse = { answer: 320, turn: 160 } as const;
/** From this margin on the marked words are the answer, whatever the ranking says. */
const sureMargin = 3;
/** Opens a sentence that cannot be understood without the one before it. */
const opensPointingBack =
  /^["“‘'(]*(?:he|she|it|they|this|that|these|those|his|her|its|their|such|both|neither|the former|the latter|so|but|and|or|then|there|here|instead|otherwise|if so|if not|yes|no)\b/i;

/** The findings as quotes, best first, at most `limit`: nothing quoted twice, near-duplicates folded into `alsoIn`. */
export function quoteFindings(
  findings: readonly Finding[],
  ranking: Ranking,
  index: SearchIndex,
  { limit, mixLanes }: { readonly limit: number; readonly mixLanes: boolean },
): ReadQuote[] {
  const used = new Set<number>();
  const chosen: Chosen[] = [];
  for (const finding of emptyLast(findings, ranking, index)) {
    const { candidate, rows } = finding;
    if ([candidate.row, ...rows].some((row) => used.has(row))) continue;
    const terms = new Set(index.locate(candidate.row).span.terms);
    const same = chosen.find((one) => isDuplicate(terms, one.terms));
    if (same) same.alsoIn.push(candidate.row);
    if (same || chosen.length >= limit) continue;
    const unit = wholeUnit(candidate, ranking, used, index, { mixLanes });
    const quoted =
      unit && holdsAnswer(unit, finding) && !isWide(unit, finding, index)
        ? unit.rows
        : withDecisions(withContext(finding, index, mixLanes), index).filter((row) =>
            standTogether(index, candidate.row, row),
          );
    if (quoted.some((row) => used.has(row))) continue;
    for (const row of quoted) used.add(row);
    // Another sentence of the same unit may be the one with the marked words.
    const marked = findings.find(
      (other) => other.answer !== null && quoted.includes(other.candidate.row) && holdsAll(quoted, other),
    );
    const best = finding.answer === null && marked ? marked : finding;
    chosen.push({ finding: best, rows: quoted, unit: quoted === unit?.rows ? unit : null, terms, alsoIn: [] });
  }
  const describe = ({ finding, terms }: Chosen): Dated => ({ ...finding.candidate, terms });
  const older = putNewestFirst(chosen, ranking.question.text, index, describe);
  // That the texts answer was found where the older words stand; the newer ones are about the same.
  return chosen.map((one, i) => ({ finding: (i === 0 && older ? older : one).finding, quote: toQuote(one, index) }));
}

/** "What did the farmer ask?" */
const wantsQuestion = /\b(?:ask(?:s|ed|ing)?|questions?|wonder(?:s|ed)?|enquir\w+|inquir\w+)\b/iu;

/** What only reacts, is a question itself, or stands beside one and was not marked, stands behind all else. */
function emptyLast(findings: readonly Finding[], { question }: Ranking, index: SearchIndex): Finding[] {
  const mayAsk = wantsQuestion.test(question.text);
  const isEmpty = ({ candidate: { row }, rows, answer }: Finding): boolean =>
    onlyReacts(index, row) ||
    (answer === null ? asks(index, row) : !mayAsk && rows.every((one) => isQuestion(index, one)));
  return [...findings.filter((one) => !isEmpty(one)), ...findings.filter(isEmpty)];
}

interface Chosen {
  readonly finding: Finding;
  readonly rows: readonly number[];
  /** The unit or the part of it that is quoted; null for sentences of prose. */
  readonly unit: UnitQuote | null;
  readonly terms: ReadonlySet<string>;
  readonly alsoIn: number[];
}

/** Whether a unit is prose of several sentences, of which those that were marked are enough: a long answer or turn. */
function isWide({ rows, span }: UnitQuote, { candidate, answer }: Finding, index: SearchIndex): boolean {
  const { kind } = index.unitOf(candidate.row);
  if (answer === null || (kind !== 'answer' && kind !== 'turn')) return false;
  return rows.length > maxProseRows && span.end - span.start > shortProse[kind];
}

function holdsAll(quoted: readonly number[], { rows }: Finding): boolean {
  return rows.every((row) => quoted.includes(row));
}

function holdsAnswer({ span }: UnitQuote, { answer }: Finding): boolean {
  return answer === null || contains(span, answer);
}

function toQuote({ finding, rows, unit, alsoIn }: Chosen, index: SearchIndex): Quote {
  const { score, trace, row, isAnsweredAbove } = finding.candidate;
  const places = alsoIn.map((other) => placementOf(index, other));
  return makeQuote(
    index,
    rows,
    row,
    { score, trace, alsoIn: places },
    { words: finding.answer, unit, isAnsweredAbove },
  );
}

/** What was moved is not parted from what came of it. */
function withDecisions(rows: readonly number[], index: SearchIndex): number[] {
  const whole = rows.flatMap((row) => [row, ...(decisionAround(index, row)?.rows ?? [])]);
  return [...new Set(whole)].sort((a, b) => a - b);
}

/**
 * The sentences that hold the words, with the one before them where they point back to it; and where the reader is not sure, with the
 * neighbour that the ranking has put first.
 */
function withContext(
  { rows: own, candidate, window, margin }: Finding,
  index: SearchIndex,
  mixLanes: boolean,
): number[] {
  const [first = candidate.row, ...others] = own;
  const rows = [first, ...others] as const;
  const last = rows.at(-1) ?? first;
  const { bestRow } = window;
  const isBeside = bestRow === first - 1 || bestRow === last + 1;
  if (margin < sureMargin && margin > noMargin && isBeside && mayJoin(rows, bestRow, index, { mixLanes })) {
    return [...rows, bestRow].sort((a, b) => a - b);
  }
  const pointsBack = opensPointingBack.test(index.textOf(first));
  return pointsBack && mayJoin(rows, first - 1, index, { mixLanes }) ? [first - 1, ...rows] : [...rows];
}
