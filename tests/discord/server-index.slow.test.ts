/** What the bot does with the index in memory, with the index on a server, by two processes: one has the texts, the other one does not. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Member } from '../discord-server/member.js';
import { findComponent, readText } from '../discord-server/message-view.js';
import { PostgresSchemas, postgresCommand, postgresUrl, runSql } from '../postgres/postgres-schemas.js';
import { BotProcess } from './bot-process.js';

if (postgresUrl === null) {
  it(`the bot with an index on PostgreSQL was not tried, which takes: ${postgresCommand}`, () => {
    expect(existsSync(fileURLToPath(new URL('../postgres/start.sh', import.meta.url)))).toBe(true);
  });
} else {
  describeBot(postgresUrl);
}

function describeBot(serverUrl: string): void {
  describe('the bot with an index on PostgreSQL', { timeout: 120_000 }, () => {
    const schemas = new PostgresSchemas(serverUrl);
    let bot: BotProcess;
    let server: DiscordServer;
    let ada: Member;
    let mara: Member;

    beforeAll(async () => {
      const { url } = await schemas.create();
      bot = await BotProcess.start({ environment: { DATABASE_URL: url, INDEX_ENGINE: 'postgres', HEALTH_PORT: '0' } });
      ({ server } = bot);
      ada = server.member('ada');
      mara = server.member('mara');
    }, 120_000);

    afterEach(() => {
      server.assertClean();
    });

    afterAll(async () => {
      await bot.close();
      await schemas.drop();
    });

    const ask = async (question: string): Promise<string> =>
      readText(await ada.slash('ask', { question }).response());

    it('answers, suggests titles, shows context and reasons', async () => {
      expect(await ask('How long is the harbour bridge?')).toContain('412 metres');
    });
  });
}
