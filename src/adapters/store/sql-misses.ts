import type { Asking, Miss, Misses, MissFilter, MissKey, OptIn } from '../../core/misses/miss-store.js';
import type { PersonHash } from '../../core/people/person.js';
import type { Database } from './database.js';
import type { SqlStatement } from './dialect.js';
import { readMiss, selectMisses, writeVector } from './read-miss.js';
import { readNumber, readText } from './read-row.js';
import { addMessage } from './sql-outbox.js';

const keyColumns =
  "coalesce(guild_id, ''), coalesce(lane, ''), coalesce(document_id, ''), coalesce(place_id, ''), wording";
/** Whether a number is in the JSON array of the only `?`. */
const inList = 'IN (SELECT CAST(value AS INTEGER) FROM json_each(?))';
const hasKey = `(${keyColumns}) = (?, ?, ?, ?, ?)`;

export class SqlMisses implements Misses {
  constructor(private readonly database: Database) {}

  async record(asking: Asking): Promise<number> {
    const { guildId, question, lane, documentId, placeId = null, person, reason, nearest, index, downVote } = asking;
    const [miss] = await this.database.write(
      {
        sql: `INSERT INTO misses (guild_id, question, wording, lane, document_id, place_id, nearest, index_version)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (${keyColumns}) DO UPDATE SET
            nearest = excluded.nearest, index_version = excluded.index_version,
            state = CASE misses.state WHEN 'answered' THEN 'open' ELSE misses.state END,
            leader_id = CASE misses.state WHEN 'answered' THEN NULL ELSE misses.leader_id END,
            answer = NULL, answered_at = NULL, reported_in = NULL
          RETURNING id`,
        args: [guildId, question, foldWording(question), lane, documentId, placeId, JSON.stringify(nearest), index],
      },
      {
        sql: `INSERT INTO askings (miss_id, person, reason, message_id, mark, at)
          SELECT id, ?, ?, ?, ?, ? FROM misses WHERE ${hasKey}
          ON CONFLICT (message_id, person) WHERE message_id IS NOT NULL DO NOTHING`,
        args: [person, reason, downVote?.messageId ?? null, downVote?.mark ?? null, Date.now(), ...keyOf(asking)],
      },
    );
    const row = miss?.rows[0];
    if (!row) throw new TypeError('a miss was written without an id');
    return readNumber(row, 'id');
  }

  async withdraw(messageId: string, person: PersonHash): Promise<void> {
    const vote = 'SELECT miss_id FROM askings WHERE message_id = ? AND person = ?';
    await this.database.write(
      {
        sql: `DELETE FROM misses WHERE id IN (${vote}) AND 1 = (SELECT count(*) FROM askings WHERE miss_id = misses.id)
          AND NOT EXISTS (SELECT 1 FROM opt_ins WHERE miss_id = misses.id AND person <> ?)`,
        args: [messageId, person, person],
      },
      { sql: 'DELETE FROM askings WHERE message_id = ? AND person = ?', args: [messageId, person] },
    );
  }

  async retract(key: MissKey, person: PersonHash): Promise<boolean> {
    const miss = `SELECT id FROM misses WHERE ${hasKey}`;
    const [optIns] = await this.database.erase(
      { sql: `DELETE FROM opt_ins WHERE person = ? AND miss_id = (${miss})`, args: [person, ...keyOf(key)] },
      {
        sql: `DELETE FROM askings WHERE person = ? AND message_id IS NULL AND miss_id = (${miss})`,
        args: [person, ...keyOf(key)],
      },
      {
        sql: 'DELETE FROM votes WHERE person = ? AND guild_id IS NOT DISTINCT FROM ? AND question = ?',
        args: [person, key.guildId, key.question],
      },
      {
        sql: `DELETE FROM misses WHERE ${hasKey} AND state <> 'dismissed'
          AND NOT EXISTS (SELECT 1 FROM askings WHERE miss_id = misses.id)
          AND NOT EXISTS (SELECT 1 FROM opt_ins WHERE miss_id = misses.id)`,
        args: keyOf(key),
      },
    );
    return optIns?.changes === 1;
  }

  async find(id: number): Promise<Miss | null> {
    const [row] = await this.database.read(selectMisses('misses.id = ?'), 0, id);
    return row ? readMiss(row) : null;
  }

  async findId(key: MissKey): Promise<number | null> {
    const [row] = await this.database.read(`SELECT id FROM misses WHERE ${hasKey}`, ...keyOf(key));
    return row ? readNumber(row, 'id') : null;
  }

  async list({ guildId, sinceMs, limit }: MissFilter): Promise<Miss[]> {
    const place = guildId === undefined ? '' : 'AND guild_id IS NOT DISTINCT FROM ?';
    const rows = await this.database.read(
      `${selectMisses(`state IN ('open', 'dismissed') ${place}`)}
        HAVING count(askings.id) > 0 OR state = 'dismissed' ORDER BY askings DESC, last_at DESC, misses.id LIMIT ?`,
      sinceMs,
      ...(guildId === undefined ? [] : [guildId]),
      limit,
    );
    return rows.map(readMiss);
  }

  async saveEmbeddings(embeddings: Parameters<Misses['saveEmbeddings']>[0]): Promise<void> {
    if (embeddings.length === 0) return;
    await this.database.write(
      ...embeddings.map(({ id, model, vector }) => ({
        sql: 'UPDATE misses SET model = ?, vector = ? WHERE id = ?',
        args: [model, writeVector(vector), id],
      })),
    );
  }

  async dismiss(guildId: string, ids: readonly number[], leaderId: number): Promise<number> {
    const [result] = await this.database.write({
      sql: `UPDATE misses SET state = 'dismissed', leader_id = ?
        WHERE id ${inList} AND guild_id = ? AND state = 'open'`,
      args: [leaderId, JSON.stringify(ids), guildId],
    });
    return result?.changes ?? 0;
  }

  async restore(guildId: string, leaderId: number): Promise<number> {
    const [result] = await this.database.write({
      sql: `UPDATE misses SET state = 'open', leader_id = NULL
        WHERE leader_id = ? AND guild_id = ? AND state = 'dismissed'`,
      args: [leaderId, guildId],
    });
    return result?.changes ?? 0;
  }

  async keepOpen(...[ids, index, nearest]: Parameters<Misses['keepOpen']>): Promise<void> {
    await this.database.write({
      sql: `UPDATE misses SET index_version = ?, nearest = ?
        WHERE id ${inList} AND state = 'open'`,
      args: [index, JSON.stringify(nearest), JSON.stringify(ids)],
    });
  }

  async settle(...[ids, { index, leaderId, quote }, messages]: Parameters<Misses['settle']>): Promise<void> {
    await this.database.write(
      {
        sql: `UPDATE misses SET state = 'answered', index_version = ?, leader_id = ?, answer = ?, answered_at = ?
          WHERE id ${inList} AND state = 'open'`,
        args: [index, leaderId, JSON.stringify(quote), Date.now(), JSON.stringify(ids)],
      },
      ...messages.flatMap(({ optInId, message }): SqlStatement[] => [
        // Not for somebody who has taken it back in the meantime, or whom another process has told.
        ...(message
          ? [addMessage(message, { sql: 'EXISTS (SELECT 1 FROM opt_ins WHERE id = ?)', args: [optInId] })]
          : []),
        { sql: 'DELETE FROM opt_ins WHERE id = ?', args: [optInId] },
      ]),
    );
  }

  async listUnreported(guildId: string, sinceMs: number): Promise<Miss[]> {
    const condition = "guild_id = ? AND state = 'answered' AND reported_in IS NULL AND answered_at >= ?";
    const rows = await this.database.read(`${selectMisses(condition)} ORDER BY misses.id`, 0, guildId, sinceMs);
    return rows.map(readMiss);
  }

  async report(...[ids, digest]: Parameters<Misses['report']>): Promise<void> {
    await this.database.write(
      {
        sql: `UPDATE misses SET reported_in = ? WHERE id ${inList}
          AND reported_in IS NULL AND NOT EXISTS (SELECT 1 FROM outbox WHERE key = ?)`,
        args: [digest.key, JSON.stringify(ids), digest.key],
      },
      addMessage(digest),
    );
  }

  async optIn(...[missId, person, userId, locale, placeIds = []]: Parameters<Misses['optIn']>): Promise<boolean> {
    const [result] = await this.database.write({
      sql: `INSERT INTO opt_ins (miss_id, person, user_id, locale, places, at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING`,
      args: [missId, person, userId, locale, JSON.stringify(placeIds), Date.now()],
    });
    return result?.changes === 1;
  }

  async optOut(missId: number, person: PersonHash): Promise<boolean> {
    const [result] = await this.database.erase({
      sql: 'DELETE FROM opt_ins WHERE miss_id = ? AND person = ?',
      args: [missId, person],
    });
    return result?.changes === 1;
  }

  async listOptIns(missIds: readonly number[]): Promise<OptIn[]> {
    const rows = await this.database.read(
      `SELECT * FROM opt_ins WHERE miss_id ${inList} ORDER BY id`,
      JSON.stringify(missIds),
    );
    return rows.map((row) => ({
      id: readNumber(row, 'id'),
      missId: readNumber(row, 'miss_id'),
      userId: readText(row, 'user_id'),
      locale: readText(row, 'locale'),
      placeIds: JSON.parse(readText(row, 'places')) as string[],
    }));
  }
}

function keyOf({ guildId, lane, documentId, placeId, question }: MissKey): string[] {
  return [guildId ?? '', lane ?? '', documentId ?? '', placeId ?? '', foldWording(question)];
}

/** One text for all wordings that differ in capitals, white space or the punctuation at the end only. */
function foldWording(question: string): string {
  const folded = question.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return folded.replace(/[\s?!.…]+$/u, '') || folded;
}
