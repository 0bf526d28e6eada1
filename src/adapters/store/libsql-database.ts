/** A database in a file of this machine or on a libSQL server. */
import { setTimeout as sleep } from 'node:timers/promises';
import { VerbatimError } from '../../core/errors.js';
import { InTurn } from '../../core/in-turn.js';
import { hostOf, secretsOf, type LibsqlAddress } from './database-address.js';
import type { Database, SqlResult } from './database.js';
import type { Read, SqlStatement } from './dialect.js';
import { loadClient, toRows, toStatement, type Client } from './libsql-client.js';
import { prepareDatabaseFile } from './place-file.js';
import { busyPauseMs, tryAgain } from './retrying.js';
import {
  describeFileFailure,
  describeServerFailure,
  isBusy,
  isUnanswered,
  isUnsent,
  tellOption,
} from './sql-failures.js';
import { sqliteDialect } from './sqlite-dialect.js';

/** Of a connection to a file. What is deleted is overwritten with zeros (https://sqlite.org/pragma.html#pragma_secure_delete). */
const settings = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'secure_delete = ON'];
const maxTruncations = 20;

/**
 * Opens a database; a file is made where there is none, its folder too, both for the owner only. Throws `store-failed` with one line.
 * In a file, commits are flushed to the disk (write-ahead log, `synchronous = FULL`, https://sqlite.org/pragma.html): neither a
 * kill nor a power cut loses one.
 */
export async function openLibsqlDatabase(address: LibsqlAddress): Promise<Database> {
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
  readonly dialect = sqliteDialect;
  /** Whether the connection has its settings. */
  private isSetUp = false;
  private isClosed = false;
  private readonly turns = new InTurn();
  private readonly writers = new InTurn();

  constructor(
    readonly address: LibsqlAddress,
    private readonly client: Client,
  ) {}

  readonly read: Read = async (sql, ...args) =>
    this.attempt('read', async () => toRows(await this.client.execute(toStatement({ sql, args }))));

  async write(...statements: readonly SqlStatement[]): Promise<readonly SqlResult[]> {
    // A write that waits for another process lets reads pass, but not the writes that were given after it.
    return this.writers.do(() =>
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

  private async attempt<T>(mode: 'read' | 'write', work: () => Promise<T>): Promise<T> {
    try {
      return await tryAgain(
        () => this.takeTurn(work),
        (error) => {
          if (isBusy(error)) return 'busy';
          return isUnsent(error) || (mode === 'read' && isUnanswered(error)) ? 'lost' : 'final';
        },
      );
    } catch (error) {
      throw toStoreError(this.address, error);
    }
  }

  private takeTurn<T>(work: () => Promise<T>): Promise<T> {
    // A server takes requests side by side, each in a connection of its own.
    if (this.address.kind === 'server') return work();
    return this.turns.do(async () => {
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

function toStoreError(address: LibsqlAddress, error: unknown): VerbatimError {
  if (error instanceof VerbatimError) return error;
  const fields =
    address.kind === 'file'
      ? describeFileFailure(address.file, error)
      : describeServerFailure(hostOf(address.url), error, secretsOf(address));
  return new VerbatimError('store-failed', tellOption(fields, address.option), { cause: error });
}
