import { access, constants, copyFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { readOrigin, removeOrigin, writeOrigin, type FileOrigin } from '../../adapters/corpus/origin-files.js';
import { flushFolder } from '../../adapters/durable-files.js';
import { digestFile } from '../../adapters/index/index-folder.js';
import { makeFolder } from '../../adapters/make-folder.js';
import type { RecordFolder } from '../../adapters/shelf/record-folder.js';
import { placeFile, temporaryName } from '../../adapters/store/place-file.js';
import { VerbatimError } from '../../core/errors.js';
import { freeName } from './file-names.js';
import { incomingFile, isFile, originalFile, type ShelfRecord } from './shelf-record.js';

/** The folder of the corpus in which sources lie that were put there by us, a folder for each collection. */
export const libraryFolder = 'library';

/** The folder of a collection, relative to the corpus folder. */
export function folderOf(collection: string): string {
  return collection === '' ? libraryFolder : `${libraryFolder}/${collection}`;
}

/**
 * Carries out what a record says is to be done with its file. Each can be done again from its beginning when a process was killed in the
 * middle, and is no harm when it was done already. They throw `library-write` where the disk does not let them.
 */
export class FileMover {
  constructor(
    private readonly records: RecordFolder<ShelfRecord>,
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

  /** A path for a file that no other has, whatever the case of its letters. */
  async choosePath(collection: string, name: string): Promise<string> {
    const folder = folderOf(collection);
    const taken = await readdir(path.join(this.corpusDir, folder)).catch(() => []);
    return `${folder}/${freeName(name, taken)}`;
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
      throw toWriteError(error, this.corpusDir);
    }
  }

  /** Moves the bytes to a free place in the corpus folder, all or nothing; gives its path. */
  private async putIn(record: ShelfRecord): Promise<string> {
    const source = this.records.fileOf(record.id, originalFile);
    for (let relative = record.path ?? ''; ; relative = await this.nextPath(relative)) {
      const target = path.join(this.corpusDir, relative);
      const own = (await digestFile(source))?.sha256;
      if (own === undefined) return relative; // done before
      await makeFolder(path.dirname(target));
      // Ours from before, or somebody else's.
      const there = (await digestFile(target))?.sha256 ?? null;
      if ((there !== null && there !== own) || !(await this.claimOrigin(record, target, there !== null))) continue;
      const temporary = temporaryName(target);
      try {
        await copyFile(source, temporary);
        await placeFile(temporary, target, { overwrite: false });
      } catch (error) {
        await rm(temporary, { force: true });
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        if ((await digestFile(target))?.sha256 !== own) continue;
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

  private async nextPath(taken: string): Promise<string> {
    const folder = path.posix.dirname(taken);
    const names = await readdir(path.join(this.corpusDir, folder)).catch(() => []);
    return `${folder}/${freeName(path.posix.basename(taken), [...names, path.posix.basename(taken)])}`;
  }

  /** Moves the file out of the corpus folder to where the original is kept; false where there is neither. */
  private async takeOut(record: ShelfRecord): Promise<boolean> {
    const file = path.join(this.corpusDir, record.path ?? '');
    const kept = this.records.fileOf(record.id, originalFile);
    if (!(await isFile(file))) {
      await removeOrigin(file);
      return isFile(kept);
    }
    await access(path.dirname(file), constants.W_OK);
    const temporary = temporaryName(kept);
    await copyFile(file, temporary);
    await placeFile(temporary, kept, { overwrite: true });
    await rm(file);
    await flushFolder(path.dirname(file));
    await removeOrigin(file);
    return true;
  }

  private async replace(record: ShelfRecord): Promise<void> {
    const source = this.records.fileOf(record.id, incomingFile);
    if (!(await isFile(source))) return;
    const target = path.join(this.corpusDir, record.path ?? '');
    const origin = originOf(record);
    if (origin) await writeOrigin(target, origin, { overwrite: true });
    const temporary = temporaryName(target);
    await copyFile(source, temporary);
    await placeFile(temporary, target, { overwrite: true });
    await rm(source, { force: true });
  }
}

function originOf({ fetched, digest }: ShelfRecord): FileOrigin | null {
  if (!fetched) return null;
  const { url, on, etag, lastModified } = fetched;
  return { digest, url, fetchedOn: on, etag, lastModified };
}

/** What the system says of a folder that cannot be written, as one line. */
export function toWriteError(error: unknown, corpusDir: string): VerbatimError {
  if (error instanceof VerbatimError) return error;
  const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const isFull = /^(?:ENOSPC|EDQUOT)$/.test(detail);
  return new VerbatimError(
    'library-write',
    {
      problem: 'The folder "{subject}" cannot be written ({detail})',
      subject: path.join(corpusDir, libraryFolder),
      detail,
      advice: isFull
        ? 'Free some space'
        : 'Let Verbatim write there; where the texts are mounted for reading only, mount this folder for writing',
    },
    { cause: error },
  );
}
