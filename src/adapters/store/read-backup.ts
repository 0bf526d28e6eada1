import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { VerbatimError } from '../../core/errors.js';
import { isSound } from '../../core/store/store-check.js';
import { openDatabase } from './open-database.js';
import { createNewerError } from './backup-store.js';
import { checkStore } from './check-store.js';
import { readAllRows, type StoredRows } from './copy-rows.js';
import { migrate } from './migrations.js';
import { exists } from './place-file.js';
import { describeSchema } from './sqlite-dialect.js';

/** A backup that has been proved, brought up to date in a copy of its own. */
export interface Backup {
  /** The copy: one file, closed. It goes when `dispose` is called. */
  readonly file: string;
  readonly rows: StoredRows;
  /** The schema that the backup was made with. */
  readonly schema: number;
  dispose(): Promise<void>;
}

/**
 * Proves a backup and brings a copy of it up to date; the file itself is only read. Throws `bad-input` for what is not a backup or is
 * damaged, `store-newer` for one of a later version.
 */
export async function readBackup(source: string): Promise<Backup> {
  const folder = await makeTemporaryFolder();
  const dispose = () => rm(folder, { recursive: true, force: true });
  try {
    const file = path.join(folder, 'backup.db');
    await copyFile(source, file);
    // Somebody may have copied a store by hand, with its journal.
    if (await exists(`${source}-wal`)) await copyFile(`${source}-wal`, `${file}-wal`);
    return { file, dispose, ...(await proveBackup(source, file, path.join(folder, 'empty.db'))) };
  } catch (error) {
    await dispose();
    if (error instanceof VerbatimError && error.code !== 'store-failed') throw error;
    const cause = error instanceof VerbatimError ? error.cause : error;
    const detail = cause instanceof Error ? cause.message.replace(/^(?:[A-Z]+_[A-Z_]+: )+/, '') : String(cause);
    throw createBackupError(source, `it cannot be read (${detail})`, error);
  }
}

/** For the owner only. */
async function makeTemporaryFolder(): Promise<string> {
  const parent = tmpdir();
  return mkdtemp(path.join(parent, 'verbatim-restore-')).catch((cause: unknown) => {
    throw new VerbatimError(
      'bad-input',
      {
        problem: 'There is no room to examine the backup in "{subject}"',
        subject: parent,
        detail: cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause),
        advice: 'Set TMPDIR to a folder that you can write to',
      },
      { cause },
    );
  });
}

async function proveBackup(source: string, file: string, emptyFile: string) {
  const database = await openDatabase({ kind: 'file', file });
  try {
    const check = await checkStore(database);
    if (check.schema === 0) throw createBackupError(source, 'it is a database, but not a store of this bot');
    if (check.schema > check.knownSchema)
      throw createNewerError(`The backup "${source}"`, check.schema, check.knownSchema);
    if (!isSound(check)) {
      const faults = [...(check.integrity ?? []), ...check.foreignKeys];
      throw createBackupError(source, `it is damaged (${faults[0] ?? ''})`);
    }
    await migrate(database);
    if ((await describeSchema(database.read)) !== (await readExpectedSchema(emptyFile))) {
      throw createBackupError(source, 'its tables are not those of a store');
    }
    const rows = await readAllRows(database);
    await database.read('PRAGMA journal_mode = DELETE');
    return { rows, schema: check.schema };
  } finally {
    database.close();
  }
}

async function readExpectedSchema(file: string): Promise<string> {
  const empty = await openDatabase({ kind: 'file', file });
  try {
    await migrate(empty);
    return await describeSchema(empty.read);
  } finally {
    empty.close();
  }
}

function createBackupError(source: string, fault: string, cause?: unknown): VerbatimError {
  const fields = {
    problem: '"{subject}" cannot be restored',
    subject: source,
    detail: fault,
    advice: 'Give a file that "verbatim backup" has written; the store is unchanged',
  };
  return new VerbatimError('bad-input', fields, { cause });
}
