import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { runPipeline, type PipelineRequest } from './pipeline.js';
import { SqlStream } from './sql-stream.js';

/** What happens to the next request. */
export type ServerFault =
  /** The connection is cut before anything is done, or after all of it. */
  | 'cut-before'
  | 'cut-after'
  /** As a gateway in front of a server answers that is starting. */
  | 'unavailable';

export interface LibsqlServer {
  readonly url: string;
  readonly authToken: string;
  /** The authorization headers of all requests so far. */
  readonly authorizations: readonly (string | undefined)[];
  failNext(fault: ServerFault, times?: number): void;
  close(): Promise<void>;
}

/**
 * A small libSQL server on a free port of 127.0.0.1: SQL over HTTP by pipelines in JSON, versions 2 and 3 of the Hrana protocol
 * (https://github.com/tursodatabase/libsql/blob/main/docs/HRANA_3_SPEC.md), over a database in a file.
 */
export async function startLibsqlServer(file: string): Promise<LibsqlServer> {
  const authToken = 'eyJ.test-token.of-the-server';
  const client = createClient({ url: pathToFileURL(file).href, timeout: 5_000, intMode: 'bigint' });
  await client.execute('PRAGMA journal_mode = WAL');
  const streams = new Map<string, SqlStream>();
  const authorizations: (string | undefined)[] = [];
  const faults: ServerFault[] = [];
  let batons = 0;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    authorizations.push(request.headers.authorization);
    const fault = faults.shift();
    if (fault === 'cut-before') {
      request.socket.destroy();
      return;
    }
    if (fault === 'unavailable') {
      response.writeHead(503, { 'content-type': 'text/plain' }).end('starting');
      return;
    }
    const basic = `Basic ${Buffer.from(`admin:${authToken}`).toString('base64')}`;
    if (![`Bearer ${authToken}`, basic].includes(request.headers.authorization ?? '')) {
      answer(401, { error: 'Unauthorized: `The JWT is invalid`' });
      return;
    }
    if (request.method !== 'POST' || !/^\/v[23]\/pipeline$/.test(request.url ?? '')) {
      answer(404, { error: 'not found' });
      return;
    }
    // The client under test wrote it.
    const { baton, requests } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as PipelineRequest;
    const known = typeof baton === 'string' ? streams.get(baton) : new SqlStream(client);
    if (!known) {
      answer(400, { message: 'The stream has expired', code: 'STREAM_EXPIRED' });
      return;
    }
    if (typeof baton === 'string') streams.delete(baton);
    const results = await runPipeline(known, requests);
    const next = known.isClosed ? null : `baton-${++batons}`;
    if (next !== null) streams.set(next, known);
    if (fault === 'cut-after') request.socket.destroy();
    else answer(200, { baton: next, base_url: null, results });
  };

  const http = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, // a listening TCP server has no other kind of address
    authToken,
    authorizations,
    failNext: (fault, times = 1) => {
      for (let i = 0; i < times; i++) faults.push(fault);
    },
    close: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      for (const stream of streams.values()) await stream.close();
      client.close();
    },
  };
}
