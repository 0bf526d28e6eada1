import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { BotProcess } from './bot-process.js';
import { countEdits, listNotices, mill, postBrief, startLivingBriefBot, waitForText, writeText } from './brief-bot.js';

let bot: BotProcess;
let server: DiscordServer;
let moderators: string;

beforeAll(async () => {
  bot = await startLivingBriefBot();
  ({ server } = bot);
  moderators = server.channel('moderators').id;
});

let channelNumber = 0;
let channel: string;

beforeEach(() => {
  channel = `channel-${++channelNumber}`;
  server.addChannel({ name: channel });
});

afterEach(() => {
  server.faults.clear();
  server.assertClean();
});

afterAll(() => bot.close());

test('a process that is killed between taking a change on and making it loses nothing', async () => {
  await writeText(bot, 'mill.txt', mill);
  const brief = await postBrief(server, channel, { in: 'mill.txt' });
  server.faults.next({ method: 'PATCH', route: `/messages/${brief.id}`, delayMs: 60_000 });
  const isAsked = () => server.calls.some(({ method, path: route }) => method === 'PATCH' && route.endsWith(brief.id));
  await writeText(bot, 'mill.txt', mill.replace('four', 'ten'));
  await server.waitUntil(isAsked, 'edit under way');
  await bot.stop('SIGKILL');
  await bot.launch();
  await waitForText(server, brief, /⚠️ \*\*Changed/);
  await server.waitUntil(() => listNotices(server, brief).length > 0, 'told');
  expect(listNotices(server, brief)).toHaveLength(1);
});

test('two processes on one store mark once and tell once', async () => {
  await writeText(bot, 'mill.txt', mill);
  const brief = await postBrief(server, channel, { in: 'mill.txt' });
  const second = spawn(process.execPath, [path.resolve('dist/discord/main.js')], {
    cwd: bot.folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      DISCORD_TOKEN: server.token,
      DISCORD_API_URL: server.apiUrl,
      CORPUS_DIR: bot.corpusDir,
      INDEX_DIR: path.join(bot.folder, 'index'),
      MODERATOR_CHANNEL: moderators,
    },
  });
  let log = '';
  second.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const ended = new Promise((resolve) => second.once('exit', resolve));
  try {
    await server.waitUntil(() => log.includes('index in use'), 'second process');
    const edits = countEdits(server, brief);
    await writeText(bot, 'mill.txt', mill.replace('four', 'eleven'));
    await server.waitUntil(() => log.split('index in use').length > 2, 'both');
    await waitForText(server, brief, /⚠️ \*\*Changed/);
    await server.waitUntil(() => listNotices(server, brief).length > 0, 'told');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(countEdits(server, brief)).toBe(edits + 1);
    expect(listNotices(server, brief)).toHaveLength(1);
    expect(log).not.toContain('"level":50');
  } finally {
    second.kill('SIGKILL');
    await ended;
  }
});
