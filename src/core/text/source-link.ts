import { placesIn } from './derivation.js';
import { blankMarkup, type SourceDocument } from './document.js';
import type { Span } from './span.js';

/** A quote of more words than this is named by its first and last words. */
const maxWords = 12;
const endWords = 5;

/**
 * The address of a quote in its source, with a text fragment (https://wicg.github.io/scroll-to-text-fragment/) that makes
 * browsers scroll to the words; of a page, a moment or a message the address of that. Null where the document has none.
 */
export function sourceLink(document: SourceDocument, { start, end }: Span): string | null {
  const { text, markup, metadata } = document;
  const { place } = placesIn(document, { start, end });
  if (place?.kind === 'message' && place.url !== null) return place.url;
  const { url: address } = metadata;
  if (address === null || !URL.canParse(address)) return null;
  if (place?.kind === 'page') return new URL(`#page=${place.page}`, address).href;
  if (place?.kind === 'time') {
    const moment = new URL(address);
    moment.searchParams.set('t', String(Math.floor(place.ms / 1_000)));
    return moment.href;
  }
  const inside = markup
    .filter((span) => span.start >= start && span.end <= end)
    .map((span) => ({ start: span.start - start, end: span.end - start }));
  const words = blankMarkup(text.slice(start, end), inside)
    .split(/\s+/)
    .filter((word) => word !== '');
  const encode = (part: readonly string[]): string => encodeURIComponent(part.join(' ')).replace(/-/g, '%2D');
  const target =
    words.length > maxWords ? `${encode(words.slice(0, endWords))},${encode(words.slice(-endWords))}` : encode(words);
  const url = new URL(address);
  const hash = url.hash === '' ? '#' : url.hash;
  url.hash = '';
  return `${url.href}${hash}:~:text=${target}`;
}

/** Whether an address is one that a browser opens a page by; it comes from a text, and might be anything. */
export function isHttpAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}
