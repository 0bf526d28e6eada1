import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { VerbatimError } from '../../core/errors.js';
import type { PrometheusMetrics } from './metrics.js';
import type { Readiness } from './readiness.js';

interface HealthPlace {
  readonly port: number;
  readonly host: string;
}

/**
 * Serves what a machine asks about the bot: `/healthz` (it is alive), `/readyz` (it can answer; else 503 and why), `/metrics`.
 * Rejects with `bad-settings` where the port can't be had.
 */
export async function startHealthServer(
  { port, host }: HealthPlace,
  readiness: Readiness,
  metrics: PrometheusMetrics,
): Promise<Server> {
  const server = createServer((request, response) => {
    respond(request, response, readiness, metrics).catch(() => {
      response.destroy();
    });
  });
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const fields = {
        problem: 'HEALTH_PORT {subject} cannot be used ({detail})',
        subject: `${port} on ${host}`,
        detail: error.code ?? error.message,
        advice: 'Set HEALTH_PORT to a free port, or leave it empty',
      };
      reject(new VerbatimError('bad-settings', fields, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
  server.unref();
  return server;
}

async function respond(
  { method, url = '' }: IncomingMessage,
  response: ServerResponse,
  readiness: Readiness,
  metrics: PrometheusMetrics,
): Promise<void> {
  const send = (status: number, type: string, body: string): void => {
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(method === 'HEAD' ? undefined : body);
  };
  const sendJson = (status: number, body: object): void => {
    send(status, 'application/json; charset=utf-8', `${JSON.stringify(body)}\n`);
  };
  if (method !== 'GET' && method !== 'HEAD') {
    sendJson(405, { error: 'only GET' });
    return;
  }
  switch (url.replace(/\?.*$/s, '')) {
    case '/healthz':
      sendJson(200, { alive: true, uptimeSeconds: Math.floor(process.uptime()) });
      break;
    case '/readyz': {
      const parts = await readiness.check();
      const isReady = parts.every(({ problem }) => problem === null);
      sendJson(isReady ? 200 : 503, {
        ready: isReady,
        parts: Object.fromEntries(parts.map(({ part, problem }) => [part, problem ?? 'ok'])),
      });
      break;
    }
    case '/metrics':
      await readiness.check();
      send(200, metrics.contentType, await metrics.render());
      break;
    default:
      sendJson(404, { error: 'only /healthz, /readyz and /metrics' });
  }
}
