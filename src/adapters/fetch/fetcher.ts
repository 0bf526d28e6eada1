import { setTimeout as sleep } from 'node:timers/promises';
import { hostOf, readAddress } from './check-address.js';
import { FetchFailure } from './fetch-failure.js';
import { freshForMs } from './freshness.js';
import type { Network } from './network.js';
import { judgeRobots, maxRobotsBytes } from './robots-rules.js';
import { limitTime, type TimeLimit } from './time-limit.js';
import { requestOnce, type Headers, type WebAnswer } from './web-request.js';

export interface FetcherOptions {
  readonly network: Network;
  /** The name that robots.txt is searched for, and what stands behind it in `User-Agent`: its version and where to read of it. */
  readonly agent: { readonly name: string; readonly detail: string };
  /** For how long a fetch may take in all: robots.txt, redirects and the pauses between requests. Default 30,000. */
  readonly timeoutMs?: number;
  /** Least time between two requests to a host. Default 1,000. */
  readonly pauseMs?: number;
}

interface FetchOptions {
  /** The body may have as many bytes, unpacked. */
  readonly maxBytes: number;
  /** Whether robots.txt is asked. */
  readonly obeysRobots: boolean;
  /** What is known of it from before: it is sent again only if it has changed. */
  readonly known?: KnownVersion | null;
  /** Whether its body is wanted, by its headers; throws `FetchFailure` where it is not. */
  readonly accept?: (headers: Headers) => void;
  readonly signal?: AbortSignal;
}

interface KnownVersion {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

interface FetchedHead {
  /** Where it was found in the end. */
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** For how long it need not be looked at again, in milliseconds. */
  readonly freshForMs: number;
}

export type Fetched =
  | (FetchedHead & { readonly kind: 'fetched'; readonly headers: Headers; readonly bytes: Buffer })
  /** It is as it was. */
  | (FetchedHead & { readonly kind: 'unchanged' });

const maxRedirects = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const robotsKeptMs = 3_600_000;
const robotsTimeoutMs = 10_000;
const maxRobotsKept = 500;

/** The rules of one server; null where they could not be had just now. */
interface KnownRobots {
  readonly text: string | null;
  readonly untilMs: number;
}

/** Fetches what others name, from public addresses only, politely and within limits. */
export class Fetcher {
  private readonly robots = new Map<string, KnownRobots>();
  /** When a host may be asked again. */
  private readonly turns = new Map<string, number>();
  private readonly timeoutMs: number;
  private readonly pauseMs: number;

  constructor(private readonly options: FetcherOptions) {
    this.timeoutMs = options.timeoutMs ?? 30_000;
    this.pauseMs = options.pauseMs ?? 1_000;
  }

  /** Throws `FetchFailure` for whatever does not end in a file. */
  async fetch(address: string, options: FetchOptions): Promise<Fetched> {
    const url = readAddress(address, this.options.network);
    const limit = limitTime(this.timeoutMs, options.signal);
    try {
      return await this.follow(url, options, limit);
    } finally {
      limit.clear();
    }
  }

  private async follow(start: URL, options: FetchOptions, limit: TimeLimit): Promise<Fetched> {
    const { network } = this.options;
    let url = start;
    for (let hops = 0; ; hops++) {
      const delayMs = options.obeysRobots ? await this.askRobots(url, limit) : 0;
      await this.takeTurn(url, delayMs, limit);
      const { signal } = limit;
      const answer = await requestOnce(url, { network, headers: this.headersFor(url, options.known), signal });
      const next = targetOf(answer);
      if (next === undefined) return await this.receive(url, answer, options);
      answer.close();
      if (hops === maxRedirects)
        throw new FetchFailure('redirects', `it leads on to another address more than ${maxRedirects} times`);
      url = readAddress(next, network, url);
    }
  }

  private async receive(url: URL, answer: WebAnswer, { known, accept, maxBytes }: FetchOptions): Promise<Fetched> {
    const { status, headers } = answer;
    try {
      const before = status === 304 ? known : null;
      if (status !== 200 && !before) throw new FetchFailure('status', `the server answers ${status}${nameOf(status)}`);
      const head = {
        url: url.href,
        etag: headers['etag'] ?? before?.etag ?? null,
        lastModified: headers['last-modified'] ?? before?.lastModified ?? null,
        freshForMs: freshForMs(url.href, headers),
      };
      if (before) return { ...head, kind: 'unchanged' };
      accept?.(headers);
      return { ...head, kind: 'fetched', headers, bytes: await answer.readBody(maxBytes) };
    } finally {
      answer.close();
    }
  }

  private headersFor(url: URL, known: KnownVersion | null | undefined): Record<string, string> {
    const { name, detail } = this.options.agent;
    const isKnown = known?.url === url.href;
    return {
      'user-agent': `${name}${detail}`,
      accept: 'text/html, application/xhtml+xml, application/pdf, text/plain, application/xml;q=0.9, */*;q=0.5',
      'accept-language': 'en, *;q=0.5',
      ...(isKnown && known.etag !== null && { 'if-none-match': known.etag }),
      ...(isKnown && known.lastModified !== null && { 'if-modified-since': known.lastModified }),
    };
  }

  /** Gives the pause that the server asks for. Throws where it does not want to be asked for this, or cannot say. */
  private async askRobots(url: URL, outer: TimeLimit): Promise<number> {
    const kept = this.robots.get(url.origin);
    const rules = kept && kept.untilMs > Date.now() ? kept : await this.fetchRobots(url, outer);
    if (rules.text === null) throw new FetchFailure('robots', 'its robots.txt cannot be read now: try again later');
    const { isAllowed, delayMs } = judgeRobots(rules.text, url, this.options.agent.name);
    if (!isAllowed) throw new FetchFailure('robots', 'its robots.txt asks programs not to fetch it');
    return delayMs;
  }

  /** Where there is none, all is allowed; where the server is in trouble, nothing for now. */
  private async fetchRobots(origin: URL, outer: TimeLimit): Promise<KnownRobots> {
    const { network } = this.options;
    let url = new URL('/robots.txt', origin);
    let text: string | null = null;
    const limit = limitTime(robotsTimeoutMs, outer.signal);
    const { signal } = limit;
    try {
      for (let hops = 0; hops <= maxRedirects; hops++) {
        await this.takeTurn(url, 0, limit);
        const answer = await requestOnce(url, { network, headers: this.headersFor(url, null), signal });
        const next = targetOf(answer);
        if (next === undefined) {
          text = await readRobots(answer);
          break;
        }
        answer.close();
        url = readAddress(next, network, url);
      }
    } catch (error) {
      if (outer.signal.aborted || isOfAddress(error)) throw error;
    } finally {
      limit.clear();
    }
    const rules = { text, untilMs: Date.now() + (text === null ? robotsKeptMs / 60 : robotsKeptMs) };
    const [oldest] = this.robots.keys();
    if (this.robots.size >= maxRobotsKept && oldest !== undefined) this.robots.delete(oldest);
    this.robots.set(origin.origin, rules);
    return rules;
  }

  /** Waits until a host may be asked again, and takes that turn, unless it is too late then. */
  private async takeTurn(url: URL, delayMs: number, { signal, untilMs, late }: TimeLimit): Promise<void> {
    const host = hostOf(url);
    const now = Date.now();
    const turnMs = Math.max(now, this.turns.get(host) ?? 0);
    if (turnMs >= untilMs) throw late();
    for (const [name, atMs] of this.turns) if (atMs < now) this.turns.delete(name);
    this.turns.set(host, turnMs + Math.max(this.pauseMs, delayMs));
    if (turnMs <= now) return;
    await sleep(turnMs - now, undefined, { signal }).catch(() => {
      signal.throwIfAborted(); // with its reason
    });
  }
}

/** What would be wrong with the address itself as well is told as that, not as a robots.txt that could not be had. */
function isOfAddress(error: unknown): boolean {
  return error instanceof FetchFailure && /^(?:private|address|unreachable)$/.test(error.problem);
}

/** Where an answer leads on to; its bytes are read as UTF-8, as browsers do. */
function targetOf({ status, headers }: WebAnswer): string | undefined {
  const location = redirects.has(status) ? headers['location'] : undefined;
  return location === undefined ? undefined : Buffer.from(location, 'latin1').toString('utf8');
}

async function readRobots(answer: WebAnswer): Promise<string | null> {
  try {
    if (answer.status >= 400 && answer.status < 500) return '';
    if (answer.status !== 200) return null;
    return (await answer.readBody(maxRobotsBytes)).toString('utf8');
  } finally {
    answer.close();
  }
}

function nameOf(status: number): string {
  const names: Readonly<Record<number, string>> = {
    401: ' (it wants a password)',
    403: ' (it refuses)',
    404: ' (nothing is there)',
    410: ' (it is gone)',
    429: ' (too many requests: try again later)',
    500: ' (it is in trouble)',
    502: ' (it is in trouble)',
    503: ' (it is in trouble)',
  };
  return names[status] ?? '';
}
