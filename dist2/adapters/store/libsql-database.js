import { createClient } from '@libsql/client/sqlite3'; // without what only servers need, which takes longer to load
import { chmod, mkdir, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { VerbatimError } from '../../core/errors.js';
import { hostOf, secretsOf, takePassword } from './database-address.js';
import { codeOf, describeFileFailure, describeServerFailure, isBusy, isUnanswered, isUnsent } from './sql-failures.js';
import { fromBoundValue, toBoundValue } from './sql-values.js';
/** How long a statement waits for another process that writes, in milliseconds. */
const busyLimitMs = 10_000;
/** The part of it that blocks the thread; the rest is waited for in pauses, in which other things go on. */
const busyTimeoutMs = 50;
const busyPauseMs = 80;
/** Of a connection to a file. What is deleted is overwritten with zeros (https://sqlite.org/pragma.html#pragma_secure_delete). */
const settings = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'secure_delete = ON'];
const maxTruncations = 20;
/** How long a server may take for an answer, in milliseconds. */
const answerLimitMs = 10_000;
const serverPausesMs = [200, 1_000];
/**
 * Opens a database; a file is made where there is none, its folder too, both for the owner only. Throws `store-failed` with one line.
 * In a file, commits are flushed to the disk (write-ahead log, `synchronous = FULL`, https://sqlite.org/pragma.html): neither a
 * kill nor a power cut loses one.
 */
export async function openDatabase(address) {
    let database = null;
    try {
        if (address.kind === 'file')
            await prepareFile(address.file);
        database = new LibsqlDatabase(address, await createClientFor(address));
        await database.read('SELECT 1');
        return database;
    }
    catch (error) {
        database?.close();
        throw toStoreError(address, error);
    }
}
async function prepareFile(file) {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    try {
        // Only a file that is not there yet: to close one that a connection of this process has open would drop its locks
        // (https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_).
        const handle = await open(file, 'wx', 0o600);
        await handle.close();
    }
    catch (error) {
        if (codeOf(error) !== 'EEXIST')
            throw error;
        if (!(await stat(file)).isFile())
            throw new Error('it is not a file', { cause: error });
        await chmod(file, 0o600).catch(() => undefined); // somebody else's file, on which we may write
    }
}
async function createClientFor(address) {
    if (address.kind === 'file') {
        // One connection, since its settings belong to it and not to the file.
        const url = pathToFileURL(address.file).href;
        return createClient({ url, concurrency: 1, timeout: busyTimeoutMs, intMode: 'bigint' });
    }
    const { url, header } = takePassword(address.url);
    const { createClient: createServerClient } = await import('@libsql/client');
    return createServerClient({
        url,
        ...(address.authToken === null ? {} : { authToken: address.authToken }),
        intMode: 'bigint',
        fetch: (request) => {
            if (header !== null && address.authToken === null)
                request.headers.set('authorization', header);
            return fetch(request, { signal: AbortSignal.timeout(answerLimitMs) });
        },
    });
}
class LibsqlDatabase {
    address;
    client;
    /** Whether the connection has its settings. */
    isSetUp = false;
    isClosed = false;
    turns = new Turns();
    writers = new Turns();
    constructor(address, client) {
        this.address = address;
        this.client = client;
    }
    read = async (sql, ...args) => this.attempt('read', async () => toRows(await this.client.execute(toStatement({ sql, args }))));
    async write(...statements) {
        // A write that waits for another process lets reads pass, but not the writes that were given after it.
        return this.writers.take(() => this.attempt('write', async () => {
            const results = await this.client.batch(statements.map(toStatement), 'write');
            return results.map((result) => {
                const rows = toRows(result);
                return { rows, changes: result.columns.length > 0 ? rows.length : result.rowsAffected };
            });
        }));
    }
    async erase(...statements) {
        const results = await this.write(...statements);
        // What was written is there, whether the log can be emptied or not.
        if (this.address.kind === 'file')
            await this.truncateLog().catch(() => undefined);
        return results;
    }
    async readTogether(work) {
        return this.attempt('read', async () => {
            const transaction = await this.client.transaction('read');
            try {
                return await work(async (sql, ...args) => toRows(await transaction.execute(toStatement({ sql, args }))));
            }
            finally {
                transaction.close();
            }
        });
    }
    /** Older states of pages stay in the log until it is emptied: https://sqlite.org/pragma.html#pragma_wal_checkpoint */
    async truncateLog() {
        for (let i = 0; i < maxTruncations && !this.isClosed; i++) {
            const [row] = await this.read('PRAGMA wal_checkpoint(TRUNCATE)');
            if (row?.['busy'] === 0)
                return;
            await sleep(Math.random() * busyPauseMs);
        }
    }
    close() {
        this.isClosed = true;
        this.client.close();
    }
    /** Tries again what is known to have had no effect: what met another writer, what did not arrive, what only reads. */
    async attempt(mode, work) {
        const givenUpAtMs = Date.now() + busyLimitMs;
        for (let attempt = 0;; attempt++) {
            try {
                return await this.takeTurn(work);
            }
            catch (error) {
                const pauseMs = serverPausesMs[attempt];
                if (isBusy(error) && Date.now() < givenUpAtMs)
                    await sleep(Math.random() * busyPauseMs);
                else if (pauseMs !== undefined && (isUnsent(error) || (mode === 'read' && isUnanswered(error))))
                    await sleep(pauseMs);
                else
                    throw toStoreError(this.address, error);
            }
        }
    }
    takeTurn(work) {
        // A server takes requests side by side, each in a connection of its own.
        if (this.address.kind === 'server')
            return work();
        return this.turns.take(async () => {
            try {
                if (!this.isSetUp)
                    await this.setUp();
                return await work();
            }
            catch (error) {
                // A statement that failed, such as BEGIN while another process wrote, stays open in the connection until it is collected as
                // garbage, and no transaction can be committed there: so another connection is taken.
                this.isSetUp = false;
                if (!this.isClosed)
                    this.client.reconnect();
                throw error;
            }
        });
    }
    async setUp() {
        for (const setting of settings)
            await this.client.execute(`PRAGMA ${setting}`);
        this.isSetUp = true;
    }
}
/** Lets one at a time work, in the order in which they come. */
class Turns {
    last = Promise.resolve();
    take(work) {
        const turn = this.last.then(work);
        this.last = turn.catch(() => undefined);
        return turn;
    }
}
function toStatement({ sql, args = [] }) {
    return { sql, args: args.map(toBoundValue) };
}
/** Plain objects; of the values only those kinds come back that were put in. */
function toRows({ columns, rows }) {
    return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, fromBoundValue(row[i])])));
}
/** Whether a statement failed because it would break a constraint of the schema, such as a second row with one key. */
export function isConstraintError(error) {
    return codeOf(error instanceof VerbatimError ? error.cause : error).startsWith('SQLITE_CONSTRAINT');
}
/** Whether a file is no database, or one that is damaged. */
export function isDamageError(error) {
    return /^SQLITE_(?:NOTADB|CORRUPT)/.test(codeOf(error instanceof VerbatimError ? error.cause : error));
}
function toStoreError(address, error) {
    if (error instanceof VerbatimError)
        return error;
    const message = address.kind === 'file'
        ? describeFileFailure(address.file, error)
        : describeServerFailure(hostOf(address.url), error, secretsOf(address));
    return new VerbatimError('store-failed', message, { cause: error });
}
//# sourceMappingURL=libsql-database.js.map