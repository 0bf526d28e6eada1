import type { Quote } from '../search/quote.js';
import type { Span } from '../text/span.js';

/** Two quotes that do not agree, with the words of each that differ. */
export interface QuotePair {
  readonly quotes: readonly [Quote, Quote];
  readonly spans: readonly [Span, Span];
}

/** What a brief is about; both null for the whole corpus. */
interface BriefScope {
  readonly topic: string | null;
  readonly documentId: string | null;
}

/** A brief: quotes that somebody has chosen, with all that is needed to show them when their source has gone. */
export interface BriefContent extends BriefScope {
  /** Title of the only document; null for all documents. */
  readonly documentTitle: string | null;
  /** The moderator's own title; null for that of the scope. */
  readonly title: string | null;
  /** How many quotes were asked for. */
  readonly quoteCount: number;
  /** SHA-256 of the index that the quotes come from. */
  readonly indexVersion: string;
  /** Discord's locale of the community in which it is read. */
  readonly locale: string;
  readonly quotes: readonly Quote[];
  readonly pairs: readonly QuotePair[];
  /** The words of the quotes, and of the pairs, that were offered for it and not ticked; not there in briefs of earlier versions. */
  readonly unticked?: readonly string[];
}

/** A brief that is being put together. */
export interface DraftContent extends BriefContent {
  /** The quotes' numbers from 0, each once, in the order in which they are shown. */
  readonly order: readonly number[];
  /** Numbers of quotes, and of pairs, that are not to be posted. */
  readonly leftOut: readonly number[];
  readonly pairsLeftOut: readonly number[];
}

/** All quotes of a brief: its own, then both of each pair. Their places in this list number them in marks and menus. */
export function listQuotes({ quotes, pairs }: Pick<BriefContent, 'quotes' | 'pairs'>): Quote[] {
  return [...quotes, ...pairs.flatMap((pair) => pair.quotes)];
}

/** How many different quotes there are: one that is also half of a pair counts once. `places` are places in `listQuotes`. */
export function countDistinct(content: Pick<BriefContent, 'quotes' | 'pairs'>, places?: readonly number[]): number {
  const quotes = listQuotes(content).filter((_, place) => places?.includes(place) ?? true);
  return new Set(quotes.map(({ document, start, end }) => `${document.id}:${start}:${end}`)).size;
}

/** Quotes as they are shown: together by lane, and within a lane by source, each in the order in which it first comes up. */
export function groupQuotes(quotes: readonly Quote[]): Quote[] {
  const groupOf = ({ label, attributedTo }: Quote): string => JSON.stringify([label, attributedTo]);
  const groups = [...new Set(quotes.map(groupOf))];
  const lanes = [...new Set(quotes.map(({ label }) => label))];
  return lanes.flatMap((lane) =>
    groups.flatMap((group) => quotes.filter((quote) => quote.label === lane && groupOf(quote) === group)),
  );
}

/** What of a draft is to be posted, in the order in which it is shown. */
export function finishDraft(draft: DraftContent): BriefContent {
  const { order, leftOut, pairsLeftOut, ...content } = draft;
  const kept = order.filter((number) => !leftOut.includes(number));
  const unticked = [
    ...leftOut.flatMap((number) => draft.quotes[number]?.exact ?? []),
    ...pairsLeftOut.flatMap((number) => draft.pairs[number] ?? []).map(wordsOfPair),
  ];
  return {
    ...content,
    quotes: groupQuotes(kept.flatMap((number) => draft.quotes[number] ?? [])),
    pairs: draft.pairs.filter((_, number) => !pairsLeftOut.includes(number)),
    ...(unticked.length > 0 && { unticked }),
  };
}

/** A new draft for an old brief: what that one had in its order, then what is new; and what was not ticked then is not now. */
export function keepChoices(draft: DraftContent, old: Pick<BriefContent, 'quotes' | 'unticked'>): DraftContent {
  const placeOf = (number: number): number => {
    const at = old.quotes.findIndex(({ exact }) => exact === draft.quotes[number]?.exact);
    return at < 0 ? old.quotes.length : at;
  };
  const isUnticked = (words: string): boolean => old.unticked?.includes(words) ?? false;
  return {
    ...draft,
    order: draft.order.toSorted((a, b) => placeOf(a) - placeOf(b)),
    leftOut: draft.order.filter((number) => isUnticked(draft.quotes[number]?.exact ?? '')),
    pairsLeftOut: draft.pairs.flatMap((pair, number) => (isUnticked(wordsOfPair(pair)) ? [number] : [])),
  };
}

function wordsOfPair({ quotes }: QuotePair): string {
  return quotes.map(({ exact }) => exact).join('\n');
}

/** Briefs with one key are about the same: the document and the topic's words, whatever their case and punctuation. */
export function writeTopicKey({ topic, documentId }: BriefScope): string {
  const words = (topic ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return `${documentId ?? '*'}|${words || '*'}`;
}

/**
 * Reads an order of quotes as a person writes it, such as `3 1 2` or `3, 1`: numbers from 1 to `count`, each once. Those
 * that are not named follow in the order that they have. Null for anything else; an empty text leaves the order.
 *
 * @param order numbers from 0, each once
 */
export function readOrder(text: string, order: readonly number[]): number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  if (parts.some((part) => !/^\d{1,3}\.?$/.test(part))) return null;
  const named = parts.map((part) => Number.parseInt(part, 10) - 1);
  if (new Set(named).size < named.length || named.some((number) => !order.includes(number))) return null;
  return [...named, ...order.filter((number) => !named.includes(number))];
}

/** The order as `readOrder` reads it. */
export function writeOrder(order: readonly number[]): string {
  return order.map((number) => number + 1).join(' ');
}
