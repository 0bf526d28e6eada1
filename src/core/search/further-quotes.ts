import { overlaps } from '../text/span.js';
import { continueQuote } from './continue-quote.js';
import type { Quote } from './quote.js';
import type { SearchIndex } from './search-index.js';

/** Most looks at one answer, that a list without end does not cost a second. */
const maxLooks = 30;

/**
 * All that an answer shows, look by look: at first `first` of its `quotes`, then at most `atOnce` at a time, which begin with what follows
 * the quotes of the look before where those continue. What overlaps an earlier quote is left out, so nothing is shown twice.
 */
export function orderLooks(
  quotes: readonly Quote[],
  { first, atOnce }: { readonly first: number; readonly atOnce: number },
  index: SearchIndex,
): Quote[] {
  const ordered = quotes.slice(0, first);
  let waiting = quotes.slice(first);
  let look: readonly Quote[] = ordered;
  for (let looks = 0; looks < maxLooks; looks++) {
    const next = [...listRests(look, index), ...waiting];
    look = [];
    const later: Quote[] = [];
    for (const quote of next) {
      if (isAmong(quote, ordered)) continue;
      if (look.length === atOnce) later.push(quote);
      else {
        look = [...look, quote];
        ordered.push(quote);
      }
    }
    waiting = later;
    if (look.length === 0) break;
  }
  return ordered;
}

/** Whether there is anything behind the first look, without looking further than that. */
export function hasFurther(quotes: readonly Quote[], first: number, index: SearchIndex): boolean {
  const shown = quotes.slice(0, first);
  return [...listRests(shown, index), ...quotes.slice(first)].some((quote) => !isAmong(quote, shown));
}

/** What follows those quotes that continue. */
function listRests(quotes: readonly Quote[], index: SearchIndex): Quote[] {
  return quotes.flatMap((quote) => continueQuote(quote, index) ?? []);
}

/** Whether a quote has words in common with one of others, of the same place in the same text. */
function isAmong({ document, start, end }: Quote, others: readonly Quote[]): boolean {
  return others.some((other) => other.document.id === document.id && overlaps(other, { start, end }));
}
