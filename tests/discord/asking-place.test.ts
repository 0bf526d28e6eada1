import { setTimeout } from 'node:timers/promises';
import type { Channel, Client } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { PlaceWatch } from '#verbatim/app/asking/place-watch.js';
import type { PlaceTable } from '#verbatim/core/collections/places.js';
import { locateChannel, patientlyMs, placeIdsOf, rowIdOf, scopeOf } from '#verbatim/discord/request/asking-place.js';
import type { Services } from '#verbatim/discord/services.js';

const nothing: PlaceTable = { rows: [], owners: new Map(), servers: new Map() };
const tableOf = (placeId: string): PlaceTable => ({
  ...nothing,
  rows: [{ serverId: 'A', placeId, collections: ['rules'] }],
});
const servicesOf = (current: PlaceTable) => ({ places: { current } }) as unknown as Pick<Services, 'places'>;

describe('where something is asked', () => {
  const category = { id: 'category', isThread: () => false, parentId: null };
  const channel = { id: 'channel', isThread: () => false, parentId: 'category' };
  const thread = { id: 'thread', isThread: () => true, parentId: 'channel', parent: null };
  const known = new Map([category, channel].map((each) => [each.id, each]));
  const client = {
    channels: {
      cache: known,
      fetch: (id: string) => (id === 'thread' ? Promise.resolve(thread) : Promise.reject(new Error('no'))),
    },
  } as unknown as Client;

  test('is a thread in a channel in a category, looked up where it is not known', async () => {
    const place = { guildId: 'A', ...(await locateChannel(client, 'thread')) };
    expect(placeIdsOf(place)).toEqual(['thread', 'channel', 'category']);
    expect(await locateChannel(client, 'channel', channel as unknown as Channel)).toEqual({
      channelId: 'channel',
      parentId: null,
      categoryId: 'category',
    });
    expect(await locateChannel(client, 'elsewhere')).toEqual({ channelId: 'elsewhere', parentId: null });
  });

  test('is waited for longer where nobody waits', async () => {
    const late = async (): Promise<unknown> => {
      await setTimeout(1_500);
      return thread;
    };
    const slow = { channels: { cache: known, fetch: late } } as unknown as Client;
    expect(await locateChannel(slow, 'thread')).toEqual({ channelId: 'thread', parentId: null });
    const found = await locateChannel(slow, 'thread', null, patientlyMs);
    expect(placeIdsOf({ guildId: 'A', ...found })).toEqual(['thread', 'channel', 'category']);
  });

  test('asks nothing where its category is not known and might ask something of its own', async () => {
    const unknown = { guildId: 'A', ...(await locateChannel(client, 'elsewhere')) };
    expect(scopeOf(unknown, servicesOf(tableOf('category')))).toEqual({ kind: 'only', names: [] });
    expect(scopeOf(unknown, servicesOf(tableOf('elsewhere')))).toEqual({ kind: 'only', names: ['rules'] });
    expect(scopeOf(unknown, servicesOf(tableOf('A')))).toEqual({ kind: 'only', names: ['rules'] });
    expect(scopeOf(unknown, servicesOf(nothing))).toEqual({ kind: 'all-but', names: [] });
    expect(scopeOf({ ...unknown, guildId: null }, servicesOf(tableOf('category')))).toEqual({
      kind: 'all-but',
      names: [],
    });
  });

  test('is named by the row that it goes by, unless that is the server’s', () => {
    const place = { guildId: 'A', channelId: 'channel', parentId: null, categoryId: 'category' };
    expect(rowIdOf(place, servicesOf(tableOf('category')))).toBe('category');
    expect(rowIdOf(place, servicesOf(tableOf('A')))).toBeNull();
    expect(rowIdOf(place, servicesOf(nothing))).toBeNull();
  });
});

describe('what is set for places', () => {
  test('holds as it was read last while the store fails, and nothing is known before', async () => {
    const answers: (PlaceTable | null)[] = [null, nothing, tableOf('A'), null, tableOf('A')];
    const events: string[] = [];
    const read = (): Promise<PlaceTable> => {
      const answer = answers.shift();
      return answer ? Promise.resolve(answer) : Promise.reject(new Error('no store'));
    };
    const watch = new PlaceWatch(
      { read },
      { onChange: () => events.push('changed'), onFailure: () => events.push('failed') },
    );
    await watch.refresh();
    expect(() => watch.current).toThrow('could not be read');
    await watch.refresh();
    expect(watch.current).toBe(nothing);
    for (let i = 0; i < 3; i++) await watch.refresh();
    expect(watch.current).toEqual(tableOf('A'));
    expect(events).toEqual(['failed', 'changed', 'failed']);
  });

  test('is never older than what was read later', async () => {
    const answer: ((table: PlaceTable) => void)[] = [];
    const read = (): Promise<PlaceTable> => new Promise((resolve) => answer.push(resolve));
    const watch = new PlaceWatch({ read }, { onChange: () => undefined, onFailure: () => undefined });
    const [first, second] = [watch.refresh(), watch.refresh()];
    answer[1]?.(tableOf('A'));
    await second;
    answer[0]?.(nothing);
    await first;
    expect(watch.current).toEqual(tableOf('A'));
  });
});
