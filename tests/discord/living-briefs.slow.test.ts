import { rename } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { listComponents } from '../discord-server/component-tree.js';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Member } from '../discord-server/member.js';
import { findComponent, listButtons, readText } from '../discord-server/message-view.js';
import type { BotProcess } from './bot-process.js';
import {
  countEdits,
  latestPost,
  listNotices,
  listPosts,
  mill,
  postBrief,
  readNow,
  startLivingBriefBot,
  waitForText,
  writeText,
} from './brief-bot.js';
import { pressInMenu } from './etc-menu.js';

let bot: BotProcess;
let server: DiscordServer;
let mara: Member;
let moderators: string;

beforeAll(async () => {
  bot = await startLivingBriefBot();
  ({ server } = bot);
  mara = server.member('mara');
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

const words = 'The river beside the mill is falling every summer.';

test('a brief is marked when its source changes, the moderators are told once, and the mark goes again', async () => {
  await writeText(bot, 'mill.txt', mill);
  const brief = await postBrief(server, channel, { in: 'mill.txt' });
  await writeText(bot, 'mill.txt', mill.replace('four', 'five'));
  const marked = await waitForText(server, brief, /⚠️/);
  expect(marked).toMatch(
    /^⚠️ \*\*The sources have changed: 1 of 2 quotes no longer stands as posted\.\*\*\nIt is marked below\./,
  );
  expect(marked).toMatch(
    /⚠️ \*\*Changed:\*\* the document no longer holds these words\. \(seen <t:\d+:f>\)\n\*\*1\*\* · “The mill at Orrow has four wheels\.”/,
  );
  expect(marked).toContain(`Pinned by <@${mara.user.id}>`);
  expect(listButtons(server.message(brief) ?? brief)).toEqual([]);
  await server.waitUntil(() => listNotices(server, brief).length > 0, 'told');
  const [notice] = listNotices(server, brief);
  const told = readText(notice ?? brief);
  expect(told).toContain('⚠️ **The sources of a posted brief have changed: ');
  expect(told).toContain('- Quote 1, “The mill at Orrow has four wheels.”: **Changed:**');

  const edits = countEdits(server, brief);
  await writeText(bot, 'other.txt', 'Something else was written about the weather of last winter.');
  await writeText(bot, 'mill.txt', `A new first sentence about the mill. ${mill}`);
  const restored = await waitForText(server, brief, /⚠️/, false);
  expect(restored).toContain('“The mill at Orrow has four wheels.”');
  expect(countEdits(server, brief)).toBe(edits + 1);

  await writeText(bot, 'mill.txt', null);
  expect(await waitForText(server, brief, /⚠️/)).toContain('**Vanished:** the document is no longer among the texts.');
  await server.waitUntil(() => listNotices(server, brief).length > 1, 'told again');
  expect(listNotices(server, brief)).toHaveLength(2);
});

test('a brief is marked when a quote gets another label or source', async () => {
  await writeText(bot, 'mill.txt', mill);
  const brief = await postBrief(server, channel, { in: 'mill.txt' }, 'Post');
  expect(readText(brief)).toContain(words);
  await writeText(bot, 'mill.txt', mill.replace(words, `Ora Penn, the miller, said: “${words}”`));
  expect(await waitForText(server, brief, /⚠️/)).toMatch(/\*\*Relabelled:\*\* now claimed by Ora Penn/);
  const list = await mara.slash('pins', {}, { channel }).response();
  expect(readText(list)).toContain('None of my briefs');
  mara.pin(brief);
  const pins = readText(await mara.slash('pins', {}, { channel }).response());
  expect(pins).toContain('⚠️ 1 of 2 quotes no longer stands as posted: 1 relabelled');
});

test('a brief is marked when a moderator sets a label, and no longer when that is undone', async () => {
  await writeText(bot, 'tower.txt', 'The stone tower at Arvo has seven floors. Its keeper was born in 1921.');
  const brief = await postBrief(server, channel, { in: 'tower.txt' });
  const question = 'How many floors has the stone tower at Arvo?';
  const answer = await mara.slash('ask', { question }, { channel }).response();
  const opened = await pressInMenu(mara, answer, 'Wrong label');
  const choice = listComponents((await opened.modal()).components).find(({ component }) => {
    return component.custom_id === 'quote';
  });
  const value = choice?.component.options?.[0]?.value;
  const filled = { label: ['opinion'], ...(value !== undefined && { quote: [value] }) };
  await (await mara.submitModal(opened, filled)).response();
  const accepted = await mara.slash('review', {}, { channel }).response();
  await mara.clickButton(accepted, 'Accept').response();
  expect(await waitForText(server, brief, /⚠️/)).toContain('**Relabelled:** now the author’s opinion.');
  await server.waitUntil(() => listNotices(server, brief).length > 0, 'told');
  const decided = await mara.slash('review', { show: 'decided' }, { channel }).response();
  await mara.clickButton(decided, 'Undo').response();
  await waitForText(server, brief, /⚠️/, false);
  expect(listNotices(server, brief)).toHaveLength(1);
});

test('a moderator rebuilds a brief from the notice; the new one takes the place of the old', async () => {
  await writeText(bot, 'mill.txt', mill);
  const preview = await mara.slash('summary', { in: 'mill.txt', quotes: 2 }, { channel }).response();
  const form = mara.clickButton(preview, 'Title and order');
  const titled = await (await mara.submitModal(form, { title: 'About the mill', order: '' })).response();
  await mara.clickButton(titled, 'Post and pin').response();
  const brief = latestPost(server, channel);
  await writeText(bot, 'mill.txt', mill.replace('four', 'six'));
  await server.waitUntil(() => listNotices(server, brief).length > 0, 'told');
  const notice = listNotices(server, brief)[0] ?? brief;

  const ada = server.member('ada');
  expect(readText(await ada.clickButton(notice, 'Rebuild').response())).toContain('Only moderators');
  const pressed = mara.clickButton(notice, 'Rebuild');
  expect(await pressed.acknowledged).toMatchObject({ type: 5, flags: 64 });
  const rebuilt = await pressed.response();
  expect(rebuilt.channel_id).toBe(moderators);
  const text = readText(rebuilt);
  expect(text).toContain('## About the mill');
  expect(text).toContain(`It will be posted in <#${server.channel(channel).id}>.`);
  expect(text).toContain(`It replaces https://discord.com/channels/`);
  expect(text).toContain('has six wheels');

  server.setOverwrites(channel, [{ for: 'bot', deny: ['PinMessages'] }]);
  const refused = await mara.clickButton(rebuilt, 'Post and pin').response();
  expect(readText(refused)).toContain(`I need the permission **Pin Messages** in <#${server.channel(channel).id}>`);
  server.setOverwrites(channel, []);
  const done = await mara.clickButton(refused, 'Post and pin').response();
  const successor = latestPost(server, channel);
  expect(readText(done)).toContain(successor.id);
  expect(server.message(successor)?.pinned).toBe(true);
  expect(server.message(brief)?.pinned).toBe(false);
  expect(readNow(server, brief)).toMatch(new RegExp(`Replaced by a newer brief:\\*\\* .*${successor.id}`));
  expect(readText(await mara.clickButton(notice, 'Rebuild').response())).toContain('has been replaced already');
});

test('an edit that Discord refuses for now is made up for at the next update', async () => {
  await writeText(bot, 'mill.txt', mill);
  const brief = await postBrief(server, channel, { in: 'mill.txt' });
  const other = await postBrief(server, channel, { topic: 'the harbour bridge' });
  server.faults.next({ method: 'PATCH', route: `/messages/${brief.id}`, code: 30_046 });
  await writeText(bot, 'mill.txt', mill.replace('four', 'seven'));
  await bot.waitForLog('brief could not be brought up to date');
  expect(readNow(server, brief)).not.toContain('⚠️');
  server.faults.next({ method: 'PATCH', route: `/messages/${brief.id}`, status: 500, times: 3 });
  await writeText(bot, 'other.txt', 'Yet another text about the weather of this spring.');
  await waitForText(server, brief, /⚠️ \*\*Changed/);
  await server.waitUntil(() => listNotices(server, brief).length > 0, 'told');
  expect(listNotices(server, brief)).toHaveLength(1);
  expect(readNow(server, other)).not.toContain('⚠️');
});

test('moderators are not told of the briefs of another community', async () => {
  await writeText(bot, 'mill.txt', mill);
  const own = await postBrief(server, channel, { in: 'mill.txt' });
  const other = await postBrief(server, 'annex', { in: 'mill.txt' });
  await writeText(bot, 'mill.txt', mill.replace('four', 'thirteen'));
  await waitForText(server, other, /⚠️/);
  expect(listButtons(server.message(other) ?? other).map(({ label }) => label)).toEqual(['Rebuild']);
  await server.waitUntil(() => listNotices(server, own).length > 0, 'told');
  expect(listNotices(server, other)).toEqual([]);

  const notice = listNotices(server, own)[0] ?? own;
  const stolen = findComponent(notice, 'Rebuild').custom_id ?? '';
  const record = server.channel('annex').messages.find(({ id }) => id === other.id);
  const button = record && listButtons(record)[0];
  if (button) button.custom_id = stolen;
  expect(readText(await mara.clickButton(other, stolen).response())).toContain('I no longer know this brief');
});

test('a brief whose message or channel was deleted is forgotten without a word', async () => {
  await writeText(bot, 'mill.txt', mill);
  const brief = await postBrief(server, channel, { in: 'mill.txt' });
  const doomed = `${channel}-doomed`;
  server.addChannel({ name: doomed });
  const preview = await mara.slash('summary', { in: 'mill.txt' }, { channel: doomed }).response();
  await mara.clickButton(preview, 'Post and pin').response();
  const lost = latestPost(server, doomed);
  mara.deleteMessage(brief);
  server.removeChannel(doomed);
  const gone = bot.log.split('brief is no longer there').length - 1;
  await writeText(bot, 'mill.txt', mill.replace('four', 'eight'));
  await bot.waitForLog('brief is no longer there', gone + 2);
  const asked = server.calls.filter(({ path: route }) => route.endsWith(lost.id)).length;
  await writeText(bot, 'mill.txt', mill.replace('four', 'nine'));
  await mara.slash('pins', {}, { channel }).response();
  expect(server.calls.filter(({ path: route }) => route.endsWith(lost.id))).toHaveLength(asked);
  for (const message of [brief, lost]) expect(listNotices(server, message)).toEqual([]);
});

test('a brief out of reach is told of once, and marked when it can be', async () => {
  await writeText(bot, 'mill.txt', mill);
  const brief = await postBrief(server, channel, { in: 'mill.txt' });
  server.setOverwrites(channel, [{ for: 'bot', deny: ['ReadMessageHistory'] }]);
  await writeText(bot, 'mill.txt', mill.replace('four', 'fourteen'));
  await waitForText(server, brief, /⚠️ \*\*Changed/);
  server.setOverwrites(channel, [{ for: 'bot', deny: ['ViewChannel'] }]);
  await writeText(bot, 'mill.txt', null);
  await server.waitUntil(() => listNotices(server, brief).length > 1, 'told');
  expect(readText(listNotices(server, brief)[1] ?? brief)).toContain(
    'Discord does not let me mark this brief yet; I will try again at each update of the index: https://',
  );
  server.setOverwrites(channel, []);
  await writeText(bot, 'other.txt', 'A text about the weather of the coming autumn.');
  await waitForText(server, brief, /⚠️ \*\*Vanished/);
  expect(listNotices(server, brief)).toHaveLength(2);
});

test('a brief on a document with a new name is rebuilt from it', async () => {
  await writeText(bot, 'mill.txt', mill);
  const brief = await postBrief(server, channel, { in: 'mill.txt' });
  const swaps = bot.log.split('index in use').length - 1;
  await rename(path.join(bot.corpusDir, 'mill.txt'), path.join(bot.corpusDir, 'orrow.txt'));
  await bot.waitForLog('index in use', swaps + 1);
  await server.waitUntil(() => listNotices(server, brief).length > 0, 'told');
  const preview = await mara.clickButton(listNotices(server, brief)[0] ?? brief, 'Rebuild').response();
  expect(readText(preview)).toContain('orrow.txt');
  await mara.clickButton(preview, 'Post and pin').response();
  expect(readNow(server, brief)).toContain('Replaced by a newer brief');
  await writeText(bot, 'orrow.txt', null);
});

test('where the bot may not write to the moderators, the marked message itself has the button', async () => {
  await writeText(bot, 'mill.txt', mill);
  const brief = await postBrief(server, channel, { in: 'mill.txt' });
  server.setOverwrites('moderators', [{ for: 'bot', deny: ['SendMessages'] }]);
  await writeText(bot, 'mill.txt', mill.replace('four', 'fifteen'));
  await waitForText(server, brief, /⚠️/);
  expect(listButtons(server.message(brief) ?? brief).map(({ label }) => label)).toEqual(['Rebuild']);
  server.setOverwrites('moderators', []);
});

test('without a channel for moderators the marked message itself has the button, for moderators only', async () => {
  await writeText(bot, 'mill.txt', mill);
  const brief = await postBrief(server, channel, { in: 'mill.txt' });
  await bot.stop();
  await bot.launch({ environment: { MODERATOR_CHANNEL: '' } });
  const notices = listPosts(server, 'moderators').length;
  await writeText(bot, 'mill.txt', mill.replace('four', 'twelve'));
  await waitForText(server, brief, /⚠️/);
  expect(listButtons(server.message(brief) ?? brief).map(({ label }) => label)).toEqual(['Rebuild']);
  expect(listPosts(server, 'moderators')).toHaveLength(notices);
  expect(readText(await server.member('ada').clickButton(brief, 'Rebuild').response())).toContain('Only moderators');
  const preview = await mara.clickButton(brief, 'Rebuild').response();
  expect(readText(preview)).toContain('has twelve wheels');
  await mara.clickButton(preview, 'Post and pin').response();
  expect(readNow(server, brief)).toContain('Replaced by a newer brief');
  expect(listButtons(server.message(brief) ?? brief)).toEqual([]);
});
