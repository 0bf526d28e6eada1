import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../../adapters/make-folder.js';
import { readBackup } from '../../adapters/store/read-backup.js';
import type { StoreSettings } from '../settings.js';
import { createBackup } from './store-tools.js';

/** Scheduled backups are called `verbatim-20260301T040000Z.db`, by the time in UTC. */
const namePattern = /^verbatim-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.db$/;
/** What a process that was killed while it wrote one leaves. */
const remainsPattern = /^\.verbatim-\d{8}T\d{6}Z\.db\..*\.tmp(?:-wal|-shm|-journal)?$/;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** How often the schedule looks whether one is due. */
const lookEveryMs = hourMs;

interface BackupFile {
  readonly file: string;
  readonly atMs: number;
}

interface ScheduleHooks {
  /** Whether it is this process that makes them. */
  readonly isOurs: () => boolean;
  readonly onBackup: (file: string, removed: number) => void;
  readonly onFailure: (error: unknown) => void;
}

/** The scheduled backups in a folder, the latest first by their names; none where there is no folder. */
export async function listBackups(folder: string): Promise<BackupFile[]> {
  const names = await readdir(folder).catch(() => []);
  const backups = names.flatMap((name): BackupFile[] => {
    const [, year, month, day, hour, minute, second] = namePattern.exec(name) ?? [];
    if (second === undefined) return [];
    const atMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return Number.isNaN(atMs) ? [] : [{ file: path.join(folder, name), atMs }];
  });
  return backups.sort((a, b) => b.atMs - a.atMs);
}

/**
 * Writes a backup into the folder and proves that it can be restored, as `restore` would; removes those beyond the number that is kept, the
 * one just written never. Resolves with its file. Throws what `createBackup` does, and `bad-input` for one that could not be restored.
 */
export async function makeScheduledBackup(
  settings: StoreSettings & { readonly backupDir: string },
  nowMs = Date.now(),
): Promise<{ readonly file: string; readonly removed: number }> {
  const { backupDir, backupKeep } = settings;
  await makeFolder(backupDir, 0o700).catch(() => undefined); // told by the backup, which needs it
  const stamp = new Date(nowMs).toISOString().replace(/[-:]|\.\d+/g, '');
  const file = path.join(backupDir, `verbatim-${stamp}.db`);
  await createBackup(settings, file, { force: false });
  await proveBackup(file).catch(async (error: unknown) => {
    await rm(file, { force: true }); // nobody shall rely on it
    throw error;
  });
  await clearRemains(backupDir);
  // A clock that was set back makes older ones look newer.
  const others = (await listBackups(backupDir)).filter((backup) => backup.file !== file);
  const surplus = others.slice(backupKeep - 1);
  for (const backup of surplus) await rm(backup.file, { force: true });
  return { file, removed: surplus.length };
}

/** Reads a backup as `restore` does, with nothing restored. Throws `bad-input` or `store-newer`. */
export async function proveBackup(file: string): Promise<void> {
  const backup = await readBackup(file);
  await backup.dispose();
}

/** Whether there is none of the last day. One of a time that is still to come, by a clock that was set back since, is none. */
export function isBackupDue(backups: readonly BackupFile[], nowMs: number): boolean {
  return !backups.some(({ atMs }) => atMs <= nowMs && atMs > nowMs - dayMs);
}

async function clearRemains(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((each) => remainsPattern.test(each))) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    // Another process may be at work on its own.
    if (found && Math.abs(Date.now() - found.mtimeMs) > hourMs) await rm(file, { force: true });
  }
}

/** Makes a backup whenever the latest one is a day old, as long as the process runs. */
export class BackupSchedule {
  private readonly timer: NodeJS.Timeout;
  private running: Promise<void> | null = null;
  private latest: number | null = null;

  constructor(
    private readonly settings: StoreSettings & { readonly backupDir: string },
    private readonly hooks: ScheduleHooks,
  ) {
    this.timer = setInterval(() => {
      this.look();
    }, lookEveryMs).unref();
    this.look();
  }

  /** When the latest backup was made, in milliseconds since 1970; null before one is known. */
  get latestAtMs(): number | null {
    return this.latest;
  }

  /** Starts nothing more; resolves when nothing is under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Makes one if it is due. */
  look(): void {
    this.running ??= this.backUpWhenDue()
      .catch(this.hooks.onFailure)
      .finally(() => {
        this.running = null;
      });
  }

  private async backUpWhenDue(): Promise<void> {
    const backups = await listBackups(this.settings.backupDir);
    this.latest = backups[0]?.atMs ?? null;
    if (!this.hooks.isOurs() || !isBackupDue(backups, Date.now())) return;
    const { file, removed } = await makeScheduledBackup(this.settings);
    this.latest = Date.now();
    this.hooks.onBackup(file, removed);
  }
}
