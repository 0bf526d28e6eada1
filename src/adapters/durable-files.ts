/** Files that are on the disk when a promise resolves, on every system. */
import { open, rename } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Windows lets nobody replace a file while somebody reads it, such as another process of ours or a virus scanner. */
const heldCodes = ['EPERM', 'EACCES', 'EBUSY'];
const heldPausesMs = process.platform === 'win32' ? [10, 20, 50, 100, 200, 500, 1_000] : [];

/** Writes a file and waits until it is on the disk. */
export async function writeDurably(file: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Waits until what was written to a file is on the disk. */
export async function flushFile(file: string): Promise<void> {
  await flush(file, 'r+');
}

/** Waits until the names in a folder are on the disk; Windows opens no folders, and keeps names by itself. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform !== 'win32') await flush(folder, 'r');
}

/** Moves a file over another one, whoever reads that. */
export async function renameOver(source: string, target: string): Promise<void> {
  for (const pauseMs of [...heldPausesMs, null]) {
    try {
      await rename(source, target);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (pauseMs === null || !heldCodes.includes(code)) throw error;
      await sleep(pauseMs);
    }
  }
}

async function flush(name: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(name, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
