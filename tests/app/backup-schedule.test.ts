import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '#verbatim/adapters/store/sql-store.js';
import { inspectBotSettings } from '#verbatim/app/settings.js';
import { BackupSchedule, isBackupDue, listBackups, makeScheduledBackup } from '#verbatim/app/store/backup-schedule.js';
import { restoreBackup } from '#verbatim/app/store/store-tools.js';
import { checkBackups } from '#verbatim/app/doctor/check-operation.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const root = temporaryFolder();
const noon = Date.UTC(2026, 2, 1, 12);
const hourMs = 3_600_000;
let count = 0;

/** The settings of a store with these messages in it, and of backups that keep two. */
async function makePlace(...keys: string[]) {
  const folder = path.join(root, String(++count));
  const [dataDir, backupDir] = [path.join(folder, 'data'), path.join(folder, 'backups')];
  const { settings } = inspectBotSettings({ DATA_DIR: dataDir, BACKUP_DIR: backupDir, BACKUP_KEEP: '2' });
  const place = { ...settings, backupDir, storeFile: path.join(dataDir, 'verbatim.db') };
  await remember(place.storeFile, ...keys);
  return place;
}

async function remember(file: string, ...keys: string[]): Promise<void> {
  const store = await openStore({ kind: 'file', file });
  for (const key of keys) await store.outbox.add({ key, target: { kind: 'user', id: '1' }, body: key });
  store.close();
}

async function countMessages(file: string): Promise<number | undefined> {
  const store = await openStore({ kind: 'file', file });
  const { rows } = await store.check();
  store.close();
  return rows['outbox'];
}

describe('a scheduled backup', () => {
  it('is written under its time, for its owner only, and the store can be restored from it elsewhere', async () => {
    const place = await makePlace('a', 'b', 'c');
    const { file } = await makeScheduledBackup(place, noon);
    expect(path.basename(file)).toBe('verbatim-20260301T120000Z.db');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await remember(place.storeFile, 'later');
    const other = await makePlace();
    const { check } = await restoreBackup(other, file, { force: false });
    expect(check.rows['outbox']).toBe(3);
    expect(await countMessages(other.storeFile)).toBe(3);
  });

  it('leaves as many as are kept, the one just written among them, also by a clock that was set back', async () => {
    const place = await makePlace('a');
    const times = [noon, noon + 24 * hourMs, noon + 48 * hourMs];
    for (const time of times) await makeScheduledBackup(place, time);
    const names = () => readdirSync(place.backupDir).sort();
    expect(names()).toEqual(['verbatim-20260302T120000Z.db', 'verbatim-20260303T120000Z.db']);
    const { removed } = await makeScheduledBackup(place, noon - 24 * hourMs);
    expect(removed).toBe(1);
    expect(names()).toEqual(['verbatim-20260228T120000Z.db', 'verbatim-20260303T120000Z.db']);
  });

  it('clears away what a killed process left, and touches nothing else in the folder', async () => {
    const place = await makePlace('a');
    mkdirSync(place.backupDir);
    const [old, fresh] = ['0123456789ab', 'ba9876543210'].map((id) => `.verbatim-20260101T000000Z.db.${id}.tmp`);
    for (const name of [old ?? '', fresh ?? '', 'mine.db']) writeFileSync(path.join(place.backupDir, name), 'x');
    utimesSync(path.join(place.backupDir, old ?? ''), 1, 1);
    await makeScheduledBackup(place, noon);
    expect(readdirSync(place.backupDir).sort()).toEqual([fresh, 'mine.db', 'verbatim-20260301T120000Z.db']);
  });

  it('that cannot be written is told in one line, and the store goes on', async () => {
    const place = { ...(await makePlace('a')), backupDir: '/proc/backups' };
    await expect(makeScheduledBackup(place, noon)).rejects.toMatchObject({
      message: expect.stringMatching(/^The backup cannot be written to "[^\n]+ free space\.$/) as string,
    });
    expect(await countMessages(place.storeFile)).toBe(1);
  });

  it.each([
    ['there is none', [], true],
    ['the latest is a day old', [noon - 24 * hourMs], true],
    ['one is of this day', [noon - 48 * hourMs, noon - 23 * hourMs], false],
    ['the only one is of a time to come, since the clock was set back', [noon + 300 * hourMs], true],
    ['one was made since the clock was set back', [noon + 300 * hourMs, noon - hourMs], false],
  ])('where %s is due: %j %s', (_, times, isDue) => {
    expect(
      isBackupDue(
        times.map((atMs) => ({ file: '', atMs })),
        noon,
      ),
    ).toBe(isDue);
  });

  it('is made when the schedule starts, once a day whoever starts', async () => {
    const place = await makePlace('a');
    const made: string[] = [];
    const hooks = {
      isOurs: () => true,
      onBackup: (file: string) => made.push(file),
      onFailure: (error: unknown) => {
        throw error;
      },
    };
    for (let start = 0; start < 2; start++) {
      const schedule = new BackupSchedule(place, hooks);
      await schedule.stop();
      expect(schedule.latestAtMs).toBeGreaterThan(0);
    }
    expect((await listBackups(place.backupDir)).map(({ file }) => file)).toEqual(made);
    expect(made.length).toBe(1);
  });
});

describe('the doctor', () => {
  it('proves the latest backup and tells its age', async () => {
    const place = await makePlace('a');
    expect(await checkBackups(place)).toMatchObject([{ status: 'ok' }, { check: 'backups', status: 'warning' }]);
    const { file } = await makeScheduledBackup(place, noon);
    expect(await checkBackups(place, noon + 5 * hourMs)).toMatchObject([
      { check: 'backup folder', status: 'ok' },
      { status: 'ok', detail: expect.stringContaining('5 h old and can be restored') as string },
    ]);
    expect(await checkBackups(place, noon + 48 * hourMs)).toMatchObject([{}, { status: 'warning' }]);
    expect(await checkBackups(place, noon - hourMs)).toMatchObject([{}, { advice: 'Check the clock.' }]);
    writeFileSync(file, 'not a database\n'.repeat(600));
    const [, finding] = await checkBackups(place, noon);
    expect(finding).toMatchObject({ status: 'failure', detail: expect.stringContaining('cannot be') as string });
  });
});
