/** A database on a PostgreSQL server, which several processes may use from several machines. */
import { VerbatimError } from '../../core/errors.js';
import { InTurn } from '../../core/in-turn.js';
import { hostOf, secretsOf, type PostgresAddress } from './database-address.js';
import type { Database, SqlResult } from './database.js';
import type { Read, SqlStatement } from './dialect.js';
import { createPool, runStatement, type Patience, type Pool, type PoolClient } from './postgres-client.js';
import { postgresDialect } from './postgres-dialect.js';
import { describePostgresFailure, isLost, judgeFailure } from './postgres-failures.js';
import { tryAgain } from './retrying.js';
import { tellOption } from './sql-failures.js';

/**
 * Transactions are as if one came after the other, as they are in a file; one that would not be fails and is tried again
 * (https://www.postgresql.org/docs/17/transaction-iso.html). Where the server is set to promise what is not on its disk yet, it is not
 * to do so here.
 */
const beginWrite = `BEGIN ISOLATION LEVEL SERIALIZABLE;
  SET LOCAL lock_timeout = '10s';
  SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'`;
const beginReads = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** Opens a database; `onNotice` hears a line when the server is lost and when it is back. Throws `store-failed` with one line. */
export async function openPostgresDatabase(
  address: PostgresAddress,
  onNotice: (notice: string) => void = () => undefined,
  patience?: Patience,
): Promise<Database> {
  let database: PostgresDatabase | null = null;
  try {
    database = new PostgresDatabase(address, createPool(address.url, patience), onNotice);
    await database.read('SELECT 1');
    return database;
  } catch (error) {
    database?.close();
    throw toStoreError(address, error);
  }
}

class PostgresDatabase implements Database {
  readonly dialect = postgresDialect;
  private readonly writers = new InTurn();
  private isLost = false;
  private isOpen = true;

  constructor(
    readonly address: PostgresAddress,
    private readonly pool: Pool,
    private readonly onNotice: (notice: string) => void,
  ) {
    pool.on('error', (error) => {
      this.tellLost(error);
    });
  }

  readonly read: Read = (sql, ...args) => this.attempt(async () => (await runStatement(this.pool, { sql, args })).rows);

  async write(...statements: readonly SqlStatement[]): Promise<readonly SqlResult[]> {
    return this.writers.do(() =>
      this.attempt(() =>
        this.transact(beginWrite, async (client) => {
          const results: SqlResult[] = [];
          for (const statement of statements) results.push(await runStatement(client, statement));
          await client.query('COMMIT').catch((error: unknown) => {
            throw isLost(error) ? new UnknownOutcomeError(error) : error;
          });
          return results;
        }),
      ),
    );
  }

  erase(...statements: readonly SqlStatement[]): Promise<readonly SqlResult[]> {
    return this.write(...statements);
  }

  async readTogether<T>(work: (read: Read) => Promise<T>): Promise<T> {
    return this.attempt(() =>
      this.transact(beginReads, async (client) => {
        const result = await work(async (sql, ...args) => (await runStatement(client, { sql, args })).rows);
        await client.query('COMMIT');
        return result;
      }),
    );
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.pool.end().catch(() => undefined);
  }

  /** `work` ends with the commit. */
  private async transact<T>(begin: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let isSound = false;
    try {
      await client.query(begin);
      const result = await work(client);
      isSound = true;
      return result;
    } catch (error) {
      // A connection that has failed is not used again.
      if (!isLost(error)) {
        isSound = await client.query('ROLLBACK').then(
          () => true,
          () => false,
        );
      }
      throw error;
    } finally {
      client.release(!isSound);
    }
  }

  /** Tries again what is known to have had no effect. */
  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await tryAgain(
        () => (this.isOpen ? work() : Promise.reject(new Error('it is closed'))),
        (error) => {
          if (isLost(error)) this.tellLost(error);
          return error instanceof UnknownOutcomeError ? 'final' : judgeFailure(error);
        },
      );
      this.tellBack();
      return result;
    } catch (error) {
      throw toStoreError(this.address, error);
    }
  }

  private tellLost(error: unknown): void {
    if (this.isLost || !this.isOpen) return;
    this.isLost = true;
    this.onNotice(`${toStoreError(this.address, error).message} It is tried again with each access.`);
  }

  private tellBack(): void {
    if (!this.isLost) return;
    this.isLost = false;
    this.onNotice(`The store at DATABASE_URL (${hostOf(this.address.url)}) answers again.`);
  }
}

/** The answer to a commit was lost: it has taken effect, or not. */
class UnknownOutcomeError extends Error {
  override readonly name = 'UnknownOutcomeError';

  constructor(cause: unknown) {
    super('the answer to a write was lost', { cause });
  }
}

function toStoreError(address: PostgresAddress, error: unknown): VerbatimError {
  if (error instanceof VerbatimError) return error;
  const fields = describePostgresFailure(hostOf(address.url), error, secretsOf(address));
  return new VerbatimError('store-failed', tellOption(fields, address.option), { cause: error });
}
