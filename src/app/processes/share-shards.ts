import type { ProcessesSight } from '../../core/store/processes.js';
import type { ShardPlan } from '../shard-plan.js';

const prefix = 'shard:';

export function nameShard(id: number): string {
  return `${prefix}${id}`;
}

/** What a process tells the others of itself. */
export type ToldPlan = Omit<ShardPlan, 'count'> & { readonly count: number };

/** Null for what another version has told. */
export function readToldPlan(text: string): ToldPlan | null {
  const { count, own, takesOthers } = JSON.parse(text) as Partial<ToldPlan>; // ours, or that of another version
  if (typeof count !== 'number' || !Array.isArray(own) || typeof takesOthers !== 'boolean') return null;
  return { count, own, takesOthers };
}

/**
 * Which shards a process should have beside those it has, and which one it should give up, by what all processes see alike: each has its
 * own, and of those that are no living process's own an equal part. Few change hands: what somebody has stays there unless that is too
 * much, and then one goes at a time, so that no two are on their way at once.
 */
export function shareShards(
  count: number,
  { processes, leases }: ProcessesSight,
  ownId: string,
): { readonly take: readonly number[]; readonly giveUp: number | null } {
  const plans = new Map(processes.map(({ id, plan }) => [id, readToldPlan(plan)]));
  const mine = plans.get(ownId);
  if (!mine) return { take: [], giveUp: null };
  const holders = new Map(
    leases.map(({ name, holder }) => [name, holder !== null && plans.has(holder) ? holder : null]),
  );
  const holderOf = (id: number): string | null => holders.get(nameShard(id)) ?? null;
  const all = Array.from({ length: count }, (_, id) => id);
  const owned = new Set([...plans.values()].flatMap((plan) => plan?.own ?? []));
  const orphans = all.filter((id) => !owned.has(id));
  const takers = [...plans.values()].filter((plan) => plan?.takesOthers).length;
  const share = takers === 0 ? 0 : Math.ceil(orphans.length / takers);

  const held = all.filter((id) => holderOf(id) === ownId);
  const heldOrphans = held.filter((id) => !owned.has(id));
  const freeOrphans = orphans.filter((id) => holderOf(id) === null);
  const others = held.filter((id) => owned.has(id) && !mine.own.includes(id));
  const isTooMuch = heldOrphans.length > share && freeOrphans.length === 0;

  const takenOrphans = mine.takesOthers ? freeOrphans.slice(0, Math.max(0, share - heldOrphans.length)) : [];
  return {
    take: [...mine.own.filter((id) => holderOf(id) === null), ...takenOrphans],
    giveUp: others[0] ?? (isTooMuch ? (heldOrphans.at(-1) ?? null) : null),
  };
}
