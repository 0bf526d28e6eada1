import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Member } from '../discord-server/member.js';
import { readText } from '../discord-server/message-view.js';
import type { BotProcess } from './bot-process.js';
import { startLibraryBot, waitForCard, wellPdf } from './library-bot.js';

const question = 'How many litres of water does the well of Brindle give?';
const answer = '900 litres';
const name = 'The well.pdf';

let bot: BotProcess;
let server: DiscordServer;
let mara: Member;

beforeAll(async () => {
  bot = await startLibraryBot();
  ({ server } = bot);
  mara = server.member('mara');
});

afterEach(() => {
  server.assertClean();
});

afterAll(() => bot.close());

/** Ends the bot at once, and starts it again; where nothing is asked of it, its index is not waited for. */
async function kill({ isAsked = true } = {}): Promise<void> {
  await bot.stop('SIGKILL');
  await bot.launch({ untilReady: isAsked });
  if (!isAsked) await bot.waitForLog('commands registered');
}

async function ask(): Promise<string> {
  return readText(await mara.slash('ask', { question }).response());
}

test('a bot that is killed between any two steps loses nothing that it has acknowledged, and does nothing twice', async () => {
  await mara.slash('library add', { file: wellPdf }).response();
  await kill({ isAsked: false });
  const card = await mara.slash('library show', { name }).response();
  expect(await waitForCard(server, card, 'Read, not in use yet')).toContain('no text (page 3)');
  await kill({ isAsked: false });
  // The card of a process that is no more; twice, the second time by somebody else.
  const helper = server.addMember({ name: 'mio', roles: ['moderator'] });
  const same = await helper.slash('library show', { name }).response();
  expect(readText(await mara.clickButton(card, 'Put in use').response())).toContain('In use.');
  expect(readText(await helper.clickButton(same, 'Put in use').response())).toContain('In use.');
  await kill();
  expect(await ask()).toContain(answer);
  const confirm = await helper.clickButton(same, 'Take out').response();
  expect(readText(await helper.clickButton(confirm, 'Take out').response())).toContain('Taken out.');
  await kill();
  expect(await ask()).not.toContain(answer);
  expect(readText(await mara.slash('library undo').response())).toContain('Brought back.');
  await kill();
  expect(await ask()).toContain(answer);
  expect(readText(await mara.slash('library show', { name }).response())).toContain('It can be asked.');
});
