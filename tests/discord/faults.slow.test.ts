import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { DiscordServer } from '../discord-server/discord-server.js';
import { readText } from '../discord-server/message-view.js';
import type { Member } from '../discord-server/member.js';
import { BotProcess } from './bot-process.js';

let bot: BotProcess;
let server: DiscordServer;
let ada: Member;

const question = 'How long is the harbour bridge?';
const answered = /412 metres long/;

beforeAll(async () => {
  bot = await BotProcess.start();
  ({ server } = bot);
  ada = server.member('ada');
});

afterEach(() => {
  server.faults.clear();
  server.assertClean();
});

afterAll(() => bot.close());

/** The newest message of the bot in a channel, once it holds this text. */
async function findLatest(channel: string, pattern: RegExp): Promise<string> {
  const read = () => readText(server.messages(channel).at(-1) ?? { content: '', components: [] });
  await server.waitUntil(() => pattern.test(read()), `latest in ${channel}: ${String(pattern)}`);
  return read();
}

test.each([
  ['a 500', { status: 500, times: 6 }],
  ['an error page of a proxy', { status: 502, body: '<html>Bad gateway</html>', times: 5 }],
  ['a cut connection', { dropSocket: true, times: 2 }],
  ['a connection cut after the edit', { dropSocket: true, afterApplying: true }],
  ['a 429', { status: 429, retryAfterMs: 300 }],
])('%s on the final edit is survived', async (_, fault) => {
  const asked = ada.slash('ask', { question });
  await asked.acknowledged;
  server.faults.next({ method: 'PATCH', route: /@original$/, ...fault });
  expect(readText(await asked.response())).toMatch(answered);
});

test.each([
  ['a 500', { status: 500 }],
  ['a cut connection', { dropSocket: true }],
  ['a connection cut after it arrived', { dropSocket: true, afterApplying: true }],
])('%s on the acknowledgement is survived', async (_, fault) => {
  server.faults.next({ method: 'POST', route: '/callback', ...fault });
  const asked = ada.slash('ask', { question });
  expect(readText(await asked.response())).toMatch(answered);
});

test('an interaction that Discord gave up is answered in the channel', async () => {
  server.faults.next({ method: 'POST', route: '/callback', code: 10_062 });
  ada.slash('ask', { question }, { channel: 'questions' });
  const told = await findLatest('questions', answered);
  expect(told).toContain('in time');
  expect(told).toContain(ada.user.id);
});

test('a private question that Discord gave up is answered directly', async () => {
  server.faults.next({ method: 'POST', route: '/callback', code: 10_062 });
  ada.slash('ask', { question, private: true }, { channel: 'questions' });
  await server.waitUntil(
    () => server.calls.some(({ path, method }) => method === 'POST' && path === '/users/@me/channels'),
    'direct channel opened',
  );
  await findLatest('ada', answered);
});

test('an acknowledgement that is said to be there already goes on to the answer', async () => {
  server.faults.next({ method: 'POST', route: '/callback', code: 40_060, afterApplying: true });
  expect(readText(await ada.slash('ask', { question }).response())).toMatch(answered);
});

test.each([50_001, 50_013, 10_008])('an edit refused with %i is told in another message', async (code) => {
  const asked = ada.slash('ask', { question });
  await asked.acknowledged;
  server.faults.next({ method: 'PATCH', route: /@original$/, code });
  expect(readText(await asked.response())).toMatch(answered);
});

test('a button whose acknowledgement is refused is answered directly', async () => {
  const message = await ada.slash('ask', { question }).response();
  const before = server.messages('ada').length;
  server.faults.next({ method: 'POST', route: '/callback', code: 10_062 });
  ada.clickButton(message, 'Why / Verify');
  await server.waitUntil(() => server.messages('ada').length > before, 'told directly');
  await findLatest('ada', /Identical/);
});

test('a mention is answered in spite of 500s, once', async () => {
  server.faults.next({ method: 'POST', route: /messages$/, status: 500, times: 5 });
  server.faults.next({ method: 'POST', route: /messages$/, dropSocket: true, afterApplying: true });
  const sent = ada.send('general', `<@${server.botId}> ${question}`);
  expect(readText(await sent.answer())).toMatch(answered);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(sent.answers).toHaveLength(1);
});

test('who asks where the bot cannot write is told directly', async () => {
  server.setOverwrites('questions', [{ for: 'bot', deny: ['SendMessages'] }]);
  ada.send('questions', `<@${server.botId}> ${question}`);
  expect(await findLatest('ada', /cannot answer there/)).toContain('Send Messages');
  server.setOverwrites('questions', []);
});

test('who cannot be told directly either does no harm', async () => {
  const shy = server.addMember({ name: 'shy', closedDms: true });
  server.setOverwrites('questions', [{ for: 'bot', deny: ['SendMessages'] }]);
  shy.send('questions', `<@${server.botId}> ${question}`);
  await bot.waitForLog('direct message could not be sent');
  server.setOverwrites('questions', []);
  expect(readText(await ada.slash('ask', { question }).response())).toMatch(answered);
});

test('a channel whose history must not be read is answered without a reference', async () => {
  server.setOverwrites('questions', [{ for: 'bot', deny: ['ReadMessageHistory'] }]);
  const answer = await ada.send('questions', `<@${server.botId}> ${question}`).answer();
  expect(answer.message_reference).toBeUndefined();
  server.setOverwrites('questions', []);
});

test.each([
  [
    'close 4000',
    () => {
      server.gateway.closeWith(4_000);
    },
  ],
  [
    'close 1001',
    () => {
      server.gateway.closeWith(1_001);
    },
  ],
  [
    'a cut socket',
    () => {
      server.gateway.dropSocket();
    },
  ],
  [
    'a request to reconnect',
    () => {
      server.gateway.requestReconnect();
    },
  ],
])('after %s what was missed is answered once', async (_, inject) => {
  const resumes = server.gateway.resumes.length;
  inject();
  await server.waitUntil(
    () => server.gateway.connected === 0 || server.gateway.resumes.length > resumes,
    'disconnected',
  );
  const sent = ada.send('general', `<@${server.botId}> ${question}`);
  expect(readText(await sent.answer())).toMatch(answered);
  expect(sent.answers).toHaveLength(1);
  expect(server.gateway.resumes.length).toBe(resumes + 1);
});

test('an event that comes twice is answered once', async () => {
  server.gateway.disturbNext({ event: 'INTERACTION_CREATE', repeat: 1 });
  const asked = ada.slash('ask', { question });
  await asked.response();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(asked.repeatedAcknowledgements).toBe(0);
});

test('an event that comes too late is answered in the channel', async () => {
  server.gateway.disturbNext({ event: 'INTERACTION_CREATE', delayMs: 3_200 });
  const asked = ada.slash('ask', { question }, { channel: 'questions' });
  await expect(asked.acknowledged).rejects.toThrow('in time');
  await findLatest('questions', answered);
});

test('a session that is gone is replaced', async () => {
  const identifies = server.gateway.identifies.length;
  server.gateway.invalidateSession(false);
  await server.waitUntil(() => server.gateway.identifies.length > identifies, 'identified anew');
  await server.waitUntil(() => server.gateway.connected > 0, 'connected');
  await bot.waitForLog('"logged in"', 1);
  const asked = ada.slash('ask', { question });
  expect(readText(await asked.response())).toMatch(answered);
});
