/** The program that `PreviewProcess` starts: it reads one file and says what it has found, so that nobody waits for that here. */
import { readFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { VerbatimError } from '../../core/errors.js';
import type { PreviewOutcome } from './preview-process.js';
import { readPreview } from './read-preview.js';

async function preview(file: string, name: string): Promise<PreviewOutcome> {
  try {
    return { kind: 'read', preview: await readPreview(name, await readFile(file)) };
  } catch (error) {
    if (error instanceof VerbatimError) return { kind: 'refused', reason: error.fields.problem ?? error.message };
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', reason: `it could not be read (${detail.split('\n')[0] ?? ''})` };
  }
}

try {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL); // answers go first
} catch {
  // not permitted here
}
process.on('disconnect', () => process.exit());
const [, , file = '', name = ''] = process.argv;
const outcome = await preview(file, name);
process.send?.(outcome, () => process.exit());
