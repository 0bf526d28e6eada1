import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { PostgresAddress } from '#verbatim/adapters/store/database-address.js';

/** The address of a PostgreSQL server that start.sh beside this file has started; null where the tests go without. */
export const postgresUrl = process.env['TEST_POSTGRES_URL'] ?? null;

/** How the tests run with it. */
export const postgresCommand = 'TEST_POSTGRES_URL=$(bash tests/postgres/start.sh) npm test';

/** Empty databases on a server: each is a schema of its own, which takes a hundredth of the time. */
export class PostgresSchemas {
  private readonly names: string[] = [];

  constructor(private readonly url: string) {}

  /** The name of the one made last. */
  get latest(): string {
    return this.names.at(-1) ?? '';
  }

  async create(): Promise<PostgresAddress> {
    const name = `test_${randomBytes(6).toString('hex')}`;
    this.names.push(name);
    await runSql(this.url, `CREATE SCHEMA ${name}`);
    return { kind: 'postgres', url: `${this.url}?options=${encodeURIComponent(`-c search_path=${name}`)}` };
  }

  async drop(): Promise<void> {
    for (const name of this.names) await runSql(this.url, `DROP SCHEMA ${name} CASCADE`);
  }
}

/** Carries out statements as an administrator would. */
export async function runSql(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
