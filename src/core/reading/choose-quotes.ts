import { makeQuote, placementOf, type Quote } from '../search/quote.js';
import type { SearchIndex } from '../search/search-index.js';
import { putNewestFirst } from '../search/newest-first.js';
import type { UnitQuote } from '../search/quote-unit.js';
import type { Ranking } from '../search/ranking.js';
import { isDuplicate, mayJoin, wholeUnit } from '../search/select-quotes.js';
import { contains, type Span } from '../text/span.js';
import { noMargin, type Finding } from './findings.js';

/** A quote with the finding that it was chosen for. */
interface ReadQuote {
  readonly quote: Quote;
  readonly finding: Finding;
}

/** An answer or a turn of so many sentences is quoted whole. */
const maxProseRows = 2;
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
  for (const finding of findings) {
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
        : withContext(finding, index, mixLanes);
    if (quoted.some((row) => used.has(row))) continue;
    for (const row of quoted) used.add(row);
    chosen.push({ finding, rows: quoted, whole: quoted === unit?.rows ? unit.span : null, terms, alsoIn: [] });
  }
  putNewestFirst(chosen, ranking.question.text, index, ({ finding, terms }) => ({ ...finding.candidate, terms }));
  return chosen.map((one) => ({ finding: one.finding, quote: toQuote(one, index) }));
}

interface Chosen {
  readonly finding: Finding;
  readonly rows: readonly number[];
  /** The unit or the part of it that is quoted; null for sentences of prose. */
  readonly whole: Span | null;
  readonly terms: ReadonlySet<string>;
  readonly alsoIn: number[];
}

/** Whether a unit is prose of several sentences, of which those that were marked are enough: a long answer or turn. */
function isWide({ rows }: UnitQuote, { candidate, answer }: Finding, index: SearchIndex): boolean {
  const { kind } = index.unitOf(candidate.row);
  return answer !== null && (kind === 'answer' || kind === 'turn') && rows.length > maxProseRows;
}

function holdsAnswer({ span }: UnitQuote, { answer }: Finding): boolean {
  return answer === null || contains(span, answer);
}

function toQuote({ finding, rows, whole, alsoIn }: Chosen, index: SearchIndex): Quote {
  const { score, trace, row } = finding.candidate;
  const places = alsoIn.map((other) => placementOf(index, other));
  return makeQuote(index, rows, row, { score, trace, alsoIn: places }, { whole, words: finding.answer });
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
