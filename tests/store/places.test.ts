import { expect, it } from 'vitest';
import { openStore } from '#verbatim/adapters/store/sql-store.js';
import { collectionsFor } from '#verbatim/core/collections/places.js';
import { describeEach } from './each-database.js';

describeEach('what is set for places', (newAddress) => {
  it('is kept, the last for each place, and found for the most specific one', async () => {
    const address = await newAddress();
    const first = await openStore(address);
    expect(await first.places.set('A', 'A', ['rules', ''])).toBe(true);
    await first.places.set('A', 'channel', ['novels']);
    await first.places.set('A', 'channel', ['rules']);
    await first.places.set('A', 'other', ['rules']);
    await first.places.set('A', 'other', null);
    first.close();
    const { places, close } = await openStore(address).then((store) => ({
      places: store.places,
      close: () => {
        store.close();
      },
    }));
    expect((await places.read()).rows).toEqual([
      { serverId: 'A', placeId: 'A', collections: ['rules', ''] },
      { serverId: 'A', placeId: 'channel', collections: ['rules'] },
    ]);
    const names = async (placeId: string) =>
      collectionsFor(await places.read(), { serverId: 'A', placeIds: [placeId] }).names;
    expect(await names('channel')).toEqual(['rules']);
    expect(await names('other')).toEqual(['rules', '']);
    close();
  });

  it('gives a collection to one server alone, unless a place of another asks it by name', async () => {
    const store = await openStore(await newAddress());
    const { places } = store;
    expect(await places.own('novels', 'A')).toBe(true);
    expect(await places.own('novels', 'A')).toBe(true);
    expect(await places.own('novels', 'B')).toBe(false);
    expect(await places.set('B', 'B', ['rules', 'novels'])).toBe(false);
    expect((await places.read()).rows).toEqual([]);
    expect(await places.set('B', 'B', ['rules'])).toBe(true);
    expect(await places.own('rules', 'A')).toBe(false);
    expect(await places.own('rules', 'B')).toBe(true);
    await places.disown('novels', 'B');
    expect([...(await places.read()).owners]).toEqual([
      ['novels', 'A'],
      ['rules', 'B'],
    ]);
    await places.disown('novels', 'A');
    expect(await places.own('novels', 'B')).toBe(true);
    store.close();
  });

  it('keeps the channels of a server, where they differ from the environment', async () => {
    const store = await openStore(await newAddress());
    await store.places.configure('A', { moderatorChannel: '1' });
    await store.places.configure('A', { moderatorChannel: null, allowedChannels: ['2', '3'] });
    expect((await store.places.read()).servers).toEqual(
      new Map([['A', { moderatorChannel: null, allowedChannels: ['2', '3'] }]]),
    );
    store.close();
  });

  it('part missed questions of one wording, where a place asks texts of its own', async () => {
    const store = await openStore(await newAddress());
    const person = await store.hashPerson('1');
    const asking = { guildId: 'A', question: 'Who?', lane: null, documentId: null, person } as const;
    const rest = { reason: 'too-weak', nearest: [], index: '1', downVote: null } as const;
    const ids = [];
    for (const placeId of [null, 'channel', null, 'channel']) {
      ids.push(await store.misses.record({ ...asking, ...rest, placeId }));
    }
    expect(new Set(ids).size).toBe(2);
    expect(await store.misses.findId({ ...asking, placeId: 'channel' })).toBe(ids[1]);
    expect(await store.misses.findId(asking)).toBe(ids[0]);
    await store.misses.optIn(ids[1] ?? 0, person, '1', 'de', ['thread', 'channel']);
    expect((await store.misses.listOptIns(ids)).map(({ placeIds }) => placeIds)).toEqual([['thread', 'channel']]);
    store.close();
  });
});
