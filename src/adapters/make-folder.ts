import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it, with `mode` where they are new. Node's own way to do so never ends where a folder is there but
 * takes no other (`/proc`); this one rejects with the error of the file system.
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
  try {
    await mkdir(folder, mode);
  } catch (error) {
    if ((await stat(folder).catch(() => null))?.isDirectory()) return;
    const parent = dirname(folder);
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!isMissing || parent === folder) throw error;
    // Where the parent is there now, another process has just made it, or the second attempt says the same.
    if (!(await stat(parent).catch(() => null))) await makeFolder(parent, mode);
    await mkdir(folder, mode).catch(async (second: unknown) => {
      if (!(await stat(folder).catch(() => null))?.isDirectory()) throw second;
    });
  }
}
