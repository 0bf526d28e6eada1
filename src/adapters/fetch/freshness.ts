/** The only file that knows http-cache-semantics: how long an answer of a server may be used without asking again (RFC 9111). */
import CachePolicy from 'http-cache-semantics';
import type { Headers } from './web-request.js';

/** For how many milliseconds from now what a server has sent, or says to be as it was, is as good as new, by its headers; 0 where they do not say. */
export function freshForMs(url: string, headers: Headers): number {
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  const request = { url, method: 'GET', headers: {} };
  // A guess from the day of the last change would leave old pages alone for months.
  const policy = new CachePolicy(request, { status: 200, headers: given }, { shared: false, cacheHeuristic: 0 });
  return Math.max(0, (policy.maxAge() - policy.age()) * 1_000);
}
