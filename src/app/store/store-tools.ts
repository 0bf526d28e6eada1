import { existsSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../../adapters/make-folder.js';
import { hostOf } from '../../adapters/store/database-address.js';
import type { Database } from '../../adapters/store/database.js';
import { openDatabase } from '../../adapters/store/open-database.js';
import { backupStore } from '../../adapters/store/backup-store.js';
import { checkStore as checkDatabase } from '../../adapters/store/check-store.js';
import { restoreStore, type RestoreReport } from '../../adapters/store/restore-store.js';
import { readPlaces } from '../../adapters/store/sql-places.js';
import type { PlaceTable } from '../../core/collections/places.js';
import { VerbatimError } from '../../core/errors.js';
import type { StoreCheck } from '../../core/store/store-check.js';
import { addressOf } from './open-store.js';
import type { StoreSettings } from '../settings.js';

export type { RestoreReport } from '../../adapters/store/restore-store.js';

interface Force {
  /** Whether what is there already may be overwritten. */
  readonly force: boolean;
}

/** Writes a backup of the store, which may be in use, to a file. Throws `bad-input`, `store-failed` or `store-newer`. */
export function createBackup(settings: StoreSettings, file: string, { force }: Force): Promise<StoreCheck> {
  const address = addressOf(settings);
  if (address.kind === 'file' && !existsSync(address.file)) {
    throw new VerbatimError('store-failed', {
      problem: 'There is no store to back up yet in "{subject}" (DATA_DIR)',
      subject: settings.dataDir,
      advice: 'the bot makes it when it starts',
    });
  }
  if (address.kind === 'file' && path.resolve(file) === address.file) {
    const advice = 'Give the name of another file';
    throw new VerbatimError('bad-input', { problem: '"{subject}" is the store itself', subject: file, advice });
  }
  return backupStore(address, file, { overwrite: force });
}

/** Replaces what the store holds with a backup. Throws `bad-input`, `store-failed` or `store-newer`. */
export async function restoreBackup(settings: StoreSettings, file: string, { force }: Force): Promise<RestoreReport> {
  const address = addressOf(settings);
  const stamp = new Date().toISOString().replace(/[-:.]/g, '');
  await makeFolder(settings.dataDir, 0o700).catch((cause: unknown) => {
    const fields = {
      problem: 'Nothing can be restored into "{subject}" (DATA_DIR)',
      subject: settings.dataDir,
      detail: cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause),
      advice: 'Set DATA_DIR to a folder that you can write to',
    };
    throw new VerbatimError('store-failed', fields, { cause });
  });
  const name = address.kind === 'file' ? address.file.replace(/\.db$/, '') : path.join(settings.dataDir, 'server');
  return restoreStore(address, file, { force, safetyName: `${name}-before-restore-${stamp}` });
}

/** Where the store is, as an admin would say it, without a password. */
export function describeStorePlace(settings: StoreSettings): string {
  const address = addressOf(settings);
  return address.kind === 'file' ? address.file : `server ${hostOf(address.url)}`;
}

/** Examines the store and changes nothing; null where there is none yet. Throws `store-failed`. */
export async function checkStore(settings: StoreSettings): Promise<StoreCheck | null> {
  const check = await lookInto(settings, checkDatabase);
  return check && (Object.keys(check.rows).length > 0 || check.server) ? check : null;
}

/** What servers have set; null where there is no store, or one of an earlier version. Throws `store-failed`. */
export function readStoredPlaces(settings: StoreSettings): Promise<PlaceTable | null> {
  return lookInto(settings, async (database) => {
    const names = await database.dialect.readTableNames(database.read);
    return names.includes('server_settings') ? readPlaces(database) : null;
  });
}

/** Looks into the store as it is, which no migration changes; null where there is none. */
async function lookInto<T>(settings: StoreSettings, look: (database: Database) => Promise<T>): Promise<T | null> {
  const address = addressOf(settings);
  if (address.kind === 'file' && !existsSync(address.file)) return null;
  const database = await openDatabase(address);
  try {
    return await look(database);
  } finally {
    database.close();
  }
}
