import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, fail, pass, warn, type Finding } from './finding.js';

const littleBytes = 500 * 1024 * 1024;
const leastBytes = 50 * 1024 * 1024;

/** Whether a folder, or the one that it would be made in, may be written and has room. */
export async function checkFolder(check: string, folder: string, setting: string): Promise<Finding> {
  const existing = await findExisting(folder);
  try {
    if (!(await stat(existing)).isDirectory()) {
      return fail(check, `${existing} is not a folder`, `Set ${setting} to a folder.`);
    }
    await access(existing, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = await statfs(existing);
    const free = bavail * bsize;
    const detail = `${folder} may be written, ${Math.floor(free / 1024 / 1024).toLocaleString('en')} MB free`;
    if (free < leastBytes) return fail(check, detail, `Free some space or set ${setting} to another disk.`);
    return free < littleBytes ? warn(check, detail, 'Free some space before long.') : pass(check, detail);
  } catch (error) {
    return fail(
      check,
      `${existing} may not be written (${codeOf(error)})`,
      `Set ${setting} to a folder that may be written.`,
    );
  }
}

export async function findExisting(folder: string): Promise<string> {
  for (let at = folder; ; at = path.dirname(at)) {
    const isThere = await stat(at).then(
      () => true,
      () => false,
    );
    if (isThere || at === path.dirname(at)) return at;
  }
}
