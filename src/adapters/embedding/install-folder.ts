import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../make-folder.js';

const STALE_AFTER_MS = 60 * 60 * 1000;

/**
 * Makes `folder` out of the files that `fill` writes into an empty folder beside it. A process that is killed on the way leaves
 * nothing at `folder`. Where `folder` exists, each file is exchanged as a whole, so that of several processes that install the same
 * files none sees another's half. Rejects with the error of `fill` or of the file system; then `folder` is as it was.
 */
export async function installFolder(folder: string, fill: (empty: string) => Promise<void>): Promise<void> {
  const prefix = `.${basename(folder)}-`;
  await makeFolder(dirname(folder));
  await removeStale(dirname(folder), prefix);
  const draft = join(dirname(folder), prefix + randomUUID());
  await mkdir(draft);
  try {
    await fill(draft);
    await moveInto(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function moveInto(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (error) {
    if (!(await stat(folder).catch(() => null))?.isDirectory()) throw error;
    for (const entry of await readdir(draft, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const source = join(entry.parentPath, entry.name);
      const target = join(folder, source.slice(draft.length));
      await mkdir(dirname(target), { recursive: true });
      await rename(source, target);
    }
  }
}

/** Removes what killed processes left; a draft younger than an hour may belong to one that is still at work. */
async function removeStale(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const path = join(parent, name);
    const status = await stat(path).catch(() => null);
    if (status && Date.now() - status.mtimeMs > STALE_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}
