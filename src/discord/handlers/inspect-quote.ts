import type { OpenIndex } from '../../app/asking/open-index.js';
import { findFingerprint, fingerprint } from '../../core/text/fingerprint.js';
import type { Lane, StoredLabel } from '../../core/labelling/labels.js';
import type { IndexedDocument } from '../../core/search/search-index.js';
import type { Span } from '../../core/text/span.js';
import type { QuoteReference } from '../custom-id.js';
import { wrongLabelButton } from '../features/review/wrong-label-button.js';
import type { Card } from '../render/card.js';
import { renderContext } from '../render/context.js';
import { renderNotice } from '../render/notice.js';
import { renderReasons } from '../render/reasons.js';
import { renderVerification } from '../render/verification.js';
import type { Texts } from '../texts/texts.js';

/** The quote inside its surroundings. */
export function showContext(quote: QuoteReference, page: number, library: OpenIndex, texts: Texts): Card {
  const found = locateQuote(quote, library, texts);
  return 'components' in found ? found : renderContext(found.indexed, found.quote, page, texts);
}

/** Why the sentences of the quote have their labels; `lane` is the one that it was shown in. */
export function showReasons(quote: QuoteReference, lane: Lane | null, library: OpenIndex, texts: Texts): Card {
  const found = locateQuote(quote, library, texts);
  if ('components' in found) return found;
  const { document, sentences } = found.indexed;
  const findSet = ({ start }: Span): StoredLabel | null => {
    const label = sentences.find((sentence) => sentence.start === start)?.label;
    return label?.moderator ? label : null;
  };
  const labels = library.explainLabels(found.indexed, found.quote);
  return renderReasons(labels, document, texts, findSet, [
    wrongLabelButton({ quote: found.quote, lane }, texts.locale),
  ]);
}

/** What the source file says now. */
export async function showVerification(quote: QuoteReference, library: OpenIndex, texts: Texts): Promise<Card> {
  const indexed = library.findDocument(quote.documentId);
  if (!indexed) return renderNotice(texts.verification.removed, 'warning');
  const verification = await library.verifyQuote(indexed.document, quote, quote.mark);
  return renderVerification(verification, indexed.document.path, Date.now(), texts);
}

/** The quote at its place in the index as it is now, which may have moved; else what has become of it. */
export function locateQuote(
  quote: QuoteReference,
  library: OpenIndex,
  texts: Texts,
): { indexed: IndexedDocument; quote: QuoteReference } | Card {
  const indexed = library.findDocument(quote.documentId);
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
