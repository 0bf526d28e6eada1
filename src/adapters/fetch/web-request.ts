import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Duplex, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { hostOf, portOf, resolveAddresses } from './check-address.js';
import { FetchFailure } from './fetch-failure.js';
import type { Network } from './network.js';

export type Headers = Readonly<Record<string, string | undefined>>;

/** One answer of a server, whose body waits to be read. */
export interface WebAnswer {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Headers;
  /** The body, unpacked. Throws `FetchFailure` as soon as more than `maxBytes` have come out. */
  readBody(maxBytes: number): Promise<Buffer>;
  /** Ends the connection, read or not. */
  close(): void;
}

interface RequestOptions {
  readonly network: Network;
  readonly headers: Readonly<Record<string, string>>;
  /** Ends it all, from the first look-up to the last byte. */
  readonly signal: AbortSignal;
}

/**
 * Asks one server once. The name is resolved here and only once, and the connection goes to an address that was looked at, so that
 * a name that stands for another one a moment later changes nothing. Throws `FetchFailure`.
 */
export async function requestOnce(url: URL, { network, headers, signal }: RequestOptions): Promise<WebAnswer> {
  const addresses = await unlessAborted(resolveAddresses(url, network), signal);
  let connection: Duplex | null = null;
  let hasEnded = false;
  const asking = new Promise<http.IncomingMessage>((resolve, reject) => {
    const host = hostOf(url);
    const isTls = url.protocol === 'https:';
    const request = (isTls ? https : http).request({
      host,
      port: portOf(url),
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: { ...headers, host: url.host, 'accept-encoding': 'gzip, br', connection: 'close' },
      lookup: giveOnly(addresses),
      agent: false,
      signal,
      ...(isTls && isIP(host) === 0 && { servername: host }),
    });
    request.once('socket', (socket) => {
      connection = socket;
      socket.once('end', () => {
        hasEnded = true;
      });
      socket.once('connect', () => {
        if (
          !addresses.includes(socket.remoteAddress ?? '') &&
          !network.permits(socket.remoteAddress ?? '', portOf(url))
        )
          request.destroy(new FetchFailure('private', 'it was connected to another address than the one looked at'));
      });
    });
    request.once('response', resolve);
    request.once('upgrade', ({ statusCode }, socket) => {
      socket.destroy();
      reject(new FetchFailure('status', `the server answers ${statusCode ?? 101}, which is no page`));
    });
    request.on('error', reject);
    request.end();
  });
  const response = await unlessAborted(asking, signal).catch((error: unknown) => {
    connection?.destroy();
    throw explain(error, signal);
  });
  response.on('error', () => undefined); // told by whoever reads it
  return {
    status: response.statusCode ?? 0,
    headers: plainHeaders(response.headers),
    readBody: async (maxBytes) => {
      try {
        const bytes = await unlessAborted(readBody(response, maxBytes), signal);
        // A body that says no length is also taken for whole where the connection was cut off.
        if (isUntilClose(response) && !hasEnded) throw new FetchFailure('unreachable', 'what it sends breaks off');
        return bytes;
      } catch (error) {
        throw explain(error, signal);
      } finally {
        response.destroy();
      }
    },
    close() {
      response.destroy();
    },
  };
}

/** A look-up that knows nothing but the addresses given. */
function giveOnly(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, callback) => {
    const [first] = all;
    if (options.all === true) callback(null, all);
    else callback(null, first?.address ?? '', first?.family ?? 4);
  };
}

async function readBody(response: http.IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = (): FetchFailure =>
    new FetchFailure('too-large', `it is larger than ${Math.floor(maxBytes / 1024 / 1024) || 1} MB`);
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of unpack(response) as AsyncIterable<Buffer>) {
    total += chunk.length;
    if (total > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Whether nothing but the end of the connection says where a body ends (RFC 9112, section 6.3). */
function isUntilClose({ headers, statusCode }: http.IncomingMessage): boolean {
  if (statusCode === 204 || statusCode === 304) return false;
  if (headers['transfer-encoding'] !== undefined) return !/(?:^|,)\s*chunked\s*$/i.test(headers['transfer-encoding']);
  return headers['content-length'] === undefined;
}

/** One layer of packing, as we have asked for; more of them are a trap or a mistake. */
function unpack(response: http.IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return response;
  const unpackers = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    br: createBrotliDecompress,
  } as const;
  const create = unpackers[encoding as keyof typeof unpackers] as (() => ReturnType<typeof createGunzip>) | undefined;
  if (!create) throw new FetchFailure('type', `it is packed in a way that is not known (${encoding.slice(0, 40)})`);
  return pipeline(response, create(), () => undefined); // an error shows where it is read
}

/** An error of the system's as one line without its addresses. */
function explain(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason instanceof Error ? signal.reason : new FetchFailure('too-slow', 'too slow');
  if (error instanceof FetchFailure) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = reasons.find(([pattern]) => pattern.test(code))?.[1] ?? 'the connection has failed';
  return new FetchFailure('unreachable', code === '' ? reason : `${reason} (${code})`, { cause: error });
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/^ECONNREFUSED$/, 'nobody answers there'],
  [/^E(?:HOST|NET)UNREACH$|^ETIMEDOUT$/, 'it cannot be reached from here'],
  [/CERT|SIGNATURE|ALTNAME|^ERR_TLS|^EPROTO$|_SSL_/, 'its certificate or its encryption is not in order'],
  [/^Z_|^ERR__ERROR|BROTLI|^ERR_PADDING/, 'what it sends is damaged'],
  [/^HPE_/, 'it does not answer as a web server does'],
];

async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => {
      reject(signal.reason instanceof Error ? signal.reason : new FetchFailure('too-slow', 'too slow'));
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    const done = await Promise.race([work, aborted]);
    signal.throwIfAborted(); // what ends because it was stopped is not done
    return done;
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
    work.catch(() => undefined);
  }
}

function plainHeaders(headers: http.IncomingHttpHeaders): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
