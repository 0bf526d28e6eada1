import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OverrideWatch, tryStoredOverrides } from '#verbatim/app/labels/label-overrides.js';
import { openStore } from '#verbatim/adapters/store/sql-store.js';
import { readStoreSettings } from '#verbatim/app/settings.js';
import type { NewDispute, NewOverride } from '#verbatim/core/overrides/label-reviews.js';
import type { Store } from '#verbatim/core/store/store.js';
import type { DatabaseAddress } from '#verbatim/adapters/store/database-address.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { describeEach } from './each-database.js';

const folder = temporaryFolder();
const anchor = { documentId: 'd', path: 'a.txt', exact: 'It is so.', prefix: '', suffix: ' Or not.', start: 0, end: 9 };
const guildId = '10';
let address: DatabaseAddress;
let first: Store;
let second: Store;

/** Opens the store twice for each test, as two processes do. */
function openTwice(newAddress: () => Promise<DatabaseAddress>): void {
  beforeEach(async () => {
    address = await newAddress();
    [first, second] = await Promise.all([openStore(address), openStore(address)]);
  });
  afterEach(() => {
    first.close();
    second.close();
  });
}

async function openDispute(changes: Partial<NewDispute> = {}, userId = '1'): Promise<number> {
  const person = await first.hashPerson(userId);
  const proposal = { was: 'reported', label: 'opinion', source: null, note: null } as const;
  await first.labelReviews.open({ ...anchor, guildId, person, quote: 'q', ...proposal, ...changes });
  const all = await second.labelReviews.listOpen(changes.guildId ?? guildId);
  return all.at(-1)?.id ?? -1;
}

const override: NewOverride = {
  ...anchor,
  ...{ sentence: 's', label: 'opinion', source: null, kind: null, was: 'reported', note: 'so' },
};

describeEach('disputes in the store', (newAddress) => {
  openTwice(newAddress);

  it('are kept with what they are about, without whose they are', async () => {
    const id = await openDispute({ note: 'because' });
    const [dispute] = await second.labelReviews.listOpen(guildId);
    expect(dispute).toMatchObject({ id, ...anchor, quote: 'q', was: 'reported', label: 'opinion', note: 'because' });
    expect(dispute).not.toHaveProperty('person');
    expect(await second.labelReviews.listOpen('11')).toEqual([]);
  });

  it('are one for each person and quote, even when sent in at once through two processes', async () => {
    const person = await first.hashPerson('1');
    const dispute: NewDispute = {
      ...anchor,
      guildId,
      person,
      quote: 'q',
      was: 'reported',
      label: 'opinion',
      source: null,
      note: null,
    };
    const told = await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 ? first : second).labelReviews.open({ ...dispute, note: String(i) })),
    );
    expect(told.filter(({ replaced }) => !replaced)).toHaveLength(1);
    expect(await first.labelReviews.listOpen(guildId)).toHaveLength(1);
  });

  it('are decided once, whoever decides, and in their own guild only', async () => {
    const id = await openDispute();
    const moderator = await first.hashPerson('9');
    const decided = { guildId, quote: 'q', newestId: id };
    expect(await first.labelReviews.accept({ ...decided, guildId: '11' }, moderator, id, [override])).toBeNull();
    expect(await first.labelReviews.decline({ ...decided, guildId: '11' })).toBeNull();
    const told = await Promise.all([
      first.labelReviews.accept(decided, moderator, id, [override]),
      second.labelReviews.accept(decided, moderator, id, [override]),
      second.labelReviews.decline(decided),
    ]);
    expect(told.filter(Boolean)).toHaveLength(1);
    expect((await first.labelReviews.listOverrides()).length).toBe(told[2] ? 0 : 1);
  });

  it('are open again when their decision is taken back, once and in their own guild only', async () => {
    const decided = { guildId, quote: 'q', newestId: await openDispute({ note: 'because' }) };
    const declined = await first.labelReviews.decline(decided);
    expect(await second.labelReviews.takeBack('11', declined ?? '')).toBe(false);
    expect(await second.labelReviews.takeBack(guildId, declined ?? '')).toBe(true);
    expect(await second.labelReviews.takeBack(guildId, declined ?? '')).toBe(false);
    expect(await first.labelReviews.listOpen(guildId)).toMatchObject([{ id: decided.newestId, note: 'because' }]);
    const moderator = await first.hashPerson('9');
    const accepted = await first.labelReviews.accept(decided, moderator, decided.newestId, [override]);
    await openDispute({ label: 'attributed' });
    expect(await second.labelReviews.takeBack(guildId, accepted ?? '')).toBe(true);
    expect(await first.labelReviews.listOverrides()).toEqual([]);
    // Whoever has opened another one since means that one.
    expect(await first.labelReviews.listOpen(guildId)).toMatchObject([{ label: 'attributed' }]);
  });

  it('stay decided where the label has been undone or set anew since', async () => {
    const moderator = await first.hashPerson('9');
    const accept = async () => {
      const id = await openDispute();
      return first.labelReviews.accept({ guildId, quote: 'q', newestId: id }, moderator, id, [override]);
    };
    const [old, latest] = [await accept(), await accept()];
    expect(await first.labelReviews.takeBack(guildId, old ?? '')).toBe(false);
    const [{ id } = { id: -1 }] = await first.labelReviews.listOverrides();
    await first.labelReviews.undo(guildId, id);
    expect(await first.labelReviews.takeBack(guildId, latest ?? '')).toBe(false);
    expect(await first.labelReviews.listOpen(guildId)).toEqual([]);
  });

  it('that came after what the moderator saw stay open', async () => {
    const seen = await openDispute();
    await openDispute({ label: 'attributed', source: 'Ann' }, '2');
    const moderator = await first.hashPerson('9');
    await first.labelReviews.accept({ guildId, quote: 'q', newestId: seen }, moderator, seen, [override]);
    expect(await first.labelReviews.listOpen(guildId)).toMatchObject([{ label: 'attributed', source: 'Ann' }]);
  });
});

describeEach('overrides in the store', (newAddress) => {
  openTwice(newAddress);

  async function accept(changes: Partial<NewOverride> = {}, guild = guildId): Promise<void> {
    const id = await openDispute({ guildId: guild });
    const moderator = await first.hashPerson('9');
    const decided = { guildId: guild, quote: 'q', newestId: id };
    expect(await first.labelReviews.accept(decided, moderator, id, [{ ...override, ...changes }])).not.toBeNull();
  }

  it('take the place of older ones of the same guild for the same sentence', async () => {
    await accept();
    await accept({ label: 'attributed', source: 'Ann', kind: 'thinks' });
    await accept({ sentence: 'another' });
    await accept({}, '11');
    const all = await second.labelReviews.listOverrides();
    expect(all.map(({ label, guildId: guild }) => [label, guild])).toEqual([
      ['attributed', guildId],
      ['opinion', guildId],
      ['opinion', '11'],
    ]);
    expect(all[0]).toMatchObject({ ...anchor, source: 'Ann', kind: 'thinks', was: 'reported', note: 'so' });
    expect(await second.labelReviews.listOverrides('11')).toHaveLength(1);
  });

  it('lose the notes of whoever wants to be forgotten, and keep those of others', async () => {
    await openDispute({ note: 'mine' }, '1');
    const id = await openDispute({ note: 'theirs' }, '2');
    const decided = { guildId, quote: 'q', newestId: id };
    await first.labelReviews.accept(decided, await first.hashPerson('9'), id, [{ ...override, note: 'mine\ntheirs' }]);
    const readNotes = async () => (await second.labelReviews.listOverrides()).map(({ note }) => note);
    await first.people.forget(await first.hashPerson('3'), '3');
    expect(await readNotes()).toEqual(['mine\ntheirs']);
    await first.people.forget(await first.hashPerson('1'), '1');
    expect(await readNotes()).toEqual(['theirs']);
    await first.people.forget(await first.hashPerson('2'), '2');
    expect(await readNotes()).toEqual([null]);
  });

  it('are undone once, in their own guild only', async () => {
    await accept();
    const [{ id } = { id: -1 }] = await first.labelReviews.listOverrides();
    expect(await second.labelReviews.undo('11', id)).toBe(false);
    expect(await second.labelReviews.undo(guildId, id)).toBe(true);
    expect(await first.labelReviews.undo(guildId, id)).toBe(false);
    expect(await first.labelReviews.listOverrides()).toEqual([]);
  });

  it('are noticed by another process, whose list is a new one only then', async () => {
    const watch = new OverrideWatch(second.labelReviews, (error) => {
      throw error;
    });
    await watch.refresh(true);
    const before = watch.current;
    await watch.refresh(true);
    expect(watch.current).toBe(before);
    await accept();
    await watch.refresh(true);
    expect(watch.current).toHaveLength(1);
    await first.labelReviews.undo(guildId, watch.current[0]?.id ?? -1);
    await watch.refresh(true);
    expect(watch.current).toEqual([]);
  });

  it('stay as known when the store cannot be read', async () => {
    await accept();
    const failures: unknown[] = [];
    const watch = new OverrideWatch(second.labelReviews, (error) => failures.push(error));
    await watch.refresh(true);
    second.close();
    await watch.refresh(true);
    expect(watch.current).toHaveLength(1);
    expect(failures).toHaveLength(1);
    second = await openStore(address);
  });
});

describe('the terminal’s look into the store', () => {
  it('makes none where there is none', async () => {
    const notices: string[] = [];
    const absent = path.join(folder, 'absent');
    const settings = readStoreSettings({ DATA_DIR: absent });
    expect(await tryStoredOverrides(settings, (notice) => notices.push(notice))).toEqual([]);
    expect(notices).toEqual([]);
    expect(existsSync(absent)).toBe(false);
  });

  it('tells of one that cannot be read', async () => {
    const broken = path.join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(
      path.join(broken, 'verbatim.db'),
      'this is no database, and long enough to be looked at '.repeat(100),
    );
    const notices: string[] = [];
    expect(await tryStoredOverrides(readStoreSettings({ DATA_DIR: broken }), (notice) => notices.push(notice))).toEqual(
      [],
    );
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/^Labels set by moderators are not shown: The store .* cannot be used/);
  });
});
