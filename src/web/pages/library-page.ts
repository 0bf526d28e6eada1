import { describeDoubts } from '../../app/indexing/describe-doubts.js';
import { summariseLanes, totalOf } from '../../app/pages/collect-document.js';
import { countOf, formatNumber } from '../../app/pages/lane-wording.js';
import { addressOfText } from '../../app/pages/text-address.js';
import type { IndexedDocument } from '../../core/search/search-index.js';
import { isNameOfFile } from '../../core/text/document.js';
import { html, type Html } from '../html.js';
import { renderBar } from './bar.js';
import { noTexts } from './layout.js';
import { joinApart } from './quote-view.js';
import { renderTurns, type Turn } from './turns.js';

/** Share of unclear words from which on a text is said to be in doubt. */
const doubtful = 0.25;
const turnWords = { label: 'Pages of the library', name: 'Page', before: 'Before', after: 'After' };

interface Shelf extends Turn<IndexedDocument> {
  /** Of all texts, or of those that fit what was typed. */
  readonly found: number;
  readonly typed: string;
  readonly counts: { readonly documents: number; readonly sentences: number };
  /** What was noticed when the texts were read; none for whoever may not see it. */
  readonly notices: readonly string[];
  /** Why the texts could not be brought up to date; null where they are. */
  readonly problem: string | null;
}

/** What is in: each text with its date, size, kind and shares, and what is doubtful about it. */
export function renderLibrary(shelf: Shelf): Html {
  const { shown, found, typed, counts, notices, problem } = shelf;
  const size = `${countOf(counts.documents, 'text')}, ${countOf(counts.sentences, 'sentence')}`;
  return html`<h1>Library</h1>
    <p class="lead">${size}.${typed === '' ? null : ` ${countOf(found, 'text')} for “${typed}”.`}</p>
    ${problem === null ? null : html`<p class="notice" role="status">Not up to date: ${problem}</p>`}
    ${notices.length === 0 ? null : renderNotices(notices)}
    <form class="find" action="/library" method="get" role="search">
      <label for="find">Find a text by its title, author or date</label>
      <div class="line-of-question">
        <input id="find" name="find" type="search" value="${typed}" maxlength="100" dir="auto" autocomplete="off" />
        <button>Find</button>
      </div>
    </form>
    ${found === 0 ? html`<p>${counts.documents === 0 ? noTexts : 'There is none.'}</p>` : renderTable(shown)}
    ${renderTurns(shelf, turnWords, (page) => addressOfPage(typed, page))}`;
}

function renderNotices(notices: readonly string[]): Html {
  return html`<details class="notice">
    <summary>${countOf(notices.length, 'notice')} about these texts</summary>
    <ul>
      ${notices.map((notice) => html`<li>${notice}</li>`)}
    </ul>
  </details>`;
}

function renderTable(shown: readonly IndexedDocument[]): Html {
  return html`<div class="scrolls" role="region" aria-label="Texts" tabindex="0">
    <table class="library">
      <thead>
        <tr>
          <th scope="col">Text</th>
          <th scope="col">Date</th>
          <th scope="col">Kind</th>
          <th scope="col" class="figure">Words</th>
          <th scope="col">Reported, claimed, opinion</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(renderRow)}
      </tbody>
    </table>
  </div>`;
}

function renderRow(indexed: IndexedDocument): Html {
  const { metadata, id, path } = indexed.document;
  const { words, unclearWords } = summariseLanes(indexed);
  const total = totalOf(words);
  const isUntitled = isNameOfFile(metadata.title, path);
  const facts = [metadata.author, metadata.publication, isUntitled ? null : path];
  const by = facts.filter((fact) => fact !== null).filter((fact) => fact !== '');
  const isDoubtful = unclearWords / total >= doubtful;
  const labels = total === 0 ? 'no sentence has a label' : isDoubtful ? 'many labels are unclear' : '';
  const doubts = [describeDoubts(indexed.document.derivation?.doubts ?? []), labels]
    .filter((part) => part !== '')
    .join('; ');
  return html`<tr>
    <th scope="row">
      <a href="${addressOfText(id)}" dir="auto">${isUntitled ? path : metadata.title}</a>
      <span class="by" dir="auto">${joinApart(by, ' · ')}</span>
      ${doubts === '' ? null : html`<span class="doubt">Doubt: ${doubts}.</span>`}
    </th>
    ${renderFact(metadata.date)} ${renderFact(metadata.genre ?? metadata.kind ?? null)}
    <td class="figure">${formatNumber(total)}</td>
    <td>${renderBar(words, unclearWords)}</td>
  </tr>`;
}

function renderFact(fact: string | null): Html {
  return fact === null || fact === '' ? html`<td class="none">–</td>` : html`<td>${fact}</td>`;
}

function addressOfPage(typed: string, page: number): string {
  const query = new URLSearchParams({ ...(typed === '' ? {} : { find: typed }), page: String(page) });
  return `/library?${query.toString()}`;
}
