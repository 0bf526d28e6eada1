import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkStoreOf } from '#verbatim/app/doctor/check-store.js';
import { readStoreSettings } from '#verbatim/app/settings.js';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import { openStore } from '#verbatim/adapters/store/sql-store.js';
import { Readiness } from '#verbatim/discord/health/readiness.js';
import { BotProcess } from '../discord/bot-process.js';
import { startStoreProcess } from '../store/store-process.js';
import { postgresCommand, postgresUrl, runSql } from './postgres-schemas.js';

const script = fileURLToPath(new URL('start.sh', import.meta.url));

/** Runs start.sh; resolves with the address that it prints. */
async function manage(...args: string[]): Promise<string> {
  return (await promisify(execFile)('bash', [script, ...args])).stdout.trim();
}

if (postgresUrl === null) {
  it(`outages of PostgreSQL were not tried, which takes: ${postgresCommand}`, async () => {
    await expect(manage('no such command')).rejects.toThrow();
  });
} else {
  describe('a PostgreSQL server of its own', { timeout: 300_000 }, () => {
    let url: string;
    beforeAll(async () => {
      url = await manage();
    }, 300_000);
    afterAll(() => manage('stop', url), 300_000);

    it('that crashes while a process writes has lost nothing it had acknowledged, and the process goes on', async () => {
      const address = { kind: 'postgres', url } as const;
      const { child, ended } = startStoreProcess('persist', address);
      let output = '';
      const count = (word: string) => output.split('\n').filter((line) => line.startsWith(word)).length;
      child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
      const until = async (isThere: () => boolean) => {
        while (!isThere()) await new Promise((resolve) => child.stdout?.once('data', resolve));
      };
      for (let round = 1; round <= 3; round++) {
        const before = count('added ');
        await until(() => count('added ') > before + 20);
        await manage('crash', url);
        await until(() => count('notice ') >= 2 * round);
      }
      child.kill('SIGKILL');
      const { lines, stderr } = await ended;
      expect(stderr).toBe('');
      const notices = lines.filter((line) => line.startsWith('notice '));
      expect(notices.filter((line) => line.endsWith(' answers again.'))).toHaveLength(3);
      expect(notices).toHaveLength(6);
      expect(lines.join('\n')).not.toContain(new URL(url).password);
      const database = await openDatabase(address);
      const kept = new Set((await database.read('SELECT key FROM outbox')).map(({ key }) => `added ${String(key)}`));
      database.close();
      const added = lines.filter((line) => line.startsWith('added '));
      expect(added.length).toBeGreaterThan(60);
      expect(added.filter((line) => !kept.has(line))).toEqual([]);
    });

    it('that is gone for good while a bot starts ends it with a line and code 1', async () => {
      const gone = await manage();
      const bot = await BotProcess.start({
        untilReady: false,
        environment: (server) => {
          server.faults.next({ method: 'GET', route: '/users/@me', delayMs: 6_000 });
          return { DATABASE_URL: gone };
        },
      });
      const { child, server } = bot;
      const ended = new Promise((resolve) => child?.once('close', resolve));
      // Its store is open by then; what comes next is its place among the processes of the bot.
      await server.waitUntil(() => server.faults.waiting === 0, 'logging in');
      await manage('stop', gone);
      expect(await ended).toBe(1);
      const lines = bot.log.split('\n').filter((line) => line.startsWith('verbatim: '));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^verbatim: The store at DATABASE_URL \(127\.0\.0\.1:\d+\) cannot be used: /);
      await bot.close();
    });

    it('is not ready while it takes no writes, and is again afterwards', async () => {
      const store = await openStore({ kind: 'postgres', url });
      const look = async () => {
        const isFine = { isConnected: () => true, library: { current: null, problem: null }, isStopping: () => false };
        const parts = await new Readiness({ ...isFine, store }).check();
        return parts.find(({ part }) => part === 'store')?.problem;
      };
      expect(await look()).toBeNull();
      await runSql(url, 'ALTER SYSTEM SET default_transaction_read_only = on');
      await runSql(url, 'SELECT pg_reload_conf()');
      await expect
        .poll(look, { timeout: 30_000 })
        .toMatch(/^The store at [^\n]+: it takes no writes: it is a standby or read-only\./);
      await runSql(url, 'ALTER SYSTEM RESET default_transaction_read_only');
      await runSql(url, 'SELECT pg_reload_conf()');
      await expect.poll(look, { timeout: 30_000 }).toBeNull();
      store.close();
    });

    it('is described by the doctor, and so is its standby', async () => {
      (await openStore({ kind: 'postgres', url })).close();
      await runSql(url, 'CREATE EXTENSION vector');
      const diagnose = async (databaseUrl: string) => {
        const findings = await checkStoreOf(readStoreSettings({ DATABASE_URL: databaseUrl }));
        return findings.map(({ status, check, detail }) => `${status} ${check}: ${detail}`);
      };
      const [whole, server, ...others] = await diagnose(url);
      expect(whole).toMatch(/^ok store: server 127\.0\.0\.1:\d+: whole, schema \d+, \d+ rows$/);
      expect(server).toMatch(/^ok store server: PostgreSQL 17\.\d+ with pgvector \d+\.\d+\.\d+$/);
      expect(others).toEqual([]);
      const standby = await manage('standby', url);
      try {
        expect((await diagnose(standby))[1]).toMatch(
          /^failure store server: .* a standby, \d+\.\d s behind its primary server, and takes no writes$/,
        );
        await expect(openStore({ kind: 'postgres', url: standby })).rejects.toThrow(
          /takes no writes: .*Name the primary server/,
        );
      } finally {
        await manage('stop', standby);
      }
    });
  });
}
