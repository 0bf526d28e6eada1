import type { SearchIndex } from './search-index.js';

/** Share of common words from which two sentences of different dates are of one matter. */
const sameMatterOverlap = 0.5;
/** A newer quote comes first if its score is at most this far behind. */
const maxDateGap = 0.1;
const asksForDate =
  /\b(?:1[89]|20)\d\d\b|\b(?:first|originally|former(?:ly)?|previous(?:ly)?|used to|old|earlier|before|history|was|were|did)\b/i;

/** What a quote-to-be is compared by. */
interface Dated {
  /** The row that it was chosen for. */
  readonly row: number;
  /** 0..1, see `Candidate`. */
  readonly score: number;
  readonly terms: ReadonlySet<string>;
}

/**
 * Where the first of `chosen` says the same of an older date as another, the newest comes first: the fee in force before the
 * fees of old. A question that names a date of its own has asked for that one.
 */
export function putNewestFirst<Chosen>(
  chosen: Chosen[],
  question: string,
  index: SearchIndex,
  describe: (one: Chosen) => Dated,
): void {
  const dated = chosen.map(describe);
  const dateOf = ({ row }: Dated): string => index.dateOf(row) ?? '';
  const [first] = dated;
  if (!first || dateOf(first) === '' || asksForDate.test(question)) return;
  let newest = 0;
  for (const [i, one] of dated.entries()) {
    if (first.score - one.score > maxDateGap) break;
    const isNewer = dateOf(one) > dateOf(dated[newest] ?? first);
    if (isNewer && isSameMatter(first.terms, one.terms)) newest = i;
  }
  chosen.unshift(...chosen.splice(newest, 1));
}

/** Whether two sentences share most of their words, whatever their numbers. */
function isSameMatter(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  const words = (terms: ReadonlySet<string>): string[] => [...terms].filter((term) => !/\d/.test(term));
  const [one, other] = [words(first), words(second)];
  const common = one.filter((term) => second.has(term)).length;
  return common > 0 && common / Math.max(one.length, other.length) >= sameMatterOverlap;
}
