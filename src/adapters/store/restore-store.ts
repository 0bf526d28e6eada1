import { copyFile, rm } from 'node:fs/promises';
import { VerbatimError } from '../../core/errors.js';
import { isSound, type StoreCheck } from '../../core/store/store-check.js';
import type { DatabaseAddress } from './database-address.js';
import type { Database } from './database.js';
import { openDatabase } from './open-database.js';
import { isDamageError } from './sql-failures.js';
import { backupStore, createForeignTablesError } from './backup-store.js';
import { checkStore } from './check-store.js';
import { replaceStatements } from './copy-rows.js';
import { migrate } from './migrations.js';
import { createPrivateFile, exists, placeFile, removeDatabase, temporaryName } from './place-file.js';
import { readBackup, type Backup } from './read-backup.js';
import { describeColumns, readSchemaShape } from './schema-shape.js';

interface RestoreOptions {
  /** Whether a store that holds rows may be replaced. */
  readonly force: boolean;
  /** Beginning of the name of the copy of the store as it was before. */
  readonly safetyName: string;
}

export interface RestoreReport {
  /** The store as it is now. */
  readonly check: StoreCheck;
  /** The schema of the backup. */
  readonly schema: number;
  /** The copy of the store as it was; null where it held nothing. */
  readonly safetyCopy: string | null;
  /** Whether a bot that is running must be started anew: its file was exchanged, or its salt is another. */
  readonly needsRestart: boolean;
}

/**
 * Puts the rows of a backup in place of those of a store, in one transaction, while others use it. A file that is damaged is replaced as a
 * whole. Throws what `readBackup` does, `bad-input` where the store holds rows and `force` is not set, `store-newer`, `store-failed`;
 * then the store is unchanged, as it is when the process is killed before the end.
 */
export async function restoreStore(
  address: DatabaseAddress,
  source: string,
  options: RestoreOptions,
): Promise<RestoreReport> {
  const backup = await readBackup(source);
  try {
    if (address.kind === 'file' && (await isDamaged(address.file)))
      return await replaceFile(address.file, backup, options);
    return await replaceRows(address, backup, options);
  } finally {
    await backup.dispose();
  }
}

async function replaceRows(address: DatabaseAddress, backup: Backup, options: RestoreOptions): Promise<RestoreReport> {
  const store = await openDatabase(address);
  try {
    await migrate(store);
    const { rows: counts } = await checkStore(store);
    const own = Object.entries(counts).filter(
      ([table, count]) => count > 0 && !['facts', 'migrations'].includes(table),
    );
    if (own.length > 0 && !options.force) {
      throw createForceError(`holds rows already (${own.map(([table, count]) => `${table}: ${count}`).join(', ')})`);
    }
    const shape = await readSchemaShape(store);
    if (describeColumns(shape) !== describeColumns(backup.rows.shape)) {
      throw createForeignTablesError('restored');
    }
    const safetyCopy = own.length > 0 ? `${options.safetyName}.db` : null;
    if (safetyCopy !== null) await backupStore(address, safetyCopy, { overwrite: false });
    const before = await readFacts(store);
    await store.write(...replaceStatements(store, shape, backup.rows));
    const needsRestart = before !== (await readFacts(store));
    return { check: await checkStore(store), schema: backup.schema, safetyCopy, needsRestart };
  } finally {
    store.close();
  }
}

async function readFacts(store: Database): Promise<string> {
  return JSON.stringify(await store.read('SELECT name, value FROM facts ORDER BY name'));
}

async function isDamaged(file: string): Promise<boolean> {
  if (!(await exists(file))) return false;
  let store: Database | null = null;
  try {
    store = await openDatabase({ kind: 'file', file });
    return !isSound(await checkStore(store));
  } catch (error) {
    if (isDamageError(error)) return true;
    throw error;
  } finally {
    store?.close();
  }
}

/** In this order a kill leaves the damaged file, or the restored one. */
async function replaceFile(file: string, backup: Backup, options: RestoreOptions): Promise<RestoreReport> {
  if (!options.force) throw createForceError('is damaged');
  const safetyCopy = `${options.safetyName}.damaged`;
  for (const ending of ['', '-wal']) {
    if (await exists(file + ending)) await copyPrivately(file + ending, safetyCopy + ending);
  }
  const temporary = temporaryName(file);
  try {
    await copyPrivately(backup.file, temporary);
    for (const ending of ['-wal', '-shm', '-journal']) await rm(file + ending, { force: true });
    await placeFile(temporary, file, { overwrite: true });
  } finally {
    await removeDatabase(temporary);
  }
  const store = await openDatabase({ kind: 'file', file });
  try {
    return { check: await checkStore(store), schema: backup.schema, safetyCopy, needsRestart: true };
  } finally {
    store.close();
  }
}

async function copyPrivately(source: string, target: string): Promise<void> {
  await createPrivateFile(target);
  await copyFile(source, target);
}

function createForceError(state: string): VerbatimError {
  return new VerbatimError('bad-input', {
    problem: `The store ${state}`,
    advice: 'To replace what it holds: "verbatim restore FILE --force"; a copy of the store as it is now is kept',
  });
}
