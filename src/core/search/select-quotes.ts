import type { StoredLabel } from '../labelling/labels.js';
import { decisionAround } from './decisions.js';
import { isEmptyRow, listAround, quoteUnit, type UnitQuote } from './quote-unit.js';
import { makeQuote, placementOf, type Quote } from './quote.js';
import { isStrictlyMatched } from './answer-match.js';
import type { Candidate, Ranking } from './ranking.js';
import { putNewestFirst } from './newest-first.js';
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
const joining = { maxGap: 0.045, pricePerWord: 0.0006, bonusForType: 0.03 } as const;
/** Most words of sentences that are joined. */
const maxJoinedWords = 60;
/** A further quote is worth showing if its score is at most this far behind the first one's. */
const maxQuoteGap = 0.2;
/** Share of common terms from which two sentences say the same. */
const duplicateOverlap = 0.8;

/** Quotes with the candidates that they are made of; the one that each was chosen for comes first. */
interface Selection {
  readonly quote: Quote;
  readonly members: readonly Candidate[];
}

interface Chosen {
  readonly members: readonly Candidate[];
  readonly duplicates: Candidate[];
  readonly terms: ReadonlySet<string>;
  readonly unit: UnitQuote | null;
}

/** Chooses the quotes for a ranking: best first, no sentence twice, near-duplicates folded into `alsoIn`. */
export function selectQuotes(ranking: Ranking, index: SearchIndex, options: SelectionOptions): Selection[] {
  const byRow = new Map(ranking.candidates.map((candidate) => [candidate.row, candidate]));
  const used = new Set<number>();
  const chosen: Chosen[] = [];
  const answering = ranking.candidates.filter(({ row }) => !isEmptyRow(index, row));
  const candidates = answering.length > 0 ? answering : ranking.candidates;
  const best = candidates[0]?.score ?? 0;
  for (const candidate of candidates) {
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
    const unit = wholeUnit(candidate, ranking, used, index, options);
    if (unit) {
      for (const row of unit.rows) used.add(row);
      const others = unit.rows.flatMap((row) => (row === candidate.row ? [] : (byRow.get(row) ?? [])));
      chosen.push({ members: [candidate, ...others], duplicates: [], terms, unit });
      continue;
    }
    const partner = findPartner(candidate, byRow, used, index, options, isStrictlyMatched(ranking.question));
    const members = partner ? [candidate, partner] : [candidate];
    for (const { row } of members) used.add(row);
    chosen.push({ members, duplicates: [], terms, unit: null });
  }
  putNewestFirst(chosen, ranking.question.text, index, ({ members, terms }) => ({
    row: members[0]?.row ?? -1,
    score: members[0]?.score ?? 0,
    terms,
  }));
  return chosen.map(({ members, duplicates, unit }) => ({ members, quote: toQuote(index, members, duplicates, unit) }));
}

/** What stands in the section that was asked for, lists first, in text order; before all else what stands under a word of the question ("Fixed"). */
export function selectContent(
  selected: readonly Selection[],
  { question, isNamed, datedHeads }: Ranking,
  index: SearchIndex,
): Selection[] {
  if (datedHeads.size > 0) return selected.filter(({ members }) => members.some(({ row }) => datedHeads.has(row)));
  const asked = new Set(question.concepts.flatMap(({ ways }) => ways[0]?.terms ?? []));
  const isUnderAsked = ({ members }: Selection): boolean => {
    const heading = index.headingOf(members[0]?.row ?? -1);
    return heading !== null && index.locate(heading).span.terms.some((term) => asked.has(term));
  };
  const named = selected.filter(({ members }) => members.some(({ row }) => isNamed?.(row)));
  const isList = ({ quote }: Selection): number => Number(quote.unit === 'list');
  const inOrder = named.sort((a, b) => isList(b) - isList(a) || a.quote.start - b.quote.start);
  return [...inOrder.filter(isUnderAsked), ...inOrder.filter((one) => !isUnderAsked(one))];
}

/** The lead-in of a list, if an item has no word of the question by itself: then the list is asked for. Null otherwise. */
function asksForList(row: number, { concepts }: Ranking['question'], index: SearchIndex): number | null {
  const leadIn = index.contextRowsOf(row).at(-1);
  if (leadIn === undefined || index.unitOf(row).kind !== 'list' || index.unitOf(leadIn).kind !== 'list') return null;
  const own = new Set(index.locate(row).span.terms);
  return concepts.some(({ ways }) => ways.some(({ terms }) => terms.some((term) => own.has(term)))) ? null : leadIn;
}

/** The unit that a candidate stands in, if it may be quoted: none of it is quoted yet, and it has one lane where one is asked for. */
export function wholeUnit(
  { row }: Pick<Candidate, 'row'>,
  { question, isNamed, asksForContent }: Pick<Ranking, 'question' | 'isNamed' | 'asksForContent'>,
  used: ReadonlySet<number>,
  index: SearchIndex,
  { mixLanes }: Pick<SelectionOptions, 'mixLanes'>,
): UnitQuote | null {
  const isContent = asksForContent && isNamed?.(row) === true;
  const unit =
    (isContent ? listAround(index, row) : null) ??
    decisionAround(index, row) ??
    quoteUnit(index, asksForList(row, question, index) ?? row);
  if (!unit || unit.rows.some((other) => used.has(other))) return null;
  const { label } = index.locate(row).span;
  const fits = unit.rows.every((other) => {
    const own = index.locate(other).span.label;
    return (mixLanes || own.label === label.label) && !haveDifferentSources(label, own);
  });
  return fits ? unit : null;
}

function toQuote(
  index: SearchIndex,
  members: readonly Candidate[],
  duplicates: readonly Candidate[],
  unit: UnitQuote | null,
): Quote {
  const [main] = members;
  if (!main) throw new RangeError('a quote has at least one sentence');
  const alsoIn = duplicates.map(({ row }) => placementOf(index, row));
  const rows = unit?.rows ?? members.map(({ row }) => row).sort((a, b) => a - b);
  const { score, trace, isAnsweredAbove } = main;
  return makeQuote(index, rows, main.row, { score, trace, alsoIn }, { unit, isAnsweredAbove });
}

/** The neighbouring sentence of the same paragraph that is nearly as good, if there is one. */
function findPartner(
  candidate: Candidate,
  byRow: ReadonlyMap<number, Candidate>,
  used: ReadonlySet<number>,
  index: SearchIndex,
  options: SelectionOptions,
  needsType: boolean,
): Candidate | null {
  let best: { partner: Candidate; cost: number } | null = null;
  for (const row of [candidate.row - 1, candidate.row + 1]) {
    const partner = byRow.get(row);
    if (!partner || used.has(row) || isEmptyRow(index, row)) continue;
    if (!mayJoin([candidate.row], row, index, options)) continue;
    const bonus = needsType && partner.typeMatch > candidate.typeMatch ? joining.bonusForType : 0;
    const cost = candidate.score - partner.score + joining.pricePerWord * index.countWords(row) - bonus;
    if (cost <= joining.maxGap && cost < (best?.cost ?? Infinity)) best = { partner, cost };
  }
  return best?.partner ?? null;
}

/** Whether the sentence beside `rows` may stand in one quote with them: in their paragraph, not too long, nobody else's words. */
export function mayJoin(
  rows: readonly [number, ...number[]],
  row: number,
  index: SearchIndex,
  { mixLanes }: Pick<SelectionOptions, 'mixLanes'>,
): boolean {
  const place = index.rows.at(row);
  if (!place || place.isContext) return false;
  const own = index.locate(rows[0]);
  const other = index.locate(row);
  if (other.document !== own.document || other.span.block !== own.span.block) return false;
  if (haveDifferentSources(other.span.label, own.span.label)) return false;
  if (!mixLanes && other.span.label.label !== own.span.label.label) return false;
  return [row, ...rows].reduce((sum, each) => sum + index.countWords(each), 0) <= maxJoinedWords;
}

/** What two sources say must not stand under the name of one. */
function haveDifferentSources(a: StoredLabel, b: StoredLabel): boolean {
  return a.label === 'attributed' && b.label === 'attributed' && a.sources[0] !== b.sources[0];
}

/** Whether two sentences share nearly all terms (Jaccard index of the term sets). */
export function isDuplicate(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  if (Math.min(first.size, second.size) < duplicateOverlap * Math.max(first.size, second.size)) return false;
  let common = 0;
  for (const term of first) if (second.has(term)) common++;
  return common > 0 && common / (first.size + second.size - common) >= duplicateOverlap;
}
