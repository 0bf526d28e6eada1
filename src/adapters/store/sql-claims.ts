import type { Claims } from '../../core/store/claims.js';
import type { Database } from './database.js';
import { readText } from './read-row.js';

export const claimTables = [
  'CREATE TABLE claims (key TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID',
] as const;

/** Claims that come while one is being written are written together: a hundred at once take as long as two. */
export class SqlClaims implements Claims {
  private waiting: string[] = [];
  private next: Promise<ReadonlySet<string>> | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: Database) {}

  async take(key: string): Promise<boolean> {
    if (this.waiting.includes(key)) return false;
    this.waiting.push(key);
    if (!this.next) {
      this.next = this.last.then(() => this.writeWaiting());
      this.last = this.next.catch(() => undefined);
    }
    return (await this.next).has(key);
  }

  async purge(keptMs: number): Promise<number> {
    const sql = `DELETE FROM claims WHERE at < ${this.database.dialect.now} - ?`;
    const [result] = await this.database.write({ sql, args: [keptMs] });
    return result?.changes ?? 0;
  }

  private async writeWaiting(): Promise<ReadonlySet<string>> {
    const keys = this.waiting;
    this.waiting = [];
    this.next = null;
    const [result] = await this.database.write({
      sql: `INSERT INTO claims (key, at) SELECT value, ${this.database.dialect.now} FROM json_each(?) WHERE TRUE
        ON CONFLICT DO NOTHING RETURNING key`,
      args: [JSON.stringify(keys)],
    });
    return new Set(result?.rows.map((row) => readText(row, 'key')));
  }
}
