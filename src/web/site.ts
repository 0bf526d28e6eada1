import { Hono, type MiddlewareHandler } from 'hono';
import { describeError } from '../app/log.js';
import { VerbatimError } from '../core/errors.js';
import { icon, pageStyle } from './pages/style.js';
import { renderPage, renderProblem } from './pages/layout.js';
import { addAskRoutes } from './routes/ask.js';
import { addLibraryRoutes } from './routes/library.js';
import { addMissesRoutes } from './routes/misses.js';
import { addReviewRoutes } from './routes/review.js';
import { addLoginRoutes, addLogoutRoute, renderWayIn } from './routes/session.js';
import { addTextRoutes } from './routes/text.js';
import { admitRequests, closeToStrangers, identify, setSafeHeaders } from './safety/guard.js';
import { Refused } from './safety/refused.js';
import type { Services, Site, SiteContext, SiteEnvironment } from './services.js';

const yearSeconds = 31_536_000;
const titles: Readonly<Record<number, string>> = {
  400: 'Not understood',
  401: 'Not open',
  403: 'Not done',
  404: 'Not here',
  405: 'Not done here',
  413: 'Too much',
  421: 'Wrong name',
  429: 'Too often',
  500: 'That went wrong',
  503: 'Not now',
};

const places = new Set(['', 'api', 'text', 'library', 'misses', 'misses.csv', 'review', 'login', 'logout']);

/** Everything that is served, each request admitted, identified and logged the same way. */
export function createSite(services: Services): Site {
  const site = new Hono<SiteEnvironment>({ strict: false });
  site.onError((error, c) => answerFailure(error, c, services));
  site.notFound((c) => {
    const allowed = methodsFor(c.req.path, site);
    if (allowed.length === 0) return answerProblem(c, services, new Refused(404, 'There is nothing at this address.'));
    c.header('Allow', allowed.join(', '));
    return answerProblem(c, services, new Refused(405, `This address takes ${allowed.join(' and ')} only.`));
  });
  addSigns(site, services);
  site.use(logRequests(services), admitRequests(services), identify(services));
  addLoginRoutes(site, services);
  site.use(closeToStrangers(services));
  addLogoutRoute(site, services);
  addAskRoutes(site, services);
  addTextRoutes(site, services);
  addLibraryRoutes(site, services);
  addMissesRoutes(site, services);
  addReviewRoutes(site, services);
  return site;
}

/** The methods that an address is served for; none where there is nothing at it. */
function methodsFor(address: string, { routes }: Site): string[] {
  const isHere = (path: string): boolean => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`).test(address);
  const methods = routes.filter(({ method, path }) => method !== 'ALL' && isHere(path)).map(({ method }) => method);
  return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
}

/** What anybody may have: how pages look, and whether the server can answer. */
function addSigns(site: Site, services: Services): void {
  const serve = (address: string, type: string, body: string): void => {
    site.get(address, (c) => {
      setSafeHeaders(c);
      return c.body(body, 200, { 'Content-Type': type, 'Cache-Control': `public, max-age=${yearSeconds}, immutable` });
    });
  };
  serve('/style.css', 'text/css; charset=utf-8', pageStyle);
  serve('/icon.svg', 'image/svg+xml', icon);
  site.get('/readyz', (c) => {
    setSafeHeaders(c);
    const isReady = services.library.current !== null && !services.isStopping;
    const parts = { index: isReady ? 'ok' : 'There is no index in use yet.' };
    return c.json({ ready: isReady, parts }, isReady ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
}

/** One line for each request, without what was asked and by whom. */
function logRequests(services: Services): MiddlewareHandler<SiteEnvironment> {
  return async (c, next) => {
    const startedMs = performance.now();
    await next();
    if (services.isStopping) c.header('Connection', 'close');
    const [, first = ''] = c.req.path.split('/');
    services.log.info(
      {
        requestId: c.get('requestId'),
        method: c.req.method,
        place: places.has(first) ? `/${first}` : 'elsewhere',
        status: c.res.status,
        outcome: c.get('outcome'),
        elapsedMs: Math.round(performance.now() - startedMs),
      },
      'served',
    );
  };
}

function answerFailure(error: Error, c: SiteContext, services: Services): Promise<Response> | Response {
  if (error instanceof Refused) return answerProblem(c, services, error);
  if (error instanceof VerbatimError && error.code === 'bad-input') {
    return answerProblem(c, services, new Refused(400, error.message));
  }
  const requestId = c.get('requestId');
  services.log.error({ ...describeError(error), requestId }, 'request failed');
  if (error instanceof VerbatimError) return answerProblem(c, services, new Refused(503, error.publicMessage));
  return answerProblem(c, services, new Refused(500, `Nothing could be done. The server's log names it ${requestId}.`));
}

/** Why something is not served: as JSON for programs, as the way in where the token is missing, else as a page. */
function answerProblem(c: SiteContext, services: Services, problem: Refused): Promise<Response> | Response {
  const { status, message, retryAfterSeconds } = problem;
  setSafeHeaders(c);
  if (retryAfterSeconds !== null) c.header('Retry-After', String(retryAfterSeconds));
  if (c.req.path.startsWith('/api/')) {
    if (status === 401) c.header('WWW-Authenticate', 'Bearer');
    return c.json({ error: message, status }, status);
  }
  if (status === 401 && c.req.method === 'GET') return c.html(renderWayIn(c, services), status);
  const title = titles[status] ?? '';
  return c.html(renderPage(c, services, { title, place: null, main: renderProblem(title, message) }), status);
}
