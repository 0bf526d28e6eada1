import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { folderNameFile } from '../../adapters/index/index-folder.js';
import { makeFolder } from '../../adapters/make-folder.js';
import { whileHeld, type Leases } from '../processes/leases.js';
import { bringUpToDate } from './bring-up-to-date.js';

/** Indexing by one process at a time in a folder that several share; whoever comes next finds it done. */
export function indexInTurn(indexDir: string, leases: Leases): typeof bringUpToDate {
  return async (options) => {
    const name = `index:${await nameFolder(indexDir)}`;
    await whileHeld(leases, name, (signal) => bringUpToDate({ ...options, signal }), options.signal);
  };
}

/** A name that is the same for whoever sees the folder, from whichever machine. */
async function nameFolder(folder: string): Promise<string> {
  const file = path.join(folder, folderNameFile);
  try {
    await makeFolder(folder);
    await writeFile(file, randomUUID(), { flag: 'wx' });
  } catch {
    // It is there, or the folder cannot be written: then indexing says so.
  }
  return (await readFile(file, 'utf8').catch(() => '')).trim() || folder;
}
