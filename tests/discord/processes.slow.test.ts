import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { explainFatalClose } from '#verbatim/discord/fatal-close.js';
import { pauseBeforeMs } from '#verbatim/discord/reconnecting.js';
import type { DiscordServer } from '../discord-server/discord-server.js';
import { readText } from '../discord-server/message-view.js';
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
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(gateway.openedAtMs.length - before).toBeLessThanOrEqual(5);
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

  test.each([
    [4_004, /DISCORD_TOKEN.*Reset Token/],
    [4_014, /intent/],
  ])('with %i ends the process with code 1 and one line', async (code, line) => {
    const { child } = bot;
    const ended = new Promise((resolve) => child?.once('close', resolve));
    server.gateway.closeWith(code);
    expect(await ended).toBe(1);
    const lines = bot.log.split('\n').filter((each) => each.startsWith('verbatim: '));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
    await bot.launch();
  });
});

describe('a bot that npm has started', () => {
  /** Whether a bot still has the gateway. */
  const isConnected = (): boolean => server.gateway.connected > 0;

  test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('leaves when npm gets %s', async (signal) => {
    await bot.stop();
    const { child, log } = startBeside('npm', ['start']);
    await server.waitUntil(() => log().includes('commands registered'), `started: ${log()}`);
    child.kill(signal);
    await server.waitUntil(() => !isConnected(), 'left');
  });
});
