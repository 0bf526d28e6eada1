import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Network } from '#verbatim/adapters/fetch/network.js';
import { isPublicAddress } from '#verbatim/adapters/fetch/public-addresses.js';

/** A web server on this machine, which only a test's own network lets a fetch reach: by any name of `.test`. */
export class Pages {
  readonly requests: IncomingMessage[] = [];
  /** Answers by path; a path that is not named is not found. */
  readonly answers = new Map<string, RequestListener>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      this.requests.push(request);
      const answer = this.answers.get(new URL(request.url ?? '/', 'http://pages.test').pathname);
      if (answer) answer(request, response);
      else response.writeHead(404).end();
    });
  }

  static async start(): Promise<Pages> {
    const pages = new Pages();
    await new Promise<void>((resolve) => pages.server.listen(0, '127.0.0.1', resolve));
    return pages;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Names end here and nowhere else. */
  get network(): Network {
    return {
      resolve: (host) => (host.endsWith('.test') ? Promise.resolve(['127.0.0.1']) : Promise.reject(new Error('none'))),
      permits: (address, port) => (address === '127.0.0.1' && port === this.port) || isPublicAddress(address),
    };
  }

  url(path: string, host = 'pages.test'): string {
    return `http://${host}:${this.port}${path}`;
  }

  /** Answers a path with a page, or with other bytes and headers. */
  give(path: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): void {
    this.answers.set(path, (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
    });
  }

  redirect(path: string, location: string): void {
    this.answers.set(path, (_, response) => {
      response.writeHead(302, { location: Buffer.from(location).toString('latin1') }).end();
    });
  }

  /** The paths that were asked for, in order. */
  get paths(): string[] {
    return this.requests.map(({ url }) => url ?? '');
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}
