import { randomBytes } from 'node:crypto';
import { access, chmod, link, open, rename, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { flushFile, flushFolder, renameOver } from '../durable-files.js';
import { makeFolder } from '../make-folder.js';
import { codeOf } from './sql-failures.js';

/** A name for a file that is to become `target`, in the same folder, so that it can be renamed; no longer than a name may be. */
export function temporaryName(target: string): string {
  const start = Array.from(path.basename(target)).slice(0, 40).join('');
  return path.join(path.dirname(target), `.${start}.${randomBytes(6).toString('hex')}.tmp`);
}

/** Whether a file's name is such a temporary one. */
export function isTemporaryName(name: string): boolean {
  return /^\..+\.[0-9a-f]{12}\.tmp$/.test(name);
}

/** Makes an empty file that only its owner can read. */
export async function createPrivateFile(file: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  await handle.close();
}

/** Makes the file of a database with its folder, both for their owner only, where there is none. */
export async function prepareDatabaseFile(file: string): Promise<void> {
  await makeFolder(path.dirname(file), 0o700);
  try {
    // Only a file that is not there yet: to close one that a connection of this process has open would drop its locks
    // (https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_).
    const handle = await open(file, 'wx', 0o600);
    await handle.close();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (!(await stat(file)).isFile()) throw new Error('it is not a file', { cause: error });
    await chmod(file, 0o600).catch(() => undefined); // somebody else's file, on which we may write
  }
}

/** Moves a finished file to its place and waits until it is on the disk there. Rejects with EEXIST rather than to overwrite. */
export async function placeFile(
  temporary: string,
  target: string,
  { overwrite }: { overwrite: boolean },
): Promise<void> {
  await flushFile(temporary);
  if (overwrite) await renameOver(temporary, target);
  else await moveToFreeName(temporary, target);
  await flushFolder(path.dirname(target));
}

/** Makes a file at its place, whole or not at all; `write` makes it under another name, which is gone when that fails. Rejects as `placeFile`. */
export async function writeInPlace(
  target: string,
  write: (temporary: string) => Promise<void>,
  options: { overwrite: boolean },
): Promise<void> {
  const temporary = temporaryName(target);
  try {
    await write(temporary);
    await placeFile(temporary, target, options);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Of two that move to the same name only one succeeds, where the file system knows links. */
async function moveToFreeName(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target);
    await unlink(temporary);
  } catch (error) {
    if (await exists(target)) throw error;
    await rename(temporary, target);
  }
}

export async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Removes a database's file with those that SQLite keeps beside it. */
export async function removeDatabase(file: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm', '-journal']) await rm(file + ending, { force: true });
}
