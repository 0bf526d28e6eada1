import type { Answer } from './answer.js';
import { contains } from '../text/span.js';
import type { Unit } from '../text/units.js';
import { maxUnitLength } from './quote-unit.js';
import { makeQuote, noScore, type Quote } from './quote.js';
import type { SearchIndex } from './search-index.js';

/**
 * What follows a quote that `continues`, up to the end of what it is a part of, or as much of it as is quoted at once; null where
 * nothing follows or the index has changed.
 */
export function continueQuote(quote: Quote, index: SearchIndex): Quote | null {
  const number = index.documents.findIndex(({ document }) => document.id === quote.document.id);
  const indexed = index.documents[number];
  const firstRow = index.firstRows[number];
  if (!quote.continues || !indexed || firstRow === undefined) return null;
  const { sentences, document } = indexed;
  const first = sentences.findIndex(({ start }) => start >= quote.end);
  const start = sentences[first]?.start;
  if (start === undefined) return null;
  const around: Unit | undefined = document.structure.units.findLast(
    (unit) => unit.kind === quote.unit && contains(unit, { start: quote.end - 1, end: start + 1 }),
  );
  const kindOf = (sentence: number): string | undefined => document.blocks[sentences[sentence]?.block ?? -1]?.kind;
  const belongs = (sentence: number): boolean =>
    around ? (sentences[sentence]?.end ?? Infinity) <= around.end : kindOf(sentence) === 'list-item';
  if (!belongs(first)) return null;
  let end = first;
  while (belongs(end + 1) && (sentences[end + 1]?.end ?? Infinity) - start <= maxUnitLength) end++;
  let last = end;
  while (belongs(last + 1)) last++;
  const rows = Array.from({ length: end - first + 1 }, (_, i) => firstRow + first + i);
  const of: Unit = { kind: quote.unit, start: quote.start, end: sentences[last]?.end ?? quote.end };
  const span = { start, end: sentences[end]?.end ?? start };
  return makeQuote(index, rows, firstRow + first, noScore, { unit: { span, of } });
}

/** The answer with the rest of each quote that goes on behind it. */
export function withRest(answer: Answer, restOf: (quote: Quote) => Quote | null): Answer {
  const follow = (quotes: readonly Quote[]): Quote[] =>
    quotes.flatMap((quote) => {
      const rest = restOf(quote);
      return rest ? [{ ...quote, continues: false }, rest] : [quote];
    });
  const [quotes, related] = [follow(answer.quotes), follow(answer.related)];
  return { ...answer, quotes, related, shown: follow(answer.quotes.slice(0, answer.shown)).length };
}
