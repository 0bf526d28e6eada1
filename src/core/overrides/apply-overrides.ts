import type { Steps } from '../steps.js';
import type { IndexedDocument } from '../search/search-index.js';
import type { LabelOverride } from './label-override.js';
import { findPlaces, type Place, type SentenceText } from './place-anchors.js';
import { relabel } from './relabel.js';

/** An override in force at its place. */
interface PlacedOverride {
  readonly override: LabelOverride;
  readonly place: Place;
}

/**
 * The override that holds for each sentence, by the document's number and the sentence's. Where two hold for one sentence,
 * the one that stands in its own surroundings wins, then the later decision.
 */
function* placeOverrides(
  texts: readonly SentenceText[],
  overrides: readonly LabelOverride[],
): Steps<ReadonlyMap<number, ReadonlyMap<number, LabelOverride>>> {
  const places = yield* findPlaces(texts, overrides);
  const placed = overrides
    .flatMap((override, i): PlacedOverride[] => {
      const place = places[i];
      return place ? [{ override, place }] : [];
    })
    .sort(
      (a, b) =>
        a.place.agreement - b.place.agreement ||
        a.override.decidedAtMs - b.override.decidedAtMs ||
        a.override.id - b.override.id,
    );
  const byDocument = new Map<number, Map<number, LabelOverride>>();
  for (const { override, place } of placed) {
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
  const placed = yield* placeOverrides(documents, overrides);
  if (placed.size === 0) return documents;
  return documents.map((indexed, number) => {
    const bySentence = placed.get(number);
    if (!bySentence) return indexed;
    const { text } = indexed.document;
    const sentences = indexed.sentences.map((sentence, i) => {
      const override = bySentence.get(i);
      return override ? { ...sentence, label: relabel(sentence.label, sentence, text, override) } : sentence;
    });
    return { ...indexed, sentences };
  });
}
