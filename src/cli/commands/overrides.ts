import { exportStoredOverrides } from '../../app/export-stored-overrides.js';
import { readSettings } from '../../app/settings.js';
import { readStoreSettings } from '../../app/store-settings.js';
import { visible } from '../terminal-style.js';

/** Prints one line of JSON for each label that a moderator has set. */
export async function runOverrides(): Promise<void> {
  const notice = (text: string): void => {
    process.stderr.write(`notice: ${visible(text)}\n`);
  };
  const lines = await exportStoredOverrides(readSettings(), readStoreSettings(), notice);
  if (lines === '') notice('No label is set by a moderator.');
  process.stdout.write(lines);
}
