import type { SourceDocument } from '../../core/text/document.js';
import type { Span } from '../../core/text/span.js';
import { locateSpan } from '../../core/text/fingerprint.js';
import type { IndexedDocument } from '../../core/search/search-index.js';
import { renderNotice, type Card } from '../cards/card.js';
import type { QuoteReference } from '../custom-ids/fields.js';
import type { HeldTexts } from '../../app/asking/held-texts.js';
import type { OpenIndex } from '../../app/asking/open-index.js';
import type { Texts } from '../texts/texts.js';

/** A quote in its document. */
interface LocatedQuote {
  readonly indexed: IndexedDocument;
  readonly held: HeldTexts;
  readonly quote: QuoteReference;
}

/** The quote at its place in the index as it is now, which may have moved; else what has become of it. */
export async function locateQuote(quote: QuoteReference, index: OpenIndex, texts: Texts): Promise<LocatedQuote | Card> {
  const held = await index.fetchTexts([quote.documentId]);
  const indexed = held.findDocument(quote.documentId);
  if (!indexed)
    return renderNotice(
      index.holdsElsewhere(quote.documentId) ? texts.documentWithheld : texts.documentGone,
      'warning',
    );
  const place = placeQuote(quote, indexed.document);
  if (place === null) return renderNotice(texts.quoteGone, 'warning');
  return { indexed, held, quote: { ...quote, ...place } };
}

/** Where the very words of a quote stand in its document now; null where they do not any more. */
export function placeQuote({ start, end, mark }: QuoteReference, { text }: SourceDocument): Span | null {
  return locateSpan(text, { start, end }, mark);
}

/** What is said of a document that is not, or no longer, among the texts that are asked here. */
export function renderLeft(documentId: string, index: OpenIndex, texts: Texts): Card {
  return renderNotice(index.holdsElsewhere(documentId) ? texts.documentWithheld : texts.documentLeft);
}
