import { stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';

/** A build of another host, whose processes can't be seen, is given up after this long. */
const abandonedAfterMs = 24 * 60 * 60 * 1_000;

/**
 * Whether nobody is at work on a build: its process is gone, or it is of another host and long untouched. `own` are the builds that this
 * process is at work on.
 */
export async function isAbandoned(folder: string, own: ReadonlySet<string>): Promise<boolean> {
  const [, host, pid] = /^build-(.*)-(\d+)-[0-9a-f]+$/.exec(path.basename(folder)) ?? [];
  if (host === hostname() && pid !== undefined) {
    return Number(pid) === process.pid ? !own.has(folder) : !isRunning(Number(pid));
  }
  const touched = await stat(folder).catch(() => null);
  return touched !== null && Date.now() - touched.mtimeMs > abandonedAfterMs;
}

/** Whether this host has a process of this id, whoever's it is. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
