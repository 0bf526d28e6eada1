import { randomUUID } from 'node:crypto';
import { lanes, type AttributionKind, type Lane } from '../../core/labelling/labels.js';
import type { LabelOverride, TextAnchor } from '../../core/overrides/label-override.js';
import type {
  DecidedQuote,
  LabelDispute,
  LabelReviews,
  NewDispute,
  NewOverride,
} from '../../core/overrides/label-reviews.js';
import type { PersonHash } from '../../core/people/person.js';
import type { Database } from './database.js';
import type { SqlRow, SqlStatement } from './dialect.js';
import { readNumber, readOptionalText, readText } from './read-row.js';
import type { SqlValue } from './sql-values.js';

const laneList = lanes.map((lane) => `'${lane}'`).join(', ');
const kinds = ['said', 'thinks', 'wants', 'shows'] as const satisfies readonly AttributionKind[];
/** The columns of a text anchor, in the order of `anchorValues`. */
const anchorColumns = 'document_id, path, exact, prefix, suffix, start_at, end_at';
const anchorTypes = `document_id TEXT NOT NULL,
    path TEXT NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL`;

/**
 * `decision` names one act of a moderator, so that what belongs to it is done by it or not at all. A `person` may be blanked
 * in either table at any time.
 */
export const labelReviewTables = [
  `CREATE TABLE label_disputes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id TEXT NOT NULL,
    person TEXT,
    quote TEXT NOT NULL,
    ${anchorTypes},
    was TEXT NOT NULL CHECK (was IN (${laneList})),
    label TEXT NOT NULL CHECK (label IN (${laneList})),
    source TEXT,
    note TEXT,
    opened_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'declined')),
    decision TEXT,
    decided_at INTEGER
  ) STRICT`,
  `CREATE UNIQUE INDEX label_disputes_open ON label_disputes (guild_id, quote, person) WHERE state = 'open'`,
  'CREATE INDEX label_disputes_decision ON label_disputes (decision)',
  `CREATE TABLE label_overrides (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id TEXT NOT NULL,
    person TEXT,
    decision TEXT NOT NULL,
    sentence TEXT NOT NULL,
    ${anchorTypes},
    was TEXT NOT NULL CHECK (was IN (${laneList})),
    label TEXT NOT NULL CHECK (label IN (${laneList})),
    source TEXT,
    kind TEXT CHECK (kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})),
    note TEXT,
    decided_at INTEGER NOT NULL,
    undone_at INTEGER
  ) STRICT`,
  'CREATE INDEX label_overrides_in_force ON label_overrides (guild_id) WHERE undone_at IS NULL',
] as const;

const overrideColumns = `id, guild_id, ${anchorColumns}, was, label, source, kind, note, decided_at`;

export class SqlLabelReviews implements LabelReviews {
  constructor(private readonly database: Database) {}

  async open(dispute: NewDispute): Promise<{ readonly replaced: boolean }> {
    const { guildId, person, quote, was, label, source, note } = dispute;
    const [removed] = await this.database.write(
      {
        sql: "DELETE FROM label_disputes WHERE guild_id = ? AND quote = ? AND person = ? AND state = 'open'",
        args: [guildId, quote, person],
      },
      {
        sql: `INSERT INTO label_disputes (guild_id, person, quote, ${anchorColumns}, was, label, source, note, opened_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        args: [guildId, person, quote, ...anchorValues(dispute), was, label, source, note, Date.now()],
      },
    );
    return { replaced: (removed?.changes ?? 0) > 0 };
  }

  async listOpen(guildId?: string): Promise<LabelDispute[]> {
    const rows = await this.database.read(
      `SELECT id, guild_id, quote, ${anchorColumns}, was, label, source, note, opened_at FROM label_disputes
        WHERE state = 'open' ${guildId === undefined ? '' : 'AND guild_id = ?'} ORDER BY id`,
      ...(guildId === undefined ? [] : [guildId]),
    );
    return rows.map((row) => ({
      id: readNumber(row, 'id'),
      guildId: readText(row, 'guild_id'),
      quote: readText(row, 'quote'),
      ...readAnchor(row),
      was: readLane(row, 'was'),
      label: readLane(row, 'label'),
      source: readOptionalText(row, 'source'),
      note: readOptionalText(row, 'note'),
    }));
  }

  async accept(
    { guildId, quote, newestId }: DecidedQuote,
    moderator: PersonHash,
    disputeId: number,
    overrides: readonly NewOverride[],
  ): Promise<string | null> {
    const decision = randomUUID();
    const now = Date.now();
    // The first statement alone finds out whether it can be done; the others do nothing where it did nothing.
    const isDone = 'EXISTS (SELECT 1 FROM label_disputes WHERE decision = ?)';
    const [first] = await this.database.write(
      {
        sql: `UPDATE label_disputes SET state = 'accepted', decision = ?, decided_at = ?
          WHERE id = ? AND guild_id = ? AND quote = ? AND state = 'open'`,
        args: [decision, now, disputeId, guildId, quote],
      },
      {
        sql: `UPDATE label_disputes SET decision = ?, decided_at = ?, state = CASE
            WHEN (label, coalesce(source, '')) = (SELECT label, coalesce(source, '') FROM label_disputes WHERE id = ?)
            THEN 'accepted' ELSE 'declined' END
          WHERE guild_id = ? AND quote = ? AND id <= ? AND state = 'open' AND ${isDone}`,
        args: [decision, now, disputeId, guildId, quote, newestId, decision],
      },
      ...overrides.flatMap((override): SqlStatement[] => [
        {
          sql: `UPDATE label_overrides SET undone_at = ?
            WHERE guild_id = ? AND sentence = ? AND undone_at IS NULL AND ${isDone}`,
          args: [now, guildId, override.sentence, decision],
        },
        {
          sql: `INSERT INTO label_overrides
              (guild_id, person, decision, sentence, ${anchorColumns}, was, label, source, kind, note, decided_at)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE ${isDone}`,
          args: [
            ...[guildId, moderator, decision, override.sentence, ...anchorValues(override)],
            ...[override.was, override.label, override.source, override.kind, override.note, now, decision],
          ],
        },
      ]),
    );
    return first?.changes === 1 ? decision : null;
  }

  async decline({ guildId, quote, newestId }: DecidedQuote): Promise<string | null> {
    const decision = randomUUID();
    const [result] = await this.database.write({
      sql: `UPDATE label_disputes SET state = 'declined', decision = ?, decided_at = ?
        WHERE guild_id = ? AND quote = ? AND id <= ? AND state = 'open'`,
      args: [decision, Date.now(), guildId, quote, newestId],
    });
    return (result?.changes ?? 0) > 0 ? decision : null;
  }

  async takeBack(guildId: string, decision: string): Promise<boolean> {
    const overrides = 'SELECT 1 FROM label_overrides WHERE decision = ?';
    const results = await this.database.write(
      {
        sql: `UPDATE label_disputes SET state = 'open', decision = NULL, decided_at = NULL
          WHERE decision = ? AND guild_id = ?
          AND (NOT EXISTS (${overrides}) OR EXISTS (${overrides} AND undone_at IS NULL))
          AND NOT EXISTS (
            SELECT 1 FROM label_disputes AS later WHERE later.state = 'open' AND later.person = label_disputes.person
              AND later.guild_id = label_disputes.guild_id AND later.quote = label_disputes.quote
          )`,
        args: [decision, guildId, decision, decision],
      },
      {
        sql: 'UPDATE label_overrides SET undone_at = ? WHERE decision = ? AND guild_id = ? AND undone_at IS NULL',
        args: [Date.now(), decision, guildId],
      },
    );
    return results.some(({ changes }) => changes > 0);
  }

  async listOverrides(guildId?: string): Promise<LabelOverride[]> {
    const rows = await this.database.read(
      `SELECT ${overrideColumns} FROM label_overrides
        WHERE undone_at IS NULL ${guildId === undefined ? '' : 'AND guild_id = ?'} ORDER BY id`,
      ...(guildId === undefined ? [] : [guildId]),
    );
    return rows.map(readOverride);
  }

  async undo(guildId: string, overrideId: number): Promise<boolean> {
    const [result] = await this.database.write({
      sql: 'UPDATE label_overrides SET undone_at = ? WHERE id = ? AND guild_id = ? AND undone_at IS NULL',
      args: [Date.now(), overrideId, guildId],
    });
    return result?.changes === 1;
  }

  /** Rows are only ever added, and taken out of force once. */
  async overridesRevision(): Promise<string> {
    const [row] = await this.database.read(
      'SELECT coalesce(max(id), 0) AS newest, count(undone_at) AS undone FROM label_overrides',
    );
    return row ? `${readNumber(row, 'newest')}:${readNumber(row, 'undone')}` : '';
  }
}

/** The overrides in force, read without bringing the schema up to date; none in a store that does not know of them yet. */
export async function readOverrides(database: Database): Promise<LabelOverride[]> {
  const names = await database.dialect.readTableNames(database.read);
  return names.includes('label_overrides') ? new SqlLabelReviews(database).listOverrides() : [];
}

function anchorValues({ documentId, path, exact, prefix, suffix, start, end }: TextAnchor): SqlValue[] {
  return [documentId, path, exact, prefix, suffix, start, end];
}

function readAnchor(row: SqlRow): TextAnchor {
  return {
    documentId: readText(row, 'document_id'),
    path: readText(row, 'path'),
    exact: readText(row, 'exact'),
    prefix: readText(row, 'prefix'),
    suffix: readText(row, 'suffix'),
    start: readNumber(row, 'start_at'),
    end: readNumber(row, 'end_at'),
  };
}

function readOverride(row: SqlRow): LabelOverride {
  return {
    id: readNumber(row, 'id'),
    guildId: readText(row, 'guild_id'),
    ...readAnchor(row),
    was: readLane(row, 'was'),
    label: readLane(row, 'label'),
    source: readOptionalText(row, 'source'),
    kind: kinds.find((kind) => kind === row['kind']) ?? null,
    note: readOptionalText(row, 'note'),
    decidedAtMs: readNumber(row, 'decided_at'),
  };
}

function readLane(row: SqlRow, column: string): Lane {
  const text = readText(row, column);
  const lane = lanes.find((each) => each === text);
  if (!lane) throw new TypeError(`column ${column}: expected a lane, got "${text}"`);
  return lane;
}
