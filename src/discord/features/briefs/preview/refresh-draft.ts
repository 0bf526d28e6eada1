import { assessQuote } from '../../../../core/briefs/assess-quote.js';
import type { DraftContent, QuotePair } from '../../../../core/briefs/brief-content.js';
import { fingerprint } from '../../../../core/text/fingerprint.js';
import type { Quote } from '../../../../core/search/quote.js';
import type { OpenIndex } from '../../../../app/asking/open-index.js';

export interface RefreshedDraft {
  readonly content: DraftContent;
  /** Ticked quotes that no longer stand and were taken out, with their numbers before, from 1. */
  readonly dropped: readonly { readonly number: number; readonly quote: Quote }[];
  /** Numbers of ticked pairs of which a quote no longer stands, from 1. */
  readonly droppedPairs: readonly number[];
  /** Ticked quotes that have another label or source now. */
  readonly relabelled: readonly { readonly number: number; readonly quote: Quote }[];
}

/** Compares a draft's quotes with the index and the source files as they are now; only what stands in both is kept. */
export async function refreshDraft(content: DraftContent, library: OpenIndex): Promise<RefreshedDraft> {
  const refresh = (quote: Quote): Promise<Quote | null> => findCurrent(quote, library);
  const current = await Promise.all(content.quotes.map(refresh));
  const isTicked = (number: number): boolean => !content.leftOut.includes(number);
  const numbers = new Map<number, number>(); // from the numbers before to those of now
  for (const [number, quote] of current.entries()) if (quote) numbers.set(number, numbers.size);
  const renumber = (list: readonly number[]): number[] => list.flatMap((number) => numbers.get(number) ?? []);
  const { pairs, pairsLeftOut, droppedPairs } = await refreshPairs(content, refresh);
  return {
    content: {
      ...content,
      indexVersion: library.manifest.version,
      quotes: current.flatMap((quote) => quote ?? []),
      order: renumber(content.order),
      leftOut: renumber(content.leftOut),
      pairs,
      pairsLeftOut,
    },
    dropped: content.quotes.flatMap((quote, number) =>
      current[number] === null && isTicked(number) ? [{ number: number + 1, quote }] : [],
    ),
    droppedPairs,
    relabelled: content.quotes.flatMap((quote, number) => {
      const now = current[number];
      const isSame = now?.label === quote.label && now.attributedTo === quote.attributedTo;
      return now && !isSame && isTicked(number) ? [{ number: number + 1, quote: now }] : [];
    }),
  };
}

/** A pair stands while both of its quotes do. */
async function refreshPairs(
  { pairs, pairsLeftOut }: DraftContent,
  refresh: (quote: Quote) => Promise<Quote | null>,
): Promise<Pick<DraftContent, 'pairs' | 'pairsLeftOut'> & Pick<RefreshedDraft, 'droppedPairs'>> {
  const kept: QuotePair[] = [];
  const leftOut: number[] = [];
  const droppedPairs: number[] = [];
  for (const [number, pair] of pairs.entries()) {
    const [first, second] = [await refresh(pair.quotes[0]), await refresh(pair.quotes[1])];
    const isLeftOut = pairsLeftOut.includes(number);
    if (!first || !second) {
      if (!isLeftOut) droppedPairs.push(number + 1);
      continue;
    }
    if (isLeftOut) leftOut.push(kept.length);
    kept.push({ quotes: [first, second], spans: [move(pair, 0, first), move(pair, 1, second)] });
  }
  return { pairs: kept, pairsLeftOut: leftOut, droppedPairs };
}

function move({ quotes, spans }: QuotePair, side: 0 | 1, now: Quote) {
  const by = now.start - quotes[side].start;
  return { start: spans[side].start + by, end: spans[side].end + by };
}

/** The index may be older than the file, so that both are asked. */
async function findCurrent(quote: Quote, library: OpenIndex): Promise<Quote | null> {
  const standing = assessQuote(quote, (await library.fetchTexts([quote.document.id])).searchIndex);
  if (standing.kind === 'changed' || standing.kind === 'vanished') return null;
  const { kind } = await library.verifyQuote(quote.document, standing.quote, fingerprint(quote.exact));
  return kind === 'identical' || kind === 'moved' || kind === 'elsewhere' ? standing.quote : null;
}
