import { randomBytes } from 'node:crypto';
import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { makeFolder } from '../make-folder.js';

const beatEveryMs = 5_000;
/** A process that has not been heard of for so long is taken for dead, where its host cannot tell. */
const deadAfterMs = 30_000;
const clearedAfterMs = 86_400_000;

/**
 * Which processes on a folder live, so that what a killed one was at work on can be taken over. Each has a name, which says its host and
 * its id there, and a file of this name that it touches while it lives: another container's processes cannot be seen.
 */
export class WorkOwners {
  readonly own = `${hostname().replace(/[^\w.]/g, '') || 'host'}-${process.pid}-${randomBytes(4).toString('hex')}`;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly folder: string) {}

  /** Says that this process lives, from now on. */
  async open(): Promise<void> {
    if (this.timer) return;
    const file = path.join(this.folder, this.own);
    await makeFolder(this.folder, 0o700);
    await writeFile(file, '');
    this.timer ??= setInterval(() => {
      const now = new Date();
      utimes(file, now, now).catch(() => undefined); // missed once, it is made good by the next
    }, beatEveryMs).unref();
  }

  async close(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await rm(path.join(this.folder, this.own), { force: true }).catch(() => undefined); // nothing there to remove
  }

  async isAlive(owner: string): Promise<boolean> {
    if (owner === this.own) return true;
    const [, host, pid] = /^(.*)-(\d+)-[0-9a-f]+$/.exec(owner) ?? [];
    if (host === this.own.slice(0, host?.length) && pid !== undefined) {
      // Another name of our own id was that of a process before us, as in a container that was started anew.
      if (Number(pid) === process.pid || !isRunning(Number(pid))) return false;
    }
    const beat = await stat(path.join(this.folder, owner)).catch(() => null);
    return beat !== null && Date.now() - beat.mtimeMs < deadAfterMs;
  }

  /** Clears away the files of processes that have long been dead. */
  async clearDead(): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const beat = await stat(path.join(this.folder, name)).catch(() => null);
      if (beat && Date.now() - beat.mtimeMs > clearedAfterMs) await rm(path.join(this.folder, name), { force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
