import type { ProcessesSight } from '../../core/store/processes.js';
import type { ShardPlan } from '../shard-plan.js';

const prefix = 'shard:';

export function nameShard(id: number): string {
  return `${prefix}${id}`;
}

/** The number of a shard's lease; null for that of other work. */
export function shardOfName(name: string): number | null {
  return name.startsWith(prefix) ? Number(name.slice(prefix.length)) : null;
}

/** What a process tells the others of itself. */
export type ToldPlan = Omit<ShardPlan, 'count'> & {
  readonly count: number;
  /** It has come, but takes no shards yet. */
  readonly isJoining?: boolean;
  /** The machine that it runs on, and its number there, for admins. */
  readonly host?: string;
  readonly pid?: number;
};

/** Null for what another version has told. */
export function readToldPlan(text: string): ToldPlan | null {
  const told = JSON.parse(text) as Partial<ToldPlan>; // ours, or that of another version
  const { count, own, takesOthers } = told;
  if (typeof count !== 'number' || !Array.isArray(own) || typeof takesOthers !== 'boolean') return null;
  return { ...told, count, own, takesOthers, isJoining: told.isJoining === true };
}

/** Whether a process other than this one takes shards already. */
export function isShared({ processes }: ProcessesSight, ownId: string): boolean {
  return processes.some(({ id, plan }) => {
    const told = readToldPlan(plan);
    return id !== ownId && told?.isJoining === false && (told.takesOthers || told.own.length > 0);
  });
}

/**
 * Which shards a process should have beside those it has, and which one it should give up, by what all processes see alike: each has its
 * own, and of those that are no living process's own an equal part. Few change hands: what somebody has stays there unless that is too
 * much, and then one goes at a time, so that no two are on their way at once. Nobody gives up anything for a process that takes no shards
 * yet, so that none is without a connection; one that is `new` itself leaves the part of those that have come with it.
 */
export function shareShards(
  count: number,
  { processes, leases }: ProcessesSight,
  ownId: string,
  isNew: boolean,
): { readonly take: readonly number[]; readonly giveUp: number | null } {
  const plans = new Map(processes.map(({ id, plan }) => [id, readToldPlan(plan)]));
  const mine = plans.get(ownId);
  if (!mine) return { take: [], giveUp: null };
  const holders = new Map(
    leases.map(({ name, holder }) => [name, holder !== null && plans.has(holder) ? holder : null]),
  );
  const holderOf = (id: number): string | null => holders.get(nameShard(id)) ?? null;
  const all = Array.from({ length: count }, (_, id) => id);
  const held = all.filter((id) => holderOf(id) === ownId);
  const divide = (among: readonly (ToldPlan | null)[]) => {
    const owned = new Set(among.flatMap((plan) => plan?.own ?? []));
    const orphans = all.filter((id) => !owned.has(id));
    const takers = among.filter((plan) => plan?.takesOthers).length;
    return {
      owned,
      share: takers === 0 ? 0 : Math.ceil(orphans.length / takers),
      heldOrphans: held.filter((id) => !owned.has(id)),
      freeOrphans: orphans.filter((id) => holderOf(id) === null),
    };
  };
  const now = divide([mine, ...[...plans.values()].filter((plan) => plan !== mine && plan?.isJoining === false)]);
  const soon = isNew ? divide([...plans.values()]) : now;

  const takenOrphans = mine.takesOthers
    ? soon.freeOrphans.slice(0, Math.max(0, soon.share - soon.heldOrphans.length))
    : [];
  const others = held.filter((id) => now.owned.has(id) && !mine.own.includes(id));
  const isTooMuch = now.heldOrphans.length > now.share && now.freeOrphans.length === 0;
  return {
    take: [...mine.own.filter((id) => holderOf(id) === null), ...takenOrphans],
    giveUp: others[0] ?? (isTooMuch ? (now.heldOrphans.at(-1) ?? null) : null),
  };
}
