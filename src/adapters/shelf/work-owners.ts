import { randomBytes } from 'node:crypto';
import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { isRunning } from '../index/build-owners.js';
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
  private readonly host = hostname().replace(/[^\w.]/g, '') || 'host';
  readonly own = `${this.host}-${process.pid}-${randomBytes(4).toString('hex')}`;
  /** Beats that lie ahead of our clock, and since when each has been the last, by a clock that nobody sets. */
  private readonly ahead = new Map<string, { readonly beatMs: number; readonly sinceMs: number }>();
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
    if (host === this.host && pid !== undefined) {
      // Another name of our own id was that of a process before us, as in a container that was started anew.
      if (Number(pid) === process.pid || !isRunning(Number(pid))) return false;
    }
    const beat = await stat(path.join(this.folder, owner)).catch(() => null);
    if (beat === null) return false;
    const ageMs = Date.now() - beat.mtimeMs;
    return ageMs > -deadAfterMs ? ageMs < deadAfterMs : this.isBeating(owner, beat.mtimeMs);
  }

  /** Whether beats still come of one whose clock goes before ours, or that died before ours was set back. */
  private isBeating(owner: string, beatMs: number): boolean {
    const seen = this.ahead.get(owner);
    if (seen?.beatMs === beatMs) return performance.now() - seen.sinceMs < deadAfterMs;
    this.ahead.set(owner, { beatMs, sinceMs: performance.now() });
    return true;
  }

  /** Clears away the files of processes that have long been dead. */
  async clearDead(): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const beat = await stat(path.join(this.folder, name)).catch(() => null);
      if (beat && Math.abs(Date.now() - beat.mtimeMs) > clearedAfterMs)
        await rm(path.join(this.folder, name), { force: true });
    }
  }
}
