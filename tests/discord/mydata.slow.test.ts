import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { SqlValue } from '#verbatim/adapters/store/sql-values.js';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Member } from '../discord-server/member.js';
import type { MessagePayload } from '../discord-server/message-payloads.js';
import { readText } from '../discord-server/message-view.js';
import type { BotProcess } from './bot-process.js';
import { ask, heightQuestions, listMisses, startMissBot } from './miss-bot.js';
import { pressInMenu } from './etc-menu.js';

const run = promisify(execFile);
const [height] = heightQuestions;
const dayMs = 86_400_000;
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

function show(member: Member): Promise<MessagePayload> {
  return member.slash('mydata').response();
}

const databaseModule = new URL('../../dist/adapters/store/open-database.js', import.meta.url);
const changing = `
  const [module, file, sql, ...args] = process.argv.slice(1);
  const { openDatabase } = await import(module);
  const database = await openDatabase({ kind: 'file', file });
  const [result] = await database.write({ sql, args: args.map((text) => JSON.parse(text)) });
  database.close();
  console.log(JSON.stringify(result?.rows ?? []));
`;

/**
 * Works on the store beside the bot, in a process of its own each time: SQLite keeps a closed connection until its statements are
 * collected, and with it the shared memory of a log that the bot has made anew meanwhile.
 */
async function change(sql: string, ...args: (string | number)[]): Promise<Record<string, SqlValue>[]> {
  const file = path.join(bot.folder, 'data', 'verbatim.db');
  const given = [databaseModule.href, file, sql, ...args.map((arg) => JSON.stringify(arg))];
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', changing, ...given]);
  return JSON.parse(stdout) as Record<string, SqlValue>[];
}

test('somebody who has left nothing is told so, privately, in a direct message too', async () => {
  const asked = ada.slash('mydata');
  expect(await asked.acknowledged).toMatchObject({ type: 5, flags: 64 });
  expect(readText(await asked.response())).toContain('Nothing is kept about you');
  expect(readText(await ada.slash('mydata', {}, { channel: 'dm' }).response())).toContain('Nothing is kept');
});

test('shows what there is, by kind and with the questions, of nobody else', async () => {
  const refused = await ask(ada, height);
  await ask(ada, 'Who founded the **observatory**?');
  await ask(mara, height);
  await ask(mara, 'Who sold the windmill?');
  const answer = await ask(ada, 'How long is the harbour bridge?');
  await (await pressInMenu(ada, answer, 'Not helpful')).response();
  await (await pressInMenu(ada, answer, 'Helpful')).response();
  await ada.clickButton(refused, 'Tell me when answered').response();
  const text = readText(await show(ada));
  expect(text).toMatch(/Votes on answers.*\n1, from <t:\d+:d>/);
  expect(text).toMatch(/Questions of yours.*\n2, from <t:\d+:d>/);
  expect(text).toContain(String.raw`- Who founded the \*\*observatory\*\*?`);
  expect(text).toMatch(/with your user id.*\n1, from/);
  expect(text).toContain('deleted automatically after 90 days');
  expect(text).not.toContain('windmill');
});

/** The names of the files, of the store and beside it, that hold some text. */
async function filesWith(text: string): Promise<string[]> {
  const entries = await readdir(path.join(bot.folder, 'data'), { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ name, parentPath }) => ({ name, content: await readFile(path.join(parentPath, name), 'latin1') })),
  );
  return files.flatMap(({ name, content }) => (content.includes(text) ? [name] : []));
}

test('users are in the store by their hashes only, but for where a message was asked for', async () => {
  const tables = await change("SELECT name FROM sqlite_schema WHERE type = 'table'");
  const withId: string[] = [];
  for (const { name } of tables) {
    const rows = await change(`SELECT * FROM "${String(name)}"`);
    if (JSON.stringify(rows).includes(ada.user.id)) withId.push(String(name));
  }
  expect(withId).toEqual(['opt_ins']);
  expect(await filesWith(ada.user.id)).not.toEqual([]);
  expect(await filesWith(mara.user.id)).toEqual([]);
});

test('after Delete nothing is left, not even in the bytes of the files', async () => {
  const [{ person = '' } = {}] = await change('SELECT person FROM opt_ins');
  expect(await filesWith(String(person))).not.toEqual([]);
  const shown = await show(ada);
  expect(readText(shown)).toContain('cannot be undone');
  const pressed = ada.clickButton(shown, 'Delete');
  expect((await pressed.acknowledged).type).toBe(6);
  expect(readText(await pressed.response())).toContain('Deleted: 4 records');
  expect(readText(await show(ada))).toContain('Nothing is kept about you');
  const list = await listMisses(mara);
  // What another one asked too is still a question, asked as often; what only she asked is gone.
  expect(list).toContain(`**${height}**\nAsked **twice** by 1 person`);
  expect(list).not.toContain('founded');
  expect(await change('SELECT * FROM opt_ins')).toEqual([]);
  expect(await filesWith(ada.user.id)).toEqual([]);
  expect(await filesWith(String(person))).toEqual([]);
  expect(readText(await show(mara))).toMatch(/Questions of yours.*\n2, from/);
});

test('what is older than the retention is deleted at the start, and only that', async () => {
  const refused = await ask(ada, 'Who repaired the windmill?');
  await ada.clickButton(refused, 'Tell me when answered').response();
  const answer = await ask(ada, 'How long is the harbour bridge?');
  await (await pressInMenu(ada, answer, 'Helpful')).response();
  await bot.stop();
  const old = Date.now() - 31 * dayMs;
  await change('UPDATE votes SET at = ?', old);
  await change('UPDATE opt_ins SET at = ?', old);
  await change(
    "UPDATE askings SET at = ? WHERE miss_id IN (SELECT id FROM misses WHERE question LIKE '%windmill%')",
    old,
  );
  await change(
    "INSERT INTO outbox (key, added_at, settled_at) VALUES ('old', ?, ?), ('new', ?, ?)",
    old,
    old,
    old,
    Date.now(),
  );
  await bot.launch({ environment: { RETENTION_DAYS: '30' } });
  await bot.waitForLog('retention: old records deleted');
  expect(bot.log).toMatch(/"votes":1,"questions":2,"opt-ins":1,"outbox":1/);
  expect(readText(await show(ada))).toContain('Nothing is kept about you');
  const list = await listMisses(mara, 'all');
  expect(list).toContain(height);
  expect(list).not.toContain('windmill');
  expect(await change('SELECT key FROM outbox')).toEqual([{ key: 'new' }]);
  expect(readText(await show(mara))).toContain('deleted automatically after 30 days');
});
