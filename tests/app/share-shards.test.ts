import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameShard, shareShards, type ToldPlan } from '#verbatim/app/processes/share-shards.js';
import { inspectBotSettings } from '#verbatim/app/settings.js';

type Plan = Omit<ToldPlan, 'count'>;
const all: Plan = { own: [], takesOthers: true };
const only = (...own: number[]): Plan => ({ own, takesOthers: false });
const leaving: Plan = { own: [], takesOthers: false };
const joining: Plan = { ...all, isJoining: true };
const first = (...own: number[]): Plan => ({ own, takesOthers: true });

/** Processes that come and go, each doing in turn what it should, until nothing changes any more. */
class Bot {
  readonly holders: (string | null)[];
  moves = 0;
  /** Whether all have come only now. */
  areNew = false;

  constructor(
    readonly count: number,
    readonly plans: Map<string, Plan>,
  ) {
    this.holders = Array.from({ length: count }, () => null);
  }

  settle(): Record<string, number[]> {
    for (let rounds = 0, isQuiet = false; !isQuiet; rounds++) {
      if (rounds > 10 * this.count) throw new Error('It never comes to rest.');
      isQuiet = true;
      for (const id of this.plans.keys()) {
        if (this.plans.get(id)?.isJoining === true) continue;
        const { take, giveUp } = shareShards(this.count, this.sight(), id, this.areNew);
        for (const shard of take) if (this.holderOf(shard) === null) this.holders[shard] = id;
        if (giveUp !== null && this.holderOf(giveUp) === id) this.holders[giveUp] = null;
        this.moves += take.length;
        if (take.length > 0 || giveUp !== null) isQuiet = false;
      }
    }
    const held = (id: string) => this.holders.flatMap((holder, shard) => (holder === id ? [shard] : []));
    return Object.fromEntries([...this.plans.keys()].map((id) => [id, held(id)]));
  }

  private holderOf(shard: number): string | null {
    const holder = this.holders[shard] ?? null;
    return holder !== null && this.plans.has(holder) ? holder : null;
  }

  private sight() {
    const { count } = this;
    return {
      processes: [...this.plans].map(([id, plan]) => ({ id, beat: 1, plan: JSON.stringify({ count, ...plan }) })),
      leases: this.holders.map((holder, shard) => ({ name: nameShard(shard), holder, note: null })),
    };
  }
}

describe('shards', () => {
  it('are shared equally, and few change hands when a process comes or goes', () => {
    const bot = new Bot(12, new Map([['a', all]]));
    expect(bot.settle()).toEqual({ a: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] });
    bot.plans.set('b', all);
    expect(bot.settle()).toEqual({ a: [0, 1, 2, 3, 4, 5], b: [6, 7, 8, 9, 10, 11] });
    bot.plans.set('c', all);
    expect(bot.settle()).toEqual({ a: [0, 1, 2, 3], b: [6, 7, 8, 9], c: [4, 5, 10, 11] });
    bot.plans.delete('a');
    bot.moves = 0;
    expect(bot.settle()).toEqual({ b: [0, 1, 6, 7, 8, 9], c: [2, 3, 4, 5, 10, 11] });
    expect(bot.moves).toBe(4);
  });

  it('of a list are never taken by another list, and wait for their process', () => {
    const plans = new Map([
      ['a', only(0, 1)],
      ['b', only(1, 2)],
    ]);
    const bot = new Bot(4, plans);
    expect(bot.settle()).toEqual({ a: [0, 1], b: [2] });
    bot.plans.delete('a');
    expect(bot.settle()).toEqual({ b: [1, 2] });
  });

  it('of a pod that is gone are taken by the others, and given back when it comes again', () => {
    const plans = new Map([
      ['a', first(0, 1)],
      ['b', first(2, 3)],
      ['c', first(4, 5)],
    ]);
    const bot = new Bot(6, plans);
    expect(bot.settle()).toEqual({ a: [0, 1], b: [2, 3], c: [4, 5] });
    bot.plans.delete('b');
    expect(bot.settle()).toEqual({ a: [0, 1, 2], c: [3, 4, 5] });
    bot.plans.set('d', first(2, 3));
    expect(bot.settle()).toEqual({ a: [0, 1], c: [4, 5], d: [2, 3] });
  });

  it('of a process that leaves are taken by the others while it is still there', () => {
    const plans = new Map([
      ['a', all],
      ['b', all],
    ]);
    const bot = new Bot(4, plans);
    expect(bot.settle()).toEqual({ a: [0, 1], b: [2, 3] });
    plans.set('a', leaving);
    bot.holders.fill(null, 0, 2); // released with the same step
    expect(bot.settle()).toEqual({ a: [], b: [0, 1, 2, 3] });
  });

  it('stay where they are until a process that has come takes shards', () => {
    const plans = new Map([['a', all]]);
    const bot = new Bot(4, plans);
    bot.settle();
    plans.set('b', joining);
    plans.set('c', { ...joining, own: [0] });
    expect(bot.settle()).toEqual({ a: [0, 1, 2, 3], b: [], c: [] });
    expect(bot.holders).toEqual(['a', 'a', 'a', 'a']);
    plans.set('b', all);
    plans.set('c', first(0));
    expect(bot.settle()).toEqual({ a: [1], b: [3], c: [0, 2] });
  });

  it('are left to those that have come at the same time, for a while', () => {
    const plans = new Map([
      ['a', all],
      ['b', joining],
      ['c', { ...joining, own: [1] }],
    ]);
    const bot = new Bot(5, plans);
    bot.areNew = true;
    expect(bot.settle()).toEqual({ a: [0, 2], b: [], c: [] });
    bot.areNew = false;
    expect(bot.settle()).toEqual({ a: [0, 1, 2, 3, 4], b: [], c: [] });
  });

  it('are all held, each by one process, whoever comes and goes', () => {
    const plan = fc.oneof(
      fc.constant(all),
      fc.array(fc.nat(19), { maxLength: 5 }).map((own) => first(...new Set(own))),
      fc.constantFrom(joining, leaving),
    );
    const events = fc.array(fc.tuple(fc.nat(6), fc.option(plan)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), events, (count, changes) => {
        const bot = new Bot(count, new Map());
        for (const [name, change] of changes) {
          if (change === null) bot.plans.delete(String(name));
          else bot.plans.set(String(name), { ...change, own: change.own.filter((shard) => shard < count) });
          const held = Object.values(bot.settle()).flat();
          const takes = [...bot.plans.values()].some((each) => each.takesOthers && each.isJoining !== true);
          if (takes) expect(held.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
        }
      }),
    );
  });
});

describe('SHARDS', () => {
  const read = (environment: NodeJS.ProcessEnv) => {
    const { settings, faults } = inspectBotSettings({ DATABASE_URL: 'postgres://127.0.0.1/store', ...environment });
    return faults.length > 0 ? faults.map(({ name }) => name).join() : settings.shards;
  };

  it.each([
    [{}, { count: null, own: [], takesOthers: true }],
    [{ SHARDS: 'all' }, { count: null, own: [], takesOthers: true }],
    [{ SHARDS: 'all/8' }, { count: 8, own: [], takesOthers: true }],
    [{ SHARDS: '0, 1,2/8' }, { count: 8, own: [0, 1, 2], takesOthers: false }],
    [
      { SHARDS: 'pod:4/10', HOSTNAME: 'verbatim-2' },
      { count: 10, own: [8, 9], takesOthers: true },
    ],
    [{ SHARDS: 'pod:4/10', HOSTNAME: 'verbatim' }, 'HOSTNAME'],
    [{ SHARDS: '0,1,2' }, 'SHARDS'],
    [{ SHARDS: '8/8' }, 'SHARDS'],
    [{ SHARDS: 'all/0' }, 'SHARDS'],
    [{ SHARDS: '[0]' }, 'SHARDS'],
    [{ DATABASE_URL: '' }, null],
    [{ DATABASE_URL: '', SHARDS: 'all' }, 'SHARDS'],
    [{ DATABASE_URL: 'libsql://store.example', SHARDS: 'all' }, 'SHARDS'],
  ])('%j is read, or refused where it cannot be', (environment, expected) => {
    expect(read(environment)).toEqual(expected);
  });
});
