import { findFingerprint, fingerprint } from '../../core/text/fingerprint.js';
import type { IndexedDocument } from '../../core/search/search-index.js';
import { renderNotice, type Card } from '../cards/card.js';
import type { QuoteReference } from '../custom-ids/fields.js';
import type { OpenIndex } from '../../app/asking/open-index.js';
import type { Texts } from '../texts/texts.js';

/** The quote at its place in the index as it is now, which may have moved; else what has become of it. */
export function locateQuote(
  quote: QuoteReference,
  index: OpenIndex,
  texts: Texts,
): { indexed: IndexedDocument; quote: QuoteReference } | Card {
  const indexed = index.findDocument(quote.documentId);
  if (!indexed) return renderNotice(texts.documentGone, 'warning');
  const { text } = indexed.document;
  const length = quote.end - quote.start;
  const start =
    fingerprint(text.slice(quote.start, quote.end)) === quote.mark
      ? quote.start
      : findFingerprint(text, length, quote.mark, quote.start);
  if (start === null) return renderNotice(texts.quoteGone, 'warning');
  return { indexed, quote: { ...quote, start, end: start + length } };
}
