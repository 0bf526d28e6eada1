import { stat } from 'node:fs/promises';
import { readSettings, readStoreSettings } from '../../app/settings.js';
import { moveStore } from '../../app/store/move-store.js';
import { createBackup, describeStorePlace, restoreBackup } from '../../app/store/store-tools.js';
import type { StoreCheck } from '../../core/store/store-check.js';
import { visible } from '../terminal-style.js';

/** Copies the store to a file and prints what the copy holds. */
export async function runBackup(file: string, options: { readonly force: boolean }): Promise<void> {
  const { schema, rows } = await createBackup(readStoreSettings(), file, options);
  const { size } = await stat(file);
  process.stdout.write(
    `${visible(file)}: ${formatCount(size)} bytes, schema ${schema}, ${describeRows(rows)}\n` +
      'The copy was read back: it is complete, and all references in it are valid.\n',
  );
}

/** Replaces the store with a backup and prints what it holds then. */
export async function runRestore(file: string, options: { readonly force: boolean }): Promise<void> {
  const settings = readStoreSettings();
  const { check, schema, safetyCopy, needsRestart } = await restoreBackup(settings, file, options);
  const update = schema < check.schema ? ` (brought from schema ${schema} to ${check.schema})` : '';
  process.stdout.write(
    `${visible(describeStorePlace(settings))} now contains what is in ${visible(file)}${update}: ${describeRows(check.rows)}\n`,
  );
  if (safetyCopy !== null) process.stdout.write(`What was in it before is in ${visible(safetyCopy)}\n`);
  if (needsRestart) process.stdout.write('A bot that is running must be restarted to use it.\n');
}

const indexStays =
  'The index of the texts is not moved: "npm run index" builds it in the new place, or in INDEX_DIR with INDEX_ENGINE=embedded.\n';

/** Copies the store to another place and prints what it holds there. */
export async function runMove(place: string): Promise<void> {
  const settings = readStoreSettings();
  const { indexServer } = readSettings();
  const rows = Object.fromEntries(await moveStore(settings, place));
  process.stdout.write(
    `Moved from ${visible(describeStorePlace(settings))}, where it is still: ${describeRows(rows)}\n` +
      'Every row was read in both places and is the same. Now set DATABASE_URL to the new place, or leave it empty for a file in DATA_DIR, and start the bot.\n' +
      (indexServer === null ? '' : indexStays),
  );
}

/** The number of rows, and of which tables: `12 rows (facts 1, votes 11)`. */
function describeRows(rows: StoreCheck['rows']): string {
  const filled = Object.entries(rows).filter(([, count]) => count > 0);
  const sum = filled.reduce((total, [, count]) => total + count, 0);
  const tables = filled.map(([table, count]) => `${table} ${formatCount(count)}`).join(', ');
  return `${formatCount(sum)} ${sum === 1 ? 'row' : 'rows'}${tables === '' ? '' : ` (${tables})`}`;
}

/** With commas between thousands. */
function formatCount(count: number): string {
  return count.toLocaleString('en');
}
