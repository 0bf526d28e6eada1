import type { Steps } from '../steps.js';
import type { IndexedDocument } from '../search/search-index.js';
import type { LabelOverride } from './label-override.js';
import { findPlaces, type Place } from './place-anchors.js';
import { relabel } from './relabel.js';

/** An override in force at its place; `Key` names the documents. */
export interface PlacedOverride<Key> {
  readonly override: LabelOverride;
  readonly place: Omit<Place, 'document'> & { readonly document: Key };
}

/** The override that holds for each sentence of a document, by the sentence's number. */
export type HoldingOverrides = ReadonlyMap<number, LabelOverride>;

/**
 * The overrides that hold, by their documents. Where two hold for one sentence, the one that stands in its own surroundings wins, then the
 * later decision.
 */
export function chooseHolding<Key>(placed: readonly PlacedOverride<Key>[]): ReadonlyMap<Key, HoldingOverrides> {
  const weakestFirst = [...placed].sort(
    (a, b) =>
      a.place.agreement - b.place.agreement ||
      a.override.decidedAtMs - b.override.decidedAtMs ||
      a.override.id - b.override.id,
  );
  const byDocument = new Map<Key, Map<number, LabelOverride>>();
  for (const { override, place } of weakestFirst) {
    const bySentence = byDocument.get(place.document) ?? new Map<number, LabelOverride>();
    for (let sentence = place.first; sentence <= place.last; sentence++) bySentence.set(sentence, override);
    byDocument.set(place.document, bySentence);
  }
  return byDocument;
}

/**
 * The documents with the labels that moderators have set in place of the labeller's, which the labeller had from the text
 * and its declared genre. Documents without one are the same objects as before; the very same list comes back where there
 * is none at all.
 */
export function* applyOverrides(
  documents: readonly IndexedDocument[],
  overrides: readonly LabelOverride[],
): Steps<readonly IndexedDocument[]> {
  const places = yield* findPlaces(documents, overrides);
  const placed = overrides.flatMap((override, i): PlacedOverride<number>[] => {
    const place = places[i];
    return place ? [{ override, place }] : [];
  });
  if (placed.length === 0) return documents;
  const holding = chooseHolding(placed);
  return documents.map((indexed, number) => {
    const own = holding.get(number);
    return own ? layOver(indexed, own) : indexed;
  });
}

/** A document with the labels of overrides. */
export function layOver(indexed: IndexedDocument, holding: HoldingOverrides): IndexedDocument {
  const { text } = indexed.document;
  const sentences = indexed.sentences.map((sentence, i) => {
    const override = holding.get(i);
    if (!override) return sentence;
    const { start, end, block, terms, tokenCount } = sentence; // by name: they may be read only when somebody looks
    return { start, end, block, terms, tokenCount, label: relabel(sentence.label, sentence, text, override) };
  });
  return { ...indexed, sentences };
}
