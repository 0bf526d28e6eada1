import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkProcesses } from '#verbatim/app/doctor/check-processes.js';
import { inspectBotSettings } from '#verbatim/app/settings.js';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import { SqlProcesses } from '#verbatim/adapters/store/sql-processes.js';
import { openStore } from '#verbatim/adapters/store/sql-store.js';
import type { PostgresAddress } from '#verbatim/adapters/store/database-address.js';
import { readText } from '../discord-server/message-view.js';
import { PostgresSchemas, postgresCommand, postgresUrl, runSql } from '../postgres/postgres-schemas.js';
import { BotFleet, guildPerShard, type FleetProcess } from './bot-fleet.js';

const question = 'How long is the harbour bridge?';
const settle = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

if (postgresUrl === null) {
  it(`several processes of one bot were not tried, which takes: ${postgresCommand}`, () => {
    console.log(`Several processes of one bot were not tried: ${postgresCommand}`);
    expect(existsSync(fileURLToPath(new URL('../postgres/start.sh', import.meta.url)))).toBe(true);
  });
} else {
  describeFleet(new PostgresSchemas(postgresUrl));
}

function describeFleet(schemas: PostgresSchemas): void {
  afterAll(() => schemas.drop());

  describe('three processes with six shards', () => {
    const shards = 6;
    let fleet: BotFleet;
    let address: PostgresAddress;
    let first: FleetProcess;
    let second: FleetProcess;
    let third: FleetProcess;

    const askIn = (shard: number) =>
      fleet.server.member('ada').slash('ask', { question }, { channel: `channel-${shard}` });
    const askEverywhere = async () => {
      const asked = Array.from({ length: shards }, (_, shard) => askIn(shard));
      for (const each of asked) expect(readText(await each.response())).toContain('412 metres');
    };

    beforeAll(async () => {
      address = await schemas.create();
      const environment = { DATABASE_URL: address.url, SHARDS: `all/${shards}` };
      fleet = await BotFleet.start({ guilds: guildPerShard(shards), maxConcurrency: shards }, environment);
      [first, second, third] = await Promise.all([fleet.launch(), fleet.launch(), fleet.launch()]);
      await fleet.waitUntilReady(shards);
    });

    afterEach(() => {
      fleet.server.assertClean();
    });

    afterAll(() => fleet.close());

    it('share them equally, answer everywhere once, and delete, send and back up in one process', async () => {
      await askEverywhere();
      expect(fleet.processes.map((each) => each.lines('shard connected').length)).toEqual([2, 2, 2]);
      // On a machine that is too busy for three seconds the lease goes to another process, which its fence counts.
      const [retention] = await runSql(address.url, "SELECT fence FROM leases WHERE name = 'retention'");
      const retained = fleet.processes.flatMap((each) => each.lines('retention: old records deleted'));
      expect(retained).toHaveLength(Number(retention?.['fence']));
      const names = ['backup', 'outbox', 'retention'];
      const held = await runSql(
        address.url,
        "SELECT name, holder FROM leases WHERE name NOT LIKE 'shard:%' AND holder IS NOT NULL",
      );
      expect(
        held
          .map(({ name }) => name)
          .filter((name) => names.includes(String(name)))
          .sort(),
      ).toEqual(names.filter((name) => name !== 'backup'));
    });

    it('are described by the doctor', async () => {
      const diagnose = async (plan: string) => {
        const { settings } = inspectBotSettings({ DATABASE_URL: address.url, SHARDS: plan });
        return (await checkProcesses(settings)).map(({ status, detail }) => `${status}: ${detail}`);
      };
      const running = '3 of this bot are running, with 6 shards in all';
      expect(await diagnose('all')).toEqual([`ok: ${running}`]);
      expect(await diagnose('all/7')).toEqual([`failure: ${running}; SHARDS here wants 7`]);
    });

    it('answer a mention and a direct message once', async () => {
      const ada = fleet.server.member('ada');
      const sent = [ada.send('channel-3', `<@${fleet.server.botId}> ${question}`), ada.dm(question)];
      for (const each of sent) expect(readText(await each.answer())).toContain('412 metres');
      await settle(500);
      for (const { answers } of sent) expect(answers).toHaveLength(1);
    });

    it('go on with the sessions of one that is killed, within ten seconds and without a new one', async () => {
      const before = fleet.server.gateway.identifies.length;
      const atMs = Date.now();
      first.kill('SIGKILL');
      await settle(100);
      await fleet.waitUntilConnected(shards);
      console.log(`taken over ${Date.now() - atMs} ms after the kill`);
      await askEverywhere();
      const ada = fleet.server.member('ada');
      const sent = Array.from({ length: shards }, (_, shard) =>
        ada.send(`channel-${shard}`, `<@${fleet.server.botId}> ${question}`),
      );
      for (const each of sent) expect(readText(await each.answer())).toContain('412 metres');
      expect(fleet.server.gateway.identifies.length).toBe(before);
    });

    it('send what one of them had begun to send when it was killed', async () => {
      const store = await openStore(address);
      const channel = fleet.server.channel('channel-0');
      const body = JSON.stringify({ components: [{ type: 10, content: 'A digest.' }] });
      await store.outbox.add({ key: 'digest', target: { kind: 'channel', id: channel.id }, body });
      await fleet.waitFor(
        () => fleet.server.messages('channel-0').some((each) => readText(each).includes('A digest.')),
        'sent',
      );
      await settle(500);
      expect(fleet.server.messages('channel-0').filter((each) => readText(each).includes('A digest.'))).toHaveLength(1);
      store.close();
    });

    it('leave nothing unanswered by one that stands still and goes on later, or answered twice', async () => {
      second.kill('SIGSTOP');
      await fleet.waitFor(() => third.lines('shard connected').length >= shards, 'taken over');
      const asked = Array.from({ length: shards }, (_, shard) => askIn(shard));
      for (const each of asked) expect(readText(await each.response())).toContain('412 metres');
      second.kill('SIGCONT');
      await settle(1_500);
      await askEverywhere();
      await fleet.waitUntilConnected(shards);
    });

    it('give their shards to the others when they are ended, and lose nothing', async () => {
      await fleet.launch();
      await fleet.waitUntilReady(shards);
      const ended = second.end();
      for (let round = 0; round < 10; round++) {
        await askEverywhere();
        await settle(200);
      }
      expect(await ended).toBe(0);
      await fleet.waitUntilConnected(shards);
    });

    it('have given their shards away before they end, and give none to one that takes none yet', async () => {
      const [leaving, staying] = fleet.processes.filter(({ isRunning }) => isRunning);
      if (!leaving || !staying) throw new Error('Two were to be running.');
      fleet.server.faults.next({ method: 'PATCH', route: '/messages/@original', delayMs: 12_000, times: shards });
      const asked = Array.from({ length: shards }, (_, shard) => askIn(shard));
      await fleet.waitFor(() => fleet.server.faults.waiting === 0, 'all answers on their way');
      const ended = leaving.end();
      await fleet.waitFor(() => leaving.lines('shard given up').length > 0, 'given up');
      await fleet.waitUntilConnected(shards);
      expect(leaving.isRunning).toBe(true);
      for (const each of asked) expect(readText(await each.response())).toContain('412 metres');
      expect(await ended).toBe(0);

      const given = staying.lines('shard given up').length;
      const database = await openDatabase(address);
      const visitor = new SqlProcesses(database);
      const plan = (isJoining: boolean) => JSON.stringify({ count: shards, own: [], takesOthers: true, isJoining });
      await visitor.enter('visitor', shards, plan(true));
      for (let beats = 0; beats < 8; beats++) {
        await visitor.beat('visitor', plan(true), new Map());
        await settle(250);
      }
      expect(staying.lines('shard given up')).toHaveLength(given);
      await visitor.beat('visitor', plan(false), new Map());
      await fleet.waitFor(() => staying.lines('shard given up').length > given, 'one given up');
      await visitor.leave('visitor', new Map());
      database.close();
      await fleet.waitUntilConnected(shards);
    });

    it('refuse one that wants another number of shards in one line', async () => {
      const other = await fleet.launch({ SHARDS: '0,1/8' });
      await fleet.waitFor(() => !other.isRunning, 'refused');
      const lines = other.log.split('\n').filter((line) => line.startsWith('verbatim: '));
      expect(lines).toEqual([
        'verbatim: SHARDS wants 8 shards, but other processes of this bot are running with 6. Give all the same number, or end those first.',
      ]);
      expect(other.child.exitCode).toBe(1);
    });
  });

  describe('two processes with three shards that identify one after the other', () => {
    const shards = 3;
    let fleet: BotFleet;

    beforeAll(async () => {
      const { url } = await schemas.create();
      fleet = await BotFleet.start(
        { guilds: guildPerShard(shards), maxConcurrency: 1 },
        { DATABASE_URL: url, SHARDS: `all/${shards}`, USER_COOLDOWN_SECONDS: '600', LOG_LEVEL: 'debug' },
      );
      const shared = {
        INDEX_DIR: path.join(fleet.folder, 'index'),
        CORPUS_DIR: path.join(fleet.folder, 'process-0', 'corpus'),
        BACKUP_DIR: path.join(fleet.folder, 'backups'),
      };
      await Promise.all([fleet.launch(shared), fleet.launch(shared)]);
      await fleet.waitUntilReady(shards);
    });

    afterAll(() => fleet.close());

    it('let five seconds pass between two of them, whichever process has them', () => {
      const { identifiedAt } = fleet.server.gateway;
      expect(identifiedAt.map(({ shard }) => shard).sort()).toEqual([0, 1, 2]);
      const pausesMs = identifiedAt.slice(1).map(({ atMs }, i) => atMs - (identifiedAt[i]?.atMs ?? 0));
      expect(pausesMs.filter((ms) => ms < 5_000)).toEqual([]);
    });

    it('make one index in one folder, and one backup', async () => {
      const current = JSON.parse(readFileSync(path.join(fleet.folder, 'index', 'CURRENT'), 'utf8')) as {
        build: string;
      };
      const builds = readdirSync(path.join(fleet.folder, 'index')).filter((name) => name.startsWith('build-'));
      expect(builds).toEqual([current.build]);
      await fleet.waitFor(() => existsSync(path.join(fleet.folder, 'backups')), 'backed up');
      const backups = fleet.processes.flatMap((each) => each.lines('store backed up'));
      expect(backups).toHaveLength(1);
    });

    it('keep the pause of a person, whichever of them is asked', async () => {
      const ada = fleet.server.member('ada');
      const ask = (shard: number) => ada.slash('ask', { question }, { channel: `channel-${shard}` }).response();
      expect(readText(await ask(0))).toContain('412 metres');
      for (const shard of [1, 2, 0]) expect(readText(await ask(shard))).toMatch(/\b(?:5\d\d|600) seconds|10 minutes/);
      const mara = fleet.server.member('mara').slash('ask', { question }, { channel: 'channel-1' });
      expect(readText(await mara.response())).toContain('412 metres');
      fleet.server.assertClean();
    });
  });
}
