import type { Span } from '../text/span.js';

/** A contiguous part of a quote; offsets into the quote. */
interface CutQuote extends Span {
  readonly isCut: boolean;
}

/**
 * The beginning of a quote of at most `limit` UTF-16 units, ending with a sentence, else a clause, else a word; never
 * words picked from here and there. A quote that fits is left whole.
 */
export function cutQuote(text: string, limit: number): CutQuote {
  if (text.length <= limit) return { start: 0, end: text.length, isCut: false };
  const window = text.slice(0, limit);
  for (const pattern of [/[.!?…]["'”’»)\]]*(?=\s)/gu, /[;:,–—](?=\s)/gu, /\S(?=\s)/gu]) {
    const ends = [...window.matchAll(pattern)].map(({ index, 0: match }) => index + match.length);
    const end = ends.findLast((place) => place > limit / 3);
    if (end !== undefined) return { start: 0, end, isCut: true };
  }
  const half = /[\ud800-\udbff]$/.test(window) ? 1 : 0;
  return { start: 0, end: limit - half, isCut: true };
}
