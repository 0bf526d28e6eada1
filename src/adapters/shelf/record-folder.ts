import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { flushFolder, writeDurably } from '../durable-files.js';
import { makeFolder } from '../make-folder.js';
import { writeInPlace } from '../store/place-file.js';

/** Versions of a record that are kept besides the latest: whoever has read one of them still finds its successor's name taken. */
const keptVersions = 3;
/** As many marks of the versions before it are in each, so that whoever has made one of them finds it again. */
const keptMarks = 16;
/** What a killed process has left is cleared away after this long. */
const remainsAfterMs = 3_600_000;
/** Without an ending, so that no reader of texts takes it for one. */
const versionName = /^record-(\d{9})$/;

/**
 * Records with files of their own, a folder each, for several processes at once. A new version of a record is a new file, which only one
 * of those can make who have read the version before; so no lock is held that a killed process could leave.
 */
export class RecordFolder<T extends object> {
  /** `isWhole` tells a record from anything else that somebody may have written into its file: such a version is passed over. */
  constructor(
    readonly root: string,
    private readonly isWhole: (value: object) => boolean = () => true,
  ) {}

  /** The ids of all records. */
  async ids(): Promise<string[]> {
    const names = await readdir(this.root).catch(() => []);
    return names.filter((name) => !name.startsWith('.')).sort();
  }

  /** Where a file of a record lies. */
  fileOf(id: string, name: string): string {
    return path.join(this.root, id, name);
  }

  /** Makes a record with its files, in one step. Rejects where there is one of this id. */
  async create(id: string, record: T, files: Readonly<Record<string, Uint8Array>> = {}): Promise<void> {
    await makeFolder(this.root, 0o700);
    const building = path.join(this.root, `.new-${id}-${randomBytes(4).toString('hex')}`);
    await makeFolder(building, 0o700);
    for (const [name, bytes] of Object.entries(files)) await writeDurably(path.join(building, name), bytes);
    await writeDurably(path.join(building, nameOfVersion(1)), JSON.stringify(record));
    await flushFolder(building);
    await rename(building, path.join(this.root, id)); // fails where a folder of this name has files
    await flushFolder(this.root);
  }

  /** Null for an id that is unknown. */
  async read(id: string): Promise<T | null> {
    return (await this.readLatest(id))?.record ?? null;
  }

  /**
   * Replaces a record by what `change` makes of it, which may be called again where another process was faster; null leaves it as it is.
   * Gives the record as it is then and whether it was changed; null for an id that is unknown.
   */
  async update(id: string, change: (record: T) => T | null): Promise<{ record: T; isChanged: boolean } | null> {
    for (;;) {
      const latest = await this.readLatest(id);
      if (!latest) return null;
      const next = change(latest.record);
      if (next === null) return { record: latest.record, isChanged: false };
      if (await this.writeVersion(id, latest.number + 1, next, latest.marks)) {
        await this.clearVersions(id, latest.number - keptVersions);
        return { record: next, isChanged: true };
      }
    }
  }

  /** Removes a record with its files. */
  async drop(id: string): Promise<void> {
    const gone = path.join(this.root, `.gone-${id}-${randomBytes(4).toString('hex')}`);
    const isThere = await rename(path.join(this.root, id), gone).then(
      () => true,
      () => false,
    );
    if (isThere) await rm(gone, { recursive: true, force: true });
  }

  /** Clears away what killed processes have left. */
  async clearRemains(): Promise<void> {
    for (const name of await readdir(this.root).catch(() => [])) {
      const place = path.join(this.root, name);
      if (/^\.(?:new|gone)-/.test(name)) await removeOld(place);
      else if (!name.startsWith('.'))
        for (const part of await readdir(place).catch(() => []))
          if (part.endsWith('.tmp')) await removeOld(path.join(place, part));
    }
  }

  private async readLatest(id: string): Promise<{ record: T; number: number; marks: readonly string[] } | null> {
    if (id === '' || id.startsWith('.') || path.basename(id) !== id) return null;
    for (let attempt = 0; attempt < 3; attempt++) {
      const names = await readdir(path.join(this.root, id)).catch(() => []);
      const numbers = names.flatMap((name) => Number(versionName.exec(name)?.[1] ?? []));
      numbers.sort((a, b) => b - a);
      const [highest] = numbers;
      if (highest === undefined) return null;
      for (const number of numbers) {
        const found = await this.readVersion(id, number);
        if (found) return { ...found, number: highest };
      }
    }
    return null;
  }

  private async readVersion(id: string, number: number): Promise<{ record: T; marks: readonly string[] } | null> {
    const text = await readFile(this.fileOf(id, nameOfVersion(number)), 'utf8').catch(() => null);
    const value = text === null ? null : parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const { marks, ...record } = value as { readonly marks?: unknown };
    if (!this.isWhole(record)) return null;
    return { record: record as T, marks: Array.isArray(marks) ? marks.map(String) : [] }; // our own
  }

  /** Whether the version is ours: another process may have made one of this number. */
  private async writeVersion(id: string, number: number, record: T, before: readonly string[]): Promise<boolean> {
    const mark = randomBytes(6).toString('hex');
    const marks = [mark, ...before].slice(0, keptMarks);
    const target = this.fileOf(id, nameOfVersion(number));
    const text = JSON.stringify({ ...record, marks });
    try {
      await writeInPlace(target, (temporary) => writeDurably(temporary, text), { overwrite: false });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
    // One that was made after a long sleep, when its number had been cleared away, is none: those after it were made without it.
    const latest = await this.readLatest(id);
    return latest === null || latest.number <= number || latest.marks.includes(mark);
  }

  private async clearVersions(id: string, upTo: number): Promise<void> {
    if (upTo > 0) await rm(this.fileOf(id, nameOfVersion(upTo)), { force: true });
  }
}

function nameOfVersion(number: number): string {
  return `record-${String(number).padStart(9, '0')}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null; // not yet written, where a file system knows no links
  }
}

/** Removes what was not touched for an hour, and so is a killed process's. */
export async function removeOld(place: string): Promise<void> {
  const found = await stat(place).catch(() => null);
  if (found && Math.abs(Date.now() - found.mtimeMs) > remainsAfterMs) await rm(place, { recursive: true, force: true });
}
