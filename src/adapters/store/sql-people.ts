import type { People, PersonalRecords } from '../../core/people/people.js';
import type { PersonHash } from '../../core/people/person.js';
import type { Fence } from '../../core/store/processes.js';
import type { Database } from './database.js';
import type { SqlStatement } from './dialect.js';
import { personalTables, removalsAfterwards, type PersonalRemoval, type PersonalTable } from './personal-tables.js';
import { readNumber, readText } from './read-row.js';
import { writeUnder } from './sql-processes.js';

const maxTexts = 500;

export class SqlPeople implements People {
  constructor(private readonly database: Database) {}

  async describe(person: PersonHash): Promise<PersonalRecords[]> {
    const described = await Promise.all(personalTables.map((table) => this.describeTable(table, person)));
    return described.filter(({ count }) => count > 0);
  }

  async forget(person: PersonHash, userId: string): Promise<number> {
    const copies = personalTables.flatMap(({ clearCopies: sql }) =>
      sql === undefined ? [] : [{ sql, args: [person] }],
    );
    const results = await this.database.erase(
      ...copies,
      ...personalTables.map((table) => remove(table, table.onDelete, `${table.person} = ?`, person)),
      ...removalsAfterwards.map((sql) => ({ sql })),
      { sql: "DELETE FROM outbox WHERE target_kind = 'user' AND target_id = ?", args: [userId] },
    );
    return results
      .slice(copies.length, copies.length + personalTables.length)
      .reduce((sum, { changes }) => sum + changes, 0);
  }

  async purge(beforeMs: number, fence: Fence | null = null): Promise<Record<string, number>> {
    const results = await writeUnder(
      fence,
      (...given) => this.database.erase(...given),
      ...personalTables.map((table) => {
        const removal = table.onExpiry ?? table.onDelete;
        const isOld = `${table.time} < ?`;
        const condition = removal === 'delete' ? isOld : `${table.person} IS NOT NULL AND ${isOld}`;
        return remove(table, removal, condition, beforeMs);
      }),
      {
        sql: 'DELETE FROM outbox WHERE settled_at < ? OR (settled_at IS NULL AND added_at < ?)',
        args: [beforeMs, beforeMs],
      },
      ...removalsAfterwards.map((sql) => ({ sql })),
    );
    const kinds = [...personalTables.map(({ kind }) => kind), 'outbox'];
    const counts = kinds.map((kind, i): [string, number] => [kind, results?.[i]?.changes ?? 0]);
    return Object.fromEntries(counts.filter(([, count]) => count > 0));
  }

  private async describeTable(
    { kind, table, person: column, time, texts }: PersonalTable,
    person: PersonHash,
  ): Promise<PersonalRecords> {
    const [row] = await this.database.read(
      `SELECT count(*) AS count, coalesce(min(${time}), 0) AS first_at, coalesce(max(${time}), 0) AS last_at
        FROM ${table} WHERE ${column} = ?`,
      person,
    );
    const rows = texts === undefined ? [] : await this.database.read(`${texts} LIMIT ${maxTexts}`, person);
    return {
      kind,
      count: row ? readNumber(row, 'count') : 0,
      firstAtMs: row ? readNumber(row, 'first_at') : 0,
      lastAtMs: row ? readNumber(row, 'last_at') : 0,
      texts: rows.map((each) => readText(each, 'text')),
    };
  }
}

/** Names come from the list of tables, never from a user. */
function remove(
  { table, person }: PersonalTable,
  removal: PersonalRemoval,
  condition: string,
  value: string | number,
): SqlStatement {
  const sql =
    removal === 'delete'
      ? `DELETE FROM ${table} WHERE ${condition}`
      : `UPDATE ${table} SET ${person} = NULL WHERE ${condition}`;
  return { sql, args: [value] };
}
