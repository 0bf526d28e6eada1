import type { HeldTexts } from '../../app/asking/held-texts.js';
import type { OpenIndex } from '../../app/asking/open-index.js';
import { makeDisputedQuote, type DisputedQuote, type Proposal, type Queue } from '../../app/moderation/review-queue.js';
import { countOf, lowerFirst, nameLabel } from '../../app/pages/lane-wording.js';
import { addressOfText } from '../../app/pages/text-address.js';
import type { LabelOverride } from '../../core/overrides/label-override.js';
import { placeAnchors } from '../../core/overrides/place-anchors.js';
import { html, type Html } from '../html.js';
import { renderDay, renderDone, type Done } from './decisions.js';
import { renderReasons } from './reasons.js';
import { renderTurns, turnTo } from './turns.js';

/** More are not shown at once: those that are decided make room for others. */
const maxShown = 30;
const decidedPerPage = 40;
const turnWords = { label: 'Pages', name: 'Page', before: 'Newer', after: 'Older' };

/** Names a disputed quote and what of it was seen, in a form. */
function nameCase({ guildId, quote, newestId }: Pick<DisputedQuote, 'guildId' | 'quote' | 'newestId'>): string {
  return `${guildId}|${quote}|${newestId}`;
}

/** Quotes whose label is found wrong, with what people propose; several are decided at once. */
export function renderReview({ quotes, aside, texts }: Queue, formToken: string, done: Done | null): Html {
  const shown = quotes.slice(0, maxShown);
  return html`${renderHead('open')} ${renderDone(done, '/review', 'decision', formToken)}
  ${
    aside > 0
      ? html`<p class="small">
          ${countOf(aside, 'quote')} set aside: the words no longer stand in the texts, or their label has changed
          since.
        </p>`
      : null
  }
  ${
    quotes.length === 0
      ? html`<p>No label is disputed.</p>`
      : html`<form method="post" action="/review">
          <input type="hidden" name="form" value="${formToken}" />
          <ul class="cases">
            ${shown.map((disputed) => renderCase(disputed, texts))}
          </ul>
          ${quotes.length > shown.length ? html`<p class="small">And ${quotes.length - shown.length} more.</p>` : null}
          <p class="actions">
            <button name="action" value="accept">Set the chosen labels</button>
            <button class="second" name="action" value="decline">Leave the labels of the chosen as they are</button>
          </p>
        </form>`
  }`;
}

function renderHead(shown: 'open' | 'decided'): Html {
  const current = html`aria-current="page"`;
  return html`<h1>Review of labels</h1>
    <p class="lead">Labels that people in Discord find wrong, the most disputed first.</p>
    <nav class="periods" aria-label="What is shown">
      <ul>
        <li><a href="/review" ${shown === 'open' ? current : null}>to be decided</a></li>
        <li><a href="/review?show=decided" ${shown === 'decided' ? current : null}>decided</a></li>
      </ul>
    </nav>`;
}

function renderCase(disputed: DisputedQuote, held: HeldTexts): Html {
  const quote = makeDisputedQuote(disputed, held);
  const name = nameCase(disputed);
  const { document, exact, label, attributedTo } = quote;
  return html`<li>
    <input type="checkbox" id="${name}" name="case" value="${name}" />
    <div>
      <label for="${name}" dir="auto">“${exact}”</label>
      <p>
        <a href="${addressOfText(document.id, quote)}">${document.title || document.path}</a> · label now:
        <b class="${label}">${lowerFirst(nameLabel(label, attributedTo))}</b>
      </p>
      <fieldset>
        <legend>Proposed by ${disputed.count === 1 ? 'one person' : `${disputed.count} people`}</legend>
        ${disputed.proposals.map((proposal, i) => renderProposal(proposal, name, i === 0))}
      </fieldset>
      <details>
        <summary>Why it has its label</summary>
        ${renderReasons(disputed.indexed, quote, held)}
      </details>
    </div>
  </li>`;
}

function renderProposal({ label, source, count, dispute, notes }: Proposal, name: string, isFirst: boolean): Html {
  const id = `proposal-${dispute}`;
  const times = count === 1 ? '' : ` (${count} people)`;
  return html`<p>
      <input type="radio" id="${id}" name="proposal ${name}" value="${dispute}" ${isFirst ? html`checked` : null} />
      <label for="${id}"><b class="${label}">${nameLabel(label, source)}</b>${times}</label>
    </p>
    ${notes.map((note) => html`<p class="note" dir="auto">${note}</p>`)}`;
}

/** The labels that moderators have set, the newest first; each can be taken back. */
export async function renderDecided(
  overrides: readonly LabelOverride[],
  wantedPage: string | undefined,
  index: OpenIndex,
  formToken: string,
  done: Done | null,
): Promise<Html> {
  const turn = turnTo(overrides.toReversed(), wantedPage, decidedPerPage);
  const { shown } = turn;
  const { searchIndex } = await index.fetchPlaces(shown);
  const places = placeAnchors(searchIndex.documents, shown);
  return html`${renderHead('decided')} ${renderDone(done, '/review', 'decision', formToken)}
  ${
    shown.length === 0
      ? html`<p>No label is set by a moderator.</p>`
      : html`<form method="post" action="/review">
            <input type="hidden" name="form" value="${formToken}" />
            <ul class="cases">
              ${shown.map((override, i) => renderOverride(override, places[i] !== null))}
            </ul>
            <p class="actions"><button name="action" value="undo">Bring back the labels of the chosen</button></p>
          </form>
          ${renderTurns(turn, turnWords, (page) => `/review?show=decided&page=${page}`)}`
  }`;
}

function renderOverride(override: LabelOverride, stands: boolean): Html {
  const { id, guildId, label, source, was, exact, path, note, decidedAtMs } = override;
  const name = `override-${id}`;
  return html`<li>
    <input type="checkbox" id="${name}" name="override" value="${guildId}|${id}" />
    <div>
      <label for="${name}" dir="auto">“${exact}”</label>
      <p>
        <b class="${label}">${nameLabel(label, source)}</b> instead of ${lowerFirst(nameLabel(was, null))}, since
        ${renderDay(decidedAtMs)} · ${path}
      </p>
      ${stands ? null : html`<p>These words no longer stand in the texts; the label applies again if they come back.</p>`}
      ${note === null ? null : html`<p class="note" dir="auto">${note}</p>`}
    </div>
  </li>`;
}
