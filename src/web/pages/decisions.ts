import { html, type Html } from '../html.js';

/** What has just been done, and how it is undone. */
export interface Done {
  readonly line: string;
  /** Names of what can be taken back. */
  readonly undo: readonly string[];
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
