import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Interaction } from '../discord-server/interactions.js';
import type { SentMessage } from '../discord-server/sent-message.js';
import { BotFleet, guildPerShard, type FleetProcess } from '../discord/bot-fleet.js';
import { postgresCommand, postgresUrl, runSql } from '../postgres/postgres-schemas.js';
import { canPretendHosts, NetworkHost, type Service } from './network-hosts.js';

const question = 'How long is the harbour bridge?';
const shards = 12;
const script = fileURLToPath(new URL('../postgres/start.sh', import.meta.url));
const cache = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
const manage = async (...args: string[]) => (await promisify(execFile)('bash', [script, ...args])).stdout.trim();
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

if (process.env['TEST_HOSTS'] !== '1' || postgresUrl === null || !canPretendHosts()) {
  it(`hosts that are cut off were not tried, which takes root on Linux, two minutes, TEST_HOSTS=1, and: ${postgresCommand}`, () => {
    console.log(`Hosts that are cut off were not tried: TEST_HOSTS=1 ${postgresCommand}, as root on Linux`);
    expect(readFileSync(script, 'utf8')).toContain('standby');
  });
} else {
  describeHosts();
}

/** Asks everywhere, in turn, four times a second and once a second by a mention, and counts what comes of it. */
class Traffic {
  private readonly asked: { interaction: Interaction; atMs: number }[] = [];
  private readonly written: { message: SentMessage; atMs: number }[] = [];
  private readonly timer: NodeJS.Timeout;
  private count = 0;

  constructor(fleet: BotFleet) {
    this.timer = setInterval(() => {
      const channel = `channel-${this.count++ % shards}`;
      const ada = fleet.server.member('ada');
      const atMs = performance.now();
      this.asked.push({ interaction: ada.slash('ask', { question }, { channel }), atMs });
      if (this.count % 4 === 0) {
        this.written.push({ message: ada.send(channel, `<@${fleet.server.botId}> ${question}`), atMs });
      }
    }, 250);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** What became of all that was sent since a moment. */
  async report(sinceMs: number): Promise<Record<string, number>> {
    await sleep(5_000);
    const asked = this.asked.filter(({ atMs }) => atMs >= sinceMs && atMs < performance.now() - 4_000);
    const answered = await Promise.all(
      asked.map(({ interaction }) =>
        interaction.response(1).then(
          () => true,
          () => false,
        ),
      ),
    );
    const lost = asked.filter((_, i) => answered[i] !== true);
    const written = this.written.filter(({ atMs }) => atMs >= sinceMs && atMs < performance.now() - 4_000);
    return {
      asked: asked.length,
      unanswered: lost.length,
      lastUnansweredAfterMs: Math.round(Math.max(0, ...lost.map(({ atMs }) => atMs - sinceMs))),
      acknowledgedTwice: asked.filter(({ interaction }) => interaction.repeatedAcknowledgements > 0).length,
      answeredTwice: asked.filter(({ interaction }) => interaction.followUps.length > 0).length,
      mentions: written.length,
      mentionsUnanswered: written.filter(({ message }) => repliesTo(message) === 0).length,
      mentionsAnsweredTwice: written.filter(({ message }) => repliesTo(message) > 1).length,
    };
  }
}

function repliesTo(message: SentMessage): number {
  return message.answers.filter(({ message_reference: reference }) => reference?.message_id === message.id).length;
}

function residentMb({ child }: FleetProcess): number {
  const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
}

function describeHosts(): void {
  describe('three hosts with four shards each, one PostgreSQL and its standby', () => {
    let primary: string;
    let standby: string;
    let fleet: BotFleet;
    let traffic: Traffic;
    let store: Service;
    const hosts: NetworkHost[] = [];
    const [runs, portOf] = [[] as FleetProcess[], (url: string) => Number(new URL(url).port)];
    const tellMemory = (when: string) => {
      console.log(`resident, ${when}: ${runs.map(residentMb).join(', ')} MB`);
    };
    const launchOn = (i: number) => fleet.launch({}, hosts[i]?.command);

    beforeAll(async () => {
      primary = await manage();
      standby = await manage('standby', primary);
      store = { port: portOf(primary) + 1 > 65_535 ? 6_543 : portOf(primary) + 1, target: portOf(primary) };
      const url = primary.replace(`:${portOf(primary)}/`, `:${store.port}/`);
      const identify = { maxConcurrency: Number(process.env['MAX_CONCURRENCY'] ?? shards) };
      fleet = await BotFleet.start(
        { guilds: guildPerShard(shards), ...identify },
        { DATABASE_URL: url, SHARDS: `all/${shards}` },
      );
      const discord: Service = { port: portOf(fleet.server.apiUrl), target: portOf(fleet.server.apiUrl) };
      for (let i = 0; i < 3; i++) hosts.push(await NetworkHost.start(i + 1, [discord, store]));
      runs.push(...(await Promise.all([launchOn(0), launchOn(1), launchOn(2)])));
      await fleet.waitUntilReady(shards);
      traffic = new Traffic(fleet);
      await sleep(5_000);
      tellMemory('at first');
    });

    afterAll(async () => {
      traffic.stop();
      await fleet.close();
      for (const host of hosts) host.close();
      for (const url of [standby, primary]) await manage('stop', url).catch(() => undefined);
    });

    /** Nothing is answered twice, and nothing is lost that is asked ten seconds later. */
    async function judge(what: string, sinceMs: number): Promise<void> {
      const report = await traffic.report(sinceMs);
      const counts = ['shard taken', 'shard given up', 'leases could not be kept'].map(
        (line) => `${line}: ${fleet.processes.map((each) => each.lines(line).length).join(', ')}`,
      );
      console.log(`${what}: ${JSON.stringify(report)}; so far by process, ${counts.join('; ')}`);
      expect(report).toMatchObject({ acknowledgedTwice: 0, answeredTwice: 0, mentionsAnsweredTwice: 0 });
      expect(report['lastUnansweredAfterMs']).toBeLessThan(10_000);
      fleet.server.assertClean();
    }

    it('go on without one that is cut off, and with it when it is back', async () => {
      const sinceMs = performance.now();
      hosts[0]?.cut();
      await sleep(14_000);
      await judge('a host is cut off', sinceMs);
      const backMs = performance.now();
      hosts[0]?.heal();
      await sleep(8_000);
      await judge('it is back', backMs);
    });

    it('go on without one that reaches Discord but not the store', async () => {
      const sinceMs = performance.now();
      hosts[2]?.cutFrom(store);
      await sleep(14_000);
      await judge('a host is cut off from the store alone', sinceMs);
      const backMs = performance.now();
      hosts[2]?.healFrom(store);
      await sleep(8_000);
      await judge('it reaches the store again', backMs);
    });

    it('go on without a process that is killed, and with the next one', async () => {
      const sinceMs = performance.now();
      runs[1]?.kill('SIGKILL');
      await sleep(14_000);
      await judge('a process is killed', sinceMs);
      const againMs = performance.now();
      runs[1] = await launchOn(1);
      await sleep(8_000);
      await judge('another one is started', againMs);
    });

    it('go on with the standby when the primary is killed', async () => {
      const sinceMs = performance.now();
      const pidFile = `${cache}/verbatim-postgres/root/var/lib/verbatim/${portOf(primary)}/data/postmaster.pid`;
      process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT'); // ends at once, as by a crash
      await sleep(2_000);
      await runSql(standby, 'SELECT pg_promote()');
      store.target = portOf(standby);
      await sleep(14_000);
      await judge('the primary is killed and its standby promoted', sinceMs);
      await fleet.waitUntilConnected(shards);
      const held = await runSql(
        standby,
        "SELECT holder, count(*)::int AS count FROM leases WHERE name LIKE 'shard:%' GROUP BY holder",
      );
      console.log(`shards held at the end: ${held.map(({ count }) => String(count)).join(', ')}`);
      tellMemory('at the end');
    });
  });
}
