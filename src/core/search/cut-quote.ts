import type { Span } from '../text/span.js';

/** A contiguous part of a quote; offsets into the quote. */
interface CutQuote extends Span {
  readonly isCut: boolean;
}

const sentenceEnd = /[.!?…]["'”’»)\]]*(?=\s)/gu;
const sentenceStart = /(?:[.!?…]["'”’»)\]]*\s+|\n\s*)(?=\S)/gu;
/** Where words must be kept that stand late, this share of the limit is for what leads up to them. */
const leadShare = 0.75;

/**
 * The beginning of a quote of at most `limit` UTF-16 units, ending with a sentence, else a clause, else a word; never
 * words picked from here and there. A quote that fits is left whole. With `keep`, a span of the quote that has to be shown, such as
 * the answering words, it begins with a later sentence where those would else be cut off.
 */
export function cutQuote(text: string, limit: number, keep: Span | null = null): CutQuote {
  if (text.length <= limit) return { start: 0, end: text.length, isCut: false };
  const start = keep && keep.end > limit ? findStart(text, keep, limit) : 0;
  const rest = text.slice(start);
  if (rest.length <= limit) return { start, end: text.length, isCut: true };
  const least = Math.max(limit / 3, keep ? keep.end - start - 1 : 0);
  const window = rest.slice(0, limit);
  for (const pattern of [sentenceEnd, /[;:,–—](?=\s)/gu, /\S(?=\s)/gu]) {
    const ends = [...window.matchAll(pattern)].map(({ index, 0: match }) => index + match.length);
    const end = ends.findLast((place) => place > least);
    if (end !== undefined) return { start, end: start + end, isCut: true };
  }
  const half = /[\ud800-\udbff]$/.test(window) ? 1 : 0;
  return { start, end: start + limit - half, isCut: true };
}

/** The earliest sentence from which on the words to keep still fit; the words themselves where none does. */
function findStart(text: string, keep: Span, limit: number): number {
  const starts = [...text.slice(0, keep.start + 1).matchAll(sentenceStart)].map(
    ({ index, 0: match }) => index + match.length,
  );
  const fits = (share: number) => (start: number) => start <= keep.start && keep.end - start <= limit * share;
  return starts.find(fits(leadShare)) ?? starts.find(fits(1)) ?? keep.start;
}
