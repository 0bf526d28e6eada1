import { fingerprint } from '../text/fingerprint.js';
import type { Lane } from '../labelling/labels.js';
import type { SearchIndex } from '../search/search-index.js';
import { everything, type CollectionScope } from '../collections/collection.js';
import { assessQuote } from './assess-quote.js';
import { listQuotes, type BriefContent } from './brief-content.js';
import { isWithheld } from './withhold-quotes.js';

/** What has become of a quote since it was posted. */
export interface QuoteMark {
  /** The quote's place in `listQuotes`. */
  readonly quote: number;
  readonly kind: 'changed' | 'vanished' | 'relabelled' | 'withheld';
  /** For `relabelled`: the label and source of now. */
  readonly label: Lane | null;
  readonly attributedTo: string | null;
  /** When it was first seen, in milliseconds since 1970. */
  readonly sinceMs: number;
}

/**
 * Marks for the quotes that do not stand as they were posted, or whose collection is not asked where the brief is, by `scope`; what `before`
 * holds already keeps its time.
 */
export function markQuotes(
  content: Pick<BriefContent, 'quotes' | 'pairs'>,
  index: SearchIndex,
  before: readonly QuoteMark[],
  nowMs: number,
  scope: CollectionScope = everything,
): QuoteMark[] {
  return listQuotes(content).flatMap((quote, number) => {
    const standing = isWithheld(quote, scope) ? ({ kind: 'withheld' } as const) : assessQuote(quote, index);
    if (standing.kind === 'stands') return [];
    const now = standing.kind === 'relabelled' ? standing.quote : null;
    const mark = {
      quote: number,
      kind: standing.kind,
      label: now?.label ?? null,
      attributedTo: now?.attributedTo ?? null,
    };
    const known = before.find((each) => isSameMark(each, mark));
    return [{ ...mark, sinceMs: known?.sinceMs ?? nowMs }];
  });
}

/** Whether two marks say the same, whenever they were made. */
function isSameMark(a: Omit<QuoteMark, 'sinceMs'>, b: Omit<QuoteMark, 'sinceMs'>): boolean {
  return writeMark(a) === writeMark(b);
}

/** A short name for what the marks say; empty for none. Their times have no part in it. */
export function digestMarks(marks: readonly QuoteMark[]): string {
  return marks.length === 0 ? '' : fingerprint(marks.map(writeMark).join('\n'));
}

function writeMark({ quote, kind, label, attributedTo }: Omit<QuoteMark, 'sinceMs'>): string {
  return JSON.stringify([quote, kind, label, attributedTo]);
}
