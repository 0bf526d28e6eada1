import { createHash } from 'node:crypto';
import { lanes } from '../core/labelling/labels.js';
import { addCounts, totalOf } from '../app/pages/collect-document.js';
import { mergeSources } from '../app/pages/collect-sources.js';
import { element, Html } from './escape-html.js';
import { countOf, formatNumber, laneWording } from '../app/pages/lane-wording.js';
import { pageScript } from './page-script.js';
import { pageStyle } from './page-style.js';
import { renderBar } from './render-bar.js';
import { documentAnchor, renderDocument } from './render-document.js';
import { renderSourceTable } from './render-sources.js';
import type { ReportDocument } from '../app/pages/report-document.js';

// Nothing is fetched from anywhere, and no script runs but our own, whatever a document holds.
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  `script-src 'sha256-${createHash('sha256').update(pageScript).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** One self-contained page about all documents, in their order. The same documents give the same page. */
export function renderPage(documents: readonly ReportDocument[]): string {
  const words = addCounts(documents.map((document) => document.words));
  const unclearWords = documents.reduce((sum, document) => sum + document.unclearWords, 0);
  const page = element`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>Reported, claimed, opinion: ${countOf(documents.length, 'document')}</title>
        <link rel="icon" href="data:," />
        <style>${new Html(pageStyle)}</style>
      </head>
      <body>
        <a class="skip" href="#overview">Skip to the overview</a>
        <header class="top">
          <h1>Reported, claimed, opinion</h1>
          <p class="sum">
            ${countOf(documents.length, 'document')}, ${countOf(totalOf(words), 'word')}. Every sentence is marked by
            who stands behind it.
          </p>
          <div class="shown-bar">${renderBar(words, unclearWords)}</div>
          ${renderLegend(documents.some(hasSetLabel))}
        </header>
        ${renderSwitches()}
        <main>
          <section id="overview" aria-labelledby="overview-title">
            <h2 id="overview-title">Documents</h2>
            ${documents.length > 0 ? renderOverview(documents) : element`<p>There is no text in the corpus folder.</p>`}
          </section>
          <section aria-labelledby="sources-title">
            <h2 id="sources-title">Who is quoted how often</h2>
            <p class="note">
              Sentences and words attributed to each source, under the name that stands in the text: one person with two
              names is counted under both.
            </p>
            ${renderSourceTable(mergeSources(documents))}
          </section>
          ${documents.map((document, i) => renderDocument(document, i + 1, documents.length))}
        </main>
        <footer id="end">
          <p>
            The labels are made by rules and weights, not by a person${documents.some(hasSetLabel) ? ' unless marked as set' : ''}, and can be wrong; the reasons say why each was
            given. “Reported” never means true. <a href="#overview">Back to the overview</a>
          </p>
        </footer>
        <script>${new Html(pageScript)}</script>
      </body>
    </html>`;
  return `${page.source}\n`;
}

function hasSetLabel({ blocks }: ReportDocument): boolean {
  return blocks.some(({ sentences }) => sentences.some(({ label }) => label.moderator !== undefined));
}

function renderLegend(hasSetLabels: boolean): Html {
  const entries = lanes.map(
    (lane) =>
      element`<div>
        <dt><span class="${lane}">${laneWording[lane].name}</span></dt>
        <dd>${laneWording[lane].line}</dd>
      </div>\n`,
  );
  const setEntry = element`<div>
        <dt><span class="s set">Set</span></dt>
        <dd>A moderator set the label in place of the rules.</dd>
      </div>`;
  return element`<dl class="legend" aria-label="Legend">
      ${entries}
      <div>
        <dt><span class="s unclear">Unclear</span></dt>
        <dd>The reasons on both sides weigh nearly the same.</dd>
      </div>
      ${hasSetLabels ? setEntry : null}
    </dl>
    <p class="note">
      Point at a sentence, tap it or reach it with the Tab key to see the reasons for its label and who is quoted;
      Escape hides them. A longer bar weighs more. Headings have no label and are not counted;
      <span class="notation">notation</span> of the source is small and grey.
    </p>`;
}

/** Switches that take a lane's marks away; they need no script. */
function renderSwitches(): Html {
  const boxes = lanes.map(
    (lane) =>
      element`<label><input type="checkbox" id="show-${lane}" checked /> <span class="${lane}">${laneWording[lane].name}</span></label>\n`,
  );
  return element`<form class="switches" aria-label="Lanes to mark"><span class="hint">Mark</span> ${boxes}</form>`;
}

function renderOverview(documents: readonly ReportDocument[]): Html {
  const rows = documents.map(
    ({ document: { metadata }, words, unclearWords }, i) =>
      element`\n<tr role="row">
        <th scope="row" role="rowheader"><a href="#${documentAnchor(i + 1)}" dir="auto">${metadata.title}</a></th>
        <td role="cell" class="genre">${metadata.genre ?? '–'}</td>
        <td role="cell" class="number">${formatNumber(totalOf(words))}<span class="unit"> words</span></td>
        <td role="cell" class="lanes">${renderBar(words, unclearWords)}</td>
      </tr>`,
  );
  return element`<table class="overview" role="table">
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">Document</th>
        <th scope="col" role="columnheader">Genre</th>
        <th scope="col" role="columnheader" class="number">Words</th>
        <th scope="col" role="columnheader">Reported, claimed, opinion</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows}
    </tbody>
  </table>`;
}
