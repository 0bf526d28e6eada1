import { copyFileSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DatabaseAddress } from '#verbatim/adapters/store/database-address.js';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import { openStore } from '#verbatim/adapters/store/sql-store.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { useServer } from './each-database.js';
import { startStoreProcess } from './store-process.js';

const folder = temporaryFolder();
const oneLine = /^The store "[^\n"]+" cannot be used: [^\n]+\.$/;

async function failureOf(address: DatabaseAddress): Promise<{ code: string; message: string }> {
  try {
    const store = await openStore(address);
    await store.check();
    store.close();
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error('The store could be opened.');
}

function fileOf(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('a file that cannot be a store', () => {
  it.each([
    [
      'is not a database',
      () => fileOf('text.db', 'no database at all\n'.repeat(500)),
      /: it is not a database\. Set DATA_DIR/,
    ],
    [
      'is a folder',
      () => (mkdirSync(path.join(folder, 'dir.db')), path.join(folder, 'dir.db')),
      /: it is not a file\./,
    ],
    ['lies below a file', () => path.join(fileOf('plain', 'x'), 'verbatim.db'), /ENOTDIR|EEXIST/],
    [
      'lies where nothing may be written',
      () => '/sys/verbatim/verbatim.db',
      /Set DATA_DIR to a folder that you can write to/,
    ],
    [
      'lies where no folder can be made',
      () => '/proc/verbatim/verbatim.db',
      /Set DATA_DIR to a folder that you can write to/,
    ],
  ])('because it %s is told in one line', async (_, makeFile, reason) => {
    const failure = await failureOf({ kind: 'file', file: makeFile() });
    expect(failure.code).toBe('store-failed');
    expect(failure.message).toMatch(oneLine);
    expect(failure.message).toMatch(reason);
  });

  it('leaves what is not a database as it was', async () => {
    const file = fileOf('mine.db', 'my notes\n'.repeat(200));
    await failureOf({ kind: 'file', file });
    expect(readFileSync(file, 'utf8')).toBe('my notes\n'.repeat(200));
  });
});

describe('a store', () => {
  it('that has lost its end is told to be damaged, with what to do', async () => {
    const whole = path.join(folder, 'whole.db');
    const { ended } = startStoreProcess('add', { kind: 'file', file: whole }, { count: 300 });
    expect((await ended).code).toBe(0);
    const database = await openDatabase({ kind: 'file', file: whole });
    await database.read('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    for (const keep of [50, 5_000, Math.floor(statSync(whole).size / 2)]) {
      const file = path.join(folder, `cut-${keep}.db`);
      copyFileSync(whole, file);
      truncateSync(file, keep);
      const failure = await failureOf({ kind: 'file', file });
      expect(failure.message).toMatch(oneLine);
      expect(failure.message).toMatch(/: it is (?:damaged|not a database)\. .*"verbatim restore FILE"/);
    }
  });

  it('can be read by its owner only, and so can what lies beside it', async () => {
    const file = path.join(folder, 'private', 'deep', 'verbatim.db');
    const store = await openStore({ kind: 'file', file });
    await store.outbox.add({ key: 'a', target: { kind: 'user', id: '1' }, body: '{}' });
    for (const ending of ['', '-wal', '-shm']) expect(statSync(file + ending).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    store.close();
  });

  it('on a full disk refuses a write with one line and keeps what was written before', async () => {
    const file = path.join(folder, 'full.db');
    const { ended } = startStoreProcess(
      'add',
      { kind: 'file', file },
      { count: 100_000, shell: 'ulimit -f 1000; exec "$@"' },
    );
    const { code, lines, stderr } = await ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/The store "[^\n]+full\.db" cannot be used: [^\n]+ what was written before is safe\./);
    const added = lines.filter((line) => line.startsWith('added '));
    expect(added.length).toBeGreaterThan(20);
    const database = await openDatabase({ kind: 'file', file });
    const kept = new Set((await database.read('SELECT key FROM outbox')).map(({ key }) => `added ${String(key)}`));
    expect(added.filter((line) => !kept.has(line))).toEqual([]);
    expect(await database.read('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    database.close();
  });
});

describe('a server', () => {
  const { server } = useServer();
  const address = (url = server().url, authToken: string | null = server().authToken): DatabaseAddress => ({
    kind: 'server',
    url,
    authToken,
  });
  const withLogin = (login: string) => server().url.replace('//', `//${login}@`);

  it('that refuses the token is told in one line without the token', async () => {
    const failure = await failureOf(address(server().url, 'wrong-token-1234'));
    expect(failure.message).toBe(
      `The store at DATABASE_URL (${new URL(server().url).host}) cannot be used: the server refuses the token. Check DATABASE_AUTH_TOKEN.`,
    );
  });

  it('takes a password in its address, which is never shown', async () => {
    const store = await openStore(address(withLogin(`admin:${server().authToken}`), null));
    store.close();
    expect(server().authorizations.at(-1)).toMatch(/^Basic /);
    for (const url of [
      withLogin('admin:geheim%21xyz'),
      'libsql://admin:geheim%21xyz@127.0.0.1:9/?authToken=geheim!xyz&x=geheim!xyz',
    ]) {
      const { message } = await failureOf(address(url, null));
      expect(message).toMatch(/^The store at DATABASE_URL \(127\.0\.0\.1:\d+\) cannot be used: [^\n]+$/);
      expect(message).not.toMatch(/geheim/);
    }
  });

  it('that is not there is told in one line', async () => {
    const { message } = await failureOf(address('http://127.0.0.1:59'));
    expect(message).toMatch(
      /^The store at DATABASE_URL \(127\.0\.0\.1:59\) cannot be used: the server cannot be reached \(ECONNREFUSED\)\./,
    );
  });

  it('that gives no answer to a read is asked again', async () => {
    const database = await openDatabase(address());
    server().failNext('cut-before');
    server().failNext('unavailable');
    expect(await database.read('SELECT 5 AS five')).toEqual([{ five: 5 }]);
    database.close();
  });

  it('that is cut off in the middle of a write leaves it open whether it was done, and giving it again does no harm', async () => {
    const store = await openStore(address());
    const message = (key: string) => ({ key, target: { kind: 'user', id: '1' } as const, body: '{}' });
    server().failNext('cut-before');
    await expect(store.outbox.add(message('before'))).rejects.toMatchObject({ code: 'store-failed' });
    server().failNext('cut-after');
    await expect(store.outbox.add(message('after'))).rejects.toMatchObject({ code: 'store-failed' });
    // Now it shows which of them was done: only the one that was is known.
    expect(await store.outbox.add(message('before'))).toBe(true);
    expect(await store.outbox.add(message('after'))).toBe(false);
    expect((await store.check()).rows['outbox']).toBe(2);
    store.close();
  });
});
