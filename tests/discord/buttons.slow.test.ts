import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Member } from '../discord-server/member.js';
import type { MessagePayload } from '../discord-server/message-payloads.js';
import { listButtons, readText } from '../discord-server/message-view.js';
import { BotProcess } from './bot-process.js';
import { corpusFiles } from './corpus.js';
import { pressInMenu } from './etc-menu.js';

let bot: BotProcess;
let server: DiscordServer;
let ada: Member;
let answer: MessagePayload;

beforeAll(async () => {
  bot = await BotProcess.start({ environment: { READER_MODEL: 'bundled' } });
  ({ server } = bot);
  ada = server.member('ada');
  answer = await ada.slash('ask', { question: 'How long is the harbour bridge?' }).response();
});

afterEach(() => {
  server.assertClean();
});

afterAll(() => bot.close());

async function press(label: string, message = answer, member = ada): Promise<string> {
  const pressed = member.clickButton(message, label);
  expect(await pressed.acknowledged).toMatchObject({ type: 5, flags: 64 });
  return readText(await pressed.response());
}

test('what the bot does is told in a new server once, in its channel for the system, if the bot may write there', async () => {
  server.joinGuild({
    name: 'Quiet',
    channels: [{ name: 'hall' }],
    systemChannel: 'hall',
    everyonePermissions: ['ViewChannel'],
  });
  server.joinGuild({ name: 'Bare', channels: [{ name: 'yard' }] });
  const channels = [{ name: 'stairs' }, { name: 'lobby' }];
  server.joinGuild({ name: 'New', channels, systemChannel: 'lobby', locale: 'de' });
  await server.waitUntil(() => server.messages('lobby').length > 0, 'greeted');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const said = server.messages('lobby').map((message) => readText(message));
  expect(said).toEqual([expect.stringContaining('Hallo!')]);
  for (const quiet of ['hall', 'yard', 'stairs']) expect(server.messages(quiet)).toEqual([]);
});

test('Context shows the quote inside its surroundings, with pages', async () => {
  const question = 'When was the lighthouse on Skerry Point lit for the first time?';
  const message = await ada.slash('ask', { question }).response();
  const context = await ada.clickButton(message, 'Context').response();
  expect(readText(context)).toContain('File lighthouse.md, paragraph');
  expect(readText(context)).toMatch(
    /\*\*The lighthouse on Skerry Point was lit for the first time on 2 October 1911\.\*\*/,
  );
  const turned = ada.clickButton(context, 'Later');
  expect((await turned.acknowledged).type).toBe(6);
  const later = await turned.response();
  expect(readText(later)).not.toBe(readText(context));
  const back = await ada.clickButton(later, 'Earlier').response();
  expect(readText(back)).toBe(readText(context));
});

test('an answer has four buttons', () => {
  expect(listButtons(answer).map(({ label }) => label)).toEqual(['Context', 'Why / Verify', 'More', '…']);
});

test('Why / Verify names words and their directions', async () => {
  const text = await press('Why / Verify');
  expect(text).toContain('Label: **reported**');
  expect(text).toMatch(/Points to \*reported\*/);
  expect(text).toContain('“412”');
});

test('Why / Verify reads the source file', async () => {
  expect(await press('Why / Verify')).toContain('Identical');
});

test('More goes on until there are no further quotes', async () => {
  const shown = [answer];
  for (let last = answer; listButtons(last).some(({ label }) => label === 'More'); last = shown.at(-1) ?? answer) {
    shown.push(await ada.clickButton(last, 'More').response());
  }
  expect(shown.length).toBeGreaterThan(1);
  const quotes = shown.flatMap((message) => readText(message).match(/^“.*”/gm) ?? []);
  expect(new Set(quotes).size).toBe(quotes.length);
});

test('votes are thanked for', async () => {
  for (const [label, thanks] of [
    ['Helpful', 'noted as helpful'],
    ['Not helpful', 'noted as not helpful'],
  ] as const) {
    const pressed = await pressInMenu(ada, answer, label);
    expect(await pressed.acknowledged).toMatchObject({ type: 5, flags: 64 });
    expect(readText(await pressed.response())).toContain(thanks);
  }
});

test('Dismiss is for the asker and for moderators', async () => {
  const mara = server.member('mara');
  const stranger = server.addMember({ name: 'stranger' });
  const ask = () => ada.slash('ask', { question: 'Who was the captain?' }).response();
  const first = await ask();
  // Others are not offered it; a press on a button that is there all the same is refused.
  const menu = await stranger.clickButton(first, '…').response();
  expect(listButtons(menu).map(({ label }) => label)).not.toContain('Dismiss');
  const stale = listButtons(await ada.clickButton(first, '…').response()).find(({ label }) => label === 'Dismiss');
  const record = server.channel('general').messages.find(({ id }) => id === first.id);
  if (!record || !stale) throw new Error('no answer, or nothing to dismiss it with');
  const parts: unknown[] = [...record.components, { type: 1, components: [stale] }];
  record.components = parts as typeof record.components;
  const pressed = stranger.clickButton(first, 'Dismiss');
  expect(readText(await pressed.response())).toContain('Only the person who asked');
  expect(server.message(first)).not.toBeNull();
  for (const member of [ada, mara]) {
    const message = await ask();
    await (
      await pressInMenu(member, message, 'Dismiss')
    ).acknowledged;
    await server.waitUntil(() => server.message(message) === null, 'dismissed');
  }
});

test('Dismiss pressed twice at the same moment is answered twice', async () => {
  const message = await ada.slash('ask', { question: 'Who was the captain?' }).response();
  const menu = await ada.clickButton(message, '…').response();
  const presses = [0, 1].map(() => ada.clickButton(menu, 'Dismiss'));
  for (const pressed of presses) expect([5, 6]).toContain((await pressed.acknowledged).type);
  await server.waitUntil(() => server.message(message) === null && server.message(menu) === null, 'dismissed');
});

test('the buttons of a message from the version before go on working', async () => {
  const message = await ada.slash('ask', { question: 'How long is the harbour bridge?' }).response();
  const record = server.channel('general').messages.find(({ id }) => id === message.id);
  const quote = /^context:(.*)$/.exec(listButtons(message)[0]?.custom_id ?? '')?.[1] ?? '';
  const old = [`verify:${quote}`, 'helpful', `not-helpful:::${quote.split(':')[3] ?? ''}`, `dismiss:${ada.user.id}`];
  const buttons = listButtons(record ?? message);
  for (const [i, customId] of old.entries()) {
    const button = buttons[i];
    if (button) button.custom_id = customId;
  }
  const said = ['Identical', 'noted as helpful', 'noted as not helpful'];
  for (const [i, words] of said.entries()) {
    expect(readText(await ada.clickButton(message, old[i] ?? '').response())).toContain(words);
  }
  await ada.clickButton(message, old[3] ?? '').acknowledged;
  await server.waitUntil(() => server.message(message) === null, 'dismissed');
});

test('a private answer is shared by whoever asked, with one press, once', async () => {
  const question = 'How long is the harbour bridge?';
  const own = await ada.slash('ask', { question, private: true }).response();
  const menu = await ada.clickButton(own, '…').response();
  expect(listButtons(menu).map(({ label }) => label)).not.toContain('Dismiss');
  const before = server.messages('general').length;
  const [first, second] = [0, 1].map(() => ada.clickButton(menu, 'Share with everybody'));
  const told = readText((await first?.response()) ?? menu);
  expect(told).toContain('Shared with everybody here: https://discord.com/channels/');
  await second?.response();
  const shared = server
    .messages('general')
    .slice(before)
    .filter(({ flags }) => (flags & 64) === 0);
  expect(shared).toHaveLength(1);
  const [message] = shared;
  if (!message) throw new Error('nothing was shared');
  expect(told).toContain(message.id);
  expect(readText(message)).toContain(`<@${ada.user.id}> asked this privately and shares the answer.`);
  expect(readText(message)).toContain('412 metres');
  expect(readText(message)).not.toContain('Asked again for this message');
  const publicMenu = await ada.clickButton(message, '…').response();
  expect(listButtons(publicMenu).map(({ label }) => label)).not.toContain('Share with everybody');
});

test('an unknown button says so', async () => {
  const message = { id: answer.id, channel_id: answer.channel_id };
  const record = server.channel('general').messages.find(({ id }) => id === message.id);
  const button = listButtons(record ?? answer)[0];
  if (button) button.custom_id = 'older-version:1';
  expect(readText(await ada.clickButton(message, 'older-version:1').response())).toContain('no longer works');
});

test('commands, menus and forms of another version are told of as such, each privately', async () => {
  const { commands } = server;
  const option = {
    type: ApplicationCommandOptionType.String as const,
    name: 'text',
    description: 'Text',
    autocomplete: true,
  };
  commands.upsert(null, {
    name: 'older',
    type: ApplicationCommandType.ChatInput,
    description: 'An older command',
    options: [option],
  });
  commands.upsert(null, { name: 'Older for members', type: ApplicationCommandType.User });
  commands.upsert(null, { name: 'Older for messages', type: ApplicationCommandType.Message });
  const record = server.channel('general').messages.find(({ id }) => id === answer.id);
  const button = listButtons(record ?? answer).find(({ custom_id }) => custom_id === 'older-version:1');
  const use = [
    () => ada.slash('older', { text: 'a' }),
    () => ada.userCommand('Older for members'),
    () => ada.messageCommand('Older for messages', answer),
    // A menu, with and without a name that is known, and a form's name on a button.
    () => ada.select(answer, 'older-version:1', ['a', 'b']),
    () => {
      if (button) button.custom_id = 'label:choose:x';
      return ada.select(answer, 'label:choose:x', ['a']);
    },
    () => {
      if (button) button.custom_id = 'brief:fill:0123456789abcdef';
      return ada.clickButton(answer, 'brief:fill:0123456789abcdef');
    },
  ];
  for (const one of use) {
    const used = one();
    expect((await used.acknowledged).flags & 64).toBe(64);
    expect(readText(await used.response())).toContain('no longer works');
  }
  expect(await ada.autocomplete('older', 'text', 'a').choices()).toEqual([]);
  for (const { id, name } of commands.list(null)) if (/^older/i.test(name)) commands.remove(null, id);
});

test('a thread on an answer that is deleted meanwhile is refused in a line that says so', async () => {
  const message = await ada.slash('ask', { question: 'How long is the harbour bridge?' }).response();
  const menu = await ada.clickButton(message, '…').response();
  const pressed = ada.clickButton(menu, 'Ask further');
  server.member('mara').deleteMessage(message);
  expect(readText(await pressed.response())).toContain('This answer has been deleted');
});

test('buttons work after a restart, and tell of documents that changed, moved or went', async () => {
  const message = await ada.slash('ask', { question: 'How long is the harbour bridge?' }).response();
  const find = async (text: string) => {
    const asked = await ada.slash('quote', { text }).response();
    return asked;
  };
  const cost = await find('The bridge cost 96 million crowns');
  const keeper = await find('The lighthouse keeper was called Agneta Holm');
  const sign = await find('The second sign on the customs house reads');
  await bot.stop();
  await bot.launch();
  expect(await press('Why / Verify', cost)).toContain('Identical');
  expect(await press('More', message)).toMatch(/Further quote|no further quotes/);

  const own = await ada.slash('ask', { question: 'How long is the harbour bridge?', private: true }).response();
  const swaps = bot.log.split('index in use').length - 1;
  await bot.writeText('survey.txt', 'The harbour bridge is 413 metres long since it was repaired.\n');
  await bot.writeText(
    'harbour-bridge.md',
    (corpusFiles['harbour-bridge.md'] ?? '').replace('The harbour bridge at', 'Ten years ago. The harbour bridge at'),
  );
  await bot.writeText('lighthouse.md', (corpusFiles['lighthouse.md'] ?? '').replace('Agneta Holm', 'Agnes Holm'));
  await rm(path.join(bot.corpusDir, 'tricks.txt'));
  expect(await press('Why / Verify', cost)).toContain('another place');
  expect(await press('Why / Verify', keeper)).toContain('Changed since');
  expect(await press('Why / Verify', sign)).toContain('Removed');
  await bot.waitForLog('index in use', swaps + 1);
  expect(await press('Context', cost)).toContain('Ten years ago.');
  // What ranks first now was not there to be shown before.
  const further = await press('More', message);
  expect(further).toContain('these further quotes are from the texts as they are now');
  expect(further).toContain('413 metres');
  expect(further).not.toContain('412 metres');
  const told = await (await pressInMenu(ada, own, 'Share with everybody')).response();
  expect(readText(told)).toContain('Shared with everybody here');
  const shared = server.messages('general').filter(({ flags }) => (flags & 64) === 0);
  expect(readText(shared.at(-1) ?? own)).toContain('these are not quite the quotes that were shown privately');
  expect(await press('Context', keeper)).toContain('no longer in it');
  expect(await press('Why / Verify', sign)).toContain('no longer among the texts');
  expect(await press('Why / Verify', sign)).toContain('Removed');
});
