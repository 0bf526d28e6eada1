/** A database in a file of this machine or on a libSQL server, with the care that several processes on one store need. */
import { setTimeout as sleep } from 'node:timers/promises';
import { VerbatimError } from '../../core/errors.js';
import { hostOf, secretsOf, type DatabaseAddress } from './database-address.js';
import { loadClient, toRows, toStatement, type Client, type SqlRow, type SqlStatement } from './libsql-client.js';
import { prepareDatabaseFile } from './place-file.js';
import { describeFileFailure, describeServerFailure, isBusy, isUnanswered, isUnsent } from './sql-failures.js';
import type { SqlValue } from './sql-values.js';

export type { DatabaseAddress } from './database-address.js';
export type { SqlValue } from './sql-values.js';
export type { SqlRow, SqlStatement } from './libsql-client.js';

interface SqlResult {
  readonly rows: readonly SqlRow[];
  /** Number of rows inserted, changed or deleted; of a statement that returns rows, how many it returns. */
  readonly changes: number;
}

export type Read = (sql: string, ...args: readonly SqlValue[]) => Promise<readonly SqlRow[]>;

/**
 * Statements of one call to `write` take effect together or not at all, and are on the disk when it resolves. Calls are carried out one
 * after the other, so that no statement falls into another call's transaction. All methods reject with `store-failed` and one line.
 *
 * A write to a file that rejects has done nothing. One to a server may have taken effect although its answer was lost: then it rejects,
 * and is not sent again by itself, so that whoever gives it again writes statements that may come twice (`INSERT OR IGNORE` with
 * a key, `UPDATE … WHERE`).
 */
export interface Database {
  readonly address: DatabaseAddress;
  readonly read: Read;
  write(...statements: readonly SqlStatement[]): Promise<readonly SqlResult[]>;
  /**
   * As `write`; afterwards no byte of what was deleted or replaced, now or before, is left in a file or in the log beside it, unless
   * another process keeps reading there: then the next call sees to it. What a server keeps is its own affair.
   */
  erase(...statements: readonly SqlStatement[]): Promise<readonly SqlResult[]>;
  /** Reads that see one state of the database, whatever is written meanwhile. */
  readTogether<T>(work: (read: Read) => Promise<T>): Promise<T>;
  close(): void;
}

/** How long a statement waits for another process that writes, in milliseconds. */
const busyLimitMs = 10_000;
/** Each pause while another process writes, at most: the statement itself waits a little, and blocks the thread. */
const busyPauseMs = 80;
/** Of a connection to a file. What is deleted is overwritten with zeros (https://sqlite.org/pragma.html#pragma_secure_delete). */
const settings = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'secure_delete = ON'];
const maxTruncations = 20;
const serverPausesMs = [200, 1_000];

/**
 * Opens a database; a file is made where there is none, its folder too, both for the owner only. Throws `store-failed` with one line.
 * In a file, commits are flushed to the disk (write-ahead log, `synchronous = FULL`, https://sqlite.org/pragma.html): neither a
 * kill nor a power cut loses one.
 */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  let database: LibsqlDatabase | null = null;
  try {
    const createClient = loadClient(address);
    if (address.kind === 'file') await prepareDatabaseFile(address.file);
    database = new LibsqlDatabase(address, createClient());
    await database.read('SELECT 1');
    return database;
  } catch (error) {
    database?.close();
    throw toStoreError(address, error);
  }
}

class LibsqlDatabase implements Database {
  /** Whether the connection has its settings. */
  private isSetUp = false;
  private isClosed = false;
  private readonly turns = new Turns();
  private readonly writers = new Turns();

  constructor(
    readonly address: DatabaseAddress,
    private readonly client: Client,
  ) {}

  readonly read: Read = async (sql, ...args) =>
    this.attempt('read', async () => toRows(await this.client.execute(toStatement({ sql, args }))));

  async write(...statements: readonly SqlStatement[]): Promise<readonly SqlResult[]> {
    // A write that waits for another process lets reads pass, but not the writes that were given after it.
    return this.writers.take(() =>
      this.attempt('write', async () => {
        const results = await this.client.batch(statements.map(toStatement), 'write');
        return results.map((result) => {
          const rows = toRows(result);
          return { rows, changes: result.columns.length > 0 ? rows.length : result.rowsAffected };
        });
      }),
    );
  }

  async erase(...statements: readonly SqlStatement[]): Promise<readonly SqlResult[]> {
    const results = await this.write(...statements);
    // What was written is there, whether the log can be emptied or not.
    if (this.address.kind === 'file') await this.truncateLog().catch(() => undefined);
    return results;
  }

  async readTogether<T>(work: (read: Read) => Promise<T>): Promise<T> {
    return this.attempt('read', async () => {
      const transaction = await this.client.transaction('read');
      try {
        return await work(async (sql, ...args) => toRows(await transaction.execute(toStatement({ sql, args }))));
      } finally {
        transaction.close();
      }
    });
  }

  /** Older states of pages stay in the log until it is emptied: https://sqlite.org/pragma.html#pragma_wal_checkpoint */
  private async truncateLog(): Promise<void> {
    for (let i = 0; i < maxTruncations && !this.isClosed; i++) {
      const [row] = await this.read('PRAGMA wal_checkpoint(TRUNCATE)');
      if (row?.['busy'] === 0) return;
      await sleep(Math.random() * busyPauseMs);
    }
  }

  close(): void {
    this.isClosed = true;
    this.client.close();
  }

  /** Tries again what is known to have had no effect: what met another writer, what did not arrive, what only reads. */
  private async attempt<T>(mode: 'read' | 'write', work: () => Promise<T>): Promise<T> {
    const givenUpAtMs = performance.now() + busyLimitMs;
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.takeTurn(work);
      } catch (error) {
        const pauseMs = serverPausesMs[attempt];
        if (isBusy(error) && performance.now() < givenUpAtMs) await sleep(Math.random() * busyPauseMs);
        else if (pauseMs !== undefined && (isUnsent(error) || (mode === 'read' && isUnanswered(error))))
          await sleep(pauseMs);
        else throw toStoreError(this.address, error);
      }
    }
  }

  private takeTurn<T>(work: () => Promise<T>): Promise<T> {
    // A server takes requests side by side, each in a connection of its own.
    if (this.address.kind === 'server') return work();
    return this.turns.take(async () => {
      try {
        if (!this.isSetUp) await this.setUp();
        return await work();
      } catch (error) {
        // A statement that failed, such as BEGIN while another process wrote, stays open in the connection until it is collected as
        // garbage, and no transaction can be committed there: so another connection is taken.
        this.isSetUp = false;
        if (!this.isClosed) this.client.reconnect();
        throw error;
      }
    });
  }

  private async setUp(): Promise<void> {
    for (const setting of settings) await this.client.execute(`PRAGMA ${setting}`);
    this.isSetUp = true;
  }
}

/** Lets one at a time work, in the order in which they come. */
class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

function toStoreError(address: DatabaseAddress, error: unknown): VerbatimError {
  if (error instanceof VerbatimError) return error;
  const fields =
    address.kind === 'file'
      ? describeFileFailure(address.file, error)
      : describeServerFailure(hostOf(address.url), error, secretsOf(address));
  return new VerbatimError('store-failed', fields, { cause: error });
}
