import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Member } from '../discord-server/member.js';
import { readText } from '../discord-server/message-view.js';
import type { BotProcess } from './bot-process.js';
import { startLibraryBot, waitForCard, wellPdf } from './library-bot.js';

const question = 'How many litres of water does the well of Brindle give?';
const answer = '900 litres';
const name = 'The well of Brindle';

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

async function kill(): Promise<void> {
  await bot.stop('SIGKILL');
  await bot.launch();
}

async function ask(): Promise<string> {
  return readText(await mara.slash('ask', { question }).response());
}

async function show(): Promise<string> {
  return waitForCard(server, await mara.slash('library show', { name }).response(), /in use yet|be asked\.|Taken out/i);
}

test('a bot that is killed between any two steps loses nothing that it has acknowledged, and does nothing twice', async () => {
  const card = await mara.slash('library add', { file: wellPdf }).response();
  await kill();
  const [waiting] = await mara.autocomplete('library show', 'name', 'well').choices();
  const again = await mara.slash('library show', { name: String(waiting?.value) }).response();
  expect(await waitForCard(server, again, 'Read, not in use yet')).toContain('no text (page 3)');
  expect(await ask()).not.toContain(answer);
  await kill();
  // The card of the process before the last one, by another hand than that of whoever has added it, and twice.
  const helper = server.addMember({ name: 'mio', roles: ['moderator'] });
  await helper.slash('library show', { name }).response();
  await mara.clickButton(again, 'Put in use').response();
  await kill();
  expect(await ask()).toContain(answer);
  const other = await helper.slash('library show', { name }).response();
  expect(readText(await mara.clickButton(again, /^library:/).response())).toMatch(/Take out|In use/);
  const pressed = await helper.clickButton(other, 'Take out').response();
  await kill();
  expect(await ask()).toContain(answer);
  expect(readText(await helper.clickButton(pressed, 'Take out').response())).toContain('Taken out.');
  await kill();
  expect(await ask()).not.toContain(answer);
  expect(await show()).toContain('Taken out.');
  expect(readText(await mara.slash('library undo').response())).toContain('Brought back.');
  await kill();
  expect(await ask()).toContain(answer);
  expect(await show()).toContain('It can be asked.');
  expect(readText(card)).toContain('read');
});
