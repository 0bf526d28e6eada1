import { makeQuote, placementOf, type Quote } from '../search/quote.js';
import type { SearchIndex } from '../search/search-index.js';
import { putNewestFirst } from '../search/newest-first.js';
import type { UnitQuote } from '../search/quote-unit.js';
import type { Ranking } from '../search/ranking.js';
import { haveDifferentSources, isDuplicate, wholeUnit } from '../search/select-quotes.js';
import { contains, type Span } from '../text/span.js';
import type { Finding } from './findings.js';

/** A quote with the finding that it was chosen for. */
export interface ReadQuote {
  readonly quote: Quote;
  readonly finding: Finding;
}

const maxJoinedWords = 60;
/** Opens a sentence that cannot be understood without the one before it. */
const pointsBack =
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
    const quoted = unit && holdsAnswer(unit, finding) ? unit.rows : withContext(finding, index, mixLanes);
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

function holdsAnswer({ span }: UnitQuote, { answer }: Finding): boolean {
  return answer === null || contains(span, answer);
}

function toQuote({ finding, rows, whole, alsoIn }: Chosen, index: SearchIndex): Quote {
  const { score, trace, row } = finding.candidate;
  const places = alsoIn.map((other) => placementOf(index, other));
  return makeQuote(index, rows, row, { score, trace, alsoIn: places }, { whole, words: finding.answer });
}

/** The sentences that hold the words, and the one before them where they point back to it. */
function withContext({ rows, candidate }: Finding, index: SearchIndex, mixLanes: boolean): number[] {
  const first = rows[0] ?? candidate.row;
  const own = index.locate(first);
  const before = first > 0 ? index.locate(first - 1) : null;
  if (!before || before.document !== own.document || before.span.block !== own.span.block) return [...rows];
  if (!pointsBack.test(index.textOf(first)) || haveDifferentSources(before.span.label, own.span.label))
    return [...rows];
  if (!mixLanes && before.span.label.label !== own.span.label.label) return [...rows];
  const words = [first - 1, ...rows].reduce((sum, row) => sum + index.textOf(row).split(/\s+/).length, 0);
  return words <= maxJoinedWords ? [first - 1, ...rows] : [...rows];
}
