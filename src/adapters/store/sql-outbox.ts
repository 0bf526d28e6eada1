import type { Outbox, OutboxMessage, OutboxTarget } from '../../core/store/outbox.js';
import type { Fence } from '../../core/store/processes.js';
import type { Database } from './database.js';
import type { SqlRow, SqlStatement } from './dialect.js';
import { readText } from './read-row.js';
import { writeUnder } from './sql-processes.js';
import { freeAt, isFree } from './sql-values.js';

export const outboxTables = [
  `CREATE TABLE outbox (
    key TEXT PRIMARY KEY,
    target_kind TEXT CHECK (target_kind IN ('channel', 'user')),
    target_id TEXT,
    body TEXT,
    added_at INTEGER NOT NULL,
    claimed_until INTEGER NOT NULL DEFAULT 0,
    settled_at INTEGER
  ) STRICT`,
  'CREATE INDEX outbox_waiting ON outbox (added_at) WHERE settled_at IS NULL',
] as const;

export const outboxRefusals = [
  'ALTER TABLE outbox ADD COLUMN refused_at INTEGER',
  'CREATE INDEX outbox_refused ON outbox (target_id) WHERE refused_at IS NOT NULL AND settled_at IS NULL',
] as const;
const maxRefused = 3;
const isRefused = "refused_at IS NOT NULL AND settled_at IS NULL AND target_kind = 'user' AND target_id = ?";

/** Adds a message unless its key is known, as part of a larger change; under a condition, if there is one. */
export function addMessage({ key, target, body }: OutboxMessage, condition?: SqlStatement): SqlStatement {
  return {
    sql: `INSERT INTO outbox (key, target_kind, target_id, body, added_at)
      SELECT ?, ?, ?, ?, ? WHERE ${condition?.sql ?? 'TRUE'} ON CONFLICT DO NOTHING`,
    args: [key, target.kind, target.id, body, Date.now(), ...(condition?.args ?? [])],
  };
}

export class SqlOutbox implements Outbox {
  constructor(private readonly database: Database) {}

  async add(message: OutboxMessage): Promise<boolean> {
    const [result] = await this.database.write(addMessage(message));
    return result?.changes === 1;
  }

  async reclaim(fence: Fence): Promise<void> {
    const sql = 'UPDATE outbox SET claimed_until = 0 WHERE settled_at IS NULL AND claimed_until > 0';
    await this.writeUnder(fence, { sql });
  }

  async claim(leaseMs: number, fence: Fence | null = null): Promise<OutboxMessage | null> {
    const now = Date.now();
    const results = await this.writeUnder(fence, {
      sql: `UPDATE outbox SET claimed_until = ? WHERE key = (
          SELECT key FROM outbox WHERE settled_at IS NULL AND refused_at IS NULL AND ${isFree}
          ORDER BY added_at, key LIMIT 1
        ) RETURNING key, target_kind, target_id, body`,
      args: [now + leaseMs, ...freeAt(now)],
    });
    const row = results?.[0]?.rows[0];
    return row ? toMessage(row) : null;
  }

  async refuse(key: string, fence: Fence | null = null): Promise<void> {
    const sql = 'UPDATE outbox SET refused_at = ? WHERE key = ?';
    await this.writeUnder(fence, { sql, args: [Date.now(), key] });
  }

  async listRefused(userId: string): Promise<OutboxMessage[]> {
    const sql = `SELECT * FROM outbox WHERE ${isRefused} ORDER BY added_at, key LIMIT ${maxRefused}`;
    return (await this.database.read(sql, userId)).map(toMessage);
  }

  async reopen(userId: string): Promise<void> {
    if ((await this.listRefused(userId)).length === 0) return;
    await this.database.write({ sql: `UPDATE outbox SET refused_at = NULL WHERE ${isRefused}`, args: [userId] });
  }

  async settle(key: string, fence: Fence | null = null): Promise<void> {
    const sql = 'UPDATE outbox SET settled_at = ?, target_kind = NULL, target_id = NULL, body = NULL WHERE key = ?';
    await writeUnder(fence, (...given) => this.database.erase(...given), { sql, args: [Date.now(), key] });
  }

  private writeUnder(fence: Fence | null, statement: SqlStatement) {
    return writeUnder(fence, (...given) => this.database.write(...given), statement);
  }
}

function toMessage(row: SqlRow): OutboxMessage {
  const kind: OutboxTarget['kind'] = readText(row, 'target_kind') === 'user' ? 'user' : 'channel';
  return { key: readText(row, 'key'), target: { kind, id: readText(row, 'target_id') }, body: readText(row, 'body') };
}
