import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSnowflake } from './snowflake.js';

/** The host of the files that people attach. */
const CDN = 'http://cdn.discordapp.test';

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
  /** Addresses in the order in which they were asked for. */
  readonly requests: string[] = [];
  readonly #pages = new Map<string, Page>();

  put(url: string, page: Page): void {
    this.#pages.set(url, page);
  }

  remove(url: string): void {
    this.#pages.delete(url);
  }

  /** Puts a file where Discord would, and gives what it would say of it. */
  attach({ name, type, content, size }: AttachedFile) {
    const id = createSnowflake();
    const url = `${CDN}/attachments/${createSnowflake()}/${id}/${encodeURIComponent(name)}`;
    this.put(url, { type, content });
    return { id, filename: name, size: size ?? Buffer.byteLength(content), content_type: type, url, proxy_url: url };
  }

  /** Whether a request is for one of these, by the host that it names. */
  isFor({ headers }: IncomingMessage): boolean {
    return !/^(?:127\.0\.0\.1|localhost)(?::|$)/.test(headers.host ?? '127.0.0.1');
  }

  serve({ headers, url }: IncomingMessage, response: ServerResponse): void {
    const host = (headers.host ?? '').replace(/:\d+$/, '');
    const address = `http://${host}${url ?? '/'}`;
    this.requests.push(address);
    const page = this.#pages.get(address);
    const status = page?.status ?? (page ? 200 : 404);
    response.writeHead(status, { ...(page && { 'content-type': page.type }), ...page?.headers });
    response.end(page && status === 200 ? page.content : undefined);
  }
}
