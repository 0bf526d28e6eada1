import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { explainFatalClose } from '#verbatim/discord/fatal-close.js';
import { pauseBeforeMs } from '#verbatim/discord/reconnecting.js';
import type { DiscordServer } from '../discord-server/discord-server.js';
import { listButtons, readText } from '../discord-server/message-view.js';
import { BotProcess } from './bot-process.js';

const question = 'How long is the harbour bridge?';
const root = fileURLToPath(new URL('../..', import.meta.url));

let bot: BotProcess;
let server: DiscordServer;

beforeAll(async () => {
  bot = await BotProcess.start();
  ({ server } = bot);
});

afterEach(() => {
  server.assertClean();
});

afterAll(() => bot.close());

/** Starts a process beside the bot, on the same store, with the same token. */
function startBeside(program: string, args: readonly string[]): { child: ChildProcess; log: () => string } {
  let log = '';
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...bot.settings } });
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  return { child, log: () => log };
}

describe('a gateway that is dead', () => {
  test('is tried again in pauses that grow to a minute', () => {
    const least = [1, 2, 3, 4, 5, 6, 7, 8, 50].map((failures) => pauseBeforeMs(failures, () => 1));
    const most = [1, 2, 3, 4, 5, 6, 7, 8, 50].map((failures) => pauseBeforeMs(failures, () => 0));
    expect(most).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    expect(least).toEqual(most.map((ms) => ms / 2));
    expect(pauseBeforeMs(0)).toBe(0);
  });

  test('is tried a few times only, and what comes once it lives again is answered', async () => {
    const { gateway } = server;
    const before = gateway.openedAtMs.length;
    gateway.isDead = true;
    gateway.dropSocket();
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(gateway.openedAtMs.length - before).toBeLessThanOrEqual(4);
    expect(gateway.openedAtMs.length - before).toBeGreaterThanOrEqual(2);
    gateway.isDead = false;
    const sent = server.member('ada').send('general', `<@${server.botId}> ${question}`);
    expect(readText(await sent.answer())).toContain('412 metres');
  });
});

describe('a connection that Discord closes for good', () => {
  test.each([4_004, 4_010, 4_011, 4_012, 4_013, 4_014, 4_999])('with %i is explained in one line', (code) => {
    const { message } = explainFatalClose(code);
    expect(message).toMatch(/^Discord .+\.$/);
    expect(message).not.toContain('\n');
  });
});

describe('two processes on one store and token', () => {
  let second: ReturnType<typeof startBeside>;

  beforeAll(async () => {
    second = startBeside(process.execPath, [path.join(root, 'dist/discord/main.js')]);
    await server.waitUntil(() => second.log().includes('index in use'), 'second process');
    await server.waitUntil(() => server.gateway.connected === 2, 'both connected');
  });

  afterAll(() => {
    second.child.kill('SIGKILL');
  });

  const settle = () => new Promise((resolve) => setTimeout(resolve, 1_000));

  test('answer a mention, a direct message and a command once each', async () => {
    const ada = server.member('ada');
    const sent = [ada.send('general', `<@${server.botId}> ${question}`), ada.dm(question)];
    const asked = Array.from({ length: 10 }, () => ada.slash('ask', { question }, { channel: 'questions' }));
    for (const each of sent) expect(readText(await each.answer())).toContain('412 metres');
    for (const each of asked) expect(readText(await each.response())).toContain('412 metres');
    await settle();
    for (const { answers } of sent) expect(answers).toHaveLength(1);
  });

  test('count a missed question once, and keep a wish to be told', async () => {
    const ada = server.member('ada');
    const missed = await ada.slash('ask', { question: 'Who tuned the zither of Quillon?' }).response();
    const told = await ada.clickButton(missed, /^miss:tell/).response();
    await settle();
    const [untell] = listButtons(server.message(told) ?? told);
    expect(untell?.custom_id).toMatch(/^miss:untell/);
    const list = readText(await server.member('mara').slash('misses').response());
    expect(list).toContain('1 question, asked once by 1 person');
  });

  test('suggest once while somebody types', async () => {
    await server.member('ada').autocomplete('ask', 'in', 'har').choices();
    await settle();
  });

  test('of which one leaves answer by the other', async () => {
    const ada = server.member('ada');
    const busy = Array.from({ length: 5 }, () => ada.slash('ask', { question }));
    const gone = bot.stop();
    const later = ada.slash('ask', { question });
    for (const each of [...busy, later]) expect(readText(await each.response())).toContain('412 metres');
    expect(await gone).toBe(0);
  });

  test('end with code 1 and one line when the token is reset', async () => {
    const ended = new Promise((resolve) => second.child.once('close', resolve));
    server.gateway.closeWith(4_004);
    expect(await ended).toBe(1);
    const lines = second
      .log()
      .split('\n')
      .filter((line) => line.startsWith('verbatim: '));
    expect(lines).toEqual([expect.stringMatching(/DISCORD_TOKEN.*Reset Token/)]);
  });
});

describe('a bot that npm has started', () => {
  /** Whether a bot still has the gateway. */
  const isConnected = (): boolean => server.gateway.connected > 0;

  test.each(['SIGTERM', 'SIGKILL'] as const)('leaves when npm gets %s', async (signal) => {
    const { child, log } = startBeside('npm', ['start']);
    await server.waitUntil(() => log().includes('commands registered'), `started: ${log()}`);
    child.kill(signal);
    await server.waitUntil(() => !isConnected(), 'left');
  });
});
