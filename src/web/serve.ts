import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Server } from 'node:http';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { findExamples } from '../app/asking/choose-examples.js';
import { FairQueue } from '../app/asking/fair-queue.js';
import { openLibrary } from '../app/asking/open-library.js';
import type { LibraryHooks } from '../app/asking/library-in-use.js';
import { answersAtOnce } from '../app/asking/reading-desk.js';
import { OverrideWatch } from '../app/labels/label-overrides.js';
import { describeError, type Log } from '../app/log.js';
import type { ServeSettings } from '../app/serve-settings.js';
import { Shelf } from '../app/shelf/shelf.js';
import { openStore } from '../app/store/open-store.js';
import { VerbatimError } from '../core/errors.js';
import { answerBadRequests } from './safety/bad-request.js';
import { Sessions } from './safety/sessions.js';
import type { Services } from './services.js';
import { createSite } from './site.js';

export interface RunningServer {
  /** Where it is reached on this machine. */
  readonly url: string;
  /** Finishes what is under way, within a limit, and closes everything. */
  stop(): Promise<void>;
}

const finishWithinMs = 10_000;
const closeIdleEachMs = 50;
const readWithinMs = 150;
const requestWithinMs = 10_000;
const maxConnections = 1_000;

/** Serves the texts until it is stopped. Rejects with one line where the port or the store cannot be had. */
export async function startServer(settings: ServeSettings, log: Log): Promise<RunningServer> {
  const store = await openStore(settings, (notice) => {
    log.warn({ notice }, 'notice of the store');
  });
  const notices = new Set<string>();
  const overrides = new OverrideWatch(store.labelReviews, (error) => {
    log.warn(describeError(error), 'labels set by moderators could not be read');
  });
  const hooks: LibraryHooks = {
    onRefresh: () => {
      notices.clear();
    },
    onNotice: (notice) => {
      notices.add(notice);
      log.warn({ notice }, 'notice of the index');
    },
    onSwap: ({ version, counts }) => {
      log.info({ index: version.slice(0, 8), ...counts }, 'index in use');
      if (library.current) findExamples(library.current).catch(() => undefined); // so that nobody waits for them
    },
    onRelabel: () => {
      log.info('labels set by moderators have changed');
    },
    onFailure: (error) => {
      log.error(describeError(error), 'index could not be brought up to date');
    },
  };
  const library = await openLibrary({ settings, overrides, hooks });
  const queue = new FairQueue({
    limit: settings.queueLimit,
    userLimit: settings.userQueueLimit,
    concurrency: answersAtOnce,
  });
  const sessions = new Sessions(settings.serveToken);
  const services: Services = { settings, library, queue, store, sessions, log, notices, isStopping: false };
  const server = createAdaptorServer({ fetch: createSite(services).fetch }) as Server; // of plain HTTP, as nothing else is asked for
  server.requestTimeout = requestWithinMs;
  server.headersTimeout = requestWithinMs;
  server.maxConnections = maxConnections;
  answerBadRequests(server);
  try {
    await listen(server, settings);
  } catch (error) {
    store.close();
    throw error;
  }
  library.start();
  const shelf = new Shelf({
    settings,
    onFailure: (error) => {
      log.warn(describeError(error), 'a source could not be looked after');
    },
  });
  shelf.start();
  const { port } = server.address() as AddressInfo;
  const url = addressOnThisMachine(settings.serveHost, port);
  log.info({ host: settings.serveHost, port, isOpen: settings.serveToken === null }, 'page is served');
  return {
    url,
    async stop() {
      // What has been sent to the socket but not yet read would be cut off: it is taken in and read as long as that may take.
      await wait(readWithinMs);
      await setImmediate(); // the loop may have been busy all the time
      await setImmediate();
      services.isStopping = true;
      const closed = once(server, 'close');
      server.close(); // with the connections that are idle
      const closing = setInterval(() => {
        server.closeIdleConnections();
      }, closeIdleEachMs);
      await Promise.race([
        Promise.all([queue.whenIdle(), closed]),
        new Promise((resolve) => setTimeout(resolve, finishWithinMs).unref()),
      ]);
      clearInterval(closing);
      server.closeAllConnections();
      await shelf.close();
      await library.close();
      store.close();
    },
  };
}

async function listen(server: Server, { serveHost, servePort }: ServeSettings): Promise<void> {
  try {
    server.listen(servePort, serveHost);
    await once(server, 'listening');
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    const [problem, advice] = problems[code] ?? [
      `The page cannot be served on {subject} (${code})`,
      'Set SERVE_PORT and SERVE_HOST to what this machine has',
    ];
    const subject = `${hostInAddress(serveHost)}:${servePort}`;
    throw new VerbatimError('bad-settings', { problem, subject, advice }, { cause: error });
  }
}

const problems: Readonly<Record<string, readonly [string, string]>> = {
  EADDRINUSE: ['Another program has {subject} already', 'End it, or set SERVE_PORT to a free port, or to 0 for any'],
  EACCES: ['{subject} may not be used', 'Set SERVE_PORT to a port from 1024 on'],
  EADDRNOTAVAIL: ['This machine has no address {subject}', 'Set SERVE_HOST to one of its own, or to 127.0.0.1'],
};

/** Where a browser on this machine finds the page. An address that stands for all of a machine's own is none to go to. */
export function addressOnThisMachine(host: string, port: number): string {
  return `http://${isEveryAddress(host) ? '127.0.0.1' : hostInAddress(host)}:${port}/`;
}

/** Whether the server is reached under each address of this machine. */
export function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || /^[0:]+$/.test(host);
}

function hostInAddress(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
