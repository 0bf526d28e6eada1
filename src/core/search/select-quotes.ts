import type { StoredLabel } from '../labelling/labels.js';
import { makeQuote, placementOf, type Quote } from './quote.js';
import { isStrictlyMatched } from './answer-match.js';
import type { Candidate, Ranking } from './ranking.js';
import type { SearchIndex } from './search-index.js';

interface SelectionOptions {
  /** Most quotes to give, 1 to 5. */
  readonly limit: number;
  /** Whether two neighbouring sentences of different lanes may make one quote. */
  readonly mixLanes: boolean;
}

/**
 * A neighbour joins a quote if its score is at most `maxGap` behind, less a price for its length; it may lag further behind
 * by `bonusForType` if it has the number, sum or time that is asked for and the sentence has not.
 */
const joining = { maxGap: 0.045, pricePerWord: 0.0006, bonusForType: 0.03, maxWords: 60 } as const;
/** A further quote is worth showing if its score is at most this far behind the first one's. */
const maxQuoteGap = 0.2;
/** Share of common terms from which two sentences say the same. */
const duplicateOverlap = 0.8;

/** Quotes with the candidates that they are made of; the one that each was chosen for comes first. */
interface Selection {
  readonly quote: Quote;
  readonly members: readonly Candidate[];
}

/** Chooses the quotes for a ranking: best first, no sentence twice, near-duplicates folded into `alsoIn`. */
export function selectQuotes(ranking: Ranking, index: SearchIndex, options: SelectionOptions): Selection[] {
  const byRow = new Map(ranking.candidates.map((candidate) => [candidate.row, candidate]));
  const used = new Set<number>();
  const chosen: { members: Candidate[]; duplicates: Candidate[]; terms: ReadonlySet<string> }[] = [];
  const best = ranking.candidates[0]?.score ?? 0;
  for (const candidate of ranking.candidates) {
    if (used.has(candidate.row)) continue;
    if (candidate.score < best - maxQuoteGap) break;
    const terms = new Set(index.locate(candidate.row).span.terms);
    const same = chosen.find((one) => isDuplicate(terms, one.terms));
    if (same) {
      used.add(candidate.row);
      same.duplicates.push(candidate);
      continue;
    }
    if (chosen.length >= options.limit) continue;
    const partner = findPartner(candidate, byRow, used, index, options, isStrictlyMatched(ranking.question));
    const members = partner ? [candidate, partner] : [candidate];
    for (const { row } of members) used.add(row);
    chosen.push({ members, duplicates: [], terms });
  }
  return chosen.map(({ members, duplicates }) => ({ members, quote: toQuote(index, members, duplicates) }));
}

function toQuote(index: SearchIndex, members: readonly Candidate[], duplicates: readonly Candidate[]): Quote {
  const [main] = members;
  if (!main) throw new RangeError('a quote has at least one sentence');
  const alsoIn = duplicates.map(({ row }) => placementOf(index, row));
  const rows = members.map(({ row }) => row).sort((a, b) => a - b);
  return makeQuote(index, rows, main.row, { score: main.score, trace: main.trace, alsoIn });
}

/** The neighbouring sentence of the same paragraph that is nearly as good, if there is one. */
function findPartner(
  candidate: Candidate,
  byRow: ReadonlyMap<number, Candidate>,
  used: ReadonlySet<number>,
  index: SearchIndex,
  { mixLanes }: SelectionOptions,
  needsType: boolean,
): Candidate | null {
  const own = index.locate(candidate.row);
  const ownWords = countWords(index, candidate.row);
  let best: { partner: Candidate; cost: number } | null = null;
  for (const row of [candidate.row - 1, candidate.row + 1]) {
    const partner = byRow.get(row);
    if (!partner || used.has(row)) continue;
    const other = index.locate(row);
    if (other.document !== own.document || other.span.block !== own.span.block) continue;
    if (!mixLanes && other.span.label.label !== own.span.label.label) continue;
    if (haveDifferentSources(own.span.label, other.span.label)) continue;
    const words = countWords(index, row);
    const bonus = needsType && partner.typeMatch > candidate.typeMatch ? joining.bonusForType : 0;
    const cost = candidate.score - partner.score + joining.pricePerWord * words - bonus;
    if (words + ownWords <= joining.maxWords && cost <= joining.maxGap && cost < (best?.cost ?? Infinity)) {
      best = { partner, cost };
    }
  }
  return best?.partner ?? null;
}

/** What two sources say must not stand under the name of one. */
function haveDifferentSources(a: StoredLabel, b: StoredLabel): boolean {
  return a.label === 'attributed' && b.label === 'attributed' && a.sources[0] !== b.sources[0];
}

function countWords(index: SearchIndex, row: number): number {
  return index.textOf(row).split(/\s+/).length;
}

/** Whether two sentences share nearly all terms (Jaccard index of the term sets). */
export function isDuplicate(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  if (Math.min(first.size, second.size) < duplicateOverlap * Math.max(first.size, second.size)) return false;
  let common = 0;
  for (const term of first) if (second.has(term)) common++;
  return common > 0 && common / (first.size + second.size - common) >= duplicateOverlap;
}
