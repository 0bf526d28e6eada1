import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSnowflake } from './snowflake.js';

/** The host of the files that people attach. */
const CDN = 'cdn.discordapp.example.com';

/** A file as a member attaches it. */
export interface AttachedFile {
  name: string;
  type: string;
  content: string | Uint8Array;
  /** What Discord says of its size; its true one unless set. */
  size?: number;
}

/** What is answered at an address; a status besides 200 goes without the content. */
export interface Page {
  type: string;
  content: string | Uint8Array;
  status?: number;
  headers?: Record<string, string>;
}

/** Pages of other hosts, and the files of Discord's own: all that is asked of this server by another name than its address. */
export class Site {
  /** What was asked for, as `host/path`, in order. */
  readonly requests: string[] = [];
  readonly #pages = new Map<string, Page>();
  readonly #readPort: () => number;

  constructor(readPort: () => number) {
    this.#readPort = readPort;
  }

  /** Puts a page at `host/path`, in the place of one that is there; gives its address. */
  put(place: string, page: Page): string {
    this.#pages.set(place, page);
    return this.addressOf(place);
  }

  addressOf(place: string): string {
    const [host = '', ...path] = place.split('/');
    return `http://${host}:${this.#readPort()}/${path.join('/')}`;
  }

  /** Puts a file where Discord would, and gives what it would say of it. */
  attach({ name, type, content, size }: AttachedFile) {
    const id = createSnowflake();
    const url = this.put(`${CDN}/attachments/${createSnowflake()}/${id}/${encodeURIComponent(name)}`, {
      type,
      content,
    });
    return { id, filename: name, size: size ?? Buffer.byteLength(content), content_type: type, url, proxy_url: url };
  }

  /** Whether a request is for one of these, by the host that it names. */
  isFor({ headers }: IncomingMessage): boolean {
    return !/^(?:127\.0\.0\.1|localhost)(?::|$)/.test(headers.host ?? '127.0.0.1');
  }

  serve({ headers, url }: IncomingMessage, response: ServerResponse): void {
    const place = `${(headers.host ?? '').replace(/:\d+$/, '')}${url ?? '/'}`;
    this.requests.push(place);
    const page = this.#pages.get(place);
    const status = page?.status ?? (page ? 200 : 404);
    response.writeHead(status, { ...(page && { 'content-type': page.type }), ...page?.headers });
    response.end(page && status === 200 ? page.content : undefined);
  }
}
