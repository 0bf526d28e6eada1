import type { Client, InArgs, ResultSet, Transaction } from '@libsql/client';

/** What a server keeps for one client from request to request: its transaction, and texts of SQL that it has sent. */
export class SqlStream {
  readonly texts = new Map<number, string>();
  isClosed = false;
  private transaction: Transaction | null = null;

  constructor(private readonly client: Client) {}

  get isAutocommit(): boolean {
    return this.transaction === null || this.transaction.closed;
  }

  async execute(sql: string, args: InArgs): Promise<ResultSet> {
    const word = /^\s*(BEGIN|COMMIT|ROLLBACK)\b/i.exec(sql)?.[1]?.toUpperCase();
    if (word === 'BEGIN') {
      this.transaction = await this.client.transaction(modeOf(sql));
      return nothing;
    }
    if (word !== undefined) {
      const { transaction } = this;
      this.transaction = null;
      if (!transaction) throw Object.assign(new Error('no transaction is active'), { code: 'SQLITE_ERROR' });
      await (word === 'COMMIT' ? transaction.commit() : transaction.rollback());
      return nothing;
    }
    return (this.transaction ?? this.client).execute({ sql, args });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.transaction?.rollback();
    this.transaction = null;
  }
}

function modeOf(sql: string) {
  if (/IMMEDIATE/i.test(sql)) return 'write';
  return /READONLY/i.test(sql) ? 'read' : 'deferred';
}

const nothing: ResultSet = {
  columns: [],
  columnTypes: [],
  rows: [],
  rowsAffected: 0,
  lastInsertRowid: undefined,
  toJSON: () => null,
};
