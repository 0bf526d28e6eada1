import { describeStatement, placeWords, repairs } from '../../app/asking/answer-wording.js';
import type { HeldTexts } from '../../app/asking/held-texts.js';
import { explainLabel, lowerFirst, nameLabel } from '../../app/pages/lane-wording.js';
import { addressOfText } from '../../app/pages/text-address.js';
import type { IndexedDocument } from '../../core/search/search-index.js';
import { readContext } from '../../core/search/read-context.js';
import { readQuoted, type Citation, type Quote } from '../../core/search/quote.js';
import { namePlace } from '../../core/text/name-place.js';
import { isNameOfFile } from '../../core/text/document.js';
import { isHttpAddress, sourceLink } from '../../core/text/source-link.js';
import { contains, overlapping, shorten, type Span } from '../../core/text/span.js';
import { html, type Html } from '../html.js';
import { renderRange } from './marked-text.js';
import { isQuicklyExplained, renderReasons } from './reasons.js';

const maxAboveLength = 200;

/** Quotes as they come; the lane with its explanation stands above the first of several in a row. */
export function renderQuotes(quotes: readonly Quote[], held: HeldTexts): Html {
  const groups: [Quote, ...Quote[]][] = [];
  for (const quote of quotes) {
    const last = groups.at(-1);
    if (last?.[0].label === quote.label && last[0].attributedTo === quote.attributedTo) last.push(quote);
    else groups.push([quote]);
  }
  return html`${groups.map(
    (group) =>
      html`<section class="lane ${group[0].label}">
        <h2>${nameLabel(group[0].label, group[0].attributedTo)}</h2>
        <p class="line">${explainLabel(group[0].label, group[0].attributedTo, null)}</p>
        ${group.map((quote) => renderQuote(quote, held))}
      </section>`,
  )}`;
}

function renderQuote(quote: Quote, held: HeldTexts): Html {
  const { above, continues, unit } = quote;
  const indexed = held.findDocument(quote.document.id);
  return html`<article class="quote">
    ${above.map((line) => html`<p class="above" dir="auto">${shorten(line, maxAboveLength)}</p>`)}
    <blockquote class="${unit}" dir="auto">
      <p>“${renderWords(quote)}”${continues ? html` <span class="goes-on">[…]</span>` : null}</p>
    </blockquote>
    ${renderCitation(quote)} ${renderNotes(quote)}
    <div class="folds">${indexed ? [renderWhy(quote, indexed, held), renderSurroundings(quote, indexed)] : null}</div>
  </article>`;
}

/** The words without notation: the answering ones in bold, parts of another lane with its line. */
function renderWords(quote: Quote): Html {
  const { start, end, spans, answer } = quote;
  const inner = [...spans, ...(answer ? [answer] : [])].flatMap((span) => [span.start, span.end]);
  const cuts = [...new Set([start, ...inner.filter((at) => at > start && at < end), end])].sort((a, b) => a - b);
  const parts = cuts.slice(1).map((to, i) => {
    const piece: Span = { start: cuts[i] ?? start, end: to };
    const words = readQuoted(quote, piece);
    const shown = answer && contains(answer, piece) ? html`<strong>${words}</strong>` : html`${words}`;
    const lane = spans.find((span) => contains(span, piece))?.label;
    return lane === undefined ? shown : html`<span class="${lane}">${shown}</span>`;
  });
  return html`${parts}`;
}

function renderCitation(quote: Quote): Html {
  const { document, section } = quote;
  const isUntitled = isNameOfFile(document.title, document.path);
  const place = [isUntitled ? document.path : document.title, ...section];
  const parts = [document.author, document.publication, document.date, namePlace(quote, placeWords)];
  if (!isUntitled) parts.push(document.path);
  return html`<p class="citation" dir="auto">
    <a href="${addressOfText(document.id, quote)}"><cite>${joinApart(place, ' › ')}</cite></a>
    ${parts.filter((part) => part !== null && part !== '').map((part) => html` · <bdi>${part}</bdi>`)}
  </p>`;
}

/** Parts next to each other, of which none turns the direction of the others. */
export function joinApart(parts: readonly string[], mark: string): Html[] {
  return parts.map((part, i) => html`${i > 0 ? mark : ''}<bdi>${part}</bdi>`);
}

function renderNotes(quote: Quote): Html | null {
  const { spans, continues, statement, labelledBy, step, alsoIn } = quote;
  const notes = [
    ...spans.map(
      (span) =>
        html`Within it, <span class="${span.label}">${lowerFirst(nameLabel(span.label, span.attributedTo))}</span>:
          “${readQuoted(quote, span).trim()}”`,
    ),
    ...(continues ? [html`It goes on in the text.`] : []),
    ...(statement === undefined ? [] : [html`${describeStatement(statement)}`]),
    ...[...new Set(quote.repairs?.map(({ kind }) => kind))].map((kind) => html`${repairs[kind]}`),
    ...(labelledBy === 'moderator' ? [html`Label set by a moderator.`] : []),
    ...(step === 'unclear' ? [html`The label is unclear.`] : []),
    ...(alsoIn.length > 0 ? [html`Nearly the same words in ${linkAll(alsoIn.map(({ document }) => document))}.`] : []),
  ];
  return notes.length === 0
    ? null
    : html`<ul class="notes">
        ${notes.map((note) => html`<li>${note}</li>`)}
      </ul>`;
}

function linkAll(documents: readonly Citation[]): Html[] {
  const distinct = [...new Map(documents.map((document) => [document.id, document])).values()];
  return distinct.map(
    ({ id, title, path }, i) =>
      html`${i > 0 ? ', ' : ''}<a href="${addressOfText(id)}"><bdi>${title || path}</bdi></a>`,
  );
}

function renderWhy(quote: Quote, indexed: IndexedDocument, held: HeldTexts): Html {
  return html`<details>
    <summary>Why</summary>
    ${
      isQuicklyExplained(indexed)
        ? renderReasons(indexed, quote, held)
        : html`<p><a href="${addressOfText(quote.document.id, quote, true)}">Its reasons stand with the text</a></p>`
    }
  </details>`;
}

function renderSurroundings(quote: Quote, indexed: IndexedDocument): Html {
  const { document } = indexed;
  const source = sourceLink(document, quote);
  return html`<details>
    <summary>Context</summary>
    <div class="context">${renderContext(indexed, quote)}</div>
    <p class="ways">
      <a href="${addressOfText(document.id, quote)}">The whole text</a>
      ${source !== null && isHttpAddress(source) ? html`<a href="${source}" rel="noopener noreferrer external">Its source</a>` : null}
    </p>
  </details>`;
}

/** The sentences around a quote, block by block, with the quote marked. */
function renderContext(indexed: IndexedDocument, { start, end }: Quote): Html {
  const { document } = indexed;
  const context = readContext(indexed, { start, end }, 0);
  const inside = overlapping(document.blocks, context).flatMap((at) => document.blocks[at] ?? []);
  return html`${inside.map((block, i) => {
    const range = { start: Math.max(block.start, context.start), end: Math.min(block.end, context.end) };
    const words = renderRange(document, range, { start, end, isAnchored: true });
    const [before, after] = [i === 0 && context.hasEarlier, i === inside.length - 1 && context.hasLater];
    return html`<p class="${block.kind}" dir="auto">${before ? '… ' : ''}${words}${after ? ' …' : ''}</p>`;
  })}`;
}
