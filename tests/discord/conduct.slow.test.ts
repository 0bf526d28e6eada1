import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DiscordServer } from '../discord-server/discord-server.js';
import { DEFAULT_GUILD, type GuildSetup } from '../discord-server/setup.js';
import type { Interaction } from '../discord-server/interactions.js';
import { readText } from '../discord-server/message-view.js';
import { expectWithin } from '../helpers/expect-within.js';
import { BotProcess, type BotOptions } from './bot-process.js';

const question = 'How long is the harbour bridge?';
const program = fileURLToPath(new URL('../../dist/discord/main.js', import.meta.url));

let bot: BotProcess | null = null;

async function start(options: BotOptions = {}): Promise<BotProcess> {
  bot = await BotProcess.start(options);
  return bot;
}

/** Waits for a direct message of the bot to a member. */
function waitForDirect(server: DiscordServer, name: string, text: string): Promise<void> {
  const hasCome = () => {
    try {
      return server.messages(name).some((message) => readText(message).includes(text));
    } catch {
      return false; // there is no direct channel yet
    }
  };
  return server.waitUntil(hasCome, `told directly: ${text}`);
}

afterEach(async () => {
  bot?.server.assertClean();
  await bot?.close();
  bot = null;
});

describe('settings', () => {
  const run = (environment: Record<string, string>) =>
    spawnSync(process.execPath, [program], { env: environment, cwd: tmpdir(), encoding: 'utf8' });

  test('without a token one line says how to get one and how to do without', () => {
    const { status, stderr, stdout } = run({});
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('https://discord.com/developers/applications');
    expect(stderr).toContain('npm run -s ask');
  });

  test('all faults are told at once, none with the token', () => {
    const { status, stderr } = run({
      DISCORD_TOKEN: 'secret.token.here',
      DISCORD_API_URL: 'nowhere',
      ALLOWED_CHANNELS: 'general',
      LOG_LEVEL: 'loud',
    });
    expect(status).toBe(1);
    for (const name of ['DISCORD_API_URL', 'ALLOWED_CHANNELS', 'LOG_LEVEL']) expect(stderr).toContain(name);
    expect(stderr).not.toContain('secret');
  });

  test('a token that Discord refuses is told in one line', async () => {
    bot = await BotProcess.start({ environment: { DISCORD_TOKEN: 'not-even-a-token' }, untilReady: false });
    await bot.waitForLog('Discord refuses DISCORD_TOKEN');
    expect(await bot.stop()).toBe(1);
  });
});

describe('a bot with the usual settings', () => {
  let usual: BotProcess;

  beforeAll(async () => {
    usual = await BotProcess.start();
  });

  afterEach(() => {
    usual.server.assertClean();
  });

  afterAll(() => usual.close());

  test('100 questions within a second are acknowledged within a second and answered within five', async () => {
    const { server } = usual;
    const members = Array.from({ length: 10 }, (_, i) => server.addMember({ name: `member ${i}` }));
    // Other work on the machine must not fail this, but what is slow in itself is slow every time.
    await expectWithin(3, 1_000, async () => {
      const asked = Array.from({ length: 100 }, (_, i) => {
        const member = members[i % 10] ?? server.member('ada');
        return member.slash('ask', { question: `${question} ${i}` });
      });
      const answers = await Promise.all(asked.map((each) => each.response()));
      for (const answer of answers) expect(readText(answer)).toContain('412 metres long');
      return Math.max(...asked.map((each) => each.acknowledgement?.afterMs ?? Infinity));
    });
  });

  test('a change on disk is picked up without a restart', async () => {
    const ada = usual.server.member('ada');
    const ask = async () =>
      readText(await ada.slash('ask', { question: 'How long is the pier of Lunden?' }).response());
    expect(await ask()).not.toContain('90 metres');
    await usual.writeText('pier.txt', 'The pier of Lunden is 90 metres long.\n');
    await usual.waitForLog('index in use', 2);
    expect(await ask()).toContain('90 metres long');
  });

  test('on SIGTERM what has been asked is still answered', async () => {
    const ada = usual.server.member('ada');
    const asked = Array.from({ length: 20 }, (_, i) => ada.slash('ask', { question: `${question} ${i}` }));
    await Promise.all(asked.map(({ acknowledged }) => acknowledged));
    expect(await usual.stop('SIGTERM')).toBe(0);
    for (const each of asked) expect(readText(await each.response(100))).toContain('412 metres');
  });
});

test('questions are acknowledged while the first index is being built, and answered once it is there', async () => {
  const pier = { 'more.txt': 'The pier of Lunden is 90 metres long.\n' };
  const first = await start({ files: pier, untilReady: false });
  await first.waitForLog('commands registered');
  const asked: Interaction[] = [];
  await expectWithin(3, 1_000, async () => {
    const each = first.server.member('ada').slash('ask', { question: 'How long is the pier of Lunden?' });
    asked.push(each);
    return (await each.acknowledged).afterMs;
  });
  for (const each of asked) expect(readText(await each.response())).toContain('90 metres long');
});

test('an empty corpus is answered as such, and texts that come later are found', async () => {
  const empty = await BotProcess.start({ files: { 'notes.rst': 'not read' } });
  bot = empty;
  const ada = empty.server.member('ada');
  const ask = async () => readText(await ada.slash('ask', { question: 'How long is the pier of Lunden?' }).response());
  expect(await ask()).toContain('no texts to search yet');
  await empty.writeText('pier.txt', 'The pier of Lunden is 90 metres long.\n');
  await empty.waitForLog('index in use', 2);
  expect(await ask()).toContain('90 metres long');
});

test('a pause is kept for each person and channel, told privately and exactly', async () => {
  const { server } = await start({ environment: { USER_COOLDOWN_SECONDS: '60', CHANNEL_COOLDOWN_SECONDS: '20' } });
  const [ada, mara] = [server.member('ada'), server.member('mara')];
  // Who asks nothing keeps no pause and makes nobody keep one.
  for (const said of ['hi', 'hiii'])
    expect(readText(await ada.slash('ask', { question: said }).response())).toContain('Hello!');
  await ada.slash('ask', { question }).response();
  expect(readText(await ada.slash('ask', { question: 'ok, thanks!' }).response())).toContain('You are welcome.');
  const again = ada.slash('ask', { question });
  expect((await again.acknowledged).flags & 64).toBe(64);
  expect(readText(await again.response())).toMatch(/you can ask again in (60|59) seconds/);
  expect(readText(await mara.slash('ask', { question }).response())).toMatch(/asked in (20|19) seconds/);
  const elsewhere = await mara.slash('ask', { question }, { channel: 'questions' }).response();
  expect(readText(elsewhere)).toContain('412 metres');
  ada.dm(question);
  await waitForDirect(server, 'ada', 'ask again in');
});

test('outside the allowed channels nobody is answered, and everybody is told where to ask', async () => {
  const channels = ['general', 'questions', 'mods', 'hidden', 'muted', 'a', 'b', 'c'].map((name) => ({
    name,
    overwrites:
      name === 'hidden'
        ? [{ for: 'ada', deny: ['ViewChannel'] as const }]
        : name === 'muted'
          ? [{ for: 'bot', deny: ['SendMessages'] as const }]
          : [],
  }));
  const guilds: GuildSetup[] = [
    { ...DEFAULT_GUILD, channels },
    { name: 'Archive', channels: [{ name: 'stacks' }] },
  ];
  bot = await BotProcess.start({
    server: { guilds },
    environment: (world) => ({
      ALLOWED_CHANNELS: ['stacks', 'mods', 'hidden', 'muted', 'questions', 'a', 'b', 'c']
        .map((name) => world.channel(name).id)
        .join(','),
      MODERATOR_CHANNEL: world.channel('mods').id,
    }),
  });
  const { server } = bot;
  const ada = server.member('ada');
  const refused = ada.slash('ask', { question });
  expect((await refused.acknowledged).flags & 64).toBe(64);
  // Of this server, without the moderators' channel, those where both may write, at most three.
  const [first, second, third] = ['questions', 'a', 'b'].map((name) => `<#${server.channel(name).id}>`);
  const told = `Ask me in ${first}, ${second}, ${third} or a direct message.`;
  expect(readText(await refused.response())).toContain(told);
  ada.send('general', `<@${server.botId}> ${question}`);
  await waitForDirect(server, 'ada', told);
  expect(readText(await ada.dm(question).answer({ accept: (m) => /metres/.test(readText(m)) }))).toContain('412');
});
