import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Member } from '../discord-server/member.js';
import { listButtons, readText } from '../discord-server/message-view.js';
import { BotProcess } from './bot-process.js';

let bot: BotProcess;
let server: DiscordServer;
let ada: Member;

beforeAll(async () => {
  bot = await BotProcess.start({ environment: { READER_MODEL: 'bundled' } });
  ({ server } = bot);
  ada = server.member('ada');
});

afterEach(() => {
  server.assertClean();
});

afterAll(() => bot.close());

test('an answer shows the quote that answers, the answering words in bold', async () => {
  const answer = await ada.slash('ask', { question: 'How long is the harbour bridge?' }).response();
  const text = readText(answer);
  expect(text).toContain('### REPORTED');
  expect(text).toContain('“The harbour bridge at Lunden is **412 metres** long.”');
  expect(text.match(/^“/gm)).toHaveLength(1);
});

test('what else may help is behind More', async () => {
  const answer = await ada.slash('ask', { question: 'How long is the harbour bridge?' }).response();
  expect(listButtons(answer).map(({ label }) => label)).toContain('More');
  const more = readText(await ada.clickButton(answer, 'More').response());
  expect(more).toMatch(/Further quotes? 2/);
  expect(more).not.toContain('412 metres');
});

test('what the texts mention but do not answer is no answer, and can be waited for', async () => {
  const asked = ada.slash('ask', { question: 'Who designed the cables of the harbour bridge?' });
  const answer = await asked.response();
  const text = readText(answer);
  expect(text).toMatch(/The texts mention this|likely to answer|do not answer/);
  expect((text.match(/^“/gm) ?? []).length).toBeLessThanOrEqual(2);
  expect(listButtons(answer).map(({ label }) => label)).toContain('Tell me when answered');
});

test('a name that stands nowhere is said so', async () => {
  const answer = await ada.slash('ask', { question: 'How long is the bridge in Zanzibar?' }).response();
  expect(readText(answer)).toContain('“Zanzibar”');
});

test('a hundred questions at once are all answered', async () => {
  const people = Array.from({ length: 20 }, (_, i) => server.addMember({ name: `reader ${i}` }));
  const asked = people.flatMap((member) =>
    Array.from({ length: 5 }, () => member.slash('ask', { question: 'How long is the harbour bridge?' })),
  );
  const answers = await Promise.all(asked.map((each) => each.response()));
  for (const answer of answers) expect(readText(answer)).toContain('412 metres');
});
