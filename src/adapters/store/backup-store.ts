import path from 'node:path';
import { VerbatimError } from '../../core/errors.js';
import { isSound, type StoreCheck } from '../../core/store/store-check.js';
import type { DatabaseAddress } from './database-address.js';
import type { Database } from './database.js';
import { openDatabase } from './open-database.js';
import { isDamageError } from './sql-failures.js';
import { checkStore } from './check-store.js';
import { readAllRows, replaceStatements, type StoredRows } from './copy-rows.js';
import { migrate, migrations } from './migrations.js';
import { createPrivateFile, exists, placeFile, removeDatabase, temporaryName } from './place-file.js';
import { describeColumns, readSchemaShape } from './schema-shape.js';

/**
 * Writes a copy of a store as it is at one moment, while others read and write it, proves the copy and puts it at `target`, readable by
 * its owner only. Resolves with what the copy holds. Throws `bad-input` where the target exists or cannot be written, `store-failed`
 * where the store cannot be read or is damaged; then there is nothing new at `target`.
 */
export async function backupStore(
  address: DatabaseAddress,
  target: string,
  { overwrite }: { overwrite: boolean },
): Promise<StoreCheck> {
  if (!overwrite && (await exists(target))) throw createExistsError(target);
  const store = await openDatabase(address);
  try {
    const { schema, knownSchema } = await checkStore(store);
    if (schema === 0) {
      throw new VerbatimError('store-failed', {
        problem: 'There is no store to back up yet',
        advice: 'the bot makes it when it starts',
      });
    }
    if (schema > knownSchema) throw createNewerError('The store', schema, knownSchema);
    const rows = address.kind === 'file' ? null : await readAllRows(store);
    return await writeCopy(target, overwrite, (file) =>
      rows ? writeRows(rows, schema, file) : vacuumInto(store, file),
    );
  } finally {
    store.close();
  }
}

async function writeCopy(
  target: string,
  overwrite: boolean,
  write: (file: string) => Promise<StoreCheck>,
): Promise<StoreCheck> {
  const temporary = temporaryName(target);
  try {
    const check = await write(temporary);
    await placeFile(temporary, target, { overwrite });
    return check;
  } catch (error) {
    // What has a cause comes from the disk, unless it is the store that is damaged.
    if (error instanceof VerbatimError && (error.cause === undefined || isDamageError(error))) throw error;
    if (!overwrite && (await exists(target))) throw createExistsError(target);
    throw createWriteError(target, error);
  } finally {
    await removeDatabase(temporary);
  }
}

/** https://sqlite.org/lang_vacuum.html#vacuuminto: one read transaction, and a file without gaps. */
async function vacuumInto(store: Database, target: string): Promise<StoreCheck> {
  await createPrivateFile(target);
  await store.read('VACUUM INTO ?', target);
  return withCopy(target, proveCopy);
}

/** A store in a file, of the same schema and with the same rows. */
function writeRows(rows: StoredRows, schema: number, target: string): Promise<StoreCheck> {
  return withCopy(target, async (copy) => {
    await migrate(copy, migrations.slice(0, schema));
    const shape = await readSchemaShape(copy);
    if (describeColumns(shape) !== describeColumns(rows.shape)) throw createForeignTablesError('backed up');
    await copy.write(...replaceStatements(copy, shape, rows));
    return proveCopy(copy);
  });
}

async function withCopy<T>(file: string, work: (copy: Database) => Promise<T>): Promise<T> {
  const copy = await openDatabase({ kind: 'file', file });
  try {
    return await work(copy);
  } finally {
    copy.close();
  }
}

/** Reads a copy back; leaves it as one file, without a journal beside it. */
async function proveCopy(copy: Database): Promise<StoreCheck> {
  const check = await checkStore(copy);
  if (!isSound(check)) {
    const faults = [...(check.integrity ?? []), ...check.foreignKeys].join('; ');
    throw new VerbatimError('store-failed', {
      problem: 'The store is damaged, so it was not backed up',
      detail: faults,
    });
  }
  await copy.read('PRAGMA journal_mode = DELETE');
  return check;
}

function createExistsError(target: string): VerbatimError {
  const advice = 'Give another name, or --force to overwrite it';
  return new VerbatimError('bad-input', { problem: '"{subject}" already exists', subject: target, advice });
}

function createWriteError(target: string, error: unknown): VerbatimError {
  const cause = error instanceof VerbatimError ? error.cause : error;
  const detail = cause instanceof Error ? cause.message.replace(/\s+/g, ' ') : String(cause);
  const folder = path.dirname(path.resolve(target));
  const fields = {
    problem: 'The backup cannot be written to "{subject}" ({detail})',
    subject: target,
    detail,
    advice: `Give a name in an existing folder that you can write to (${folder}), with free space`,
  };
  return new VerbatimError('bad-input', fields, { cause: error });
}

export function createForeignTablesError(done: string): VerbatimError {
  return new VerbatimError(
    'store-failed',
    `The store has other tables than those of this version, so that nothing was ${done}.`,
  );
}

export function createNewerError(what: string, schema: number, knownSchema: number): VerbatimError {
  return new VerbatimError('store-newer', {
    problem: `{subject} was written by a newer version (schema ${schema}, this version knows ${knownSchema})`,
    subject: what,
    advice: 'Update Verbatim',
  });
}
