import { makeQuote, placementOf, type Quote } from '../search/quote.js';
import type { SearchIndex } from '../search/search-index.js';
import { haveDifferentSources, isDuplicate } from '../search/select-quotes.js';
import { overlaps } from '../text/span.js';
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
  index: SearchIndex,
  { limit, mixLanes }: { readonly limit: number; readonly mixLanes: boolean },
): ReadQuote[] {
  const chosen: { finding: Finding; rows: readonly number[]; terms: ReadonlySet<string>; alsoIn: number[] }[] = [];
  for (const finding of findings) {
    const { row } = finding.candidate;
    const rows = withContext(finding, index, mixLanes);
    if (chosen.some((one) => one.rows.some((other) => rows.includes(other)))) continue;
    const terms = new Set(index.locate(row).span.terms);
    const same = chosen.find((one) => isDuplicate(terms, one.terms));
    if (same) same.alsoIn.push(row);
    else if (chosen.length < limit) chosen.push({ finding, rows, terms, alsoIn: [] });
  }
  return chosen.map(({ finding, rows, alsoIn }) => ({ finding, quote: toQuote(finding, rows, alsoIn, index) }));
}

function toQuote(
  { answer, candidate }: Finding,
  rows: readonly number[],
  alsoIn: readonly number[],
  index: SearchIndex,
): Quote {
  const { score, trace } = candidate;
  const alsoAt = alsoIn.map((row) => placementOf(index, row));
  return makeQuote(index, rows, candidate.row, { score, trace, alsoIn: alsoAt }, answer);
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

/** Whether two quotes have words in common. */
export function isWithin(quote: Quote, other: Quote): boolean {
  return quote.document.id === other.document.id && overlaps(quote, other);
}
