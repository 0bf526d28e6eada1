import { makeQuote, type Quote } from '../search/quote.js';
import type { SearchIndex } from '../search/search-index.js';
import { overlaps, type Span } from '../text/span.js';

/** How a quote stands in the index as it is now; where its words stand, the quote as it would be made now. */
type QuoteStanding =
  | { readonly kind: 'stands' | 'relabelled'; readonly quote: Quote }
  /** The document no longer holds these words. */
  | { readonly kind: 'changed' }
  /** The document is no longer there. */
  | { readonly kind: 'vanished' };

/** Compares a quote with the index. Words that have moved within their document stand; another label or source is told. */
export function assessQuote(quote: Quote, index: SearchIndex): QuoteStanding {
  const number = index.documents.findIndex(({ document }) => document.id === quote.document.id);
  const indexed = index.documents[number];
  if (!indexed) return { kind: 'vanished' };
  const start = findWords(indexed.document.text, quote);
  if (start === null) return { kind: 'changed' };
  const span = { start, end: start + quote.exact.length };
  const first = index.firstRows[number] ?? 0;
  const rows = indexed.sentences.flatMap((sentence, i) => (overlaps(sentence, span) ? [first + i] : []));
  if (rows.length === 0) return { kind: 'changed' };
  const current = requote(quote, span, rows, index);
  const isSame = current.label === quote.label && current.attributedTo === quote.attributedTo;
  return { kind: isSame ? 'stands' : 'relabelled', quote: current };
}

/** Where the quote's words begin, at the place nearest to where they were; null if nowhere. */
function findWords(text: string, { exact, start }: Quote): number | null {
  if (exact === '') return null;
  let found: number | null = null;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    if (found === null || Math.abs(at - start) < Math.abs(found - start)) found = at;
  }
  return found;
}

/** The same words with their place and label of now, also where sentences are parted in another way. */
function requote(quote: Quote, span: Span, rows: readonly number[], index: SearchIndex): Quote {
  const shared = (row: number): number => {
    const { start, end } = index.locate(row).span;
    return Math.min(end, span.end) - Math.max(start, span.start);
  };
  const main = rows.reduce((best, row) => (shared(row) > shared(best) ? row : best));
  const { score, trace, alsoIn } = quote;
  const made = makeQuote(index, rows, main, { score, trace, alsoIn });
  if (made.start === span.start && made.end === span.end) return made;
  const spans = made.spans.filter((part) => overlaps(part, span));
  return { ...made, ...span, exact: quote.exact, prefix: '', suffix: '', spans };
}
