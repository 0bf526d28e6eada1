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

test('Why this label? names words and their directions', async () => {
  const text = await press('Why this label?');
  expect(text).toContain('Label: **reported**');
  expect(text).toMatch(/Points to \*reported\*/);
  expect(text).toContain('“412”');
});

test('Verify reads the source file', async () => {
  expect(await press('Verify')).toContain('Identical');
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
  expect(await press('Helpful')).toContain('noted as helpful');
  expect(await press('Not helpful')).toContain('noted as not helpful');
});

test('Dismiss is for the asker and for moderators', async () => {
  const mara = server.member('mara');
  const stranger = server.addMember({ name: 'stranger' });
  const ask = () => ada.slash('ask', { question: 'Who was the captain?' }).response();
  const first = await ask();
  expect(readText(await stranger.clickButton(first, 'Dismiss').response())).toContain('Only the person who asked');
  expect(server.message(first)).not.toBeNull();
  for (const member of [ada, mara]) {
    const message = await ask();
    await member.clickButton(message, 'Dismiss').acknowledged;
    await server.waitUntil(() => server.message(message) === null, 'dismissed');
  }
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
  const pressed = ada.clickButton(message, 'Ask further');
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
  expect(await press('Verify', cost)).toContain('Identical');
  expect(await press('More', message)).toMatch(/Further quote|no further quotes/);

  const swaps = bot.log.split('index in use').length - 1;
  await bot.writeText(
    'harbour-bridge.md',
    (corpusFiles['harbour-bridge.md'] ?? '').replace('The harbour bridge at', 'Ten years ago. The harbour bridge at'),
  );
  await bot.writeText('lighthouse.md', (corpusFiles['lighthouse.md'] ?? '').replace('Agneta Holm', 'Agnes Holm'));
  await rm(path.join(bot.corpusDir, 'tricks.txt'));
  expect(await press('Verify', cost)).toContain('another place');
  expect(await press('Verify', keeper)).toContain('Changed since');
  expect(await press('Verify', sign)).toContain('Removed');
  await bot.waitForLog('index in use', swaps + 1);
  expect(await press('Context', cost)).toContain('Ten years ago.');
  expect(await press('Context', keeper)).toContain('no longer in it');
  expect(await press('Why this label?', sign)).toContain('no longer among the texts');
  expect(await press('Verify', sign)).toContain('Removed');
});
