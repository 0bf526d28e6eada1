import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openStore } from '#verbatim/adapters/store/sql-store.js';
import type { QuoteMark } from '#verbatim/core/briefs/brief-marks.js';
import type { PersonHash } from '#verbatim/core/people/person.js';
import { replacedDigest } from '#verbatim/core/briefs/brief-store.js';
import type { Store } from '#verbatim/core/store/store.js';
import { draftContent } from '../helpers/draft-content.js';
import { describeEach } from './each-database.js';

const leaseMs = 60_000;
/** A lease that has run out by the time of the next statement. */
const noLeaseMs = -1;
const content = draftContent({ topic: 'the mill' });
const mark: QuoteMark = { quote: 0, kind: 'changed', label: null, attributedTo: null, sinceMs: 1 };

describeEach('briefs in the store', (newAddress) => {
  /** Two processes on one store. */
  let store: Store;
  let other: Store;
  let person: PersonHash;

  beforeEach(async () => {
    const address = await newAddress();
    [store, other] = [await openStore(address), await openStore(address)];
    person = await store.hashPerson('123456789012345678');
  });

  afterEach(() => {
    store.close();
    other.close();
  });

  async function addDraft(id: string): Promise<void> {
    await store.briefs.addDraft({ id, guildId: '1', channelId: '2', person, content, replaces: null });
  }

  async function addBrief(id: string): Promise<void> {
    const place = { guildId: '1', channelId: '2', messageId: `9${id}` };
    await store.briefs.addBrief({ id, ...place, person, topicKey: '*|mill', content });
  }

  it('a draft is claimed by one of two processes, whoever is faster', async () => {
    await addDraft('a');
    const claims = await Promise.all([store, other, store, other].map(({ briefs }) => briefs.claimDraft('a', leaseMs)));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    expect(await other.briefs.changeDraft('a', content)).toBe(false);
    expect(await other.briefs.removeDraft('a')).toBe(false);
    await store.briefs.releaseDraft('a');
    expect(await other.briefs.claimDraft('a', leaseMs)).toMatchObject({ id: 'a', attempts: 2, state: 'open' });
  });

  it('a draft whose process never came back is abandoned until it is posted or given back', async () => {
    for (const id of ['a', 'b', 'c']) await addDraft(id);
    const list = async () =>
      (await other.briefs.listClaimedDrafts()).map(({ id, isAbandoned }) => `${id} ${String(isAbandoned)}`);
    expect(await list()).toEqual([]);
    await store.briefs.claimDraft('a', noLeaseMs);
    await store.briefs.claimDraft('b', leaseMs);
    expect(await list()).toEqual(['a true', 'b false']);
    await addBrief('a');
    await store.briefs.releaseDraft('b');
    expect(await list()).toEqual([]);
    expect(await other.briefs.findDraft('a')).toMatchObject({ state: 'posted' });
  });

  it('a change of a message is taken on once, and again with the same marks when nobody came back', async () => {
    await addBrief('a');
    const claim = ({ briefs }: Store, sinceMs: number, lease: number) =>
      briefs.claimChange('a', 'x', [{ ...mark, sinceMs }], lease);
    expect(await claim(store, 1, noLeaseMs)).toEqual([{ ...mark, sinceMs: 1 }]);
    expect(await claim(other, 2, leaseMs)).toEqual([{ ...mark, sinceMs: 1 }]);
    expect(await claim(store, 3, leaseMs)).toBeNull();
    await other.briefs.settleChange('a', 'x');
    expect(await claim(store, 4, leaseMs)).toBeNull();
    expect(await store.briefs.findBrief('a')).toMatchObject({ shown: 'x', marks: [{ sinceMs: 1 }] });
    expect(await store.briefs.claimChange('a', '', [], leaseMs)).toEqual([]);
  });

  it('a newer change is not kept waiting by an older one', async () => {
    await addBrief('a');
    await store.briefs.claimChange('a', 'x', [mark], leaseMs);
    expect(await other.briefs.claimChange('a', 'y', [mark], leaseMs)).toEqual([mark]);
    await store.briefs.settleChange('a', 'x');
    expect(await store.briefs.findBrief('a')).toMatchObject({ shown: '' });
  });

  it('what is replaced lives until its message says so, what is gone does not', async () => {
    for (const id of ['a', 'b', 'c']) await addBrief(id);
    await store.briefs.setPinned('a', 5);
    await store.briefs.replaceBrief('a', 'c');
    await store.briefs.markGone('b');
    await store.briefs.replaceBrief('b', 'c');
    expect((await store.briefs.listLiving()).map(({ id, status }) => [id, status])).toEqual([
      ['a', 'replaced'],
      ['c', 'posted'],
    ]);
    expect((await store.briefs.listInChannel('2')).map(({ id }) => id)).toEqual(['c']);
    await store.briefs.claimChange('a', replacedDigest, [], leaseMs);
    await store.briefs.settleChange('a', replacedDigest);
    expect((await store.briefs.listLiving()).map(({ id }) => id)).toEqual(['c']);
    expect(await store.briefs.claimChange('b', 'x', [mark], leaseMs)).toBeNull();
  });

  it('a person is counted and forgotten; the brief of the community stays', async () => {
    await addDraft('a');
    await addDraft('b');
    await addBrief('b');
    expect(await store.people.describe(person)).toMatchObject([
      { kind: 'drafts', count: 2 },
      { kind: 'briefs', count: 1 },
    ]);
    await store.people.forget(person, '1');
    expect(await store.people.describe(person)).toEqual([]);
    expect(await store.briefs.findDraft('a')).toBeNull();
    expect(await store.briefs.findBrief('b')).toMatchObject({ id: 'b', status: 'posted' });
  });

  it('what is old is let go, but for briefs that are there', async () => {
    await addDraft('a');
    await addBrief('b');
    await addBrief('c');
    await store.briefs.markGone('c');
    await store.people.purge(0);
    expect(await store.briefs.findDraft('a')).not.toBeNull();
    await store.people.purge(Date.now() + 1);
    expect(await store.briefs.findDraft('a')).toBeNull();
    expect(await store.briefs.findBrief('b')).not.toBeNull();
    expect(await store.briefs.findBrief('c')).toBeNull();
    expect(await store.people.describe(person)).toEqual([]);
  });

  it('a claim does not hold for a day when the clock is set back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      for (const id of ['a', 'b']) await addDraft(id);
      await addBrief('c');
      for (const id of ['a', 'b']) await store.briefs.claimDraft(id, leaseMs);
      await store.briefs.claimChange('c', 'x', [mark], leaseMs);
      expect(await other.briefs.changeDraft('a', content)).toBe(false);
      vi.setSystemTime(Date.now() - 86_400_000);
      const drafts = await other.briefs.listClaimedDrafts();
      expect(drafts.map(({ isAbandoned }) => isAbandoned)).toEqual([true, true]);
      expect(await other.briefs.changeDraft('a', content)).toBe(true);
      expect(await other.briefs.removeDraft('b')).toBe(true);
      expect(await other.briefs.claimChange('c', 'x', [mark], leaseMs)).toEqual([mark]);
      expect(await store.briefs.claimDraft('a', leaseMs)).not.toBeNull();
      expect(await other.briefs.claimDraft('a', leaseMs)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
});
