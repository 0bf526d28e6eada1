import { expect, it } from 'vitest';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import { openStore } from '#verbatim/adapters/store/sql-store.js';
import { describeEach } from './each-database.js';

const message = (key: string) => ({ key, target: { kind: 'channel', id: '42' } as const, body: `{"of":"${key}"}` });

describeEach('the store', (newAddress) => {
  it('is made once, whoever is first', async () => {
    const address = await newAddress();
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(address)));
    const hashes = await Promise.all(stores.map((store) => store.hashPerson('81384788765712384')));
    expect(new Set(hashes).size).toBe(1);
    expect(hashes[0]).toMatch(/^[\w-]{24}$/);
    for (const store of stores) store.close();
  });

  it('keeps what was written, and the hashes of people, when it is opened again', async () => {
    const address = await newAddress();
    const first = await openStore(address);
    const hash = await first.hashPerson('1');
    await first.outbox.add(message('a'));
    first.close();
    const second = await openStore(address);
    expect(await second.hashPerson('1')).toBe(hash);
    expect(await second.hashPerson('2')).not.toBe(hash);
    expect(await second.outbox.claim(1_000)).toEqual(message('a'));
    second.close();
  });

  it('takes a message once by its key and forgets its body when it is settled', async () => {
    const address = await newAddress();
    const store = await openStore(address);
    expect(await store.outbox.add(message('a'))).toBe(true);
    expect(await store.outbox.add({ ...message('a'), body: 'other' })).toBe(false);
    expect((await store.outbox.claim(60_000))?.body).toBe(message('a').body);
    expect(await store.outbox.claim(60_000)).toBeNull();
    await store.outbox.settle('a');
    expect(await store.outbox.add(message('a'))).toBe(false);
    expect(await store.outbox.claim(60_000)).toBeNull();
    const database = await openDatabase(address);
    expect(await database.read('SELECT target_id, body FROM outbox')).toEqual([{ target_id: null, body: null }]);
    database.close();
    store.close();
  });

  it('gives a message to another process when the lease of the first has run out', async () => {
    const address = await newAddress();
    const [first, second] = [await openStore(address), await openStore(address)];
    await first.outbox.add(message('a'));
    expect((await first.outbox.claim(0))?.key).toBe('a');
    expect((await second.outbox.claim(60_000))?.key).toBe('a');
    expect(await first.outbox.claim(60_000)).toBeNull();
    first.close();
    second.close();
  });

  it('gives a message again that was claimed by a clock that was set back since', async () => {
    const address = await newAddress();
    const store = await openStore(address);
    await store.outbox.add(message('a'));
    const database = await openDatabase(address);
    const yearMs = 365 * 86_400_000;
    await database.write({ sql: 'UPDATE outbox SET claimed_until = ?', args: [Date.now() + yearMs] });
    database.close();
    expect((await store.outbox.claim(60_000))?.key).toBe('a');
    expect(await store.outbox.claim(60_000)).toBeNull();
    store.close();
  });

  it('takes a write to prove that it can, and is the same afterwards', async () => {
    const address = await newAddress();
    const store = await openStore(address);
    const { rows } = await store.check();
    await store.proveWritable();
    expect((await store.check()).rows).toEqual(rows);
    store.close();
  });

  it('keeps a message that its target refused until it is asked for or the target takes messages again', async () => {
    const store = await openStore(await newAddress());
    const direct = { key: 'news', target: { kind: 'user', id: '7' } as const, body: '{}' };
    await store.outbox.add(direct);
    await store.outbox.claim(0);
    await store.outbox.refuse('news');
    expect(await store.outbox.claim(60_000)).toBeNull();
    expect(await store.outbox.listRefused('8')).toEqual([]);
    expect(await store.outbox.listRefused('7')).toEqual([direct]);
    await store.outbox.reopen('7');
    expect(await store.outbox.listRefused('7')).toEqual([]);
    expect(await store.outbox.claim(60_000)).toEqual(direct);
    await store.outbox.refuse('news');
    await store.people.forget(await store.hashPerson('7'), '7');
    expect(await store.outbox.listRefused('7')).toEqual([]);
    store.close();
  });

  it('takes a missed question back for one person, with what the person waits for and has voted, and leaves those of others', async () => {
    const store = await openStore(await newAddress());
    const [ada, mara] = [await store.hashPerson('1'), await store.hashPerson('2')];
    const key = { guildId: '7', question: 'Who drove the trian?', lane: null, documentId: null };
    const asking = { ...key, reason: 'too-weak', nearest: [], index: 'a', downVote: null } as const;
    const id = await store.misses.record({ ...asking, person: ada });
    await store.misses.record({ ...asking, person: mara });
    await store.misses.optIn(id, ada, '1', 'de');
    await store.votes.cast({ ...key, messageId: '8', person: ada, isHelpful: false });
    expect(await store.misses.retract(key, ada)).toBe(true);
    expect(await store.misses.find(id)).toMatchObject({ people: [mara], askings: 1, isAwaited: false });
    expect(await store.people.describe(ada)).toEqual([]);
    expect(await store.misses.retract(key, ada)).toBe(false);
    await store.misses.retract({ ...key, question: 'who drove the TRIAN' }, mara);
    expect(await store.misses.find(id)).toBeNull();
    const aside = await store.misses.record({ ...asking, person: mara });
    await store.misses.dismiss('7', [aside], aside);
    await store.misses.retract(key, mara);
    expect(await store.misses.find(aside)).toMatchObject({ state: 'dismissed', people: [] });
    store.close();
  });

  it('lets one of several processes claim a thing, once, however many claim at the same time', async () => {
    const address = await newAddress();
    const [first, second] = [await openStore(address), await openStore(address)];
    const keys = Array.from({ length: 60 }, (_, i) => `message:${i}`);
    const taken = await Promise.all(
      [first, second].map(({ claims }) => Promise.all(keys.map((key) => claims.take(key)))),
    );
    for (const [i] of keys.entries()) expect(taken.filter((own) => own[i])).toHaveLength(1);
    expect(await first.claims.take('message:7')).toBe(false);
    expect(await second.claims.purge(-60_000)).toBe(60);
    expect(await second.claims.take('message:7')).toBe(true);
    first.close();
    second.close();
  });

  it('says of itself what it is and that it is whole', async () => {
    const store = await openStore(await newAddress());
    await store.outbox.add(message('a'));
    const check = await store.check();
    expect(check).toMatchObject({ journal: 'wal', integrity: [], foreignKeys: [], enforcesForeignKeys: true });
    expect(check.schema).toBe(check.knownSchema);
    expect(check.rows).toMatchObject({ outbox: 1, facts: 1, migrations: check.schema });
    expect(check.bytes).toBeGreaterThan(4_096);
    store.close();
  });

  it('of a later version is refused with one line', async () => {
    const address = await newAddress();
    (await openStore(address)).close();
    const database = await openDatabase(address);
    await database.write({ sql: 'INSERT INTO migrations (number, at) VALUES (999, 0)' });
    database.close();
    await expect(openStore(address)).rejects.toMatchObject({
      code: 'store-newer',
      message: expect.stringMatching(/^The store was written by a newer version \(schema 999, [^\n]+$/) as string,
    });
  });
});
