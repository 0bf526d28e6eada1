import type { Lane } from '../../core/labelling/labels.js';
import { findDisputed } from '../../core/overrides/disputed-sentences.js';
import type { GivenLabel } from '../../core/overrides/label-override.js';
import { placeAnchors, type Place } from '../../core/overrides/place-anchors.js';
import { makeQuote, noScore, type Quote } from '../../core/search/quote.js';
import type { IndexedDocument, IndexedSentence } from '../../core/search/search-index.js';
import type { LabelDispute } from '../../core/overrides/label-reviews.js';
import type { HeldTexts } from '../asking/held-texts.js';
import type { OpenIndex } from '../asking/open-index.js';

/** What several people propose alike. */
export interface Proposal extends GivenLabel {
  readonly count: number;
  /** The id of the oldest dispute that proposes it. */
  readonly dispute: number;
  readonly notes: readonly string[];
  /** Numbers of the sentences that would get the label. */
  readonly sentences: readonly number[];
}

/** A quote whose label is disputed, at its place in the index as it is now. */
export interface DisputedQuote extends Pick<Place, 'document' | 'first' | 'last'> {
  readonly guildId: string;
  /** Names the quote, see `quoteKey`. */
  readonly quote: string;
  readonly indexed: IndexedDocument;
  /** The label that is found wrong. */
  readonly was: Lane;
  /** Most people first, then the oldest. */
  readonly proposals: readonly Proposal[];
  readonly count: number;
  readonly oldestId: number;
  readonly newestId: number;
}

export interface Queue {
  /** Most disputed first, then the oldest. */
  readonly quotes: readonly DisputedQuote[];
  /** Quotes whose words no longer stand, or whose label has changed since; they come back if that changes. */
  readonly aside: number;
  /** The texts that they stand in. */
  readonly texts: HeldTexts;
}

/** Gathers the open disputes by guild and quote. */
export async function gatherQueue(
  disputes: readonly LabelDispute[],
  index: Pick<OpenIndex, 'fetchPlaces'>,
): Promise<Queue> {
  const byQuote = new Map<string, LabelDispute[]>();
  for (const dispute of disputes) {
    const key = `${dispute.guildId} ${dispute.quote}`;
    byQuote.set(key, [...(byQuote.get(key) ?? []), dispute]);
  }
  const groups = [...byQuote.values()];
  const newest = groups.flatMap((group) => group.slice(-1));
  const texts = await index.fetchPlaces(newest);
  const { searchIndex } = texts;
  const places = placeAnchors(searchIndex.documents, newest);
  const quotes = groups.flatMap((group, i): DisputedQuote[] => {
    const place = places[i];
    const indexed = searchIndex.documents[place?.document ?? -1];
    return place && indexed ? gatherQuote(group, indexed, place) : [];
  });
  quotes.sort((a, b) => b.count - a.count || a.oldestId - b.oldestId);
  return { quotes, aside: groups.length - quotes.length, texts };
}

/** The sentences of a disputed quote. */
export function sentencesOf({
  indexed,
  first,
  last,
}: Pick<DisputedQuote, 'indexed' | 'first' | 'last'>): readonly IndexedSentence[] {
  return indexed.sentences.slice(first, last + 1);
}

/** The words as a quote, with the label that is found wrong. */
export function makeDisputedQuote(
  { document, first, last, was }: DisputedQuote,
  { searchIndex }: Pick<HeldTexts, 'searchIndex'>,
): Quote {
  const start = (searchIndex.firstRows[document] ?? 0) + first;
  const rows = Array.from({ length: last - first + 1 }, (_, i) => start + i);
  const main = rows.find((each) => searchIndex.locate(each).span.label.label === was) ?? start;
  return makeQuote(searchIndex, rows, main, noScore);
}

function gatherQuote(
  group: readonly LabelDispute[],
  indexed: IndexedDocument,
  { document, first, last }: Place,
): DisputedQuote[] {
  const sentences = sentencesOf({ indexed, first, last });
  const alive = group.flatMap((dispute) => {
    const disputed = findDisputed(sentences, dispute.was, dispute);
    return disputed.length === 0 ? [] : [{ dispute, numbers: disputed.map((each) => first + sentences.indexOf(each)) }];
  });
  const [oldest, newest] = [alive[0]?.dispute, alive.at(-1)?.dispute];
  if (!oldest || !newest) return [];
  return [
    {
      guildId: newest.guildId,
      quote: newest.quote,
      document,
      indexed,
      first,
      last,
      was: newest.was,
      proposals: gatherProposals(alive),
      count: alive.length,
      oldestId: oldest.id,
      newestId: newest.id,
    },
  ];
}

interface AliveDispute {
  readonly dispute: LabelDispute;
  readonly numbers: readonly number[];
}

function gatherProposals(alive: readonly AliveDispute[]): Proposal[] {
  const proposals = new Map<string, Proposal>();
  for (const { dispute, numbers } of alive) {
    const { id, label, source, note } = dispute;
    const key = `${label} ${source ?? ''}`;
    const known = proposals.get(key) ?? { label, source, count: 0, dispute: id, notes: [], sentences: [] };
    const notes = note === null ? known.notes : [...known.notes, note];
    const sentences = [...new Set([...known.sentences, ...numbers])].sort((a, b) => a - b);
    proposals.set(key, { ...known, count: known.count + 1, notes, sentences });
  }
  return [...proposals.values()].sort((a, b) => b.count - a.count || a.dispute - b.dispute);
}
