import type { SourceDocument } from '../document.js';
import type { Span } from '../span.js';
import { contextLength } from '../surroundings.js';
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

/** Fewer words than these ("He did not.") are said anywhere: they count as the same only in the same surroundings. */
const minWordsAlone = 4;
/** Agreement that the words need where they are few, and in a document of another name. */
const minAgreement = 0.75;
/** Surroundings shorter than this say nothing about a document of another name. */
const minSurroundings = 16;

/**
 * Where the words of each anchor stand now, as one or more whole sentences; null where they do not. White space may have
 * changed, nothing else. Of several places in the anchor's own document the one whose surroundings agree best is taken,
 * then the nearest. If that document has lost the words, or is gone, they are looked for in the others, where the
 * surroundings must agree as well: that is how they follow a file to its new name.
 */
export function placeAnchors(texts: readonly SentenceText[], anchors: readonly TextAnchor[]): (Place | null)[] {
  const numbers = new Map(texts.map(({ document }, number) => [document.id, number]));
  return anchors.map((anchor) => {
    const words = fold(anchor.exact);
    if (words === '') return null;
    const own = numbers.get(anchor.documentId);
    const inOwn = own === undefined ? null : findBest(texts, own, anchor, words);
    return inOwn ?? findElsewhere(texts, own, anchor, words);
  });
}

function findBest(texts: readonly SentenceText[], number: number, anchor: TextAnchor, words: string): Place | null {
  const text = texts[number];
  if (!text) return null;
  const distance = ({ first }: Place): number => Math.abs((text.sentences[first]?.start ?? 0) - anchor.start);
  const needed = words.split(' ').length < minWordsAlone ? minAgreement : 0;
  let best: Place | null = null;
  for (const place of findAll(text, number, anchor, words)) {
    if (place.agreement < needed) continue;
    const better = best === null ? 1 : place.agreement - best.agreement || distance(best) - distance(place);
    if (better > 0) best = place;
  }
  return best;
}

function findElsewhere(
  texts: readonly SentenceText[],
  own: number | undefined,
  anchor: TextAnchor,
  words: string,
): Place | null {
  if (fold(anchor.prefix).length + fold(anchor.suffix).length < minSurroundings) return null;
  let best: Place | null = null;
  for (const number of texts.keys()) {
    if (number === own) continue;
    const place = findBest(texts, number, anchor, words);
    if (place && place.agreement >= minAgreement && place.agreement > (best?.agreement ?? 0)) best = place;
  }
  return best;
}

/** Every run of sentences that has the words; `words` are those of the anchor, folded. */
function findAll({ document, sentences }: SentenceText, number: number, anchor: TextAnchor, words: string): Place[] {
  const { text, blocks } = document;
  const places: Place[] = [];
  for (const [first, { start, block }] of sentences.entries()) {
    const end = matchWords(text, start, words);
    if (end === null || blocks[block]?.kind === 'heading') continue;
    let last = first;
    while ((sentences[last]?.end ?? end) < end) last++;
    if (sentences[last]?.end !== end) continue;
    places.push({ document: number, first, last, agreement: agree(text, { start, end }, anchor) });
  }
  return places;
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
  const before = backwards(fold(text.slice(Math.max(0, start - reach), start)));
  const after = fold(text.slice(end, end + reach));
  const [prefix, suffix] = [backwards(fold(anchor.prefix)), fold(anchor.suffix)];
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

/** One space between words, none at the ends. */
function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
