import type { OpenIndex } from '../../app/asking/open-index.js';
import { maxWordings, periods, type MissList, type Period } from '../../app/moderation/list-misses.js';
import { missColumns } from '../../app/moderation/tabulate-misses.js';
import { countOf, laneWording } from '../../app/pages/lane-wording.js';
import type { MissGroup } from '../../core/misses/miss-group.js';
import type { MissReason } from '../../core/misses/miss-store.js';
import { html, type Html } from '../html.js';
import { renderDay, renderDone, type Done } from './decisions.js';

/** More groups are not shown at once: those that are set aside make room for others. */
const maxShown = 60;
const shownWordings = 4;
const shownPlaces = 2;

export const missWords = {
  columns: missColumns,
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
  lane: {
    reported: laneWording.reported.name,
    attributed: laneWording.attributed.name,
    opinion: laneWording.opinion.name,
  },
};

const periodNames: Readonly<Record<Period, string>> = {
  day: 'the last day',
  week: 'the last week',
  month: 'the last month',
  all: 'all time',
};

/** Questions without an answer, by how often they were asked; several are set aside at once. */
export function renderMisses(
  { groups, askings, people, isCapped }: MissList,
  period: Period,
  index: Pick<OpenIndex, 'findListed'>,
  formToken: string,
  done: Done | null,
): Html {
  const totals = `${countOf(groups.length, 'question')}, asked ${tellAskings(askings, people)}.`;
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

function renderGroup(group: MissGroup, index: Pick<OpenIndex, 'findListed'>, hasServers: boolean): Html {
  const { leader, wordings, askings, people, lastAtMs, reasons } = group;
  const id = `miss-${leader.id}`;
  const others = wordings.slice(1, 1 + shownWordings).map(({ question }) => `“${question}”`);
  const hidden = wordings.length - 1 - others.length;
  const document = leader.documentId === null ? null : index.findListed(leader.documentId);
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
        Asked ${tellAskings(askings, people)}, last on ${renderDay(lastAtMs)}.
        ${`${why.charAt(0).toUpperCase()}${why.slice(1)}`}.
      </p>
      ${others.length === 0 ? null : html`<p dir="auto">Also: ${others.join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}.</p>`}
      ${places.length === 0 ? null : html`<p dir="auto">Nearest: ${places.join('; ')}</p>`}
    </div>
  </li>`;
}

function tellAskings(askings: number, people: number): string {
  return `${askings === 1 ? 'once' : `${askings} times`} by ${people === 1 ? 'one person' : `${people} people`}`;
}
