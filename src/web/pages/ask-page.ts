import { explainDiffering, explainReadAs, explainRefusal } from '../../app/asking/answer-wording.js';
import { nameCollection, noFolder } from '../../app/asking/choose-collections.js';
import type { DocumentMatch } from '../../app/asking/find-document.js';
import type { HeldTexts } from '../../app/asking/held-texts.js';
import type { OpenIndex } from '../../app/asking/open-index.js';
import { formatNumber, laneWording } from '../../app/pages/lane-wording.js';
import type { CollectionScope } from '../../core/collections/collection.js';
import { lanes, type Lane } from '../../core/labelling/labels.js';
import type { Answer } from '../../core/search/answer.js';
import { continueQuote, withRest } from '../../core/search/continue-quote.js';
import { isNameOfFile } from '../../core/text/document.js';
import type { ListedText } from '../../core/corpus/list-document.js';
import { html, type Html } from '../html.js';
import { noTexts } from './layout.js';
import { renderQuotes } from './quote-view.js';

/** Longest question, in UTF-16 units. */
export const maxQuestionLength = 500;
/** More names are not offered to choose from; a text can be named all the same. */
const maxOffered = 300;
const maxCandidates = 8;

/** What is asked for, as an address says it. */
export interface Asked {
  readonly question: string;
  /** The name of the only document to look in, as given; empty for all. */
  readonly wanted: string;
  readonly lane: Lane | null;
  /** Whether quotes that may help are shown, too. */
  readonly isMore: boolean;
  /** The only collections to look in, as given; none for all. */
  readonly collections: readonly string[];
  /** What these make; null for all. */
  readonly scope: CollectionScope | null;
  /** All collections that there are. */
  readonly offered: readonly string[];
}

type Named = Pick<Asked, 'question' | 'wanted' | 'lane' | 'isMore' | 'collections'>;

/** The address of an answer, from the slash on. */
function addressOfAnswer({ question, wanted, lane, isMore, collections }: Named, path = '/'): string {
  const query = new URLSearchParams({ q: question });
  if (wanted !== '') query.set('in', wanted);
  for (const name of collections) query.append('collection', name);
  if (lane !== null) query.set('lane', lane);
  if (isMore) query.set('more', '1');
  return `${path}?${query.toString()}`;
}

/** The page before a question: what it is for, and questions that these texts do answer. */
export function renderHome(asked: Asked, examples: readonly string[], index: OpenIndex): Html {
  const { documents } = index;
  const count = documents.length === 1 ? 'one text' : `${formatNumber(documents.length)} texts`;
  return html`<h1>Ask the texts</h1>
    ${documents.length === 0 ? html`<p class="notice" role="status">${noTexts}</p>` : null}
    <p class="lead">
      Answers are quotes from ${count}, word for word and cited. What is reported, what somebody claims and what is
      opinion stand apart.
    </p>
    ${renderForm(asked, index)}
    ${
      examples.length === 0
        ? null
        : html`<section class="examples" aria-labelledby="examples">
            <h2 id="examples">Questions that these texts answer</h2>
            <ul>
              ${examples.map((question) => {
                const { collections } = asked;
                const address = addressOfAnswer({ question, wanted: '', lane: null, isMore: false, collections });
                return html`<li><a href="${address}" dir="auto">${question}</a></li> `;
              })}
            </ul>
          </section>`
    }`;
}

/** An answer or a refusal, below the form with the question in it. */
export async function renderAnswered(
  asked: Asked,
  given: Answer,
  index: OpenIndex,
  publicUrl: string | null,
): Promise<Html> {
  const quotes = [...given.quotes, ...given.related, ...given.otherLanes];
  const held = await index.fetchTexts(quotes.map(({ document }) => document.id));
  const answer = asked.isMore ? withRest(given, (quote) => continueQuote(quote, held.searchIndex)) : given;
  const first = { ...asked, isMore: false };
  return html`${renderForm(asked, index)}
    <h1 class="question" dir="auto">${answer.question}</h1>
    ${answer.status === 'answered' ? renderFound(asked, answer, held) : renderRefused(asked, answer, held)}
    <p class="ways">
      <a href="${publicUrl ?? ''}${addressOfAnswer(first)}">Link to this answer</a>
      <a href="${addressOfAnswer(first, '/api/ask')}">As JSON</a>
    </p>`;
}

/** The form with all that was given, where no text or more than one is called as wanted, and those that may be meant. */
export function renderUnknownText(asked: Asked, { isAmbiguous, candidates }: DocumentMatch, index: OpenIndex): Html {
  const problem = isAmbiguous ? 'More than one text may be meant by' : 'No text is called';
  const others = candidates.slice(0, maxCandidates).map(({ path, metadata }) => {
    const name = isNameOfFile(metadata.title, path) ? path : metadata.title;
    return html`<li>
      <a href="${addressOfAnswer({ ...asked, wanted: path })}"><bdi>${name}</bdi></a>
    </li> `;
  });
  return html`${renderForm(asked, index)}
    <p class="refusal" role="alert">${problem} “<bdi>${asked.wanted}</bdi>”.</p>
    ${
      others.length === 0
        ? null
        : html`<p>Ask it of one of these:</p>
            <ul>
              ${others}
            </ul>`
    }
    <p><a href="${addressOfAnswer({ ...asked, wanted: '' })}">Ask it of all texts</a></p>`;
}

function renderFound(asked: Asked, answer: Answer, held: HeldTexts): Html {
  const rest = answer.quotes.slice(answer.shown);
  const shown = answer.quotes.slice(0, answer.shown);
  const hidden = answer.hidden === 1 ? 'One quote' : `${answer.hidden} quotes`;
  const hasMore = rest.length > 0 || shown.some(({ continues }) => continues);
  const more =
    rest.length === 0
      ? 'The rest of it'
      : rest.length === 1
        ? 'One more quote that may help'
        : `${rest.length} more quotes that may help`;
  const readAs = explainReadAs(answer);
  const differing = explainDiffering(answer);
  return html`${readAs === null ? null : html`<p class="small" dir="auto">${readAs}</p>`}
  ${differing === null ? null : html`<p class="notice" role="note" dir="auto">${differing}</p>`}
  ${renderQuotes(shown, held)}
  ${
    rest.length > 0 && asked.isMore
      ? html`<section class="further" aria-labelledby="further">
          <h2 id="further">These may help</h2>
          ${renderQuotes(rest, held)}
        </section>`
      : null
  }
  ${
    hasMore && !asked.isMore
      ? html`<p><a class="button" href="${addressOfAnswer({ ...asked, isMore: true })}">${more}</a></p>`
      : null
  }
  ${answer.hidden > 0 ? html`<p class="small">${hidden} in other lanes not shown.</p>` : null}`;
}

function renderRefused(asked: Asked, answer: Answer, held: HeldTexts): Html {
  const instead = answer.reason === 'related' ? answer.related : answer.otherLanes;
  const meant = answer.spelling?.question;
  return html`<p class="refusal">${explainRefusal(answer)}</p>
    ${
      meant === undefined
        ? null
        : html`<p>Did you mean <a href="${addressOfAnswer({ ...asked, question: meant })}" dir="auto">${meant}</a></p>`
    }
    ${renderQuotes(instead, held)}`;
}

/** The question, and what can be said besides. */
function renderForm({ question, wanted, lane, collections, offered }: Asked, index: OpenIndex): Html {
  const documents = index.documents.slice(0, maxOffered);
  const isOpen = wanted !== '' || lane !== null || collections.length > 0;
  return html`<form class="ask" action="/" method="get" role="search">
    <label for="q">Your question</label>
    <div class="line-of-question">
      <input
        id="q"
        name="q"
        type="search"
        value="${question}"
        maxlength="${maxQuestionLength}"
        required
        dir="auto"
        autocomplete="off"
      />
      <button>Ask</button>
    </div>
    <details ${isOpen ? html`open` : null}>
      <summary>Where and what to look for</summary>
      <div class="options">
        <p>
          <label for="in">Only in the text</label>
          <input
            id="in"
            name="in"
            list="texts"
            value="${wanted}"
            dir="auto"
            autocomplete="off"
            placeholder="all texts"
          />
          <datalist id="texts">${documents.map((each) => renderOption(each, documents))}</datalist>
        </p>
        ${offered.length > 1 ? renderCollections(offered, collections) : null}
        <p>
          <label for="lane">Only what is</label>
          <select id="lane" name="lane">
            <option value="">reported, claimed or opinion</option>
            ${lanes.map(
              (each) =>
                html`<option value="${each}" ${each === lane ? html`selected` : null}>
                  ${laneWording[each].name.toLowerCase()}
                </option>`,
            )}
          </select>
        </p>
      </div>
    </details>
  </form>`;
}

/** The choice of a collection; of several that an address names, the first is shown. */
function renderCollections(offered: readonly string[], [chosen]: readonly string[]): Html {
  return html`<p>
    <label for="collection">Only in the collection</label>
    <select id="collection" name="collection">
      <option value="">all</option>
      ${offered.map((name) => {
        const value = name === '' ? noFolder : name;
        return html`<option value="${value}" ${value === chosen ? html`selected` : null}>
          ${nameCollection(name)}
        </option>`;
      })}
    </select>
  </p>`;
}

/** A text to choose; one of several of the same title is told from them by its path. */
function renderOption({ path, metadata: { title } }: ListedText, all: readonly ListedText[]): Html {
  const isShared = all.some((other) => other.path !== path && other.metadata.title === title);
  return html`<option value="${path}">${isShared ? `${title} (${path})` : title}</option>`;
}
