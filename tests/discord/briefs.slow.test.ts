import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Interaction } from '../discord-server/interactions.js';
import type { Member } from '../discord-server/member.js';
import type { MessagePayload } from '../discord-server/message-payloads.js';
import { findComponent, listButtons, listContainers, readText } from '../discord-server/message-view.js';
import type { BotProcess } from './bot-process.js';
import { latestPost, listPosts, listQuotes, startBriefBot } from './brief-bot.js';
import { briefFiles } from './corpus.js';

let bot: BotProcess;
let server: DiscordServer;
let mara: Member;

beforeAll(async () => {
  bot = await startBriefBot();
  ({ server } = bot);
  mara = server.member('mara');
});

afterEach(() => {
  server.faults.clear();
  server.assertClean();
});

afterAll(() => bot.close());

const topic = 'the harbour bridge';
const menu = /^brief:tick:/;

function summarise(values: Record<string, string | number> = { topic }, channel = 'general'): Promise<MessagePayload> {
  return mara.slash('summary', values, { channel }).response();
}

function press(message: MessagePayload, label: string, member = mara): Promise<MessagePayload> {
  return member.clickButton(message, label).response();
}

function tick(message: MessagePayload, values: readonly string[]): Promise<MessagePayload> {
  return mara.select(message, menu, values).response();
}

async function fill(message: MessagePayload, values: { title?: string; order?: string }): Promise<Interaction> {
  const opened = mara.clickButton(message, 'Title and order');
  return mara.submitModal(opened, { title: '', order: '', ...values });
}

function optionsOf(message: MessagePayload, pattern = menu) {
  return findComponent(message, pattern).options ?? [];
}

/** Puts a custom id on a button of a public message, so that others than its owner can press it. */
async function lend(customId: string): Promise<MessagePayload> {
  const answer = await mara.slash('ask', { question: 'How long is the harbour bridge?' }).response();
  const record = server.channel('general').messages.find(({ id }) => id === answer.id);
  const button = record && listButtons(record)[0];
  if (button) button.custom_id = customId;
  return answer;
}

test('a preview is private and shows quotes in lanes, with numbers, citations and disagreements', async () => {
  const asked = mara.slash('summary', { topic });
  expect(await asked.acknowledged).toMatchObject({ type: 5, flags: 64 });
  const preview = await asked.response();
  const text = readText(preview);
  expect(text).toMatch(/^## the harbour bridge\n-# What all texts say about “the harbour bridge” · \d+ reported/);
  expect(text).toContain('### REPORTED\n-# Stated as fact by the author; not verified.');
  expect(text).toContain('### OPINION');
  expect(text).toMatch(/\*\*Disagreement 1\*\* · “450 metres” ↔ “412 metres”/);
  expect(text).toContain('“The harbour bridge at Lunden is 450 metres long.”\n-# — **A guide to Lunden** · Ora Penn');
  const quotes = listQuotes(preview);
  expect(quotes.length).toBeGreaterThan(2);
  expect(quotes.length).toBeLessThanOrEqual(6);
  const sources = Object.values(briefFiles).join('\n');
  for (const quote of quotes) expect(sources).toContain(quote.replace(/^\d+: /, ''));
  expect(optionsOf(preview).map((option) => (option as { default?: boolean }).default)).toEqual(
    Array.from({ length: quotes.length + 1 }, () => true),
  );
  expect(optionsOf(preview)[0]?.label).toMatch(/^1 · Reported · /);
  expect(listButtons(preview).map(({ label }) => label)).toEqual([
    'Title and order',
    'Post',
    'Post and pin',
    'Discard',
  ]);
  expect(listPosts(server)).toEqual([]);
});

test('a preview is one card, in which each quote can be read whole', async () => {
  const preview = await summarise();
  expect(preview.components).toHaveLength(1);
  const peek = /^brief:peek:/;
  const options = optionsOf(preview, peek);
  expect(options[0]?.label).toMatch(/^1 · Reported · \w/);
  const looked = mara.select(preview, peek, [String(options[0]?.value)]);
  expect(await looked.acknowledged).toMatchObject({ type: 5, flags: 64 });
  expect(listButtons(await looked.response()).map(({ label }) => label)).toEqual(['Context', 'Why / Verify']);
  const pair = readText(await mara.select(preview, peek, [String(options.at(-1)?.value)]).response());
  expect(pair).toMatch(/450 metres[^]*412 metres/);
});

test('one document, all texts, and the number of quotes', async () => {
  const choices = await mara.autocomplete('summary', 'in', 'guide').choices();
  expect(choices[0]?.name).toBe('A guide to Lunden');
  const one = await summarise({ in: String(choices[0]?.value), quotes: 1 });
  expect(readText(one)).toMatch(/^## A guide to Lunden\n-# What “A guide to Lunden” says/);
  expect(listQuotes(one)).toHaveLength(1);
  expect(readText(one)).not.toContain('Disagreement');
  const all = await summarise({ quotes: 12 });
  expect(readText(all)).toMatch(/^## All texts\n/);
  expect(listQuotes(all).length).toBeGreaterThan(6);
  // Discord's own client sends neither.
  expect(listQuotes(await summarise({ quotes: 0 }))).toHaveLength(1);
  expect(listQuotes(await summarise({ quotes: 50 }))).toEqual(listQuotes(all));
});

test('an unknown document and a topic of which nothing speaks are told as for a question', async () => {
  expect(readText(await summarise({ in: 'no such title' }))).toContain('No document is called “no such title”');
  const refused = await summarise({ topic: 'quantum chromodynamics' });
  expect(readText(refused)).toContain('Nothing in the texts is about this.');
  expect(readText(refused)).toContain('Not found: “quantum”, “chromodynamics”');
  expect(listButtons(refused)).toEqual([]);
  expect(readText(await summarise({ topic: '…' }))).toContain('nothing here to search for');
});

test('what is ticked is posted once, with the title and in the order of the moderator', async () => {
  const preview = await summarise();
  const count = listQuotes(preview).length;
  const kept = optionsOf(preview).map(({ value }) => value);
  const unticked = await tick(
    preview,
    kept.filter((value) => value !== '1'),
  );
  expect(unticked.id).toBe(preview.id);
  expect(readText(unticked)).toMatch(/▫️ Not ticked: will not be posted\.\n\*\*2\*\*/);
  const order = Array.from({ length: count }, (_, i) => count - i).join(' ');
  const filled = await (await fill(unticked, { title: 'Bridge *briefing*', order })).response();
  expect(filled.id).toBe(preview.id);
  const shown = listQuotes(filled);
  expect(shown[0]).toMatch(new RegExp(`^${count}:`));

  const before = listPosts(server).length;
  const done = await press(filled, 'Post');
  expect(readText(done)).toMatch(/✅ Posted: https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+/);
  expect(listButtons(done)).toEqual([]);
  expect(listPosts(server)).toHaveLength(before + 1);
  const post = latestPost(server);
  expect(readText(done)).toContain(post.id);
  const text = readText(post);
  expect(text).toMatch(
    /^## Bridge \\\*briefing\\\*\n-# What all texts say about “the harbour bridge” · .* · <t:\d+:D>/,
  );
  expect(text).toContain(`-# Posted by <@${mara.user.id}> · Verbatim quotes, nothing rephrased · index `);
  expect(post.mentions).toEqual([]);
  expect(listQuotes(post)).toEqual(
    shown.filter((quote) => !quote.startsWith('2:')).map((quote, i) => quote.replace(/^\d+/, String(i + 1))),
  );
  expect(text).toContain('WHERE SOURCES DISAGREE');
  expect(post.pinned).toBe(false);
});

test('everybody can look closer at a quote of a brief', async () => {
  const ada = server.member('ada');
  const post = latestPost(server);
  const look = /^brief:look:/;
  const options = optionsOf(post, look);
  const looked = ada.select(post, look, [String(options[0]?.value)], { locale: 'de' });
  expect(await looked.acknowledged).toMatchObject({ type: 5, flags: 64 });
  const card = await looked.response();
  expect(readText(card)).toContain(listQuotes(post)[0]?.slice(3));
  expect(listButtons(card).map(({ label }) => label)).toEqual(
    expect.arrayContaining(['Zusammenhang', 'Warum / Prüfen']),
  );
  expect(readText(await ada.clickButton(card, 'Warum / Prüfen', { locale: 'de' }).response())).toContain('Identisch');
  const pair = await ada.select(post, look, [String(options.at(-1)?.value)]).response();
  expect(readText(pair)).toContain('450 metres long');
  expect(readText(pair)).toContain('412 metres long');
  expect(listContainers(pair)).toHaveLength(2);
});

test('an order that is none is told, and nothing is lost', async () => {
  const preview = await summarise();
  const filled = await (await fill(preview, { title: 'Kept', order: '2 2' })).response();
  expect(readText(filled)).toContain('⚠️ The order “2 2” is not clear');
  expect(readText(filled)).toContain('## Kept');
  expect(listQuotes(filled)).toEqual(listQuotes(preview));
  const { components } = await mara.clickButton(filled, 'Title and order').modal();
  expect(JSON.stringify(components)).toContain('"value":"Kept"');
});

test('nothing ticked is told and not posted', async () => {
  const before = listPosts(server).length;
  const emptied = await tick(await summarise(), []);
  const told = await press(emptied, 'Post');
  expect(readText(told)).toContain('Nothing is ticked');
  expect(listPosts(server)).toHaveLength(before);
  await press(await tick(told, ['0']), 'Post');
  expect(listQuotes(latestPost(server))).toHaveLength(1);
  expect(readText(latestPost(server))).not.toContain('DISAGREE');
});

test('a discarded preview is gone', async () => {
  const before = listPosts(server).length;
  const preview = await summarise();
  const id = String(findComponent(preview, /^brief:post:/).custom_id);
  const gone = await press(preview, 'Discard');
  expect(readText(gone)).toContain('Nothing was posted');
  expect(listButtons(gone)).toEqual([]);
  expect(readText(await mara.clickButton(await lend(id), id).response())).toContain('no longer there');
  expect(listPosts(server).filter((post) => /^## /.test(readText(post)))).toHaveLength(before);
});

test('a preview is for its own moderator, and commands are for moderators', async () => {
  const preview = await summarise();
  const id = String(findComponent(preview, /^brief:post:/).custom_id);
  const lent = await lend(id);
  const before = listPosts(server).length;
  for (const [name, told] of [
    ['nora', 'belongs to another moderator'],
    ['ada', 'belongs to another moderator'],
  ] as const) {
    const pressed = server.member(name).clickButton(lent, id);
    expect(await pressed.acknowledged).toMatchObject({ type: 5, flags: 64 });
    expect(readText(await pressed.response())).toContain(told);
  }
  server.setOverwrites('general', [{ for: 'mara', deny: ['ManageMessages'] }]);
  expect(readText(await press(preview, 'Post'))).toContain('Only moderators');
  server.setOverwrites('general', []);
  expect(listPosts(server)).toHaveLength(before);
  expect(() => server.member('ada').slash('summary')).toThrow('hidden');
  expect(() => server.member('ada').slash('pins')).toThrow('hidden');
});

test('a preview works after a restart of the bot', async () => {
  const preview = await tick(await summarise(), ['0']);
  await bot.stop('SIGKILL');
  await bot.launch();
  const filled = await (await fill(preview, { title: 'After the restart' })).response();
  await press(filled, 'Post');
  expect(readText(latestPost(server))).toContain('## After the restart');
  expect(listQuotes(latestPost(server))).toHaveLength(1);
});

test('two presses at once post once, and both are told where', async () => {
  const preview = await summarise();
  const before = listPosts(server).length;
  const [first, second] = await Promise.all([press(preview, 'Post'), press(preview, 'Post')]);
  expect(listPosts(server)).toHaveLength(before + 1);
  for (const told of [first, second]) expect(readText(told)).toContain(latestPost(server).id);
});

test('what Discord refuses is told, and the preview can be posted later', async () => {
  const preview = await summarise();
  const before = listPosts(server).length;
  server.faults.next({ method: 'POST', route: /messages$/, code: 50_013 });
  const told = await press(preview, 'Post');
  expect(readText(told)).toContain('Nothing was posted: I cannot reach <#');
  expect(listPosts(server)).toHaveLength(before);
  await press(told, 'Post');
  expect(listPosts(server)).toHaveLength(before + 1);
});

test('an outage and lost answers lead to one post', async () => {
  const preview = await summarise();
  const before = listPosts(server).length;
  server.faults.next({ method: 'POST', route: /messages$/, status: 500, times: 5 });
  server.faults.next({ method: 'POST', route: /messages$/, dropSocket: true, afterApplying: true });
  expect(readText(await mara.clickButton(preview, 'Post').response())).toContain('✅ Posted');
  expect(listPosts(server)).toHaveLength(before + 1);

  const other = await summarise({ in: 'A guide to Lunden' });
  server.faults.next({ method: 'POST', route: /messages$/, dropSocket: true, afterApplying: true, times: 5 });
  const told = await mara.clickButton(other, 'Post').response();
  expect(readText(told)).toContain('not known whether the brief was posted');
  expect(readText(await press(told, 'Post'))).toContain(latestPost(server).id);
  expect(listPosts(server)).toHaveLength(before + 2);
});

test('permissions that the bot lacks are named', async () => {
  const before = listPosts(server).length;
  server.setOverwrites('general', [{ for: 'bot', deny: ['SendMessages'] }]);
  const told = await press(await summarise(), 'Post');
  expect(readText(told)).toContain('I need the permission **Send Messages** in <#');
  server.setOverwrites('general', []);
  expect(listPosts(server)).toHaveLength(before);
  await press(told, 'Post');
  expect(listPosts(server)).toHaveLength(before + 1);

  const inThread = await summarise({ topic }, 'thread');
  server.setOverwrites('general', [{ for: 'bot', deny: ['SendMessagesInThreads'] }]);
  expect(readText(await press(inThread, 'Post'))).toContain('**Send Messages in Threads**');
  server.setOverwrites('general', []);
});

test('a German moderator and a German community read German', async () => {
  const preview = await mara.slash('summary', { topic }, { locale: 'de' }).response();
  expect(readText(preview)).toContain('Vorschau, nur für dich');
  expect(listButtons(preview).map(({ label }) => label)).toEqual([
    'Titel und Reihenfolge',
    'Veröffentlichen',
    'Veröffentlichen und anpinnen',
    'Verwerfen',
  ]);
  server.guild().locale = 'de';
  const other = await summarise();
  server.guild().locale = 'en-US';
  expect(readText(other)).toContain('Preview for your eyes only');
  await press(other, 'Post');
  expect(readText(latestPost(server))).toContain('### BERICHTET');
  expect(readText(latestPost(server))).toContain(`Veröffentlicht von <@${mara.user.id}>`);
});

test('quotes that no longer stand when it is posted are left out and named', async () => {
  const preview = await summarise();
  const changed = (briefFiles['harbour-bridge.md'] ?? '').replace('412 metres', '413 metres');
  const swaps = bot.log.split('index in use').length - 1;
  await bot.writeText('harbour-bridge.md', changed);
  await bot.waitForLog('index in use', swaps + 1);
  const told = readText(await press(preview, 'Post'));
  expect(told).toContain('Left out, because the texts have changed since this preview');
  expect(told).toContain('412 metres');
  expect(told).toContain('- Disagreement 1');
  const post = latestPost(server);
  expect(readText(post)).not.toContain('412 metres');
  expect(listQuotes(post).length).toBeGreaterThan(0);

  const gone = await summarise({ in: 'A guide to Lunden' });
  await rm(path.join(bot.corpusDir, 'bridge-guide.md'));
  const before = listPosts(server).length;
  expect(readText(await press(gone, 'Post'))).toContain('None of the ticked quotes is still in the texts');
  expect(listPosts(server)).toHaveLength(before);
});

test('ticks in quick succession end as the last one says', async () => {
  const preview = await summarise({ in: 'bridge-opinion.md' });
  const choices = [['0'], ['1'], ['0', '1'], ['1']];
  await Promise.all(choices.map((values) => tick(preview, values)));
  const now = server.message(preview) ?? preview;
  expect(optionsOf(now).filter((option) => (option as { default?: boolean }).default)).toHaveLength(1);
  await press(now, 'Post');
  expect(listQuotes(latestPost(server))).toHaveLength(1);
  expect(listQuotes(latestPost(server))[0]?.slice(3)).toBe(listQuotes(preview)[1]?.slice(3));
});

test('without any text there is nothing to summarise', async () => {
  const swaps = bot.log.split('index in use').length - 1;
  for (const name of Object.keys(briefFiles)) await rm(path.join(bot.corpusDir, name), { force: true });
  await bot.waitForLog('index in use', swaps + 1);
  await server.waitUntil(() => /"documents":0/.test(bot.log), 'no documents');
  expect(readText(await summarise({}))).toContain('There are no texts to search yet.');
  expect(readText(await summarise())).toContain('There are no texts to search yet.');
  expect(readText(await summarise({ in: 'guide' }))).toContain('There are no texts to search yet.');
});
