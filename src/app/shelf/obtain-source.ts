import { readFileSync } from 'node:fs';
import { decodeAs, encodingOfMark } from '../../adapters/decode-text.js';
import { FetchFailure } from '../../adapters/fetch/fetch-failure.js';
import { Fetcher, type Fetched } from '../../adapters/fetch/fetcher.js';
import type { Network } from '../../adapters/fetch/network.js';
import { endingOf, headBytes, tellEnding } from '../../core/formats/tell-ending.js';
import { nameOfLink, safeFileName, stemOf } from './file-names.js';
import type { FetchedFrom, RefreshState } from './shelved-source.js';

const dayMs = 86_400_000;
/** However long its server says that a page stays as it is. */
const longestMs = 7 * dayMs;

/** What has come of fetching a source. */
export interface Obtained {
  readonly bytes: Buffer;
  /** What its file is to be called. */
  readonly name: string;
  readonly fetched: FetchedFrom;
  readonly refresh: RefreshState;
}

/** The endings of files that are text. */
const textFormats = /^(?:html|xml|md|txt|srt|vtt|json)$/;
/** Types that no text is of: their bodies are not waited for. */
const wrongType = /^(?:image|audio|video|font)\//;

interface SourceFetcherOptions {
  readonly network: Network;
  /** Of one file. */
  readonly maxBytes: number;
  readonly pauseMs: number;
  readonly now: () => number;
}

export class SourceFetcher {
  private readonly fetcher: Fetcher;

  constructor(private readonly options: SourceFetcherOptions) {
    const { network, pauseMs } = options;
    this.fetcher = new Fetcher({ network, pauseMs, agent: { name: 'verbatim', detail: `/${readVersion()}` } });
  }

  /** Fetches a page or a file by its link. Throws `FetchFailure`. */
  async fetchLink(address: string, signal: AbortSignal): Promise<Obtained> {
    const found = await this.fetch(address, { obeysRobots: true, signal });
    return this.describe(found, nameOfLink(found.url));
  }

  /** Fetches a file that was put somewhere for us; its name is known. Throws `FetchFailure`. */
  async fetchAttachment(address: string, name: string, signal: AbortSignal): Promise<Obtained> {
    return this.describe(await this.fetch(address, { obeysRobots: false, signal }), name);
  }

  /** Looks whether what is behind a link has changed; null where it has not, with when to look again. Throws `FetchFailure`. */
  async fetchAgain(
    address: string,
    known: FetchedFrom,
    signal: AbortSignal,
  ): Promise<{ readonly changed: Obtained | null; readonly fetched: FetchedFrom; readonly refresh: RefreshState }> {
    const found = await this.fetch(address, { obeysRobots: true, signal, known });
    const { etag, lastModified } = found;
    const fetched = { ...known, etag, lastModified };
    const refresh = this.planRefresh(found.freshForMs);
    const changed = found.kind === 'unchanged' ? null : this.describe(found, nameOfLink(found.url));
    return { changed, fetched, refresh };
  }

  /** When to look again: not within a day, nor before its server says that it may be another, but within a week. */
  planRefresh(freshForMs: number): RefreshState {
    const lastAtMs = this.options.now();
    return { lastAtMs, dueAtMs: lastAtMs + Math.min(longestMs, Math.max(dayMs, freshForMs)), problem: null };
  }

  private fetch(
    address: string,
    options: { readonly obeysRobots: boolean; readonly signal: AbortSignal; readonly known?: FetchedFrom },
  ): Promise<Fetched> {
    return this.fetcher.fetch(address, {
      ...options,
      maxBytes: this.options.maxBytes,
      accept: ({ 'content-type': type = '' }) => {
        if (wrongType.test(type)) throw notRead(type);
      },
    });
  }

  private describe(found: Fetched, given: string): Obtained {
    if (found.kind === 'unchanged')
      throw new FetchFailure('unreachable', 'the server answers as if it had been asked before');
    const { headers, url, etag, lastModified, freshForMs } = found;
    const type = headers['content-type'] ?? null;
    const bytes = narrow(found.bytes, type);
    const ending = tellEnding({ type, name: given, head: bytes.subarray(0, headBytes) });
    if (ending === null) throw notRead(type ?? 'of no type that is known');
    const text = textFormats.test(ending) ? toUtf8(bytes, type) : bytes;
    const on = new Date(this.options.now()).toISOString().slice(0, 10);
    return {
      bytes: text,
      name: safeFileName(endingOf(given) === null ? given : stemOf(given), ending),
      fetched: { url, on, etag, lastModified },
      refresh: this.planRefresh(freshForMs),
    };
  }
}

/**
 * The bytes of a text as UTF-8 where only its server says what else it is written in: a file has no such head. One that is UTF-8 or names
 * its own encoding stays as it is.
 */
function toUtf8(bytes: Buffer, type: string | null): Buffer {
  const encoding = charsetOf(type);
  const start = bytes.subarray(0, 2_048).toString('latin1');
  const isOwn = encodingOfMark(bytes) !== null || /<meta[^>]{0,200}charset|<\?xml[^>]*encoding=/i.test(start);
  if (encoding === undefined || isOwn || decodeAs('utf-8', bytes) !== null) return bytes;
  const text = decodeAs(encoding, bytes);
  return text === null ? bytes : Buffer.from(text);
}

/** UTF-16 without a mark, which looks like no text, as UTF-8 where its server says that it is that. */
function narrow(bytes: Buffer, type: string | null): Buffer {
  const encoding = charsetOf(type);
  if (!/^utf-16/i.test(encoding ?? '') || encodingOfMark(bytes) !== null || !bytes.subarray(0, headBytes).includes(0))
    return bytes;
  const text = decodeAs(encoding ?? '', bytes);
  return text === null || text.includes('\0') ? bytes : Buffer.from(text);
}

function charsetOf(type: string | null): string | undefined {
  return /charset\s*=\s*"?([\w-]+)/i.exec(type ?? '')?.[1];
}

function notRead(type: string): FetchFailure {
  const bare = type.split(';')[0]?.trim().slice(0, 80) ?? '';
  return new FetchFailure('type', `it is neither a text nor a file of a format that is read (${bare})`);
}

/** The version of this program. */
function readVersion(): string {
  const file = new URL('../../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
