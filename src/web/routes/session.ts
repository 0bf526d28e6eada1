import { deleteCookie, setCookie } from 'hono/cookie';
import { html, type Html } from '../html.js';
import { renderPage } from '../pages/layout.js';
import { comesFromHere, requireOwnForm, sessionCookie, wrongTokensPerMinute } from '../safety/guard.js';
import { RateLimit } from '../safety/rate-limit.js';
import { Refused } from '../safety/refused.js';
import type { Services, Site, SiteContext } from '../services.js';

/** Stands for this server where only the rest of an address counts. */
const anyOrigin = 'http://this.invalid';

/** The way in: a form for the token, for which the browser gets a session. */
export function addLoginRoutes(site: Site, services: Services): void {
  const { sessions, settings } = services;
  // Right tokens and forms of other sites, which are none of an address's doing, do not count.
  const rate = new RateLimit(wrongTokensPerMinute);

  site.get('/login', (c) => c.html(renderLogin(c, services, readWay(c.req.query('to')), null)));

  site.post('/login', async (c) => {
    if (!comesFromHere(c)) throw new Refused(403, 'This form was not made here. Load its page again.');
    const form = await c.req.parseBody();
    const to = readWay(form['to']);
    const seconds = rate.secondsLeft(c.get('sender'));
    if (seconds > 0) throw new Refused(429, `Too many tries. Try again in ${seconds} s.`, seconds);
    if (!sessions.isToken(typeof form['token'] === 'string' ? form['token'].trim() : '')) {
      rate.take(c.get('sender'));
      return c.html(renderLogin(c, services, to, 'That is not the token of this server.'), 401);
    }
    setCookie(c, sessionCookie, sessions.open(), {
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
      secure: isHttps(c, settings.publicUrl),
      maxAge: sessions.lifeSeconds,
    });
    return c.redirect(to, 303);
  });
}

/** The way out, for whoever is in. */
export function addLogoutRoute(site: Site, services: Services): void {
  site.post('/logout', async (c) => {
    const form = await c.req.parseBody();
    requireOwnForm(c, form['form'], services);
    deleteCookie(c, sessionCookie, { path: '/' });
    return c.redirect('/', 303);
  });
}

/**
 * What whoever is not in sees instead of a page. A link from elsewhere comes without the session's cookie, which is only for requests
 * from here; so the page is loaded once more, from here, before the token is asked for.
 */
export function renderWayIn(c: SiteContext, services: Services): Html {
  const to = new URL(c.req.url);
  const way = readWay(`${to.pathname}${to.search}`);
  if (c.req.header('sec-fetch-site') === 'cross-site') {
    const main = html`<h1>One moment</h1>
      <p><a href="${way}">Go on</a></p>`;
    return renderPage(c, services, { title: 'One moment', place: null, main, loadsAgain: true });
  }
  return renderLogin(c, services, way, null);
}

function renderLogin(c: SiteContext, services: Services, to: string, problem: string | null): Html {
  const main = services.sessions.canOpen
    ? html`<h1>Log in</h1>
        <p class="lead">Whoever runs this server has its token.</p>
        ${problem === null ? null : html`<p class="notice" role="alert" id="problem">${problem}</p>`}
        <form class="login" method="post" action="/login">
          <input type="hidden" name="to" value="${to}" />
          <label for="token">Token</label>
          <input
            id="token"
            name="token"
            type="password"
            required
            autocomplete="current-password"
            ${problem === null ? null : html`aria-invalid="true" aria-describedby="problem"`}
          />
          <button>Log in</button>
        </form>`
    : html`<h1>Not open</h1>
        <p class="lead">
          Missed questions and disputed labels are for whoever has the token of this server, and it has none. Set
          SERVE_TOKEN and start it again.
        </p>`;
  return renderPage(c, services, { title: 'Log in', place: 'login', main });
}

/**
 * Where to go on: an address of this server, from the slash on; no other. It is read as a browser reads it, which leaves out some control
 * characters and takes a backslash for a slash: whoever writes such an address means another server.
 */
function readWay(given: unknown): string {
  if (typeof given !== 'string' || !given.startsWith('/') || /[\p{Cc}\\]/u.test(given)) return '/';
  if (!URL.canParse(given, anyOrigin)) return '/';
  const { origin, pathname, search, hash } = new URL(given, anyOrigin);
  if (origin !== anyOrigin || pathname.startsWith('//') || /^\/(?:login|logout)\b/.test(pathname)) return '/';
  return `${pathname}${search}${hash}`;
}

function isHttps(c: SiteContext, publicUrl: string | null): boolean {
  if (c.req.header('x-forwarded-proto') === 'https') return true;
  return publicUrl?.startsWith('https:') === true && new URL(publicUrl).host === c.req.header('host');
}
