import { html, type Html } from '../html.js';

/** One page of a list. */
export interface Turn<T> {
  readonly shown: readonly T[];
  /** From 1, of so many. */
  readonly page: number;
  readonly pages: number;
}

/** The page of a list that an address asks for: the first where it says nothing that can be meant, the last where there are not so many. */
export function turnTo<T>(all: readonly T[], wanted: string | undefined, perPage: number): Turn<T> {
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(wanted ?? 1)) || 1));
  return { shown: all.slice((page - 1) * perPage, page * perPage), page, pages };
}

interface TurnWords {
  /** What the navigation is called, and each page of it. */
  readonly label: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Links to the page before and after this one; nothing where there is only one. */
export function renderTurns(
  { page, pages }: Pick<Turn<unknown>, 'page' | 'pages'>,
  { label, name, before, after }: TurnWords,
  addressOf: (page: number) => string,
): Html | null {
  if (pages === 1) return null;
  const link = (to: number, words: string): Html | null =>
    to < 1 || to > pages ? null : html`<a href="${addressOf(to)}">${words}</a>`;
  return html`<nav class="parts" aria-label="${label}">
    ${link(page - 1, `← ${before}`)} <span>${name} ${page} of ${pages}</span> ${link(page + 1, `${after} →`)}
  </nav>`;
}
