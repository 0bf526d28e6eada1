import { setTimeout as sleep } from 'node:timers/promises';
import type { LeaseSight, Processes, ProcessSight } from '../../core/store/processes.js';
import { readToldPlan, shardOfName } from './share-shards.js';

/** Twice as long as between two beats, and some more. */
const watchedMs = 1_500;

/** Which processes are seen to live, and what each process has, by a look that takes a moment where there are any. */
export async function findLiving(
  store: Pick<Processes, 'look'>,
): Promise<{ readonly living: readonly ProcessSight[]; readonly leases: readonly LeaseSight[] }> {
  const first = await store.look();
  if (first.processes.length === 0) return { living: [], leases: first.leases };
  const before = new Map(first.processes.map(({ id, beat }) => [id, beat]));
  await sleep(watchedMs);
  const { processes, leases } = await store.look();
  return { living: processes.filter(({ id, beat }) => before.get(id) !== beat), leases };
}

/** A process as an admin would find it: `host-a (process 12, shards 0 and 1)`. */
export function describeProcess({ id, plan }: ProcessSight, leases: readonly LeaseSight[]): string {
  const told = readToldPlan(plan);
  const shards = leases.flatMap(({ name, holder }) => (holder === id ? (shardOfName(name) ?? []) : []));
  const has =
    shards.length === 0
      ? 'no shard'
      : `${shards.length === 1 ? 'shard' : 'shards'} ${shards.sort((a, b) => a - b).join(', ')}`;
  return told?.host === undefined ? `one with ${has}` : `${told.host} (process ${told.pid ?? '?'}, ${has})`;
}
