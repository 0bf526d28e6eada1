import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { startHealthServer } from '#verbatim/discord/health/health-server.js';
import { PrometheusMetrics } from '#verbatim/discord/health/metrics.js';
import { Readiness } from '#verbatim/discord/health/readiness.js';

const open: { close(): unknown }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

interface State {
  index: boolean;
  store: () => Promise<void>;
  gateway: boolean;
  problem: string | null;
  isStopping: boolean;
}

async function serve(state: Partial<State> = {}) {
  const now: State = {
    index: true,
    store: () => Promise.resolve(),
    gateway: true,
    problem: null,
    isStopping: false,
    ...state,
  };
  let writes = 0;
  const readiness = new Readiness({
    isConnected: () => now.gateway,
    library: { current: now.index ? ({} as never) : null, problem: now.problem },
    store: {
      proveWritable: () => {
        writes++;
        return now.store();
      },
    },
    isStopping: () => now.isStopping,
  });
  const metrics = await PrometheusMetrics.create(() => ({
    queueWaiting: 3,
    queuePlaces: 5,
    isReady: Object.fromEntries(readiness.last.map(({ part, problem }) => [part, problem === null])),
    index: { version: 'abc', documents: 2, passages: 9, sentences: 40 },
    backupAtMs: 1_000_000,
  }));
  const server = await startHealthServer({ port: 0, host: '127.0.0.1' }, readiness, metrics);
  open.push(server);
  const { port } = server.address() as AddressInfo;
  const get = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    return { status: response.status, body: await response.text(), type: response.headers.get('content-type') ?? '' };
  };
  const parts = async () => {
    const { status, body } = await get('/readyz');
    return { status, parts: (JSON.parse(body) as { parts: Record<string, string> }).parts };
  };
  return { get, parts, metrics, writes: () => writes, port };
}

describe('readiness', () => {
  test('of a bot that can answer is 200, with each part', async () => {
    const { parts, get } = await serve();
    const ok = { index: 'ok', store: 'ok', gateway: 'ok', process: 'ok' };
    expect(await parts()).toEqual({ status: 200, parts: ok });
    expect((await get('/healthz')).status).toBe(200);
  });

  test.each<[string, Partial<State>, string, RegExp]>([
    ['no index yet', { index: false }, 'index', /first index is being built/],
    ['no index, and why', { index: false, problem: 'CORPUS_DIR is gone.' }, 'index', /^CORPUS_DIR is gone\.$/],
    [
      'a store that takes no writes',
      { store: () => Promise.reject(new Error('The store "x" cannot be used: there is no space left.')) },
      'store',
      /no space left/,
    ],
    ['no connection', { gateway: false }, 'gateway', /no connection to Discord/],
    ['a bot on its way out', { isStopping: true }, 'process', /being stopped/],
  ])('with %s is 503 and says so, and the bot is alive', async (_, state, part, problem) => {
    const { parts, get } = await serve(state);
    const found = await parts();
    expect(found.status).toBe(503);
    expect(found.parts[part]).toMatch(problem);
    expect(Object.values(found.parts).filter((each) => each === 'ok').length).toBe(3);
    expect((await get('/healthz')).status).toBe(200);
  });

  test('with a store that hangs is told all the same', async () => {
    const { parts } = await serve({ store: () => new Promise(() => undefined) });
    expect((await parts()).parts['store']).toMatch(/has taken no write for 3 s/);
  });

  test('asks the store to write once, however often somebody looks', async () => {
    const { parts, get, writes } = await serve();
    await Promise.all([parts(), parts(), get('/metrics')]);
    await parts();
    expect(writes()).toBe(1);
  });
});

describe('the figures', () => {
  test('are in the text form of Prometheus', async () => {
    const { get, metrics } = await serve({ gateway: false });
    metrics.countRequest('answered', 0.07);
    metrics.countRequest('answered', 3);
    metrics.countRefusal();
    metrics.countFailure();
    metrics.countReconnect();
    const { status, body, type } = await get('/metrics');
    expect({ status, type }).toEqual({
      status: 200,
      type: expect.stringMatching(/^text\/plain; version=0\.0\.4/) as string,
    });
    for (const line of [
      'verbatim_requests_total{outcome="answered"} 2',
      'verbatim_requests_total{outcome="refused"} 1',
      'verbatim_requests_total{outcome="failed"} 1',
      'verbatim_request_seconds_bucket{le="0.1"} 1',
      'verbatim_request_seconds_count 2',
      'verbatim_gateway_reconnects_total 1',
      'verbatim_queue_waiting 3',
      'verbatim_queue_places 5',
      'verbatim_index_sentences 40',
      'verbatim_index_info{version="abc"} 1',
      'verbatim_ready{part="gateway"} 0',
      'verbatim_ready{part="store"} 1',
      'verbatim_backup_timestamp_seconds 1000',
    ]) {
      expect(body.split('\n')).toContain(line);
    }
    expect(body).toMatch(/^process_resident_memory_bytes \d+$/m);
  });
});

describe('the server', () => {
  test('knows three addresses and only reads', async () => {
    const { get } = await serve();
    expect((await get('/')).status).toBe(404);
    expect((await get('/readyz?x=1')).status).toBe(200);
    expect((await get('/healthz', { method: 'POST' })).status).toBe(405);
    expect(await get('/healthz', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  test('that cannot have its port ends with one line', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    open.push(other);
    const { port } = other.address() as AddressInfo;
    const none = {} as never;
    await expect(startHealthServer({ port, host: '127.0.0.1' }, none, none)).rejects.toMatchObject({
      code: 'bad-settings',
      message: `HEALTH_PORT ${port} on 127.0.0.1 cannot be used (EADDRINUSE). Set HEALTH_PORT to a free port, or leave it empty.`,
    });
  });
});
