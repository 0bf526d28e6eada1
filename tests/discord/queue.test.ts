import { setImmediate } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { Cooldown } from '#verbatim/discord/request/cooldown.js';
import { FairQueue } from '#verbatim/app/asking/fair-queue.js';
import type { OpenIndex } from '#verbatim/app/asking/open-index.js';
import { askAgain } from '#verbatim/discord/features/misses/ask-again.js';
import type { Services } from '#verbatim/discord/services.js';
import { createLog } from '#verbatim/app/log.js';
import { ArrivalGate } from '#verbatim/discord/request/arrival-gate.js';
import { EventClaims } from '#verbatim/discord/request/event-claims.js';

describe('the queue', () => {
  test('lets people take turns', async () => {
    const queue = new FairQueue({ limit: 100, userLimit: 100, concurrency: 1 });
    const order: string[] = [];
    const add = (user: string, name: string) => {
      const ticket = queue.enter(user);
      if (typeof ticket === 'string') throw new Error(ticket);
      return ticket.run(() => {
        order.push(name);
        return Promise.resolve();
      });
    };
    await Promise.all([add('a', 'a1'), add('a', 'a2'), add('a', 'a3'), add('b', 'b1'), add('c', 'c1'), add('b', 'b2')]);
    expect(order).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
  });

  test('has bounds, in all and for each person', () => {
    const queue = new FairQueue({ limit: 3, userLimit: 2, concurrency: 1 });
    const first = queue.enter('a');
    queue.enter('a');
    expect(queue.enter('a')).toBe('user-full');
    queue.enter('b');
    expect(queue.enter('c')).toBe('full');
    if (typeof first !== 'string') first.leave();
    expect(typeof queue.enter('c')).toBe('object');
  });

  test('goes on when a task fails, and knows when it is idle', async () => {
    const queue = new FairQueue({ limit: 1, userLimit: 1, concurrency: 1 });
    const ticket = queue.enter('a');
    if (typeof ticket === 'string') throw new Error(ticket);
    const idle = queue.whenIdle();
    await expect(ticket.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    ticket.leave();
    await idle;
    expect(typeof queue.enter('a')).toBe('object');
  });
});

test('a pause counts down in whole seconds', () => {
  let now = 0;
  const cooldown = new Cooldown(5, () => now);
  expect(cooldown.secondsLeft('a')).toBe(0);
  cooldown.start('a');
  now = 1_500;
  expect([cooldown.secondsLeft('a'), cooldown.secondsLeft('b')]).toEqual([4, 0]);
  now = 5_000;
  expect(cooldown.secondsLeft('a')).toBe(0);
});

test('a pause does not grow when the clock is set back', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const cooldown = new Cooldown(5);
  cooldown.start('a');
  vi.setSystemTime(Date.now() - 86_400_000);
  expect(cooldown.secondsLeft('a')).toBeLessThanOrEqual(5);
  vi.useRealTimers();
});

describe('an event', () => {
  const take = (claims: EventClaims, id: string, answer: () => Promise<boolean>, areShared = false) => {
    const store = { claims: { take: answer, purge: () => Promise.resolve(0) } };
    const shards = { areShared };
    const services = { store, shards, arrivals: new ArrivalGate(), log: createLog('silent'), isStopping: false };
    return claims.take('interaction', id, services);
  };

  test('is answered once by a process, and only by the process that claims it', async () => {
    const claims = new EventClaims();
    const free = () => Promise.resolve(true);
    expect(await take(claims, '1', free)).toBe(true);
    expect(await take(claims, '1', free)).toBe(false);
    expect(await take(claims, '2', free)).toBe(true);
    expect(await take(claims, '3', () => Promise.resolve(false))).toBe(false);
  });

  test('is answered though the store fails or does not answer in time', async () => {
    const claims = new EventClaims();
    expect(await take(claims, '1', () => Promise.reject(new Error('gone')))).toBe(true);
    expect(await take(claims, '2', () => new Promise(() => undefined))).toBe(true);
  });

  test('is not answered unclaimed where other processes may be sent it, and may come again', async () => {
    const claims = new EventClaims();
    const free = () => Promise.resolve(true);
    expect(await take(claims, '1', () => Promise.reject(new Error('gone')), true)).toBe(false);
    expect(await take(claims, '1', free, true)).toBe(true);
    expect(await take(claims, '2', () => new Promise(() => undefined), true)).toBe(false);
    expect(await take(claims, '3', free, true)).toBe(true);
  });
});

test('missed questions that are asked again leave everything else its turn, one by one', async () => {
  const misses = Array.from({ length: 40 }, (_, id) => ({
    ...{ id, guildId: '1', question: `What is ${id}?`, lane: null, documentId: null, state: 'open', nearest: [] },
    ...{ index: 'old', embedding: { model: 'model', vector: new Float32Array(1) }, askings: 1, people: ['ada'] },
    ...{ firstAtMs: 0, lastAtMs: 0, reasons: [], downVoted: [], isAwaited: false, answer: null, leaderId: null },
  }));
  let turns = 0;
  const takenBefore: number[] = [];
  const index = {
    manifest: { version: 'new', model: { checksum: 'model' } },
    within: () => Promise.resolve(index),
    readMeaning: () => ({ asked: null, words: [], modal: null, isQuestion: true }),
    ask: () => {
      takenBefore.push(turns);
      return Promise.resolve({ status: 'not-found', quotes: [], nearest: [] });
    },
  } as unknown as OpenIndex; // what asking again needs of one
  const services = {
    store: {
      misses: {
        list: () => Promise.resolve(misses),
        find: (id: number) => Promise.resolve(misses[id]),
        saveEmbeddings: () => Promise.resolve(),
        keepOpen: () => Promise.resolve(),
      },
    },
    queue: new FairQueue({ limit: 1, userLimit: 1, concurrency: 1 }),
    arrivals: new ArrivalGate(),
    library: { current: index },
    places: { current: { rows: [], owners: new Map(), servers: new Map() } },
    log: createLog('silent'),
    isStopping: false,
  } as unknown as Services; // what asking again needs of them
  let isOver = false;
  const takeTurns = async (): Promise<void> => {
    for (; !isOver; turns++) await setImmediate();
  };
  const others = takeTurns();
  expect(await askAgain(services, index)).toBe(true);
  isOver = true;
  await others;
  expect(takenBefore.length).toBe(misses.length);
  expect(takenBefore.every((taken, i) => taken > (takenBefore[i - 1] ?? misses.length))).toBe(true);
});
