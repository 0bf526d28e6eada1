import { element, type Html } from './escape-html.js';
import { countOf, formatNumber, unnamedSource } from '../app/pages/lane-wording.js';
import type { QuotedSource } from '../app/pages/report-document.js';

const maxShownOverall = 15;
const maxShownPerDocument = 6;

/** Who is quoted how often over all documents; those quoted least are folded away. */
export function renderSourceTable(sources: readonly QuotedSource[]): Html {
  if (sources.length === 0) return element`<p>Nobody is quoted.</p>`;
  const most = Math.max(...sources.map(({ sentences }) => sentences));
  const shown = sources.slice(0, maxShownOverall);
  const folded = sources.slice(maxShownOverall);
  return element`${renderTable(shown, most)}${
    folded.length > 0
      ? element`<details>
          <summary>${countOf(folded.length, 'more source')}</summary>
          ${renderTable(folded, most)}
        </details>`
      : null
  }`;
}

function renderTable(sources: readonly QuotedSource[], most: number): Html {
  const rows = sources.map(
    (source) =>
      element`\n<tr>
        <th scope="row" dir="auto">${nameOf(source)}</th>
        <td class="count">
          <span class="tally" aria-hidden="true"><span class="attributed" style="width:${shareOf(source, most)}%"></span></span>
        </td>
        <td class="number">${formatNumber(source.sentences)}</td>
        <td class="number">${formatNumber(source.words)}</td>
        <td class="number">${formatNumber(source.documents)}</td>
      </tr>`,
  );
  return element`<table class="sources">
    <thead>
      <tr>
        <th scope="col" colspan="2">Source</th>
        <th scope="col" class="number">Sentences</th>
        <th scope="col" class="number">Words</th>
        <th scope="col" class="number">Documents</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

/** Width of a source's bar in per cent, never nothing. */
function shareOf({ sentences }: QuotedSource, most: number): number {
  return Math.max(1, Math.round((sentences / most) * 100));
}

/** One paragraph that says whom a document quotes. */
export function renderSourceLine(sources: readonly QuotedSource[]): Html {
  if (sources.length === 0) return element`<p class="quoted">Nobody is quoted.</p>`;
  const shown = sources.slice(0, maxShownPerDocument);
  const folded = sources.slice(maxShownPerDocument);
  return element`<p class="quoted">Quoted: ${joinSources(shown)}</p>
    ${
      folded.length > 0
        ? element`<details class="quoted">
            <summary>${countOf(folded.length, 'more source')}</summary>
            <p>${joinSources(folded)}</p>
          </details>`
        : null
    }`;
}

function joinSources(sources: readonly QuotedSource[]): Html[] {
  return sources.map(
    (source, i) =>
      element`${i > 0 ? '; ' : ''}${nameOf(source)}
        <span class="times">${source.sentences}×, ${countOf(source.words, 'word')}</span>`,
  );
}

function nameOf({ name, isPronoun }: QuotedSource): Html {
  if (name === null) return element`<i>${unnamedSource}</i>`;
  return isPronoun ? element`<i>“${name}”, not resolved</i>` : element`<bdi>${name}</bdi>`;
}
