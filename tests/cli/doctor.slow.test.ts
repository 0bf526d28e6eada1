import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import { openStore } from '#verbatim/adapters/store/sql-store.js';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { PermissionName } from '../discord-server/permissions.js';
import { startDiscordServer, type DiscordServerOptions } from '../discord-server/start-discord-server.js';
import { copyModel } from '../helpers/shared-index.js';
import { sampleFiles } from '../helpers/sample-texts.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { withoutReader, Workspace } from '../helpers/workspace.js';
import type { Files } from '../helpers/write-files.js';

interface Finding {
  check: string;
  status: 'ok' | 'warning' | 'failure' | 'skipped';
  detail: string;
  advice: string | null;
}

const root = temporaryFolder();
let count = 0;
const newWorkspace = (files: Files = sampleFiles) => new Workspace(path.join(root, String(++count)), files);

const servers: DiscordServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

async function startServer(options: DiscordServerOptions = {}): Promise<DiscordServer> {
  const server = await startDiscordServer(options);
  servers.push(server);
  return server;
}

/** Nobody serves a page there, whatever else this machine does. */
const unusedPort = '65123';

async function diagnose(workspace: Workspace, env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await workspace.run(['doctor', '--json'], {
    env: { SERVE_PORT: unusedPort, ...env },
  });
  const { healthy, checks } = JSON.parse(stdout) as { healthy: boolean; checks: Finding[] };
  expect(stdout.split('\n').length).toBe(2);
  expect(code).toBe(healthy ? 0 : 1);
  const failures = checks.filter(({ status }) => status === 'failure');
  expect(healthy).toBe(failures.length === 0);
  if (!healthy) expect(stderr).toMatch(/^verbatim: \d+ checks? ha(?:s|ve) failed\.\n$/);
  for (const { status, advice } of checks) {
    const isAdvised = status === 'warning' || status === 'failure';
    expect(advice !== null && advice !== '').toBe(isAdvised);
  }
  const about = (check: string) => checks.filter((finding) => finding.check === check);
  return { checks, about, first: (check: string) => about(check)[0], output: stdout + stderr };
}

const allowed: readonly PermissionName[] = ['PinMessages'];
const library = (more: object = {}) => ({
  name: 'Library',
  channels: [{ name: 'general' }, { name: 'questions' }],
  botPermissions: allowed,
  ...more,
});

async function diagnoseOn(server: DiscordServer, env: Record<string, string> = {}) {
  const result = await diagnose(newWorkspace(), {
    ...withoutReader,
    DISCORD_TOKEN: server.token,
    DISCORD_API_URL: server.apiUrl,
    ...env,
  });
  server.assertClean();
  expect(result.output).not.toContain(server.token);
  expect(server.gateway.identifies.length).toBe(0);
  return result;
}

describe('the doctor, without Discord,', () => {
  it('finds nothing wrong with a fresh set-up and contacts nobody', async () => {
    const workspace = newWorkspace();
    expect((await workspace.run(['index'])).code).toBe(0);
    const { checks, first } = await diagnose(workspace);
    expect(checks.filter(({ status }) => status === 'failure')).toEqual([]);
    expect(first('index')).toMatchObject({
      status: 'ok',
      detail: expect.stringMatching(/^whole and up to date: /) as string,
    });
    expect(first('model')?.status).toBe('ok');
    expect(first('corpus')?.status).toBe('ok');
    expect(first('token')).toMatchObject({ status: 'warning', detail: 'DISCORD_TOKEN is not set' });
    expect(first('Discord')?.status).toBe('skipped');
    expect(first('intents')?.status).toBe('ok');
    expect(first('mentions')?.status).toBe('ok');
    expect(first('network')?.detail).toBe('no host is contacted');
    expect(first('store')?.status).toBe('skipped');
  });

  it('prints a line for each check, and the sums', async () => {
    const { code, stdout } = await newWorkspace().run(['doctor']);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(/^\d+ ok, \d+ warnings?, 0 failures$/);
    for (const line of lines.slice(0, -2)) expect(line).toMatch(/^(?:ok {5}|warning|failure|skipped) {2}[^:]+: .+$/);
  });

  it('tells all wrong settings at once, with a token or without', async () => {
    const wrong = {
      QUEUE_LIMIT: 'many',
      RETENTION_DAYS: '0',
      DATABASE_URL: 'file:///tmp/geheim',
      MODERATOR_CHANNEL: '#mods',
    };
    for (const env of [wrong, { ...wrong, DISCORD_TOKEN: 'abc.def.ghi', DISCORD_API_URL: 'no address' }]) {
      const { about, first, output } = await diagnose(newWorkspace(), env);
      expect(first('network')?.detail).not.toContain('store');
      const names = about('settings').map(({ status, detail }) => `${status} ${detail.replace(/:.*/, '')}`);
      for (const name of Object.keys(wrong)) expect(names).toContain(`failure ${name}`);
      expect(output).not.toContain('abc.def.ghi');
      expect(output).not.toContain('geheim');
    }
  });

  it('tells of a corpus that is not there or empty, and of texts that are left out', async () => {
    const workspace = newWorkspace();
    const missing = await diagnose(workspace, { CORPUS_DIR: path.join(root, 'nowhere') });
    expect(missing.first('corpus')).toMatchObject({
      status: 'failure',
      advice: expect.stringContaining('CORPUS_DIR') as string,
    });
    const empty = path.join(root, 'empty');
    mkdirSync(empty);
    expect((await diagnose(workspace, { CORPUS_DIR: empty })).first('corpus')?.status).toBe('warning');
    writeFileSync(path.join(workspace.corpusDir, 'odd.txt'), new Uint8Array([1, 0, 2]));
    expect((await diagnose(workspace)).first('corpus')?.detail).toMatch(/odd\.txt: left out: a binary file/);
  });

  it('tells of an index that is behind, damaged or of a later version', async () => {
    const workspace = newWorkspace();
    expect((await diagnose(workspace)).first('index')).toMatchObject({ status: 'warning' });
    await workspace.run(['index']);
    workspace.write({ 'new.txt': 'A new text about the harbour.' });
    expect((await diagnose(workspace)).first('index')).toMatchObject({
      status: 'warning',
      detail: 'whole, but not up to date with the corpus: 1 new',
    });
    writeFileSync(path.join(workspace.currentBuild(), 'documents.jsonl'), 'x');
    expect((await diagnose(workspace)).first('index')).toMatchObject({
      status: 'failure',
      detail: expect.stringContaining('documents.jsonl was changed') as string,
      advice: expect.stringContaining('npm run index') as string,
    });
    writeFileSync(workspace.pointerFile(), JSON.stringify({ format: 99, build: 'build-x-1-a', manifest: 'x' }));
    expect((await diagnose(workspace)).first('index')).toMatchObject({ status: 'failure' });
  });

  it('tells of a model that is changed, absent or to be downloaded, and downloads nothing', async () => {
    const workspace = newWorkspace();
    const present = await diagnose(workspace);
    expect([present.first('model')?.status, present.first('reader')?.status]).toEqual(['ok', 'ok']);
    const absent = await diagnose(workspace, { EMBEDDING_MODEL: './no-model' });
    expect(absent.first('model')).toMatchObject({ status: 'failure' });
    const folder = path.join(root, 'model');
    copyModel(folder);
    appendFileSync(path.join(folder, 'tokenizer_config.json'), ' ');
    expect((await diagnose(workspace, { EMBEDDING_MODEL: folder })).first('model')).toMatchObject({
      status: 'failure',
      detail: expect.stringContaining('do not match checksum.json') as string,
    });
    expect((await diagnose(workspace, { READER_MODEL: folder })).first('reader')).toMatchObject({
      status: 'warning',
      detail: expect.stringContaining('questions are answered without reading') as string,
    });
    expect((await diagnose(workspace, { READER_MODEL: 'off' })).first('reader')?.status).toBe('skipped');
    const hub = await diagnose(workspace, { EMBEDDING_MODEL: 'Xenova/bge-small-en-v1.5' });
    expect(hub.first('model')?.status).toBe('warning');
    expect(hub.first('network')?.detail).toBe(
      'the bot contacts huggingface.co (the model, once); no other host, unless somebody adds a link',
    );
  });

  it('tells what is in the store, and of one that is damaged or of a later version', async () => {
    const workspace = newWorkspace();
    const dataDir = path.join(workspace.root, 'data');
    const file = path.join(dataDir, 'verbatim.db');
    const store = await openStore({ kind: 'file', file });
    await store.outbox.add({ key: 'a', target: { kind: 'user', id: '1' }, body: '{}' });
    store.close();
    const whole = await diagnose(workspace);
    expect(whole.first('store')).toMatchObject({
      status: 'ok',
      detail: expect.stringMatching(/: whole, schema \d+, \d+ rows$/) as string,
    });
    expect(whole.first('retention')?.detail).toMatch(/after 90 days/);
    const database = await openDatabase({ kind: 'file', file });
    await database.write({ sql: 'INSERT INTO migrations VALUES (999, 0)' });
    database.close();
    expect((await diagnose(workspace)).first('store')).toMatchObject({ status: 'failure', advice: 'Update Verbatim.' });
    rmSync(dataDir, { recursive: true });
    mkdirSync(dataDir);
    writeFileSync(file, 'no database\n'.repeat(500));
    expect((await diagnose(workspace)).first('store')).toMatchObject({
      status: 'failure',
      detail: expect.stringContaining('is not a database') as string,
      advice: expect.stringContaining('verbatim restore') as string,
    });
  });

  it('names the host of a server for the store, and never its password or token', async () => {
    const env = { DATABASE_URL: 'http://admin:geheim-1@127.0.0.1:59', DATABASE_AUTH_TOKEN: 'geheim-2' };
    const { first, output } = await diagnose(newWorkspace(), env);
    expect(first('store')).toMatchObject({
      status: 'failure',
      detail: expect.stringContaining('ECONNREFUSED') as string,
    });
    expect(first('network')?.detail).toBe(
      'the bot contacts 127.0.0.1:59 (store); no other host, unless somebody adds a link',
    );
    expect(output).not.toContain('geheim');
  });

  it('tells of a folder in which nothing can be written', async () => {
    const { first } = await diagnose(newWorkspace(), { DATA_DIR: path.join(root, '1', 'corpus', 'mill.txt', 'data') });
    expect(first('data folder')).toMatchObject({ status: 'failure', advice: 'Set DATA_DIR to a folder.' });
  });
});

describe('the doctor, with Discord,', () => {
  it('finds nothing wrong where nothing is, logs in nowhere and names the hosts', async () => {
    const server = await startServer({ guilds: [library()] });
    const { checks, first } = await diagnoseOn(server);
    // The tests may run on a Node.js that is advised against.
    const allowedWarnings = ['index', 'Node.js'];
    expect(
      checks.filter(
        ({ status, check }) => status === 'failure' || (status === 'warning' && !allowedWarnings.includes(check)),
      ),
    ).toEqual([]);
    expect(first('token')?.detail).toBe('Discord knows it: the bot is "verbatim"');
    expect(first('server "Library"')?.detail).toBe('the bot has all the permissions it needs in 2 channels');
    expect(first('network')?.detail).toBe(
      `the bot contacts ${new URL(server.apiUrl).host} (Discord); no other host, unless somebody adds a link`,
    );
  });

  it('tells of a token that Discord refuses without showing it', async () => {
    const server = await startServer();
    const token = 'MTIzNDU2Nzg5.wrong.token';
    const { about, output, checks } = await diagnoseOn(server, { DISCORD_TOKEN: token });
    expect(about('token')).toEqual([
      {
        check: 'token',
        status: 'failure',
        detail: 'Discord refuses DISCORD_TOKEN',
        advice: expect.stringContaining('Reset Token') as string,
      },
    ]);
    expect(output).not.toContain(token);
    expect(checks.some(({ check }) => check.startsWith('server'))).toBe(false);
  });

  it('tells in one line that Discord cannot be reached', async () => {
    const env = { DISCORD_TOKEN: 'abc.def.ghi', DISCORD_API_URL: 'http://127.0.0.1:59/api' };
    const { about } = await diagnose(newWorkspace(), env);
    expect(about('Discord')).toEqual([
      {
        check: 'Discord',
        status: 'failure',
        detail: '127.0.0.1:59 cannot be asked (ECONNREFUSED)',
        advice: 'Check DISCORD_API_URL and the network.',
      },
    ]);
  });

  it('tells of a Discord that fails half-way', async () => {
    const server = await startServer({ guilds: [library()] });
    server.faults.next({ route: '/applications/@me', status: 503, times: 5 });
    const { first } = await diagnoseOn(server);
    expect(first('token')?.status).toBe('ok');
    expect(first('Discord')).toMatchObject({
      status: 'failure',
      detail: expect.stringMatching(/ cannot be asked \(.*503/) as string,
    });
  });

  it('names the permissions that are lacking, and where', async () => {
    const channels = [
      { name: 'general' },
      {
        name: 'questions',
        overwrites: [{ for: 'everyone', deny: ['CreatePublicThreads', 'ReadMessageHistory'] as const }],
      },
      { name: 'quiet', overwrites: [{ for: 'bot', deny: ['SendMessages'] as const }] },
      { name: 'mods', overwrites: [{ for: 'everyone', deny: ['ViewChannel'] as const }] },
      { name: 'given', overwrites: [{ for: 'verbatim', allow: ['PinMessages'] as const }] },
    ];
    const { about } = await diagnoseOn(await startServer({ guilds: [library({ channels, botPermissions: [] })] }));
    const lacking = about('server "Library"').map(({ status, detail }) => `${status}: ${detail}`);
    expect(lacking).toEqual([
      'warning: the bot is missing Pin Messages in #general',
      'warning: the bot is missing Read Message History, Create Public Threads, Pin Messages in #questions',
      'warning: the bot is missing Send Messages, Pin Messages in #quiet',
    ]);
  });

  it('does not complain of channels that are kept from the bot, but of having none', async () => {
    const hidden = { overwrites: [{ for: 'everyone', deny: ['ViewChannel'] as const }] };
    const some = [{ name: 'general' }, { name: 'mods', ...hidden }];
    const first = await diagnoseOn(await startServer({ guilds: [library({ channels: some })] }));
    expect(first.first('server "Library"')).toMatchObject({
      status: 'ok',
      detail: 'the bot has all the permissions it needs in 1 channel; it does not see #mods',
    });
    const none = [{ name: 'mods', ...hidden }];
    const second = await diagnoseOn(await startServer({ guilds: [library({ channels: none })] }));
    expect(second.first('server "Library"')).toMatchObject({ status: 'failure' });
  });

  it('takes lacking permissions for a failure in channels that the settings name', async () => {
    const channels = [
      { name: 'general' },
      { name: 'quiet', overwrites: [{ for: 'everyone', deny: ['SendMessages'] as const }] },
      { name: 'mods', overwrites: [{ for: 'everyone', deny: ['ViewChannel'] as const }] },
    ];
    const server = await startServer({ guilds: [library({ channels })] });
    const gone = '99999999999999999';
    const { about } = await diagnoseOn(server, {
      ALLOWED_CHANNELS: ['general', 'quiet', 'mods']
        .map((name) => server.channel(name).id)
        .concat(gone)
        .join(','),
      MODERATOR_CHANNEL: server.channel('mods').id,
    });
    expect(about('server "Library"').map(({ status, detail }) => `${status}: ${detail}`)).toEqual([
      'failure: the bot is missing Send Messages in #quiet',
      'failure: the bot cannot see #mods of ALLOWED_CHANNELS',
    ]);
    expect(about('ALLOWED_CHANNELS')).toMatchObject([
      { status: 'failure', detail: `${gone}: there is no such channel` },
    ]);
    expect(about('MODERATOR_CHANNEL')).toMatchObject([
      { status: 'failure', detail: 'the bot is missing View Channels in #mods in "Library"' },
    ]);
  });

  it('knows a thread among the channels of the settings', async () => {
    const channels = [{ name: 'general' }, { name: 'corner', type: 'thread' as const, parent: 'general' }];
    const server = await startServer({ guilds: [library({ channels })] });
    const { first } = await diagnoseOn(server, { MODERATOR_CHANNEL: server.channel('corner').id });
    expect(first('MODERATOR_CHANNEL')).toMatchObject({ status: 'ok', detail: '#corner in "Library"' });
  });

  it('warns of rights that the bot does not need', async () => {
    const mayPing = await startServer({ guilds: [library({ botPermissions: ['PinMessages', 'MentionEveryone'] })] });
    expect((await diagnoseOn(mayPing)).about('server "Library"')).toMatchObject([
      { status: 'warning', detail: 'the bot may mention everyone, which it never does' },
    ]);
    const channels = [{ name: 'general', overwrites: [{ for: 'bot', allow: ['MentionEveryone'] as const }] }];
    const inChannel = await startServer({ guilds: [library({ channels })] });
    expect((await diagnoseOn(inChannel)).about('server "Library"')).toMatchObject([
      { status: 'warning', detail: 'the bot may mention everyone in #general, which it never does' },
    ]);
    const administrator = await startServer({ guilds: [library({ botPermissions: ['Administrator'] })] });
    expect((await diagnoseOn(administrator)).about('server "Library"')).toMatchObject([
      { status: 'warning', detail: 'the bot is an administrator, which it does not need' },
    ]);
    const privileged = await startServer({ guilds: [library()], privilegedIntents: (1 << 15) | (1 << 1) });
    expect((await diagnoseOn(privileged)).first('application')).toMatchObject({
      status: 'warning',
      detail: expect.stringMatching(/: Server Members Intent, Message Content Intent$/) as string,
    });
  });

  it('tells of a bot that is in no server, or not in that of the settings, with the address to invite it', async () => {
    const nowhere = await diagnoseOn(await startServer({ guilds: [] }));
    expect(nowhere.first('servers')).toMatchObject({ status: 'failure', detail: 'the bot is in none' });
    expect(nowhere.first('servers')?.advice).toMatch(
      /oauth2\/authorize\?client_id=\d+&scope=bot\+applications\.commands&permissions=2252109051399168$/,
    );
    const elsewhere = await diagnoseOn(await startServer({ guilds: [library()] }), {
      DISCORD_GUILD_ID: '99999999999999999',
    });
    expect(elsewhere.first('DISCORD_GUILD_ID')).toMatchObject({ status: 'failure' });
    expect(elsewhere.first('server "Library"')?.status).toBe('ok');
  });
});
