import type { Verification } from '../../../app/asking/verify-quote.js';
import type { Lane, StoredLabel } from '../../../core/labelling/labels.js';
import { sourceLink } from '../../../core/text/source-link.js';
import type { Span } from '../../../core/text/span.js';
import type { QuoteReference } from '../../custom-ids/fields.js';
import { wrongLabelButton } from '../../cards/quote.js';
import { locateQuote } from '../../quotes/locate-quote.js';
import { linkButtons, renderNotice, type Card } from '../../cards/card.js';
import { renderContext } from './context-card.js';
import { escapeMarkdown, showTime } from '../../cards/markdown.js';
import { renderReasons } from '../../cards/reasons.js';
import type { Texts } from '../../texts/texts.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';

const looks = {
  identical: 'good',
  moved: 'good',
  changed: 'warning',
  removed: 'warning',
  'older-reader': 'warning',
  elsewhere: 'good',
} as const;

/** The quote inside its surroundings. */
export async function showContext(
  quote: QuoteReference,
  page: number,
  library: OpenIndex,
  texts: Texts,
  publicUrl: string | null,
): Promise<Card> {
  const found = await locateQuote(quote, library, texts);
  return 'components' in found ? found : renderContext(found.indexed, found.quote, page, texts, publicUrl);
}

/**
 * Whether the source file still holds the quote, and why its sentences have their labels; `lane` is the one that it was shown in. Where no
 * moderators review labels (`isReviewed`) there is no button to find one wrong.
 */
export async function showReasons(
  quote: QuoteReference,
  lane: Lane | null,
  library: OpenIndex,
  texts: Texts,
  isReviewed: boolean,
): Promise<Card> {
  if (library.holdsElsewhere(quote.documentId)) return renderNotice(texts.documentWithheld, 'warning');
  const verified = await showVerification(quote, library, texts);
  const found = await locateQuote(quote, library, texts);
  // What is gone or changed has no label any more; what the file says now is told either way.
  if ('components' in found) return { components: [...verified.components, ...found.components] };
  const { document, sentences } = found.indexed;
  const findSet = ({ start }: Span): StoredLabel | null => {
    const label = sentences.find((sentence) => sentence.start === start)?.label;
    return label?.moderator ? label : null;
  };
  const labels = found.held.explainLabels(found.indexed, found.quote);
  const buttons = [
    ...(isReviewed ? [wrongLabelButton({ quote: found.quote, lane }, texts)] : []),
    ...linkButtons(sourceLink(document, found.quote), texts.button.source),
  ];
  return renderReasons(labels, document, texts, { findSet, above: verified, buttons });
}

/** What the source file says now. */
export async function showVerification(quote: QuoteReference, library: OpenIndex, texts: Texts): Promise<Card> {
  const listed = library.findListed(quote.documentId);
  if (!listed) {
    const isElsewhere = library.holdsElsewhere(quote.documentId);
    return renderNotice(isElsewhere ? texts.documentWithheld : texts.verification.removed, 'warning');
  }
  const verification = await library.verifyQuote(listed, quote, quote.mark);
  return renderVerification(verification, listed.path, Date.now(), texts);
}

/** What re-reading the source file has shown; `readAtMs` becomes a time in the reader's own zone. */
function renderVerification({ kind }: Verification, path: string, readAtMs: number, texts: Texts): Card {
  const time = showTime(readAtMs, 'T');
  const read = kind === 'elsewhere' ? '' : `\n-# ${texts.verifiedAt(escapeMarkdown(path), time)}`;
  return renderNotice(`${texts.verification[kind]}${read}`, looks[kind]);
}
