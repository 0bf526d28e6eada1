import type { Client } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startClientSession, type ClientSession } from './client-session.js';
import type { DiscordServer } from './discord-server.js';
import { REFUSED_CALLBACKS, REFUSED_COMMANDS, REFUSED_MESSAGES } from './refused-bodies.js';

let session: ClientSession;
let server: DiscordServer;
let client: Client<true>;

beforeEach(async () => {
  session = await startClientSession();
  ({ server, client } = session);
});

afterEach(() => session.close());

test.each(REFUSED_MESSAGES)('%s', async (_, body, path) => {
  const route = `/channels/${server.channel('general').id}/messages` as const;
  await expect(client.rest.post(route, { body })).rejects.toMatchObject({ code: 50035 });
  expect(server.invalid[0]?.problems.map((problem) => problem.path)).toContain(path);
});

test.each(REFUSED_COMMANDS)('%s', async (_, command, path) => {
  const route = `/applications/${server.applicationId}/commands` as const;
  await expect(client.rest.put(route, { body: [command] })).rejects.toMatchObject({ code: 50035 });
  expect(server.invalid[0]?.problems.map((problem) => problem.path)).toContain(path);
});

test('26 choices, a modal title over 45, a deferral with other flags', async () => {
  await session.registerCommands();
  const refused = new Promise<void>((resolve) => {
    session.onSlash(async ({ id, token }) => {
      for (const [body] of REFUSED_CALLBACKS) {
        await expect(
          client.rest.post(`/interactions/${id}/${token}/callback`, { body, auth: false }),
        ).rejects.toThrow();
      }
      resolve();
    });
  });
  server.member('ada').slash('ask', { question: 'Why?' });
  await refused;
  expect(server.invalid.map(({ problems }) => problems[0]?.path)).toEqual(REFUSED_CALLBACKS.map(([, path]) => path));
});
