import { foldSpaces } from '../overrides/place-anchors.js';
import type { TextAnchor } from '../overrides/label-override.js';
import { literally } from '../search/written-patterns.js';
import type { CorpusIndex } from './corpus-index.js';

type Sought = Pick<TextAnchor, 'documentId' | 'exact'>;

/** How many documents are read at once. */
export const documentsAtOnce = 16;
/** Of words that have left their document, most others that may hold them by now. */
const maxElsewhere = 40;

/**
 * The numbers of the documents in which words may stand by now: their own, and those of others that hold them where their own is gone or has
 * them no more.
 */
export async function findAnchors(corpus: CorpusIndex, anchors: readonly Sought[]): Promise<readonly number[]> {
  const byOwn = new Map<number, Sought[]>();
  const lost: Sought[] = [];
  for (const anchor of anchors) {
    const own = corpus.numberOf(anchor.documentId);
    if (own === null) lost.push(anchor);
    else byOwn.set(own, [...(byOwn.get(own) ?? []), anchor]);
  }
  for (const numbers of inParts([...byOwn.keys()], documentsAtOnce)) {
    const loaded = await corpus.load(numbers);
    for (const [i, { document }] of loaded.entries()) {
      const text = foldSpaces(document.text);
      lost.push(...(byOwn.get(numbers[i] ?? -1) ?? []).filter(({ exact }) => !text.includes(foldSpaces(exact))));
    }
  }
  const found = new Set(byOwn.keys());
  for (const exact of new Set(lost.map((anchor) => anchor.exact))) {
    const words = literally(exact);
    if (!words.runs?.some((runs) => runs.length > 0)) continue; // of a script whose words are not told apart, or of signs
    for (const number of (await corpus.findHolding(words)).slice(0, maxElsewhere)) found.add(number);
  }
  return [...found].sort((a, b) => a - b);
}

/** A list in parts of at most so many, in order. */
export function inParts<Item>(list: readonly Item[], count: number): Item[][] {
  const parts: Item[][] = [];
  for (let first = 0; first < list.length; first += count) parts.push(list.slice(first, first + count));
  return parts;
}
