import type { IndexedDocument } from './search-index.js';
import { overlaps, type Span } from '../text/span.js';

/** UTF-16 units of one page; a longer sentence is a page of its own. */
const contextPageLength = 700;

/** A run of whole sentences around a quote, or before or after it. */
interface ContextPage extends Span {
  /** 0 holds the quote, 1 follows it, -1 precedes it, and so on. */
  readonly page: number;
  readonly text: string;
  readonly firstParagraph: number;
  readonly lastParagraph: number;
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

/** The page with this number around `quote`, or the last one there is on that side. */
export function readContext({ document, sentences }: IndexedDocument, quote: Span, page: number): ContextPage {
  const last = sentences.length - 1;
  const startOf = (i: number): number => sentences[i]?.start ?? quote.start;
  const endOf = (i: number): number => sentences[i]?.end ?? quote.end;
  const inside = sentences.flatMap((sentence, i) => (overlaps(sentence, quote) ? [i] : []));
  let range = { first: inside[0] ?? 0, last: inside.at(-1) ?? 0 };
  const fits = (first: number, end: number): boolean => endOf(end) - startOf(first) <= contextPageLength;
  for (let grown = true; grown;) {
    grown = false;
    if (range.first > 0 && fits(range.first - 1, range.last)) {
      range = { ...range, first: range.first - 1 };
      grown = true;
    }
    if (range.last < last && fits(range.first, range.last + 1)) {
      range = { ...range, last: range.last + 1 };
      grown = true;
    }
  }
  // A heading at the end belongs to what comes after it.
  const isHeading = (i: number): boolean => document.blocks[sentences[i]?.block ?? -1]?.kind === 'heading';
  while (range.last > (inside.at(-1) ?? 0) && isHeading(range.last)) range = { ...range, last: range.last - 1 };
  let at = 0;
  for (; at < page && range.last < last; at++) {
    const first = range.last + 1;
    let end = first;
    while (end < last && fits(first, end + 1)) end++;
    range = { first, last: end };
  }
  for (; at > page && range.first > 0; at--) {
    const end = range.first - 1;
    let first = end;
    while (first > 0 && fits(first - 1, end)) first--;
    range = { first, last: end };
  }
  const [start, end] = [startOf(range.first), endOf(range.last)];
  const paragraphOf = (i: number): number => document.blocks[sentences[i]?.block ?? -1]?.paragraph ?? 1;
  return {
    page: at,
    start,
    end,
    text: document.text.slice(start, end),
    firstParagraph: paragraphOf(range.first),
    lastParagraph: paragraphOf(range.last),
    hasEarlier: range.first > 0,
    hasLater: range.last < last,
  };
}
