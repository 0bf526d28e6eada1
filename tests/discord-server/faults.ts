import { describeError } from './errors.js';
import type { Answer } from './http.js';

/** A fault for the next matching request, or the next `times` ones. */
export interface Fault {
  method?: string;
  /** Part of the path, or a pattern for it; paths have no `/api/v10` and no query. */
  route?: string | RegExp;
  /** HTTP status; with `code` it defaults to the one that Discord uses. */
  status?: number;
  /** Discord's JSON error code, such as 10062. */
  code?: number;
  /** Instead of the usual body; a string is sent as HTML, as proxies in front of Discord do. */
  body?: unknown;
  /** For status 429. Default 1000. */
  retryAfterMs?: number;
  /** The 429 holds for all routes. */
  global?: boolean;
  /** Cuts the connection without an answer. */
  dropSocket?: boolean;
  /** Waits before doing anything else; alone it only makes the answer late. */
  delayMs?: number;
  /** The request takes effect, only its answer is lost. */
  afterApplying?: boolean;
  /** Default 1. */
  times?: number;
}

/** Queue of faults; each request takes the oldest that matches it. */
export class Faults {
  #pending: { fault: Fault; left: number }[] = [];

  next(fault: Fault): void {
    this.#pending.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#pending = [];
  }

  /** How many faults wait for their request. */
  get waiting(): number {
    return this.#pending.reduce((sum, { left }) => sum + left, 0);
  }

  take(method: string, path: string): Fault | null {
    const found = this.#pending.find(({ fault }) => matches(fault, method, path));
    if (found === undefined) return null;
    found.left -= 1;
    this.#pending = this.#pending.filter(({ left }) => left > 0);
    return found.fault;
  }
}

function matches({ method, route }: Fault, actualMethod: string, path: string): boolean {
  if (method !== undefined && method.toUpperCase() !== actualMethod) return false;
  if (route === undefined) return true;
  return typeof route === 'string' ? path.includes(route) : route.test(path);
}

/** What the fault answers, or null when it answers nothing of its own. */
export function renderFault(fault: Fault): Answer | null {
  if (fault.status === undefined && fault.code === undefined) return null;
  if (fault.status === 429) return renderRateLimit(fault);
  const known = fault.code === undefined ? null : describeError(fault.code);
  const status = fault.status ?? known?.status ?? 500;
  const body = fault.body ?? { message: known?.message ?? `${status}: Injected fault`, code: fault.code ?? 0 };
  return { status, body };
}

function renderRateLimit({ retryAfterMs = 1000, global = false, body }: Fault): Answer {
  const seconds = retryAfterMs / 1000;
  const headers = {
    'retry-after': String(seconds),
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': String(seconds),
    'x-ratelimit-scope': global ? 'global' : 'user',
    ...(global && { 'x-ratelimit-global': 'true' }),
  };
  return {
    status: 429,
    headers,
    body: body ?? { message: 'You are being rate limited.', retry_after: seconds, global },
  };
}
