import { createHash } from 'node:crypto';
import { html, type Html } from '../html.js';
import type { Services, SiteContext } from '../services.js';
import { pageStyle } from './style.js';

/** Names the style as it is now, so that a browser may keep it for good. */
const styleVersion = createHash('sha256').update(pageStyle).digest('hex').slice(0, 12);

const indexDigits = 8;

type Place = 'ask' | 'library' | 'misses' | 'review' | 'login' | null;

interface PageFrame {
  /** Before " · Verbatim" in the title of the window. */
  readonly title: string;
  /** Which entry of the navigation it is. */
  readonly place: Place;
  readonly main: Html;
  /** Version of the index that was asked; null where none was. */
  readonly index?: string | null;
  /** Whether the window loads the address once more by itself. */
  readonly loadsAgain?: boolean;
}

/** A whole page: the way to the others, its own content, and what holds for all. */
export function renderPage(c: SiteContext, { sessions }: Services, frame: PageFrame): Html {
  const { title, place, main, index = null, loadsAgain = false } = frame;
  const isTrusted = c.get('isTrusted');
  const link = (to: Place, address: string, name: string): Html =>
    html`<li><a href="${address}" ${to === place ? html`aria-current="page"` : null}>${name}</a></li>`;
  const session = c.get('session');
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        ${loadsAgain ? html`<meta http-equiv="refresh" content="0" />` : null}
        <title>${title} · Verbatim</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css?v=${styleVersion}" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="top">
          <p class="brand"><a href="/">Verbatim</a></p>
          <nav aria-label="Pages">
            <ul>
              ${link('ask', '/', 'Ask')} ${link('library', '/library', 'Library')}
              ${isTrusted ? [link('misses', '/misses', 'Misses'), link('review', '/review', 'Review')] : null}
              ${sessions.canOpen && !isTrusted ? link('login', '/login', 'Log in') : null}
            </ul>
          </nav>
        </header>
        <main id="main" tabindex="-1">${main}</main>
        <footer>
          <p>
            Every quote stands word for word in its text. “Reported” means stated as fact by the author, never that it
            is true; labels are made by rules and weights, and can be wrong.
          </p>
          ${index === null ? null : html`<p>Index ${index.slice(0, indexDigits)}.</p>`}
          ${session === null ? null : renderLogout(sessions.formToken(session))}
        </footer>
      </body>
    </html>`;
}

function renderLogout(formToken: string): Html {
  return html`<form method="post" action="/logout">
    <input type="hidden" name="form" value="${formToken}" />
    <button class="plain">Log out</button>
  </form>`;
}

/** What stands where texts would, as long as there is none. */
export const noTexts = 'There are no texts yet. Put some into CORPUS_DIR.';

/** Why something is not shown. */
export function renderProblem(title: string, message: string): Html {
  return html`<h1>${title}</h1>
    <p class="lead">${message}</p>
    <p><a href="/">Ask a question</a></p>`;
}
