import type { SearchIndex } from './search-index.js';

/** Share of common words from which two sentences of different dates are of one matter. */
const sameMatterOverlap = 0.5;
/** A newer quote comes first if its score is at most this far behind; further where an item of minutes has the same head. */
const maxDateGap = 0.1;
const maxHeadGap = 0.25;
/** "**Lockers.**", "**Day pass, again.**" */
const maxHeadWords = 5;
/** Whether a question asks for what held at some date, or before. */
export const asksForDate =
  /\b(?:1[89]|20)\d\d\b|\b(?:first|originally|former(?:ly)?|previous(?:ly)?|used to|old|earlier|before|history|was|were|did)\b(?!.*\b(?:decided?|agreed?)\b)/i;

/** What a quote-to-be is compared by. */
export interface Dated {
  /** The row that it was chosen for. */
  readonly row: number;
  /** 0..1, see `Candidate`. */
  readonly score: number;
  readonly terms: ReadonlySet<string>;
}

/**
 * Where the first of `chosen` says the same of an older date as another, the newest comes first: the fee in force before the
 * fees of old. A question that names a date of its own has asked for that one. Returns what stood first before; null if that still does.
 */
export function putNewestFirst<Chosen>(
  chosen: Chosen[],
  question: string,
  index: SearchIndex,
  describe: (one: Chosen) => Dated,
): Chosen | null {
  const dated = chosen.map(describe);
  const dateOf = ({ row }: Dated): string => index.dateOf(row) ?? '';
  const [first] = dated;
  if (!first || dateOf(first) === '' || asksForDate.test(question)) return null;
  let newest = 0;
  for (const [i, one] of dated.entries()) {
    const isNewer = dateOf(one) > dateOf(dated[newest] ?? first);
    const gap = first.score - one.score;
    const isSame =
      (gap <= maxDateGap && isSameMatter(first.terms, one.terms)) ||
      (gap <= maxHeadGap && isSameHead(headTerms(index, first.row), headTerms(index, one.row)));
    if (isNewer && isSame) newest = i;
  }
  const replaced = chosen[0] ?? null;
  chosen.unshift(...chosen.splice(newest, 1));
  return newest > 0 ? replaced : null;
}

/** The terms of the few words in bold that open an item; empty where none do. */
function headTerms(index: SearchIndex, row: number): readonly string[] {
  const unit = index.unitOf(row);
  const [first] = unit.kind === 'list' ? index.rowsOfUnit(row) : [];
  if (first === undefined || index.countWords(first) > maxHeadWords || !/^[*_]{2}/.test(index.textOf(first))) return [];
  return index.locate(first).span.terms;
}

/** Whether the shorter of two heads lies in the longer one. */
function isSameHead(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length > 0 && short.every((term) => long.includes(term));
}

/** Whether two sentences share most of their words, whatever their numbers. */
function isSameMatter(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  const words = (terms: ReadonlySet<string>): string[] => [...terms].filter((term) => !/\d/.test(term));
  const [one, other] = [words(first), words(second)];
  const common = one.filter((term) => second.has(term)).length;
  return common > 0 && common / Math.max(one.length, other.length) >= sameMatterOverlap;
}
