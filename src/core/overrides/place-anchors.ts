import { finish, type Steps } from '../steps.js';
import type { SourceDocument } from '../text/document.js';
import type { Span } from '../text/span.js';
import { contextLength } from '../text/surroundings.js';
import type { TextAnchor } from './label-override.js';

/** A document with its sentences in text order. */
export interface SentenceText {
  readonly document: SourceDocument;
  readonly sentences: readonly (Span & { readonly block: number })[];
}

/** Where the words of an anchor stand: the sentences from `first` to `last` of a document. */
export interface Place {
  /** Number of the document among those looked through. */
  readonly document: number;
  readonly first: number;
  readonly last: number;
  /** Share of the anchor's surroundings that are the same here, 0..1. */
  readonly agreement: number;
}

const demands = {
  /** Fewer words than these ("He did not.") are said anywhere: they count as the same only in the same surroundings. */
  wordsAlone: 4,
  /** Agreement that the words need where they are few, and in a document of another name. */
  agreement: 0.75,
  /** Surroundings shorter than this say nothing about a document of another name. */
  surroundings: 16,
} as const;

/**
 * Where the words of each anchor stand now, as one or more whole sentences; null where they do not. White space may have
 * changed, nothing else. Of several places in the anchor's own document the one whose surroundings agree best is taken,
 * then the nearest. If that document has lost the words, or is gone, they are looked for in the others, where the
 * surroundings must agree as well: that is how they follow a file to its new name.
 */
export function placeAnchors(texts: readonly SentenceText[], anchors: readonly TextAnchor[]): (Place | null)[] {
  return finish(findPlaces(texts, anchors));
}

/** The same in steps, for many anchors. */
export function* findPlaces(texts: readonly SentenceText[], anchors: readonly TextAnchor[]): Steps<(Place | null)[]> {
  const numbers = new Map(texts.map(({ document }, number) => [document.id, number]));
  const sought = anchors.map((anchor): Sought => ({
    anchor,
    words: foldSpaces(anchor.exact),
    own: numbers.get(anchor.documentId) ?? null,
  }));
  const places: (Place | null)[] = [];
  for (const each of sought) {
    places.push(findInOwn(texts, each));
    yield;
  }
  const lost = sought.filter(({ words, anchor }, i) => !places[i] && words !== '' && isDistinctive(anchor));
  const elsewhere = lost.length > 0 ? yield* findElsewhere(texts, lost) : new Map<Sought, Place>();
  return sought.map((each, i) => places[i] ?? elsewhere.get(each) ?? null);
}

/** An anchor with its words, folded, and the number of its own document. */
interface Sought {
  readonly anchor: TextAnchor;
  readonly words: string;
  readonly own: number | null;
}

function findInOwn(texts: readonly SentenceText[], { anchor, words, own }: Sought): Place | null {
  const text = own === null ? undefined : texts[own];
  if (!text || own === null || words === '') return null;
  const distance = ({ first }: Place): number => Math.abs((text.sentences[first]?.start ?? 0) - anchor.start);
  const needed = words.split(' ').length < demands.wordsAlone ? demands.agreement : 0;
  let best: Place | null = null;
  for (const first of text.sentences.keys()) {
    const place = placeAt(text, own, first, anchor, words);
    if (!place || place.agreement < needed) continue;
    const better = best === null ? 1 : place.agreement - best.agreement || distance(best) - distance(place);
    if (better > 0) best = place;
  }
  return best;
}

/** What is compared first of words that are looked for everywhere. */
const openingLength = 32;

/** Looks for all lost words in one pass over all documents but their own: only where an opening is one of theirs. */
function* findElsewhere(texts: readonly SentenceText[], lost: readonly Sought[]): Steps<ReadonlyMap<Sought, Place>> {
  const byOpening = new Map<string, Sought[]>();
  for (const each of lost) {
    const opening = each.words.slice(0, openingLength);
    byOpening.set(opening, [...(byOpening.get(opening) ?? []), each]);
  }
  const lengths = [...new Set([...byOpening.keys()].map(({ length }) => length))];
  const best = new Map<Sought, Place>();
  for (const [number, text] of texts.entries()) {
    for (const [first, { start }] of text.sentences.entries()) {
      const opening = foldSpaces(text.document.text.slice(start, start + 2 * openingLength));
      for (const each of lengths.flatMap((length) => byOpening.get(opening.slice(0, length)) ?? [])) {
        const place = number === each.own ? null : placeAt(text, number, first, each.anchor, each.words);
        if (!place || place.agreement < demands.agreement) continue;
        if (place.agreement > (best.get(each)?.agreement ?? 0)) best.set(each, place);
      }
    }
    yield;
  }
  return best;
}

/** Whether an anchor has surroundings enough to be known by. */
function isDistinctive({ prefix, suffix }: TextAnchor): boolean {
  return foldSpaces(prefix).length + foldSpaces(suffix).length >= demands.surroundings;
}

/** The run of sentences from `first` on that has the words; null where it has others, or is a heading. */
function placeAt(
  { document: { text, blocks }, sentences }: SentenceText,
  document: number,
  first: number,
  anchor: TextAnchor,
  words: string,
): Place | null {
  const { start, block } = sentences[first] ?? { start: 0, block: -1 };
  const end = matchWords(text, start, words);
  if (end === null || blocks[block]?.kind === 'heading') return null;
  let last = first;
  while ((sentences[last]?.end ?? end) < end) last++;
  if (sentences[last]?.end !== end) return null;
  return { document, first, last, agreement: agree(text, { start, end }, anchor) };
}

/** Where the folded words end that begin at `start`; null where others stand. */
function matchWords(text: string, start: number, words: string): number | null {
  let at = start;
  for (let i = 0; i < words.length; i++) {
    if (words[i] === ' ') {
      const from = at;
      while (/\s/.test(text.charAt(at))) at++;
      if (at === from) return null;
    } else if (text.charCodeAt(at++) !== words.charCodeAt(i)) return null;
  }
  return at;
}

/** Share of the anchor's prefix and suffix, read away from the words, that stands here too; where it has none, here neither. */
function agree(text: string, { start, end }: Span, anchor: TextAnchor): number {
  const reach = 4 * contextLength; // white space may have grown
  const before = backwards(foldSpaces(text.slice(Math.max(0, start - reach), start)));
  const after = foldSpaces(text.slice(end, end + reach));
  const [prefix, suffix] = [backwards(foldSpaces(anchor.prefix)), foldSpaces(anchor.suffix)];
  const total = prefix.length + suffix.length;
  if (total === 0) return before === '' && after === '' ? 1 : 0;
  return (commonLength(before, prefix) + commonLength(after, suffix)) / total;
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function backwards(text: string): string {
  return text.split('').reverse().join('');
}

/** Words as anchors are compared: one space between them, none at the ends. */
export function foldSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
