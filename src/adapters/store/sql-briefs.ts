import type { BriefContent, DraftContent } from '../../core/briefs/brief-content.js';
import type { QuoteMark } from '../../core/briefs/brief-marks.js';
import {
  replacedDigest,
  type Brief,
  type BriefDraft,
  type BriefStore,
  type ClaimedDraft,
  type NewBrief,
} from '../../core/briefs/brief-store.js';
import type { PersonHash } from '../../core/people/person.js';
import type { Database } from './database.js';
import type { SqlRow } from './dialect.js';
import { readNumber, readOptionalNumber, readOptionalText, readText } from './read-row.js';
import { freeAt, isFree, type SqlValue } from './sql-values.js';

export const briefTables = [
  `CREATE TABLE brief_drafts (
    id TEXT PRIMARY KEY,
    guild_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    person TEXT NOT NULL,
    content TEXT NOT NULL,
    replaces TEXT,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'posted')),
    attempts INTEGER NOT NULL DEFAULT 0,
    claimed_until INTEGER NOT NULL DEFAULT 0,
    added_at INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX brief_drafts_of_person ON brief_drafts (person)',
  `CREATE TABLE briefs (
    id TEXT PRIMARY KEY,
    guild_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    person TEXT,
    topic_key TEXT NOT NULL,
    content TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'posted' CHECK (status IN ('posted', 'replaced', 'gone')),
    replaced_by TEXT REFERENCES briefs (id) ON DELETE SET NULL,
    posted_at INTEGER NOT NULL,
    pinned_at INTEGER,
    shown TEXT NOT NULL DEFAULT '',
    pending TEXT NOT NULL DEFAULT '',
    marks TEXT NOT NULL DEFAULT '[]',
    claimed_until INTEGER NOT NULL DEFAULT 0
  ) STRICT`,
  'CREATE INDEX briefs_in_channel ON briefs (channel_id, posted_at)',
  'CREATE INDEX briefs_of_person ON briefs (person)',
] as const;

/** Deletes briefs whose message is gone once nobody is named with them any more. */
export const deleteForgottenBriefs = "DELETE FROM briefs WHERE status = 'gone' AND person IS NULL";

export class SqlBriefs implements BriefStore {
  constructor(private readonly database: Database) {}

  async addDraft({ id, guildId, channelId, person, content, replaces }: Omit<BriefDraft, 'state'>): Promise<void> {
    await this.run(
      `INSERT INTO brief_drafts (id, guild_id, channel_id, person, content, replaces, added_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)`,
      id,
      guildId,
      channelId,
      person,
      JSON.stringify(content),
      replaces,
      Date.now(),
    );
  }

  async findDraft(id: string): Promise<BriefDraft | null> {
    const [row] = await this.database.read('SELECT * FROM brief_drafts WHERE id = ?', id);
    return row ? toDraft(row) : null;
  }

  async changeDraft(id: string, content: DraftContent): Promise<boolean> {
    return this.run(
      `UPDATE brief_drafts SET content = ? WHERE id = ? AND state = 'open' AND ${isFree}`,
      JSON.stringify(content),
      id,
      ...freeAt(Date.now()),
    );
  }

  async removeDraft(id: string): Promise<boolean> {
    const sql = `DELETE FROM brief_drafts WHERE id = ? AND state = 'open' AND ${isFree}`;
    return this.run(sql, id, ...freeAt(Date.now()));
  }

  async claimDraft(id: string, leaseMs: number): Promise<ClaimedDraft | null> {
    const now = Date.now();
    const [result] = await this.database.write({
      sql: `UPDATE brief_drafts SET claimed_until = ?, attempts = attempts + 1
        WHERE id = ? AND ${isFree} RETURNING *`,
      args: [now + leaseMs, id, ...freeAt(now)],
    });
    const row = result?.rows[0];
    return row ? { ...toDraft(row), attempts: readNumber(row, 'attempts') } : null;
  }

  async releaseDraft(id: string): Promise<void> {
    await this.run('UPDATE brief_drafts SET claimed_until = 0 WHERE id = ?', id);
  }

  async listClaimedDrafts(): Promise<(BriefDraft & { readonly isAbandoned: boolean })[]> {
    const rows = await this.database.read(
      `SELECT *, ${isFree} AS abandoned FROM brief_drafts WHERE state = 'open' AND claimed_until <> 0 ORDER BY added_at, id`,
      ...freeAt(Date.now()),
    );
    return rows.map((row) => ({ ...toDraft(row), isAbandoned: readNumber(row, 'abandoned') === 1 }));
  }

  async addBrief({ id, guildId, channelId, messageId, person, topicKey, content }: NewBrief): Promise<void> {
    await this.database.write(
      {
        sql: `INSERT INTO briefs (id, guild_id, channel_id, message_id, person, topic_key, content, posted_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        args: [id, guildId, channelId, messageId, person, topicKey, JSON.stringify(content), Date.now()],
      },
      { sql: "UPDATE brief_drafts SET state = 'posted' WHERE id = ?", args: [id] },
    );
  }

  async findBrief(id: string): Promise<Brief | null> {
    const [row] = await this.database.read('SELECT * FROM briefs WHERE id = ?', id);
    return row ? toBrief(row) : null;
  }

  async listInChannel(channelId: string): Promise<Brief[]> {
    const rows = await this.database.read(
      "SELECT * FROM briefs WHERE channel_id = ? AND status = 'posted' ORDER BY posted_at, id",
      channelId,
    );
    return rows.map(toBrief);
  }

  async listLiving(): Promise<Brief[]> {
    const rows = await this.database.read(
      "SELECT * FROM briefs WHERE status = 'posted' OR (status = 'replaced' AND shown <> ?) ORDER BY posted_at, id",
      replacedDigest,
    );
    return rows.map(toBrief);
  }

  async setPinned(id: string, pinnedAtMs: number | null): Promise<void> {
    await this.run('UPDATE briefs SET pinned_at = ? WHERE id = ?', pinnedAtMs, id);
  }

  async replaceBrief(id: string, replacedBy: string): Promise<void> {
    await this.run(
      "UPDATE briefs SET status = 'replaced', replaced_by = ? WHERE id = ? AND status = 'posted'",
      replacedBy,
      id,
    );
  }

  async markGone(id: string): Promise<void> {
    await this.run("UPDATE briefs SET status = 'gone', pinned_at = NULL, claimed_until = 0 WHERE id = ?", id);
  }

  async claimChange(
    id: string,
    digest: string,
    marks: readonly QuoteMark[],
    leaseMs: number,
  ): Promise<QuoteMark[] | null> {
    const now = Date.now();
    const [result] = await this.database.write({
      sql: `UPDATE briefs SET
          marks = CASE WHEN pending = ? THEN marks ELSE ? END, pending = ?, claimed_until = ?
        WHERE id = ? AND status <> 'gone' AND shown <> ? AND (${isFree} OR pending <> ?)
        RETURNING marks`,
      args: [digest, JSON.stringify(marks), digest, now + leaseMs, id, digest, ...freeAt(now), digest],
    });
    const row = result?.rows[0];
    return row ? (JSON.parse(readText(row, 'marks')) as QuoteMark[]) : null; // written by this statement
  }

  async settleChange(id: string, digest: string): Promise<void> {
    await this.run('UPDATE briefs SET shown = pending, claimed_until = 0 WHERE id = ? AND pending = ?', id, digest);
  }

  async releaseChange(id: string): Promise<void> {
    await this.run('UPDATE briefs SET claimed_until = 0 WHERE id = ?', id);
  }

  /** Whether a row was changed. */
  private async run(sql: string, ...args: readonly SqlValue[]): Promise<boolean> {
    const [result] = await this.database.write({ sql, args });
    return (result?.changes ?? 0) > 0;
  }
}

function toDraft(row: SqlRow): BriefDraft {
  return {
    id: readText(row, 'id'),
    guildId: readText(row, 'guild_id'),
    channelId: readText(row, 'channel_id'),
    person: readText(row, 'person') as PersonHash, // only hashes are ever put in
    content: JSON.parse(readText(row, 'content')) as DraftContent, // written by `addDraft` and `changeDraft`
    replaces: readOptionalText(row, 'replaces'),
    state: readText(row, 'state') === 'posted' ? 'posted' : 'open',
  };
}

function toBrief(row: SqlRow): Brief {
  const status = readText(row, 'status');
  return {
    id: readText(row, 'id'),
    guildId: readText(row, 'guild_id'),
    channelId: readText(row, 'channel_id'),
    messageId: readText(row, 'message_id'),
    topicKey: readText(row, 'topic_key'),
    content: JSON.parse(readText(row, 'content')) as BriefContent, // written by `addBrief`
    status: status === 'gone' || status === 'replaced' ? status : 'posted',
    replacedBy: readOptionalText(row, 'replaced_by'),
    postedAtMs: readNumber(row, 'posted_at'),
    pinnedAtMs: readOptionalNumber(row, 'pinned_at'),
    shown: readText(row, 'shown'),
    marks: JSON.parse(readText(row, 'marks')) as QuoteMark[], // written by `claimChange`
  };
}
