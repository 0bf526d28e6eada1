import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import { listComponents } from '../discord-server/component-tree.js';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Member } from '../discord-server/member.js';
import { listButtons, readText } from '../discord-server/message-view.js';
import type { BotProcess } from './bot-process.js';
import { ask, heightQuestions, listMisses, startMissBot } from './miss-bot.js';
import { pressInMenu } from './etc-menu.js';

let bot: BotProcess;
let server: DiscordServer;
let ada: Member;
let mara: Member;

beforeAll(async () => {
  bot = await startMissBot();
  ({ server } = bot);
  [ada, mara] = [server.member('ada'), server.member('mara')];
});

afterEach(() => {
  server.assertClean();
});

afterAll(() => bot.close());

test('refused questions are grouped by meaning and counted, and others are not among them', async () => {
  for (const question of heightQuestions) await ask(ada, question);
  await ask(mara, 'how tall is the OBSERVATORY');
  await ask(ada, 'How old is the observatory?');
  const sent = mara.send('general', `<@${server.botId}> Who founded the observatory?`);
  await sent.answer();
  const text = await listMisses(mara);
  expect(text).toContain('3 questions, asked 6 times by 2 people');
  const [first, ...others] = text.split('\n\n').slice(1);
  expect(first).toContain('**How tall is the observatory?**\nAsked **4 times** by 2 people');
  expect(first).toContain('Also: “What is the height of the observatory?”, “observatory height”');
  expect(first).toContain('nothing in the texts is about it');
  expect(first).toMatch(/Nearest: “.+” in \*.+\*/);
  expect(others.map((each) => each.split('\n')[0]).sort()).toEqual([
    '**How old is the observatory?**',
    '**Who founded the observatory?**',
  ]);
});

test('answered questions, empty ones and unknown documents are not missed', async () => {
  const before = await listMisses(mara, 'all');
  await ask(ada, 'How long is the harbour bridge?');
  await ask(ada, 'What is it?');
  await ada.slash('ask', { question: 'How tall is the chapel?', in: 'no such document' }).response();
  expect(await listMisses(mara, 'all')).toBe(before);
});

test('a question under a filter is another one, and says so', async () => {
  await ada.slash('ask', { question: 'How tall is the observatory?', lane: 'opinion' }).response();
  expect(await listMisses(mara, 'day')).toContain('; only opinion');
});

test('what was asked elsewhere is not shown: in another guild, in a direct message', async () => {
  const otto = server.member('otto');
  expect(await listMisses(otto)).toContain('No open questions');
  await ask(server.member('ulla'), 'Who repaired the windmill?');
  await ada.dm('Who painted the windmill?').answer();
  expect(await listMisses(otto)).toContain('Who repaired the windmill?');
  expect(await listMisses(otto)).not.toContain('painted');
  expect(await listMisses(mara, 'all')).not.toContain('windmill');
});

test('only moderators see the list, and it is private', async () => {
  expect(() => ada.slash('misses')).toThrow('hidden');
  const listed = mara.slash('misses');
  expect(await listed.acknowledged).toMatchObject({ type: 5, flags: 64 });
  await listed.response();
  // A guild's administrators may offer a command to everybody.
  const command = server.commands.list(null).find(({ name }) => name === 'misses');
  if (!command) throw new Error('not registered');
  const needed = command.default_member_permissions ?? null;
  command.default_member_permissions = null;
  const refused = ada.slash('misses');
  expect(await refused.acknowledged).toMatchObject({ type: 5, flags: 64 });
  expect(readText(await refused.response())).toContain('Only moderators');
  command.default_member_permissions = needed;
});

test('pages can be turned', async () => {
  for (const animal of ['sheep', 'goats', 'cows', 'geese']) await ask(ada, `How many ${animal} live on the island?`);
  const first = await mara.slash('misses', {}).response();
  expect(readText(first)).toContain('page 1 of 2');
  const turned = mara.clickButton(first, 'Later');
  expect((await turned.acknowledged).type).toBe(6);
  const second = await turned.response();
  expect(readText(second)).toContain('page 2 of 2');
  expect(readText(second)).not.toContain('How tall is the observatory?**\nAsked **4');
  expect(readText(await mara.clickButton(second, 'Earlier').response())).toContain('page 1 of 2');
});

test('the export is a CSV file that no spreadsheet takes for formulas, without a trace of who asked', async () => {
  await ask(ada, '=HYPERLINK("https://evil.example", "windmill"), sails?');
  const list = await mara.slash('misses', { period: 'all' }).response();
  const exported = await mara.clickButton(list, 'Export CSV').response();
  expect(exported.attachments).toHaveLength(1);
  expect(exported.attachments[0]?.filename).toMatch(/^misses-all-\d{4}-\d\d-\d\d\.csv$/);
  const file = server.calls.flatMap(({ files }) => files).at(-1);
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes);
  expect(csv.startsWith('\ufeffQuestion,Other wordings,Times asked,People,')).toBe(true);
  const lines = csv.trimEnd().split('\r\n');
  expect(lines.length).toBeGreaterThan(8);
  expect(lines[1]).toMatch(/^How tall is the observatory\?,What is the height .+ \| observatory height,4,2,20/);
  expect(csv).toContain('"\'=HYPERLINK(""https://evil.example"", ""windmill""), sails?"');
  for (const { user } of [ada, mara]) expect(csv).not.toContain(user.id);
  expect(csv).not.toMatch(/[\w-]{24}(?:,|\r)/);
});

test('a group can be set aside for good, other wordings of it too, and taken back', async () => {
  await ask(ada, 'Who sold the windmill?');
  const list = await mara.slash('misses', { period: 'all' }).response();
  const stale = await mara.slash('misses', { period: 'all' }).response();
  const [dismiss] = listButtons(list).filter(({ label }) => label === 'Out of scope');
  const after = await mara.clickButton(list, dismiss?.custom_id ?? '').response();
  expect(readText(after)).toContain('Set aside as out of scope: “How tall is the observatory?”');
  expect(readText(after)).not.toContain('Asked **4 times**');
  await ask(ada, 'What is the observatory’s height?');
  await ask(ada, 'how tall is the observatory?');
  expect(await listMisses(mara, 'all')).not.toMatch(/height|tall is the observatory\?\*\*\nAsked \*\*[2-9]/);
  const back = await mara.clickButton(after, 'Undo').response();
  expect(readText(back)).toContain('Back in the list');
  expect(readText(back)).toContain('Asked **6 times** by 2 people');
  const again = await mara.slash('misses', { period: 'all' }).response();
  expect(readText(await mara.clickButton(again, dismiss?.custom_id ?? '').response())).toContain('Set aside');
  expect(readText(await mara.clickButton(stale, dismiss?.custom_id ?? '').response())).toContain(
    'no longer in the list',
  );
});

test('several groups can be set aside at once, and taken back', async () => {
  const list = await mara.slash('misses', { period: 'all' }).response();
  const menu = listComponents(list.components).find(({ component }) => component.options !== undefined)?.component;
  const [first, second] = menu?.options ?? [];
  const after = await mara.select(list, /^miss:dismiss-some/, [first?.value ?? '', second?.value ?? '']).response();
  expect(readText(after)).toContain('Set aside as out of scope: 2 questions');
  expect(readText(after)).not.toContain(`**${first?.label ?? ''}**`);
  const back = readText(await mara.clickButton(after, 'Undo').response());
  expect(back).toContain('Back in the list: 2 questions');
  expect(back).toContain(`**${first?.label ?? ''}**`);
});

test('a down-vote makes its question a missed one, an up-vote takes that back', async () => {
  const question = 'How long is the harbour bridge?';
  const answer = await ask(ada, question);
  expect(readText(await (await pressInMenu(ada, answer, 'Not helpful')).response())).toContain('noted as not helpful');
  expect(readText(await (await pressInMenu(ada, answer, 'Not helpful')).response())).toContain('noted as not helpful');
  const list = await listMisses(mara, 'day');
  expect(`${list}\n\n${await turnAll('day')}`).toMatch(
    /\*\*How long is the harbour bridge\?\*\*\nAsked \*\*once\*\* by 1 person[^\n]*\n-# Why: answered, but voted not helpful/,
  );
  expect(readText(await (await pressInMenu(ada, answer, 'Helpful')).response())).toContain('noted as helpful');
  expect(await turnAll('day')).not.toContain(question);
});

test('a down-vote on a refusal does not count as another asking', async () => {
  const refused = await ask(ada, 'Who buried the treasure?');
  const thanks = await (await pressInMenu(ada, refused, 'Not helpful')).response();
  expect(readText(thanks)).toContain('noted as not helpful');
  expect(readText(await ada.clickButton(thanks, 'Tell me when answered').response())).toContain('You will get');
  expect(readText(await ada.clickButton(thanks, 'Stop notifying me').response())).toContain('You will not be told');
  expect(await turnAll('day')).toMatch(/buried the treasure\?\*\*\nAsked \*\*once\*\*.*\n-# Why: nothing[^;\n]*\n/);
});

test('the texts are in the reader’s language', async () => {
  const answer = await mara.slash('misses', {}, { locale: 'de' }).response();
  expect(readText(answer)).toContain('Unbeantwortete Fragen');
  const refused = await ada
    .slash('ask', { question: 'Who sank the barge?', private: true }, { locale: 'de' })
    .response();
  expect(readText(await ada.clickButton(refused, 'Sag mir Bescheid', { locale: 'de' }).response())).toContain(
    'Du bekommst eine Direktnachricht',
  );
});

test('a store that fails takes no answer away', async () => {
  const database = await openDatabase({ kind: 'file', file: path.join(bot.folder, 'data', 'verbatim.db') });
  await database.write({ sql: 'DROP TABLE opt_ins' }, { sql: 'DROP TABLE askings' });
  database.close();
  expect(readText(await ask(ada, 'How tall is the observatory?'))).toContain('Not found: “observatory”');
  await bot.waitForLog('missed question could not be recorded');
  expect(readText(await mara.slash('misses').response())).toContain('cannot be used');
  expect(readText(await ask(ada, 'How long is the harbour bridge?'))).toContain('412 metres');
});

/** The texts of all pages. */
async function turnAll(period: string): Promise<string> {
  const pages = [await mara.slash('misses', { period }).response()];
  for (let last = pages[0]; last && listButtons(last).some(({ label }) => label === 'Later'); last = pages.at(-1)) {
    pages.push(await mara.clickButton(last, 'Later').response());
  }
  return pages.map(readText).join('\n\n');
}
