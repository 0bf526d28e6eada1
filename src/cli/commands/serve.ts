import { createLog, describeError } from '../../app/log.js';
import { watchParents } from '../../app/process-parents.js';
import { readServeSettings, type ServeSettings } from '../../app/serve-settings.js';
import { isEveryAddress, startServer, type RunningServer } from '../../web/serve.js';

export interface ServeFlags {
  readonly host?: string;
  readonly port?: string;
}

/** Longest time for a shutdown, whatever hangs. */
const leaveWithinMs = 15_000;

/** Serves the page until the process is told to end; resolves then. */
export async function runServe({ host, port }: ServeFlags): Promise<void> {
  const settings = readServeSettings({
    ...process.env,
    ...(host !== undefined && { SERVE_HOST: host }),
    ...(port !== undefined && { SERVE_PORT: port }),
  });
  const log = createLog(settings.logLevel);
  process.on('unhandledRejection', (reason) => {
    log.error(describeError(reason), 'unhandled rejection');
  });
  const told = waitForEnd(settings);
  const server: RunningServer = await startServer(settings, log);
  process.stderr.write(`verbatim: open ${server.url} in a browser\n`);
  if (isEveryAddress(settings.serveHost)) {
    process.stderr.write(
      'verbatim: other machines reach it by the address of this one, or by its name where PUBLIC_URL has that\n',
    );
  }
  const reason = await told;
  log.info({ reason }, 'leaving once the questions under way are answered');
  setTimeout(() => process.exit(0), leaveWithinMs).unref();
  await server.stop();
  process.exit(0); // a thread of the model may still be at work
}

/** Resolves with what ends the process. */
function waitForEnd({ isStartedByNpm }: Pick<ServeSettings, 'isStartedByNpm'>): Promise<string> {
  process.removeAllListeners('SIGINT'); // the command line's own way, which would cut answers off
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, resolve);
    if (isStartedByNpm) {
      watchParents(() => {
        resolve('npm has ended');
      });
    }
  });
}
