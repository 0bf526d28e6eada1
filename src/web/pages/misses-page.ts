import type { OpenIndex } from '../../app/asking/open-index.js';
import { maxWordings, periods, type MissList, type Period } from '../../app/moderation/list-misses.js';
import { countOf } from '../../app/pages/lane-wording.js';
import type { Lane } from '../../core/labelling/labels.js';
import type { MissGroup } from '../../core/misses/miss-group.js';
import type { MissReason } from '../../core/misses/miss-store.js';
import { html, type Html } from '../html.js';

/** More groups are not shown at once: those that are set aside make room for others. */
const maxShown = 60;
const shownWordings = 4;
const shownPlaces = 2;

export const missWords = {
  columns: [
    'Question',
    'Other wordings',
    'Times asked',
    'People',
    'First asked',
    'Last asked',
    'Why',
    'Only lane',
    'Only document',
    'Nearest places',
    'Documents',
  ],
  server: 'Server',
  reason: {
    'empty-question': 'nothing to search for',
    'empty-corpus': 'there were no texts yet',
    'nothing-relevant': 'nothing in the texts is about it',
    'detail-missing': 'the texts mention it, but do not answer it',
    'too-weak': 'nothing that is likely to answer it',
    related: 'the texts mention it, but may not answer it',
    'only-other-lane': 'only quotes of other kinds',
    'not-helpful': 'answered, but voted not helpful',
  } satisfies Record<MissReason, string>,
  lane: { reported: 'Reported', attributed: 'Claimed', opinion: 'Opinion' } satisfies Record<Lane, string>,
};

const periodNames: Readonly<Record<Period, string>> = {
  day: 'the last day',
  week: 'the last week',
  month: 'the last month',
  all: 'all time',
};

/** What has just been done, and how it is undone. */
export interface Done {
  readonly line: string;
  /** Names of what can be taken back. */
  readonly undo: readonly string[];
}

/** Questions without an answer, by how often they were asked; several are set aside at once. */
export function renderMisses(
  { groups, people, isCapped }: MissList,
  period: Period,
  index: Pick<OpenIndex, 'findDocument'>,
  formToken: string,
  done: Done | null,
): Html {
  const askings = groups.reduce((sum, group) => sum + group.askings, 0);
  const totals = `${countOf(groups.length, 'question')}, asked ${askings === 1 ? 'once' : `${askings} times`} by ${people === 1 ? 'one person' : `${people} people`}.`;
  const shown = groups.slice(0, maxShown);
  const hasServers = new Set(groups.map(({ leader }) => leader.guildId)).size > 1;
  return html`<h1>Missed questions</h1>
    <p class="lead">
      Asked in Discord and not answered, or answered and voted not helpful; what means the same stands together, per
      server; direct messages are left out.
    </p>
    ${renderDone(done, '/misses', 'miss', formToken, period)}
    <nav class="periods" aria-label="How far back">
      <ul>
        ${periods.map(
          (each) =>
            html`<li>
              <a href="/misses?period=${each}" ${each === period ? html`aria-current="page"` : null}>
                ${periodNames[each]}
              </a>
            </li> `,
        )}
      </ul>
    </nav>
    ${
      groups.length === 0
        ? html`<p>There is none.</p>`
        : html`<p class="small">${totals} ${isCapped ? `Only ${maxWordings} wordings are looked at.` : null}</p>
            <form method="post" action="/misses">
              <input type="hidden" name="form" value="${formToken}" />
              <input type="hidden" name="period" value="${period}" />
              <ul class="cases">
                ${shown.map((group) => renderGroup(group, index, hasServers))}
              </ul>
              ${groups.length > shown.length ? html`<p class="small">And ${groups.length - shown.length} more.</p>` : null}
              <p class="actions">
                <button name="action" value="dismiss">Set the chosen ones aside</button>
                <a class="button" href="/misses.csv?period=${period}">As a spreadsheet</a>
              </p>
            </form>`
    }`;
}

function renderGroup(group: MissGroup, { findDocument }: Pick<OpenIndex, 'findDocument'>, hasServers: boolean): Html {
  const { leader, wordings, askings, people, lastAtMs, reasons } = group;
  const id = `miss-${leader.id}`;
  const others = wordings.slice(1, 1 + shownWordings).map(({ question }) => `“${question}”`);
  const hidden = wordings.length - 1 - others.length;
  const document = leader.documentId === null ? null : findDocument(leader.documentId)?.document;
  const filters = [
    ...(leader.lane === null ? [] : [`only ${missWords.lane[leader.lane].toLowerCase()}`]),
    ...(leader.documentId === null ? [] : [`only in ${document?.metadata.title ?? leader.documentId}`]),
    ...(hasServers ? [`in server ${leader.guildId ?? ''}`] : []),
  ];
  const why = [...reasons.map((reason) => missWords.reason[reason]), ...filters].join('; ');
  const places = leader.nearest.slice(0, shownPlaces).map(({ text, title }) => `“${text}” in ${title}`);
  return html`<li>
    <input type="checkbox" id="${id}" name="miss" value="${leader.id}" />
    <div>
      <label for="${id}" dir="auto">${leader.question}</label>
      <p>
        Asked ${askings === 1 ? 'once' : `${askings} times`} by ${people === 1 ? 'one person' : `${people} people`},
        last on ${renderDay(lastAtMs)}. ${`${why.charAt(0).toUpperCase()}${why.slice(1)}`}.
      </p>
      ${others.length === 0 ? null : html`<p dir="auto">Also: ${others.join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}.</p>`}
      ${places.length === 0 ? null : html`<p dir="auto">Nearest: ${places.join('; ')}</p>`}
    </div>
  </li>`;
}

export function renderDay(ms: number): Html {
  const day = new Date(ms).toISOString().slice(0, 10);
  return html`<time datetime="${day}">${day}</time>`;
}

/** What has just been done, with a button that undoes it. */
export function renderDone(
  done: Done | null,
  address: string,
  name: string,
  formToken: string,
  period = '',
): Html | null {
  if (done === null) return null;
  return html`<div class="notice" role="status">
    <p>${done.line}</p>
    ${
      done.undo.length === 0
        ? null
        : html`<form method="post" action="${address}">
            <input type="hidden" name="form" value="${formToken}" />
            <input type="hidden" name="period" value="${period}" />
            ${done.undo.map((each) => html`<input type="hidden" name="${name}" value="${each}" />`)}
            <button class="second" name="action" value="restore">Undo</button>
          </form>`
    }
  </div>`;
}
