import { anchorOfSpan } from '../../app/pages/text-address.js';
import { cutNotation, type TextPiece } from '../../app/pages/arrange-text.js';
import { nameLabel } from '../../app/pages/lane-wording.js';
import type { ReportSentence, ShownLabel } from '../../app/pages/report-document.js';
import { isHttpAddress } from '../../core/text/source-link.js';
import type { SourceDocument } from '../../core/text/document.js';
import { contains, type Span } from '../../core/text/span.js';
import { html, type Html } from '../html.js';

/** The quote that a text is opened at. The first piece of it that is shown gets the anchor, which an element can have only once. */
export interface OpenedQuote extends Span {
  isAnchored: boolean;
}

/** A range of a document: notation set apart from words, the quote marked, nothing left out. */
export function renderRange(document: SourceDocument, range: Span, quote: OpenedQuote | null): Html {
  const pieces = cutNotation(document, range).flatMap((piece) => (quote ? cutAt(piece, quote) : [piece]));
  const parts: Html[] = [];
  for (let i = 0; i < pieces.length;) {
    const isMarked = (at: number): boolean => {
      const piece = pieces[at];
      return quote !== null && piece !== undefined && contains(quote, piece);
    };
    let end = i + 1;
    while (end < pieces.length && isMarked(end) === isMarked(i)) end++;
    const words = pieces.slice(i, end).map((piece) => renderPiece(document, piece));
    parts.push(quote && isMarked(i) ? renderMark(words, quote) : html`${words}`);
    i = end;
  }
  return html`${parts}`;
}

function cutAt(piece: TextPiece, { start, end }: Span): TextPiece[] {
  const cuts = [piece.start, ...[start, end].filter((at) => at > piece.start && at < piece.end), piece.end];
  return cuts.slice(1).map((to, i) => ({ ...piece, start: cuts[i] ?? piece.start, end: to }));
}

function renderPiece({ text }: SourceDocument, { start, end, isNotation }: TextPiece): Html {
  const words = text.slice(start, end);
  return isNotation ? html`<span class="notation">${words}</span>` : html`${words}`;
}

function renderMark(words: readonly Html[], quote: OpenedQuote): Html {
  if (quote.isAnchored) return html`<mark>${words}</mark>`;
  quote.isAnchored = true;
  return html`<mark id="${anchorOfSpan(quote)}">${words}</mark>`;
}

/** What was said in a text so far, so that a change of the lane is told to those who do not see its line. */
export interface LaneTrail {
  name: string | null;
}

/** A sentence with its lanes marked. It can be jumped to by its range, unless that is the quote's, which is marked itself. */
export function renderSentence(
  document: SourceDocument,
  sentence: ReportSentence<ShownLabel>,
  quote: OpenedQuote | null,
  trail: LaneTrail,
): Html {
  const { segments, label } = sentence;
  const parts: Html[] = [];
  let from = sentence.start;
  for (const segment of segments) {
    parts.push(renderRange(document, { start: from, end: segment.start }, quote));
    const name = nameLabel(segment.lane, segment.attributedTo);
    if (name !== trail.name) parts.push(html`<span class="told">[${name}] </span>`);
    trail.name = name;
    parts.push(html`<span class="${segment.lane}">${renderRange(document, segment, quote)}</span>`);
    from = segment.end;
  }
  parts.push(renderRange(document, { start: from, end: sentence.end }, quote));
  if (label.step === 'unclear') parts.push(html`<span class="flag" title="The label is unclear">?</span>`);
  if (label.moderator) parts.push(html`<span class="flag" title="Label set by a moderator">✎</span>`);
  const isQuote = quote?.start === sentence.start && quote.end === sentence.end;
  return isQuote
    ? html`<span class="s">${parts}</span>`
    : html`<span class="s" id="${anchorOfSpan(sentence)}">${parts}</span>`;
}

/** An address of somebody's text: a link only where a browser would open a page by it. */
export function renderAddress(url: string): Html {
  return isHttpAddress(url)
    ? html`<a href="${url}" rel="noopener noreferrer external">${url}</a>`
    : html`<span>${url}</span>`;
}
