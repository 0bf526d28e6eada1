import type { Fence, Processes, ProcessesSight } from '../../core/store/processes.js';
import type { Database, SqlResult } from './database.js';
import type { SqlRow, SqlStatement } from './dialect.js';
import { readNumber, readOptionalText, readText } from './read-row.js';
import { isConstraintError } from './sql-failures.js';

export const processTables = [
  'CREATE TABLE processes (id TEXT PRIMARY KEY, beat INTEGER NOT NULL, shard_count INTEGER NOT NULL, plan TEXT NOT NULL) STRICT',
  'CREATE TABLE leases (name TEXT PRIMARY KEY, holder TEXT, fence INTEGER NOT NULL, note TEXT) STRICT',
] as const;

const readAll: readonly SqlStatement[] = [
  { sql: 'SELECT id, beat, plan FROM processes ORDER BY id' },
  { sql: 'SELECT name, holder, note FROM leases ORDER BY name' },
];

/**
 * A lease holds as long as the row of its holder's process is there, so that a beat is one small write, however many leases there are. That
 * row is removed on the condition that its count has not changed: of a beat and a burial that meet, one fails.
 */
export class SqlProcesses implements Processes {
  constructor(private readonly database: Database) {}

  async look(): Promise<ProcessesSight> {
    return this.database.readTogether(async (read) => {
      const [processes, leases] = readAll.map(({ sql }) => sql);
      return toSight(await read(processes ?? ''), await read(leases ?? ''));
    });
  }

  async enter(id: string, shardCount: number, plan: string): Promise<boolean> {
    const results = await this.database.write(
      {
        sql: `INSERT INTO processes (id, beat, shard_count, plan)
          SELECT ?, 0, ?, ? WHERE NOT EXISTS (SELECT 1 FROM processes WHERE shard_count <> ?) ON CONFLICT DO NOTHING`,
        args: [id, shardCount, plan, shardCount],
      },
      { sql: 'SELECT 1 AS found FROM processes WHERE id = ?', args: [id] },
    );
    return results[1]?.rows.length === 1;
  }

  async beat(id: string, plan: string, notes: ReadonlyMap<string, string>): Promise<ProcessesSight | null> {
    const kept = keepNotes(id, notes);
    const results = await this.database.write(
      { sql: 'UPDATE processes SET beat = beat + 1, plan = ? WHERE id = ?', args: [plan, id] },
      ...kept,
      ...readAll,
    );
    const [processes, leases] = results.slice(1 + kept.length);
    return results[0]?.changes === 1 ? toSight(processes?.rows ?? [], leases?.rows ?? []) : null;
  }

  async bury(id: string, beat: number): Promise<boolean> {
    const [result] = await this.database.write({
      sql: 'DELETE FROM processes WHERE id = ? AND beat = ?',
      args: [id, beat],
    });
    return result?.changes === 1;
  }

  async take(name: string, id: string): Promise<{ readonly fence: Fence; readonly note: string | null } | null> {
    const results = await this.database.write(
      { sql: 'INSERT INTO leases (name, fence) VALUES (?, 0) ON CONFLICT DO NOTHING', args: [name] },
      {
        sql: `UPDATE leases SET holder = ?, fence = fence + 1 WHERE name = ? AND (holder IS NULL OR holder NOT IN (SELECT id FROM processes))
          AND EXISTS (SELECT 1 FROM processes WHERE id = ?) RETURNING fence, note`,
        args: [id, name, id],
      },
    );
    const row = results[1]?.rows[0];
    if (!row) return null;
    return { fence: { name, holder: id, number: readNumber(row, 'fence') }, note: readOptionalText(row, 'note') };
  }

  async release(id: string, plan: string, notes: ReadonlyMap<string, string | null>): Promise<void> {
    await this.database.write(
      { sql: 'UPDATE processes SET plan = ? WHERE id = ?', args: [plan, id] },
      ...[...notes].map(([name, note]) => ({
        sql: 'UPDATE leases SET holder = NULL, note = coalesce(?, note) WHERE name = ? AND holder = ?',
        args: [note, name, id],
      })),
    );
  }

  async leave(id: string, notes: ReadonlyMap<string, string>): Promise<void> {
    await this.database.write(
      ...keepNotes(id, notes),
      { sql: 'UPDATE leases SET holder = NULL WHERE holder = ?', args: [id] },
      { sql: 'DELETE FROM processes WHERE id = ?', args: [id] },
    );
  }

  close(): void {
    this.database.close();
  }
}

function keepNotes(id: string, notes: ReadonlyMap<string, string>): SqlStatement[] {
  return [...notes].map(([name, note]) => ({
    sql: 'UPDATE leases SET note = ? WHERE name = ? AND holder = ?',
    args: [note, name, id],
  }));
}

function toSight(processes: readonly SqlRow[], leases: readonly SqlRow[]): ProcessesSight {
  return {
    processes: processes.map((row) => ({
      id: readText(row, 'id'),
      beat: readNumber(row, 'beat'),
      plan: readText(row, 'plan'),
    })),
    leases: leases.map((row) => ({
      name: readText(row, 'name'),
      holder: readOptionalText(row, 'holder'),
      note: readOptionalText(row, 'note'),
    })),
  };
}

type Write = (...statements: readonly SqlStatement[]) => Promise<readonly SqlResult[]>;

/** Writes under a lease, in one transaction with the look whether it is still held; null, and nothing is written, where it is not. */
export async function writeUnder(
  fence: Fence | null,
  write: Write,
  ...statements: readonly SqlStatement[]
): Promise<readonly SqlResult[] | null> {
  if (fence === null) return write(...statements);
  try {
    return (await write(failUnlessHeld(fence), ...statements)).slice(1);
  } catch (error) {
    if (isConstraintError(error)) return null;
    throw error;
  }
}

/** Both kinds of SQL undo a transaction for a row that may not be; this one has no number. */
function failUnlessHeld({ name, holder, number }: Fence): SqlStatement {
  return {
    sql: `INSERT INTO leases (name, holder, fence) SELECT 'lost', NULL, NULL
      WHERE NOT EXISTS (SELECT 1 FROM leases WHERE name = ? AND holder = ? AND fence = ?)`,
    args: [name, holder, number],
  };
}
