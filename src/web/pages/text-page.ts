import type { HeldTexts } from '../../app/asking/held-texts.js';
import type { Verification } from '../../app/asking/verify-quote.js';
import { groupBlocks } from '../../app/pages/arrange-text.js';
import { collectStored, summariseLanes, totalOf } from '../../app/pages/collect-document.js';
import { countOf, laneWording, unnamedSource } from '../../app/pages/lane-wording.js';
import type { QuotedSource, ReportBlock, ShownLabel } from '../../app/pages/report-document.js';
import { addressOfText, anchorOfSpan } from '../../app/pages/text-address.js';
import { lanes } from '../../core/labelling/labels.js';
import type { IndexedDocument } from '../../core/search/search-index.js';
import { isNameOfFile, type SourceDocument } from '../../core/text/document.js';
import type { Span } from '../../core/text/span.js';
import { html, type Html } from '../html.js';
import { renderBar } from './bar.js';
import { renderAddress, renderRange, renderSentence, type LaneTrail, type OpenedQuote } from './marked-text.js';
import { isQuicklyExplained, renderReasons } from './reasons.js';
import { renderTurns } from './turns.js';

const maxSources = 8;
const turnWords = { label: 'Parts of this text', name: 'Part', before: 'Before', after: 'After' };

/** A run of sentences that one page shows. */
export interface TextPart {
  readonly first: number;
  readonly count: number;
  /** From 1, of so many. */
  readonly number: number;
  readonly parts: number;
}

/** What the page of a text opens at. */
export interface OpenedAt {
  readonly part: TextPart;
  /** Where the quote stands now; null where none was asked for or it is gone. */
  readonly quote: Span | null;
  /** What has become of it, in a sentence; null where there is nothing to say. */
  readonly note: string | null;
  /** Whether the reasons of its labels are shown, however long that takes. */
  readonly isExplained: boolean;
  /** How the file holds it now; null without a quote. */
  readonly verification: Verification | null;
}

const verifications: Readonly<Record<Verification['kind'], string>> = {
  identical: 'The file holds these words now, letter by letter.',
  moved: 'The file holds these words now, at another place; the text here is not up to date yet.',
  changed: 'The file does not hold these words any more; the text here is not up to date yet.',
  removed: 'The file is gone; the text here is not up to date yet.',
  'older-reader': 'The file was read by an earlier version of this program; it is about to be read anew.',
  elsewhere: 'The file lies on another machine, where it was read for this text.',
};

/** A text with its lanes marked, opened at a quote. */
export function renderText(indexed: IndexedDocument, opened: OpenedAt, held: HeldTexts): Html {
  const { part, quote, note } = opened;
  const { document } = indexed;
  const { words, unclearWords, sources } = summariseLanes(indexed);
  const { metadata, path } = document;
  const isUntitled = isNameOfFile(metadata.title, path);
  const facts = [metadata.author, metadata.publication, metadata.date, metadata.genre, isUntitled ? null : path];
  const shown = facts.filter((fact) => fact !== null && fact !== '');
  return html`<article aria-labelledby="title">
    <header class="about-text">
      <h1 id="title" dir="auto">${isUntitled ? path : metadata.title}</h1>
      <p class="facts">
        ${shown.map((fact) => html`<span><bdi>${fact}</bdi></span> `)}<span>${countOf(totalOf(words), 'word')}</span>
      </p>
      ${metadata.url === null ? null : html`<p class="facts">${renderAddress(metadata.url)}</p>`}
      ${renderBar(words, unclearWords)} ${renderSources(sources)} ${renderLegend()}
    </header>
    ${note === null ? null : html`<p class="notice" role="status">${note}</p>`}
    ${quote ? renderQuoteBox(indexed, quote, opened, held) : null} ${renderParts(document, part)}
    <div class="text">${renderBlocks(indexed, part, quote)}</div>
    ${renderParts(document, part)}
  </article>`;
}

function renderLegend(): Html {
  return html`<ul class="legend" aria-label="How lanes are marked">
    ${lanes.map((lane) => html`<li><span class="${lane}">${laneWording[lane].name}</span></li> `)}
    <li>the number of a paragraph says why its labels are as they are</li>
  </ul>`;
}

function renderSources(sources: readonly QuotedSource[]): Html | null {
  if (sources.length === 0) return null;
  const shown = sources.slice(0, maxSources).map(({ name, isPronoun, sentences }, i) => {
    const shownName = name !== null && isPronoun ? `“${name.toLowerCase()}”` : (name ?? unnamedSource);
    return html`${i > 0 ? '; ' : ''}<bdi>${shownName}</bdi> ${sentences}×`;
  });
  const more = sources.length - maxSources;
  return html`<p class="facts">Who is quoted: ${shown}${more > 0 ? ` and ${countOf(more, 'more source')}` : ''}.</p>`;
}

/** What is known about the quote that the text is opened at. */
function renderQuoteBox(
  indexed: IndexedDocument,
  quote: Span,
  { verification, isExplained }: OpenedAt,
  held: HeldTexts,
): Html {
  const { document } = indexed;
  const exact = document.text.slice(quote.start, quote.end);
  return html`<aside class="quote-box" aria-label="The words that this text is opened at">
    <p>
      <a href="#${anchorOfSpan(quote)}">To the marked words</a>
      ${verification ? html`<span class="small">${verifications[verification.kind]}</span>` : null}
    </p>
    ${
      isExplained || isQuicklyExplained(indexed)
        ? html`<details ${isExplained ? html`open` : null}>
            <summary>Why they have their labels</summary>
            ${renderReasons(indexed, quote, held)}
          </details>`
        : html`<p><a href="${addressOfText(document.id, { ...quote, exact }, true)}">Why they have their labels</a></p>`
    }
  </aside>`;
}

function renderParts({ id }: SourceDocument, { number, parts }: TextPart): Html | null {
  return renderTurns({ page: number, pages: parts }, turnWords, (to) => `${addressOfText(id)}?part=${to}`);
}

function renderBlocks(indexed: IndexedDocument, part: TextPart, span: Span | null): Html[] {
  const { document, sentences } = indexed;
  const collected = collectStored(indexed, part.first, part.count);
  const quote: OpenedQuote | null = span && { ...span, isAnchored: false };
  const trail: LaneTrail = { name: null };
  const blockOf = (sentence: number): number => sentences[sentence]?.block ?? 0;
  const from = part.first === 0 ? 0 : blockOf(part.first);
  const to = part.number === part.parts ? collected.blocks.length : blockOf(part.first + part.count);
  const blocks = part.parts === 1 ? collected.blocks : collected.blocks.slice(from, to);
  return groupBlocks({ document, blocks }).map((group) => {
    const inner = group.map((shown) => renderBlock(document, shown, quote, trail));
    const kind = group[0]?.block.kind;
    if (kind === 'list-item')
      return html`<ul>
        ${inner}
      </ul>`;
    if (kind === 'quotation') return html`<blockquote>${inner}</blockquote>`;
    return html`${inner}`;
  });
}

function renderBlock(
  document: SourceDocument,
  { block, sentences }: ReportBlock<ShownLabel>,
  quote: OpenedQuote | null,
  trail: LaneTrail,
): Html {
  if (block.kind === 'heading') return html`<h2 dir="auto">${renderRange(document, block, quote)}</h2>`;
  const parts: Html[] = [];
  let from = block.start;
  for (const sentence of sentences) {
    parts.push(renderRange(document, { start: from, end: sentence.start }, quote));
    parts.push(renderSentence(document, sentence, quote, trail));
    from = sentence.end;
  }
  parts.push(renderRange(document, { start: from, end: block.end }, quote));
  const number = sentences.length === 0 ? null : renderNumber(document, block);
  if (block.kind === 'list-item') return html`<li class="block" dir="auto">${number}${parts}</li>`;
  if (block.kind === 'code') return html`<pre class="block" dir="auto">${number}${parts}</pre>`;
  return html`<p class="block ${block.kind}" dir="auto">${number}${parts}</p>`;
}

/** The number of a paragraph opens it as a quote, with its reasons. */
function renderNumber(
  { id, text }: SourceDocument,
  { start, end, paragraph }: Span & { readonly paragraph: number },
): Html {
  const address = addressOfText(id, { start, end, exact: text.slice(start, end) }, true);
  return html`<a class="number" href="${address}" aria-label="Paragraph ${paragraph}: why its labels">${paragraph}</a>`;
}
