import { fingerprint } from '../../core/text/fingerprint.js';
import type { Span } from '../../core/text/span.js';

/** The id of the element that holds a range of a text, in its page. */
export function anchorOfSpan({ start, end }: Span): string {
  return `s=${start}-${end}`;
}

/**
 * Where the page of `verbatim serve` shows a text, from the slash on; at a quote where there is one. The quote is named for the server
 * and, as a fragment, for the browser, and by its fingerprint, so that it is found when the text has changed.
 */
export function addressOfText(
  documentId: string,
  quote: (Span & { readonly exact: string }) | null = null,
  withReasons = false,
): string {
  const address = `/text/${encodeURIComponent(documentId)}`;
  if (quote === null) return address;
  const anchor = anchorOfSpan(quote);
  return `${address}?${anchor}&m=${fingerprint(quote.exact)}${withReasons ? '&why=1' : ''}#${anchor}`;
}
