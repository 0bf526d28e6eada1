import type { SourceDocument } from '../core/text/document.js';
import { totalOf } from '../app/pages/collect-document.js';
import { groupBlocks } from '../app/pages/arrange-text.js';
import { element, type Html } from './escape-html.js';
import { countOf } from '../app/pages/lane-wording.js';
import { renderBar } from './render-bar.js';
import { renderSentence, renderText } from './render-sentence.js';
import { renderSourceLine } from './render-sources.js';
import type { ReportBlock, ReportDocument } from '../app/pages/report-document.js';

/** A document in full: what is known about it, its shares, whom it quotes, and its text with every lane marked. */
export function renderDocument(report: ReportDocument, number: number, count: number): Html {
  const { document, words, unclearWords, sources } = report;
  const id = documentAnchor(number);
  const next = number < count ? documentAnchor(number + 1) : 'end';
  return element`
    <article class="document" id="${id}" aria-labelledby="${id}t">
      <header>
        <h2 id="${id}t" dir="auto">${document.metadata.title}</h2>
        <p class="facts">
          ${describe(document).map((fact) => element`<span dir="auto">${fact}</span>\n`)}
          <span>${countOf(totalOf(words), 'word')}</span>
        </p>
        ${renderUrl(document.metadata.url)}
        <div class="shown-bar">${renderBar(words, unclearWords)}</div>
        ${renderSourceLine(sources)}
        <p class="jumps">
          <a href="#overview">Overview</a> <a href="#${next}">${number < count ? 'Next document' : 'End'}</a>
        </p>
      </header>
      <div class="text">${renderBlocks(report, id)}</div>
    </article>
  `;
}

/** The fragment of a document's place in the page; documents count from 1. */
export function documentAnchor(number: number): string {
  return `d${number}`;
}

function describe({ metadata, path }: SourceDocument): string[] {
  return [metadata.author, metadata.publication, metadata.date, metadata.genre, path].filter((fact) => fact !== null);
}

function renderUrl(url: string | null): Html | null {
  return url === null ? null : element`<p class="url"><a href="${url}" rel="noopener noreferrer">${url}</a></p>`;
}

function renderBlocks(report: ReportDocument, id: string): Html[] {
  const { document } = report;
  return groupBlocks(report).map((group) => {
    const inner = group.map((shown) => renderBlock(document, shown, id));
    const kind = group[0]?.block.kind;
    if (kind === 'list-item') return element`\n<ul>${inner}\n</ul>`;
    if (kind === 'quotation') return element`\n<blockquote>${inner}\n</blockquote>`;
    return element`${inner}`;
  });
}

function renderBlock(document: SourceDocument, { block, sentences }: ReportBlock, id: string): Html {
  if (block.kind === 'heading') return element`\n<h3 dir="auto">${renderText(document, block)}</h3>`;
  const parts: Html[] = [];
  let from = block.start;
  for (const sentence of sentences) {
    parts.push(renderText(document, { start: from, end: sentence.start }));
    parts.push(renderSentence(document, sentence, `${id}c${sentence.start}`));
    from = sentence.end;
  }
  const content = element`${parts}${renderText(document, { start: from, end: block.end })}`;
  return block.kind === 'list-item'
    ? element`\n<li class="block" dir="auto" data-paragraph="${block.paragraph}">${content}</li>`
    : element`\n<p class="block" dir="auto" data-paragraph="${block.paragraph}">${content}</p>`;
}
