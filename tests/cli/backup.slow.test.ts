import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { DatabaseAddress } from '#verbatim/adapters/store/database-address.js';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import { readAllRows } from '#verbatim/adapters/store/copy-rows.js';
import { openStore } from '#verbatim/adapters/store/sql-store.js';
import { runCli, startCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { PostgresSchemas, postgresUrl } from '../postgres/postgres-schemas.js';
import { startLibsqlServer } from '../libsql-server/start-libsql-server.js';
import { startStoreProcess } from '../store/store-process.js';

const root = temporaryFolder();
let count = 0;

/** A store of its own with the command line run on it. */
class Place {
  readonly folder = path.join(root, String(++count));
  readonly dataDir = path.join(this.folder, 'data');
  readonly storeFile = path.join(this.dataDir, 'verbatim.db');

  constructor(readonly server: Exclude<DatabaseAddress, { kind: 'file' }> | null = null) {
    mkdirSync(this.folder);
  }

  get address(): DatabaseAddress {
    return this.server ?? { kind: 'file', file: this.storeFile };
  }

  get options() {
    const { server, dataDir, folder } = this;
    const token = server?.kind === 'server' ? { DATABASE_AUTH_TOKEN: server.authToken ?? '' } : {};
    return { cwd: folder, env: { DATA_DIR: dataDir, ...(server && { DATABASE_URL: server.url }), ...token } };
  }

  file(name: string): string {
    return path.join(this.folder, name);
  }

  run(...args: string[]) {
    return runCli(args, this.options);
  }

  async fill(prefix: string, size: number, body = `“${prefix}” 😀`): Promise<void> {
    const store = await openStore(this.address);
    for (let i = 0; i < size; i++) {
      await store.outbox.add({ key: `${prefix}-${i}`, target: { kind: 'user', id: '1' }, body });
    }
    store.close();
  }
}

async function dump(address: DatabaseAddress): Promise<Record<string, unknown>> {
  const database = await openDatabase(address);
  const { rows } = await readAllRows(database);
  database.close();
  return Object.fromEntries([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const backupOf = (file: string): DatabaseAddress => ({ kind: 'file', file });
const leftOvers = (folder: string) => readdirSync(folder).filter((name) => name.includes('.tmp'));

describe.each(['a file', 'a server', ...(postgresUrl === null ? [] : ['PostgreSQL'])])('the store in %s', (kind) => {
  async function withPlace(work: (place: Place) => Promise<void>): Promise<void> {
    if (kind === 'a file') {
      await work(new Place());
      return;
    }
    if (kind === 'PostgreSQL') {
      const schemas = new PostgresSchemas(postgresUrl ?? '');
      await work(new Place(await schemas.create())).finally(() => schemas.drop());
      return;
    }
    const server = await startLibsqlServer(path.join(root, `server-${++count}.db`));
    try {
      await work(new Place({ kind: 'server', url: server.url, authToken: server.authToken }));
    } finally {
      await server.close();
    }
  }

  it('is backed up as it is, to a file for its owner only, and restored from it', () =>
    withPlace(async (place) => {
      await place.fill('first', 40);
      const before = await dump(place.address);
      const backup = place.file('backup.db');
      const made = await place.run('backup', backup);
      expect({ code: made.code, stderr: made.stderr }).toEqual({ code: 0, stderr: '' });
      expect(made.stdout).toMatch(
        /^\S+backup\.db: [\d,]+ bytes, schema \d+, \d+ rows \(.*outbox 40\)\n[^\n]+ complete[^\n]+\n$/,
      );
      expect(statSync(backup).mode & 0o777).toBe(0o600);
      expect(readdirSync(place.folder).filter((name) => name !== 'data')).toEqual(['backup.db']);
      expect(await dump(backupOf(backup))).toEqual(before);

      await place.fill('second', 10);
      const later = await dump(place.address);
      const refused = await place.run('restore', backup);
      expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 1, stdout: '' });
      expect(refused.stderr).toMatch(/^verbatim: The store holds rows already \(outbox: 50\)\. [^\n]*--force[^\n]*\n$/);
      expect(await dump(place.address)).toEqual(later);

      const restored = await place.run('restore', backup, '--force');
      expect({ code: restored.code, stderr: restored.stderr }).toEqual({ code: 0, stderr: '' });
      expect(restored.stdout).toMatch(/ now contains what is in .*outbox 40\)\nWhat was in it before is in (.+)\n$/);
      expect(await dump(place.address)).toEqual(before);
      const safetyCopy = /before is in (.+)\n/.exec(restored.stdout)?.[1] ?? '';
      expect(await dump(backupOf(safetyCopy))).toEqual(later);
      expect(leftOvers(place.folder).concat(leftOvers(place.dataDir))).toEqual([]);
    }));

  it('is restored into an empty place without --force', () =>
    withPlace(async (place) => {
      const origin = new Place();
      await origin.fill('only', 5);
      expect((await origin.run('backup', origin.file('b.db'))).code).toBe(0);
      const { code, stdout } = await place.run('restore', origin.file('b.db'));
      expect(code).toBe(0);
      expect(stdout).toMatch(/A bot that is running must be restarted/); // it would know people by another salt
      expect(await dump(place.address)).toEqual(await dump(origin.address));
    }));
});

describe('a backup', () => {
  it('that is made while others write holds a state that there was', async () => {
    const place = new Place();
    await place.fill('before', 20);
    const writer = startStoreProcess('add', place.address, { prefix: 'w', count: 100_000 });
    await new Promise((resolve) => writer.child.stdout?.once('data', resolve));
    for (const name of ['one.db', 'two.db']) {
      await sleep(100);
      const { code, stderr } = await place.run('backup', place.file(name));
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }
    writer.child.kill('SIGKILL');
    await writer.ended;
    const keysIn = async (file: string) =>
      (await dump(backupOf(file)))['outbox'] as { key: string; added_at: number }[];
    const [first, second, last] = [
      await keysIn(place.file('one.db')),
      await keysIn(place.file('two.db')),
      await keysIn(place.storeFile),
    ];
    expect(first.length).toBeGreaterThan(20);
    expect(second.length).toBeGreaterThan(first.length);
    // Each is a beginning of what was written in the end.
    for (const part of [first, second]) {
      const latest = Math.max(...part.map((row) => row.added_at));
      const missing = last.filter((row) => row.added_at < latest && !part.some(({ key }) => key === row.key));
      expect(missing).toEqual([]);
    }
  });

  it('does not overwrite a file unless it is told to', async () => {
    const place = new Place();
    await place.fill('a', 3);
    writeFileSync(place.file('mine.db'), 'mine');
    const { code, stdout, stderr } = await place.run('backup', place.file('mine.db'));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^verbatim: "[^\n]+mine\.db" already exists\. Give another name, or --force to overwrite it\.\n$/,
    );
    expect(readFileSync(place.file('mine.db'), 'utf8')).toBe('mine');
    chmodSync(place.file('mine.db'), 0o644);
    expect((await place.run('backup', place.file('mine.db'), '--force')).code).toBe(0);
    expect(await dump(backupOf(place.file('mine.db')))).toEqual(await dump(place.address));
    expect(statSync(place.file('mine.db')).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['into a folder that is not there', (place: Place) => place.file('nowhere/b.db'), /cannot be written to .*ENOENT/],
    ['where nothing may be written', () => '/sys/b.db', /cannot be written to/],
    ['onto the store itself', (place: Place) => place.storeFile, /is the store itself/],
  ])('%s is refused with one line', async (_, target, reason) => {
    const place = new Place();
    await place.fill('a', 1);
    const { code, stdout, stderr } = await place.run('backup', target(place), '--force');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^verbatim: [^\n]+\n$/);
    expect(stderr).toMatch(reason);
    expect((await place.run('backup', place.file('b.db'))).code).toBe(0);
  });

  it('on a full disk leaves no half of a file', async () => {
    const place = new Place();
    await place.fill('a', 20, 'x'.repeat(5_000));
    const shell = 'ulimit -f 60; exec "$@"'; // enough to open the store, not for a copy of it
    const { code, stderr } = await runCli(['backup', place.file('b.db')], { ...place.options, shell });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^verbatim: The backup cannot be written to [^\n]+ free space\.\n$/);
    expect(readdirSync(place.folder)).toEqual(['data']);
  });

  it('of a store that is not there says so and makes none', async () => {
    const place = new Place();
    const { code, stderr } = await place.run('backup', place.file('b.db'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^verbatim: There is no store to back up yet in [^\n]+\n$/);
    expect(existsSync(place.dataDir)).toBe(false);
  });

  it('of a damaged store is not made', async () => {
    const place = new Place();
    await place.fill('a', 300);
    const database = await openDatabase(place.address);
    await database.read('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    truncateSync(place.storeFile, 9_000);
    const { code, stderr } = await place.run('backup', place.file('b.db'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^verbatim: The store [^\n]+ damaged[^\n]+\n$/);
    expect(readdirSync(place.folder)).toEqual(['data']);
  });
});

describe('a restore', () => {
  async function makeBackup(): Promise<string> {
    const place = new Place();
    await place.fill('kept', 30);
    await place.run('backup', place.file('b.db'));
    return place.file('b.db');
  }

  async function change(file: string, ...statements: string[]): Promise<void> {
    const database = await openDatabase(backupOf(file));
    await database.write(...statements.map((sql) => ({ sql })));
    await database.read('PRAGMA journal_mode = DELETE');
    database.close();
  }

  it.each<[string, (file: string) => unknown, RegExp]>([
    ['is not there', () => '/nowhere/b.db', /cannot be read \(ENOENT/],
    [
      'is not a database',
      (file) => {
        writeFileSync(file, 'notes\n'.repeat(999));
      },
      /file is not a database/,
    ],
    [
      'is empty',
      (file) => {
        writeFileSync(file, '');
      },
      /not a store of this bot/,
    ],
    [
      'is cut off',
      (file) => {
        truncateSync(file, 12_288);
      },
      /damaged|malformed/,
    ],
    ['is another database', (file) => change(file, 'DROP TABLE facts'), /not a store of this bot/],
    ['has a table of its own', (file) => change(file, 'CREATE TABLE other (i)'), /its tables are not those of a store/],
    [
      'is of a later version',
      (file) => change(file, 'INSERT INTO migrations VALUES (999, 0)'),
      /written by a newer version/,
    ],
  ])('from a file that %s is refused with one line and changes nothing', async (_, spoil, reason) => {
    const backup = await makeBackup();
    const place = new Place();
    await place.fill('own', 4);
    const before = await dump(place.address);
    const other = await spoil(backup);
    const { code, stdout, stderr } = await place.run('restore', typeof other === 'string' ? other : backup, '--force');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^verbatim: [^\n]+\n$/);
    expect(stderr).toMatch(reason);
    expect(await dump(place.address)).toEqual(before);
    expect(readdirSync(place.dataDir).filter((name) => name.includes('before-restore'))).toEqual([]);
  });

  it.each([
    [
      'DATA_DIR',
      /^verbatim: Nothing can be restored into "\/proc\/none" \(DATA_DIR\): ENOENT\. Set DATA_DIR [^\n]+\n$/,
    ],
    ['TMPDIR', /^verbatim: There is no room to examine the backup in "\/proc\/none": ENOENT\. Set TMPDIR [^\n]+\n$/],
  ])('where nothing can be written into %s ends with one line', async (name, line) => {
    const place = new Place();
    const env = { ...place.options.env, [name]: '/proc/none' };
    const { code, stdout, stderr } = await runCli(['restore', await makeBackup()], { ...place.options, env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(line);
  });

  it('reads the backup without changing it', async () => {
    const backup = await makeBackup();
    const bytes = readFileSync(backup);
    expect((await new Place().run('restore', backup)).code).toBe(0);
    expect(readFileSync(backup).equals(bytes)).toBe(true);
    expect(readdirSync(path.dirname(backup)).sort()).toEqual(['b.db', 'data']);
  });

  it('replaces a store that is damaged, and keeps what was left of it', async () => {
    const backup = await makeBackup();
    const place = new Place();
    mkdirSync(place.dataDir);
    writeFileSync(place.storeFile, 'ruins\n'.repeat(999));
    const refused = await place.run('restore', backup);
    expect(refused.stderr).toMatch(/^verbatim: The store is damaged\. [^\n]*--force[^\n]*\n$/);
    const { code, stdout } = await place.run('restore', backup, '--force');
    expect(code).toBe(0);
    expect(stdout).toMatch(/must be restarted/);
    const kept = /before is in (.+)\n/.exec(stdout)?.[1] ?? '';
    expect(readFileSync(kept, 'utf8')).toBe('ruins\n'.repeat(999));
    expect(await dump(place.address)).toEqual(await dump(backupOf(backup)));
    expect(statSync(place.storeFile).mode & 0o777).toBe(0o600);
  });

  it('goes on while a process works on the store, which then sees what was restored', async () => {
    const place = new Place();
    await place.fill('kept', 30);
    await place.run('backup', place.file('b.db'));
    const store = await openStore(place.address);
    await store.outbox.add({ key: 'lost', target: { kind: 'user', id: '1' }, body: '{}' });
    const { code, stdout } = await place.run('restore', place.file('b.db'), '--force');
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/restarted/);
    expect((await store.check()).rows['outbox']).toBe(30);
    expect(await store.outbox.add({ key: 'lost', target: { kind: 'user', id: '1' }, body: '{}' })).toBe(true);
    store.close();
  });

  it('that is killed leaves the old rows or the new ones, never a mixture', async () => {
    const origin = new Place();
    const { ended } = startStoreProcess('add', origin.address, { prefix: 'new', count: 800 });
    await ended;
    await origin.run('backup', origin.file('b.db'));
    const place = new Place();
    await place.fill('old', 50);
    const old = await dump(place.address);
    const restored = await dump(origin.address);
    const outcomes = { old: 0, new: 0 };
    // From before the first step to the end; a restore takes less than the longest of these.
    for (let delayMs = 100; outcomes.new === 0; delayMs += 60) {
      const { child, result } = startCli(['restore', origin.file('b.db'), '--force'], place.options);
      await sleep(delayMs);
      child.kill('SIGKILL');
      await result;
      const now = await dump(place.address);
      const isNew = JSON.stringify(now) === JSON.stringify(restored);
      if (!isNew) expect(now).toEqual(old);
      outcomes[isNew ? 'new' : 'old']++;
    }
    expect(outcomes.old).toBeGreaterThan(0);
  });
});
