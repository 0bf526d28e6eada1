import { access, constants, copyFile, lstat, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { readOrigin, removeOrigin, writeOrigin, type FileOrigin } from '../../adapters/corpus/origin-files.js';
import { flushFolder } from '../../adapters/durable-files.js';
import { digestFile } from '../../adapters/index/file-digest.js';
import { makeFolder } from '../../adapters/make-folder.js';
import { removeOld } from '../../adapters/shelf/record-folder.js';
import { isTemporaryName, writeInPlace } from '../../adapters/store/place-file.js';
import { libraryFolder } from '../../core/collections/collection.js';
import { VerbatimError } from '../../core/errors.js';
import { foldName, freeName } from './file-names.js';
import { holdsPath, incomingFile, isFile, originalFile, type ShelfRecord } from './shelf-record.js';
import { toStoreError, toWriteError, type ShelfRecords } from './shelf-records.js';

/** The folder of a collection, relative to the corpus folder. */
export function folderOf(collection: string): string {
  return collection === '' ? libraryFolder : `${libraryFolder}/${collection}`;
}

/**
 * Carries out what a record says is to be done with its file, one process at a time. Each can be done again from its beginning when a process was killed in the
 * middle, and is no harm when it was done already. They throw `library-write` where the disk does not let them.
 */
export class FileMover {
  constructor(
    private readonly records: ShelfRecords,
    private readonly corpusDir: string,
  ) {}

  /** Whether sources can be put in use here at all. */
  async isWritable(): Promise<boolean> {
    for (const folder of [path.join(this.corpusDir, libraryFolder), this.corpusDir, path.dirname(this.corpusDir)]) {
      const code = await access(folder, constants.W_OK | constants.X_OK).then(
        () => 'ok',
        (error: unknown) => (error as NodeJS.ErrnoException).code,
      );
      if (code !== 'ENOENT') return code === 'ok';
    }
    return false;
  }

  /** A path for a record's file that no other has or is to have, whatever the case of its letters. */
  async choosePath({ id, name, collection }: ShelfRecord): Promise<string> {
    return this.freePath({ name }, folderOf(collection), await this.listHeld(id));
  }

  /** Carries out a record's move; gives the record after it, which is still to be kept. */
  async carryOut(record: ShelfRecord): Promise<ShelfRecord> {
    const done = { ...record, moving: null };
    try {
      if (record.moving === 'in') return { ...done, path: await this.putIn(record) };
      if (record.moving === 'replace') await this.replace(record);
      else if (record.moving === 'out' && !(await this.takeOut(record))) return { ...done, state: 'discarded' };
      return done;
    } catch (error) {
      const { dest, path: place } = error as { readonly dest?: unknown; readonly path?: unknown };
      if (String(dest ?? place).startsWith(this.records.root + path.sep)) throw toStoreError(error, this.records.root);
      const folder = path.dirname(path.join(this.corpusDir, record.path ?? libraryFolder));
      throw toWriteError(error, folder, adviseOnFolder);
    }
  }

  /** Clears away what killed processes have left beside the files of records in the corpus folder. */
  async clearRemains(records: readonly ShelfRecord[]): Promise<void> {
    const folders = new Set(records.flatMap((record) => (record.path === null ? [] : path.posix.dirname(record.path))));
    for (const folder of [...folders].flatMap((one) => [one, `${one}/.origins`]))
      for (const name of await readdir(path.join(this.corpusDir, folder)).catch(() => []))
        if (isTemporaryName(name)) await removeOld(path.join(this.corpusDir, folder, name)).catch(() => undefined);
  }

  /** Moves the bytes to a free place in the corpus folder, all or nothing; gives its path. */
  private async putIn(record: ShelfRecord): Promise<string> {
    const source = this.records.fileOf(record.id, originalFile);
    const held = await this.listHeld(record.id);
    for (
      let relative = record.path ?? '';
      ;
      relative = await this.freePath(record, path.posix.dirname(relative), held)
    ) {
      const target = path.join(this.corpusDir, relative);
      const own = (await digestFile(source))?.sha256;
      if (own === undefined) return relative; // done before
      await this.refuseLink(path.posix.dirname(relative));
      await makeFolder(path.dirname(target));
      // Ours from before, or somebody else's.
      const there = (await digestFile(target))?.sha256 ?? null;
      if (held.has(foldName(relative)) || (there !== null && there !== own)) {
        held.add(foldName(relative));
        continue;
      }
      // Before the file is there, so that whoever goes on with it after us does not look for another place.
      await this.records.update(record.id, (one) => (one.path === relative ? null : { ...one, path: relative }));
      if (!(await this.claimOrigin(record, target, there !== null))) {
        held.add(foldName(relative));
        continue;
      }
      try {
        await writeInPlace(target, (temporary) => copyFile(source, temporary), { overwrite: false });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        if ((await digestFile(target))?.sha256 !== own) {
          held.add(foldName(relative));
          continue;
        }
      }
      await rm(source, { force: true });
      return relative;
    }
  }

  /** Says where a file comes from before it is there, so that it is never read without; false where another file has this place. */
  private async claimOrigin(record: ShelfRecord, target: string, isThere: boolean): Promise<boolean> {
    const own = originOf(record);
    if (!own || (await writeOrigin(target, own, { overwrite: false }))) return true;
    const other = await readOrigin(target);
    if (other?.url === own.url && other.digest === own.digest) return true;
    return !isThere && writeOrigin(target, own, { overwrite: true });
  }

  private async freePath({ name }: { name: string }, folder: string, held: ReadonlySet<string>): Promise<string> {
    const names = await readdir(path.join(this.corpusDir, folder)).catch(() => []);
    const below = [...held].filter((file) => path.posix.dirname(file) === foldName(folder));
    return `${folder}/${freeName(name, [...names, ...below.map((file) => path.posix.basename(file))])}`;
  }

  /** The paths of all other records' files, also of those that are not there yet, as `foldName` gives them. */
  private async listHeld(id: string): Promise<Set<string>> {
    const others = (await this.records.all()).filter((other) => other.id !== id && holdsPath(other));
    return new Set(others.map((other) => foldName(other.path ?? '')));
  }

  /** Of a link to another folder nothing is read, so nothing is put there. */
  private async refuseLink(folder: string): Promise<void> {
    const parts = folder.split('/');
    for (const count of parts.keys()) {
      const place = path.join(this.corpusDir, ...parts.slice(0, count + 1));
      if (!(await lstat(place).catch(() => null))?.isSymbolicLink()) continue;
      throw new VerbatimError('library-write', {
        problem: '"{subject}" is a link to another folder, and of such a one no text is read',
        subject: place,
        advice: 'Put the folder itself there',
      });
    }
  }

  /** Moves the file out of the corpus folder to where the original is kept; false where there is neither. */
  private async takeOut(record: ShelfRecord): Promise<boolean> {
    const file = path.join(this.corpusDir, record.path ?? '');
    const kept = this.records.fileOf(record.id, originalFile);
    const before = (await digestFile(kept))?.sha256;
    // Where the original was kept before, another file of this name was put there since, and stays.
    const isThere = (await isFile(file)) && (before === undefined || (await digestFile(file))?.sha256 === before);
    if (isThere) {
      await access(path.dirname(file), constants.W_OK);
      try {
        if (before === undefined)
          await writeInPlace(kept, (temporary) => copyFile(file, temporary), { overwrite: false });
        await rm(file, { force: true });
      } catch (error) {
        if (await isFile(file)) await rm(kept, { force: true });
        else if (!(await isFile(kept))) return false; // somebody else was faster
        throw error;
      }
      await flushFolder(path.dirname(file));
    }
    await removeOrigin(file).catch(() => undefined); // without its file it says nothing
    return isFile(kept);
  }

  private async replace(record: ShelfRecord): Promise<void> {
    const source = this.records.fileOf(record.id, incomingFile);
    if (!(await isFile(source))) return;
    const target = path.join(this.corpusDir, record.path ?? '');
    const origin = originOf(record);
    if (origin) await writeOrigin(target, origin, { overwrite: true });
    await writeInPlace(target, (temporary) => copyFile(source, temporary), { overwrite: true });
    await rm(source, { force: true });
  }
}

function originOf({ fetched, digest }: ShelfRecord): FileOrigin | null {
  if (!fetched) return null;
  const { url, on, etag, lastModified } = fetched;
  return { digest, url, fetchedOn: on, etag, lastModified };
}

/** What to do about a folder of the corpus that cannot be written, by the code of the system. */
function adviseOnFolder(code: string): string {
  if (/^(?:ENOSPC|EDQUOT)$/.test(code)) return 'Free some space';
  return /^(?:EEXIST|ENOTDIR)$/.test(code)
    ? 'A file has the name of this folder or of one above it; rename that'
    : 'Let Verbatim write there; where the texts are mounted for reading only, mount this folder for writing';
}
