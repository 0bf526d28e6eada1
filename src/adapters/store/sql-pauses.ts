import type { Pauses } from '../../core/store/processes.js';
import type { Database } from './database.js';
import { readNumber } from './read-row.js';

export const pauseTables = ['CREATE TABLE pauses (key TEXT PRIMARY KEY, ends_at INTEGER NOT NULL) STRICT'] as const;

export class SqlPauses implements Pauses {
  constructor(private readonly database: Database) {}

  async start(key: string, pauseMs: number): Promise<number> {
    const { now } = this.database.dialect;
    const results = await this.database.write(
      {
        // One that would last longer than this one was started by a clock that has been set back since.
        sql: `INSERT INTO pauses (key, ends_at) VALUES (?, ${now} + ?) ON CONFLICT (key) DO UPDATE SET ends_at = excluded.ends_at
          WHERE pauses.ends_at <= ${now} OR pauses.ends_at > excluded.ends_at RETURNING ends_at`,
        args: [key, pauseMs],
      },
      { sql: `SELECT ends_at - ${now} AS left_ms FROM pauses WHERE key = ?`, args: [key] },
    );
    const [started, left] = results.map(({ rows }) => rows[0]);
    return started || !left ? 0 : Math.max(1, readNumber(left, 'left_ms'));
  }

  async purge(): Promise<void> {
    await this.database.write({ sql: `DELETE FROM pauses WHERE ends_at <= ${this.database.dialect.now}` });
  }
}
