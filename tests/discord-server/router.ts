import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordError, type Problem } from './errors.js';
import { renderFault, type Faults } from './faults.js';
import { readBody, writeAnswer, type Answer, type UploadedFile } from './http.js';
import type { Call, Journal } from './journal.js';

export interface RestRequest {
  method: string;
  /** The template that fits. */
  route: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  files: UploadedFile[];
  /** A part of the path named in the route's template. */
  param: (name: string) => string;
}

/** Finds what Discord would refuse in a body. */
export type Check = (body: unknown) => Problem[];

export interface Route {
  method: string;
  template: string;
  pattern: RegExp;
  /** Routes with a token in their path need no Authorization header. */
  open: boolean;
  check: Check;
  handle(request: RestRequest): Answer;
}

type BodyHandler<Body> = (request: RestRequest, body: Body) => Answer;

/** A route without a body. */
export function defineRoute(
  method: string,
  template: string,
  handle: (request: RestRequest) => Answer,
  { open = false } = {},
): Route {
  return { method, template, pattern: compileTemplate(template), open, check: () => [], handle };
}

/** A route whose body is checked before it is handled. */
export function defineBodyRoute<Body>(
  method: string,
  template: string,
  check: Check,
  handle: BodyHandler<Body>,
  { open = false } = {},
): Route {
  return {
    ...defineRoute(method, template, () => ({ status: 204 }), { open }),
    check,
    // The check has proved the shape that Body describes.
    handle: (request) => handle(request, request.body as Body),
  };
}

function compileTemplate(template: string): RegExp {
  return new RegExp(`^${template.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
}

/** Takes each request through recording, faults, authorisation, checks and its handler. */
export class Router {
  readonly #routes: readonly Route[];
  readonly #journal: Journal;
  readonly #faults: Faults;
  readonly #token: string;

  constructor(
    routes: readonly Route[],
    { journal, faults, token }: { journal: Journal; faults: Faults; token: string },
  ) {
    this.#routes = routes;
    this.#journal = journal;
    this.#faults = faults;
    this.#token = token;
  }

  async serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = Date.now();
    const method = message.method ?? 'GET';
    const url = new URL(message.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(url.pathname).replace(/^\/api(\/v\d+)?/, '');
    const { body, files } = await readBody(message);
    const found = this.#find(method, path);
    const call: Call = {
      at,
      method,
      route: found?.route.template ?? path,
      path,
      query: Object.fromEntries(url.searchParams),
      body,
      files,
      headers: message.headers,
      status: 0,
    };
    this.#journal.calls.push(call);
    const request = {
      method,
      route: call.route,
      path,
      query: url.searchParams,
      body,
      files,
      param: readParam(found?.params ?? {}),
    };
    const apply = () => this.#apply(found?.route ?? null, request, call, message.headers.authorization);
    const answer = await this.#answerWithFaults(call, apply);
    if (answer === null) {
      message.socket.destroy();
      return;
    }
    call.status = answer.status;
    writeAnswer(response, `${method} ${call.route}`, answer);
  }

  async #answerWithFaults(call: Call, apply: () => Answer): Promise<Answer | null> {
    const fault = this.#faults.take(call.method, call.path);
    if (fault === null) return apply();
    if (fault.delayMs !== undefined) await sleep(fault.delayMs);
    const faulty = renderFault(fault);
    if (faulty === null && fault.dropSocket !== true) return apply();
    if (fault.afterApplying === true) apply();
    return fault.dropSocket === true ? null : faulty;
  }

  #find(method: string, path: string) {
    for (const route of this.#routes) {
      const match = route.method === method ? route.pattern.exec(path) : null;
      if (match !== null) return { route, params: match.groups ?? {} };
    }
    return null;
  }

  #apply(route: Route | null, request: RestRequest, call: Call, authorization: string | undefined): Answer {
    try {
      if (route === null) {
        this.#journal.unexpected.push(call);
        return { status: 404, body: { message: '404: Not Found', code: 0 } };
      }
      if (!route.open && authorization !== `Bot ${this.#token}`) throw new DiscordError(0);
      const problems = route.check(request.body);
      if (problems.length > 0) {
        const { method, route: template, path, body } = call;
        this.#journal.invalid.push({ method, route: template, path, body, problems });
        throw new DiscordError(50035, problems);
      }
      return route.handle(request);
    } catch (error) {
      if (error instanceof DiscordError) return { status: error.status, body: error.toBody() };
      this.#journal.failures.push(error instanceof Error ? error : new Error(String(error)));
      return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
    }
  }
}

function readParam(params: Record<string, string>) {
  return (name: string): string => {
    const value = params[name];
    if (value === undefined) throw new Error(`The route has no parameter ${name}`);
    return value;
  };
}
