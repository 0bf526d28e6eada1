import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { VerbatimError } from '../../core/errors.js';
import { getWeightsFile, readModelFiles, type ModelPlace } from './embedding-model.js';
import { installFolder } from './install-folder.js';
import { writeChecksum } from './model-checksum.js';

/** Loads a model through the cache folder `cacheDir`, where its files then are in a folder of the name of its id. */
type LoadIntoCache = (cacheDir: string, quantized: boolean) => Promise<void>;

/**
 * Downloads a hub model into its folder, where it appears as a whole: the quantised weights, or the full ones when the hub has no
 * other. Throws `model-missing` when it cannot be had; the message names the host and what to do.
 */
export async function downloadModel(place: ModelPlace, hubHost: string, load: LoadIntoCache): Promise<void> {
  try {
    await installFolder(place.folder, async (empty) => {
      await load(empty, true).catch(async (error: unknown) => {
        if (!isAbsent(error, getWeightsFile(true))) throw error;
        await load(empty, false);
      });
      await hoistFiles(empty, place.id);
      const { checksum } = await readModelFiles({ ...place, folder: empty });
      await writeChecksum(empty, checksum);
    });
  } catch (cause) {
    throw new VerbatimError(
      'model-missing',
      {
        problem: `The model ${place.id} is not in {subject} and could not be downloaded from ${new URL(hubHost).host} ({detail})`,
        subject: place.folder,
        detail: describeCause(cause),
        advice: 'correct the id, go online once, copy its files there, or use "bundled"',
      },
      { cause },
    );
  }
}

function isAbsent(error: unknown, file: string): boolean {
  return error instanceof Error && error.message.startsWith('Could not locate file') && error.message.includes(file);
}

/** Moves the files from the folder of the id up into `folder`. */
async function hoistFiles(folder: string, id: string): Promise<void> {
  for (const name of await readdir(join(folder, id))) await rename(join(folder, id, name), join(folder, name));
}

function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return describeCause(error.cause);
  const code = 'code' in error ? String(error.code) : '';
  // What follows the first line or a colon is an address or a stack.
  return code || (error.message.split(/[\n:]/)[0] ?? '');
}
