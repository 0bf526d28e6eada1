import type { Vote, Votes } from '../../core/people/votes.js';
import type { Database } from './database.js';

export const voteTables = [
  `CREATE TABLE votes (
    message_id TEXT NOT NULL,
    person TEXT NOT NULL,
    guild_id TEXT,
    is_helpful INTEGER NOT NULL CHECK (is_helpful IN (0, 1)),
    question TEXT,
    at INTEGER NOT NULL,
    PRIMARY KEY (message_id, person)
  ) STRICT`,
  'CREATE INDEX votes_person ON votes (person)',
  'CREATE INDEX votes_at ON votes (at)',
] as const;

export class SqlVotes implements Votes {
  constructor(private readonly database: Database) {}

  async cast({ messageId, person, guildId, isHelpful, question }: Vote): Promise<void> {
    await this.database.write({
      sql: `INSERT INTO votes (message_id, person, guild_id, is_helpful, question, at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (message_id, person) DO UPDATE
        SET is_helpful = excluded.is_helpful, question = excluded.question, at = excluded.at`,
      args: [messageId, person, guildId, isHelpful ? 1 : 0, question, Date.now()],
    });
  }
}
