import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { isLoopback } from '../../app/serve-settings.js';
import type { Services, SiteContext, SiteEnvironment } from '../services.js';
import { isKnownHost, networkOf, readClientAddress } from './addresses.js';
import { RateLimit } from './rate-limit.js';
import { Refused } from './refused.js';

type Middleware = MiddlewareHandler<SiteEnvironment>;

/** The session's cookie. */
export const sessionCookie = 'verbatim_session';
/** Largest form, in bytes: hundreds of choices. */
const maxBodyBytes = 65_536;
/** Wrong tokens a minute from one address: by the form, and as many with the request itself. */
export const wrongTokensPerMinute = 10;

/** Nothing is loaded but our own style and sign, nothing runs, nobody frames the page or learns where somebody came from. */
const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow',
};

/** What every answer carries, whatever comes of the request. */
export function setSafeHeaders(c: SiteContext): void {
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
}

/** Names the request, and refuses what comes for another host, too often, or with too much. */
export function admitRequests({ settings }: Services): Middleware {
  const rate = new RateLimit(settings.serveRate);
  return async (c, next) => {
    setSafeHeaders(c);
    c.header('Cache-Control', 'private, no-cache');
    c.set('requestId', randomBytes(4).toString('hex'));
    const remote = c.env.incoming.socket.remoteAddress;
    const sender = networkOf(readClientAddress(remote, c.req.header('x-forwarded-for'), settings));
    c.set('sender', sender);
    if (!isKnownHost(c.req.header('host'), settings)) {
      throw new Refused(
        421,
        'This server does not answer under that name. Set PUBLIC_URL to the address that people use.',
      );
    }
    const waitSeconds = rate.take(sender);
    if (waitSeconds > 0) {
      throw new Refused(429, `Too many requests from your address. Try again in ${waitSeconds} s.`, waitSeconds);
    }
    const length = Number(c.req.header('content-length') ?? 0);
    const isChunked = c.req.header('transfer-encoding') !== undefined;
    if (length > maxBodyBytes || isChunked) throw new Refused(413, `A form may have ${maxBodyBytes} bytes at most.`);
    await next();
  };
}

/** Reads who is there. */
export function identify({ sessions }: Services): Middleware {
  const rate = new RateLimit(wrongTokensPerMinute);
  return async (c, next) => {
    const cookie = getCookie(c, sessionCookie) ?? '';
    const session = cookie !== '' && sessions.isValid(cookie) ? cookie : null;
    c.set('session', session);
    const bearer = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (bearer !== undefined && !sessions.isToken(bearer)) {
      const waitSeconds = rate.take(c.get('sender'));
      if (waitSeconds > 0) throw new Refused(429, `Too many wrong tokens. Try again in ${waitSeconds} s.`, waitSeconds);
      throw new Refused(401, 'That is not the token of this server.');
    }
    c.set('isTrusted', bearer !== undefined || session !== null);
    await next();
  };
}

/** Where others reach the server, nobody gets past here without the token. */
export function closeToStrangers({ settings }: Services): Middleware {
  const isOpen = isLoopback(settings.serveHost);
  return async (c, next) => {
    if (!isOpen) requireTrust(c);
    await next();
  };
}

/** Refuses whoever has not given the token. */
export function requireTrust(c: SiteContext): void {
  if (!c.get('isTrusted')) throw new Refused(401, 'This needs the token of this server.');
}

/**
 * Refuses a form that another site may have sent: one without the token of its session. Browsers say where a form comes from, too;
 * with no referrer to tell, they may say "null" for its origin.
 */
export function requireOwnForm(c: SiteContext, given: unknown, { sessions }: Services): void {
  requireTrust(c);
  const session = c.get('session');
  const isOwn = typeof given === 'string' && session !== null && sessions.isFormToken(session, given);
  if (!comesFromHere(c) || !isOwn) {
    throw new Refused(403, 'This form was not made for your session. Load its page again.');
  }
}

/** False where a browser says that another site sends the request. */
export function comesFromHere(c: SiteContext): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = c.req.header('origin');
  return (
    origin === undefined || origin === 'null' || (URL.canParse(origin) && new URL(origin).host === c.req.header('host'))
  );
}
