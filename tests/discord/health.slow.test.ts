import { execFileSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkStore } from '#verbatim/adapters/store/check-store.js';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import { listBackups } from '#verbatim/app/store/backup-schedule.js';
import { runCli } from '../helpers/run-cli.js';
import { readText } from '../discord-server/message-view.js';
import { BotProcess } from './bot-process.js';

let bot: BotProcess;
let port: number;

const question = 'How long is the harbour bridge?';

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}

async function get(address: string) {
  const response = await fetch(`http://127.0.0.1:${port}${address}`);
  return { status: response.status, body: await response.text() };
}

async function readParts() {
  const { status, body } = await get('/readyz');
  return { status, ...(JSON.parse(body) as { parts: Record<string, string> }).parts };
}

beforeAll(async () => {
  port = await findFreePort();
  bot = await BotProcess.start({ environment: { HEALTH_PORT: `${port}`, BACKUP_DIR: 'backups' } });
});

afterAll(async () => {
  bot.server.assertClean();
  await bot.close();
});

test('a bot that answers says so, and counts', async () => {
  const answer = await bot.server.member('ada').slash('ask', { question }).response();
  expect(readText(answer)).toContain('412 metres');
  expect(await readParts()).toEqual({ status: 200, index: 'ok', store: 'ok', gateway: 'ok', process: 'ok' });
  const { body } = await get('/metrics');
  expect(body).toMatch(/^verbatim_requests_total\{outcome="answered"\} 1$/m);
  expect(body).toMatch(/^verbatim_request_seconds_count 1$/m);
  expect(body).toMatch(/^verbatim_index_sentences [1-9]\d*$/m);
  expect(body).toMatch(/^verbatim_backup_timestamp_seconds [\d.]+$/m);
  expect(body).not.toContain('bridge');
});

test('it has made a backup, from which another store is restored', async () => {
  await bot.waitForLog('store backed up');
  const [backup] = await listBackups(path.join(bot.folder, 'backups'));
  const env = { DATA_DIR: path.join(bot.folder, 'elsewhere') };
  const { code, stdout } = await runCli(['restore', backup?.file ?? ''], { cwd: bot.folder, env });
  expect(code).toBe(0);
  expect(stdout).toContain('now contains what is in');
});

test('the doctor finds it running and ready, and its backup sound', async () => {
  const env = {
    CORPUS_DIR: bot.corpusDir,
    INDEX_DIR: bot.indexDir,
    HEALTH_PORT: `${port}`,
    BACKUP_DIR: 'backups',
    READER_MODEL: 'off',
  };
  const { stdout } = await runCli(['doctor'], { cwd: bot.folder, env });
  expect(stdout).toMatch(/^ok {5} {2}health: the bot is running and ready/m);
  expect(stdout).toMatch(/^ok {5} {2}backups: the latest is 0 h old and can be restored/m);
});

test('a connection that is lost shows until it is there again', async () => {
  bot.server.gateway.closeWith(4_000);
  const seen: number[] = [];
  await bot.server.waitUntil(() => bot.log.includes('connection resumed'), 'resumed');
  for (let i = 0; i < 50 && seen.at(-1) !== 200; i++) seen.push((await readParts()).status);
  expect(seen.at(-1)).toBe(200);
  expect((await get('/metrics')).body).toMatch(/^verbatim_gateway_reconnects_total 1$/m);
});

test('a full disk shows, questions are answered all the same, and after a kill all is there that was written', async () => {
  const file = path.join(bot.folder, 'data', 'verbatim.db');
  const ada = bot.server.member('ada');
  await ada.slash('ask', { question: 'How many otters live below the lighthouse of Varn?' }).response();
  const limitFiles = (limit: string) =>
    execFileSync('prlimit', ['--pid', `${bot.child?.pid ?? 0}`, `--fsize=${limit}:unlimited`]);
  limitFiles('1');
  await expect
    .poll(readParts, { timeout: 30_000, interval: 250 })
    .toMatchObject({ status: 503, store: expect.stringMatching(/^The store "[^\n]+" cannot be used: /) as string });
  expect(await readParts()).toMatchObject({ index: 'ok', gateway: 'ok' });
  expect((await get('/healthz')).status).toBe(200);
  expect(readText(await ada.slash('ask', { question }).response())).toContain('412 metres');
  limitFiles('unlimited');
  await expect.poll(readParts, { timeout: 30_000, interval: 250 }).toMatchObject({ status: 200 });
  await bot.stop('SIGKILL');
  const database = await openDatabase({ kind: 'file', file });
  const { integrity, rows } = await checkStore(database);
  database.close();
  expect({ integrity, misses: rows['misses'] }).toEqual({ integrity: [], misses: 1 });
});
