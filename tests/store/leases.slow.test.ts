import { afterEach, expect, it, vi } from 'vitest';
import { LeaseKeeper, leaseMs } from '#verbatim/app/processes/lease-keeper.js';
import { whileHeld } from '#verbatim/app/processes/leases.js';
import type { DatabaseAddress } from '#verbatim/adapters/store/database-address.js';
import { migrate } from '#verbatim/adapters/store/migrations.js';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import { SqlOutbox } from '#verbatim/adapters/store/sql-outbox.js';
import { SqlProcesses } from '#verbatim/adapters/store/sql-processes.js';
import type { Processes, ProcessesSight } from '#verbatim/core/store/processes.js';
import { describeEach } from './each-database.js';

const message = { key: 'k', target: { kind: 'user', id: '1' }, body: '{}' } as const;

afterEach(() => {
  vi.useRealTimers();
});

describeEach('a lease', (newAddress) => {
  /** A process with clocks and a connection of its own, which can be cut. */
  async function startProcess(address: DatabaseAddress) {
    const database = await openDatabase(address);
    await migrate(database);
    const processes = new SqlProcesses(database);
    const state = { nowMs: 0, isCut: false, log: [] as string[] };
    const through =
      <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
      (...args: Args): Promise<Result> =>
        state.isCut ? Promise.reject(new Error('cut')) : call.apply(processes, args);
    const store: Processes = {
      look: through(processes.look.bind(processes)),
      enter: through(processes.enter.bind(processes)),
      beat: through(processes.beat.bind(processes)),
      bury: through(processes.bury.bind(processes)),
      take: through(processes.take.bind(processes)),
      release: through(processes.release.bind(processes)),
      leave: through(processes.leave.bind(processes)),
      close: () => undefined,
    };
    let beats = 0;
    const sights: ProcessesSight[] = [];
    const keeper = new LeaseKeeper(store, {
      onSight: (sight) => {
        beats++;
        sights.push(sight);
      },
      onFailure: () => undefined,
      now: () => state.nowMs,
    });
    expect(await keeper.open(1, '')).toEqual([]);
    keeper.want('outbox', {
      onGain: (note) => state.log.push(`gained ${note ?? 'nothing'}`),
      onLose: () => state.log.push('lost'),
    });
    return {
      state,
      keeper,
      sights,
      outbox: new SqlOutbox(database),
      /** Waits for a beat that begins later. */
      beat: async () => {
        const before = beats;
        await vi.waitFor(() => {
          expect(beats).toBeGreaterThan(before + 1);
        }, 20_000);
      },
      end: async () => {
        await keeper.close();
        database.close();
      },
    };
  }

  it('passes to another process only after the one that is cut off has stopped', async () => {
    const address = await newAddress();
    const first = await startProcess(address);
    await first.beat();
    const second = await startProcess(address);
    await second.beat();
    expect([first.state.log, second.state.log]).toEqual([['gained nothing'], []]);
    const fence = first.keeper.grip('outbox')?.fence ?? null;
    first.keeper.note('outbox', 'half way');
    await first.beat();
    await second.beat();
    first.state.isCut = true;
    first.state.nowMs += leaseMs - 1;
    second.state.nowMs += leaseMs - 1;
    await second.beat();
    expect([first.keeper.grip('outbox')?.fence, second.keeper.grip('outbox')]).toEqual([fence, null]);
    first.state.nowMs += 1;
    second.state.nowMs += 1;
    expect(first.keeper.grip('outbox')).toBeNull();
    await second.beat();
    expect(second.keeper.grip('outbox')).toBeNull();
    second.state.nowMs += 300;
    await vi.waitFor(() => {
      expect(second.state.log).toEqual(['gained half way']);
    }, 20_000);
    await first.outbox.add(message);
    expect(await first.outbox.claim(1_000, fence)).toBeNull();
    first.state.isCut = false;
    await first.beat();
    expect(first.keeper.grip('outbox')).toBeNull();
    await second.end();
    await vi.waitFor(() => {
      expect(first.state.log).toEqual(['gained nothing', 'lost', 'gained half way']);
    }, 20_000);
    await first.end();
  });

  it('is given back with the last word of its holder, at one moment, while that one still lives', async () => {
    const address = await newAddress();
    const first = await startProcess(address);
    await first.beat();
    const second = await startProcess(address);
    await second.beat();
    first.keeper.note('outbox', 'half way');
    first.keeper.tell('leaving');
    const released = first.keeper.release('outbox');
    expect(first.state.log).toEqual(['gained nothing', 'lost']); // before anybody else can know
    await released;
    await vi.waitFor(() => {
      expect(second.state.log).toEqual(['gained half way']);
    }, 20_000);
    const free = second.sights.filter(({ leases }) => leases.some(({ holder }) => holder === null));
    expect(free.length).toBeGreaterThan(0);
    expect(free.map(({ processes }) => processes.map(({ plan }) => plan).sort())).toEqual(
      free.map(() => ['', 'leaving']),
    );
    await first.beat();
    expect(
      first.sights
        .at(-1)
        ?.processes.map(({ plan }) => plan)
        .sort(),
    ).toEqual(['', 'leaving']);
    await first.end();
    await second.end();
  });

  it('goes on with the same process when its machine has stood still and nobody else has begun', async () => {
    const only = await startProcess(await newAddress());
    await only.beat();
    const before = only.keeper.grip('outbox')?.fence;
    only.state.nowMs += 3_600_000;
    expect(only.keeper.grip('outbox')).toBeNull();
    await vi.waitFor(() => {
      expect(only.keeper.grip('outbox')).not.toBeNull();
    }, 20_000);
    expect(before).toMatchObject({ name: 'outbox' });
    await only.end();
  });

  it('stays where it is when the clocks of machines are set', async () => {
    const address = await newAddress();
    const first = await startProcess(address);
    await first.beat();
    const second = await startProcess(address);
    for (const atMs of [Date.now() + 86_400_000_000, 0]) {
      vi.useFakeTimers({ toFake: ['Date'], now: atMs });
      await second.beat();
      await first.beat();
    }
    expect(first.keeper.grip('outbox')).not.toBeNull();
    expect([first.state.log, second.state.log]).toEqual([['gained nothing'], []]);
    await first.end();
    await second.end();
  });

  it('is waited for by one process after the other', async () => {
    const address = await newAddress();
    const processes = [await startProcess(address), await startProcess(address), await startProcess(address)];
    let atWork = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++atWork);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return --atWork;
    };
    const stop = new AbortController();
    const done = processes.map(({ keeper }) => whileHeld(keeper, 'index:here', work, stop.signal));
    expect(await Promise.all(done)).toEqual([0, 0, 0]);
    expect(most).toBe(1);
    const [first, second] = processes;
    if (!first || !second) return;
    const begun = whileHeld(first.keeper, 'index:here', () => new Promise(() => undefined), stop.signal);
    await first.beat();
    const waiting = whileHeld(second.keeper, 'index:here', work, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toThrow('stopped');
    begun.catch(() => undefined);
    for (const each of processes) await each.end();
  });
});
