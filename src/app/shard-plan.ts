import { isPostgresUrl } from '../adapters/store/database-address.js';
import type { SettingsReader } from './settings-reader.js';

/** Which connections to Discord this process has, of all that its bot has. */
export interface ShardPlan {
  /** How many the bot has in all; null for as many as its other processes say, else Discord. */
  readonly count: number | null;
  /** Those that this one has before all others, by their numbers from 0. */
  readonly own: readonly number[];
  /** Whether it has its part of those, too, that are no living process's own. */
  readonly takesOthers: boolean;
}

const maxShards = 10_000;
const expected =
  '"all", "all/8" for eight in all, "0,1,2/8" for three of eight, or "pod:4/12" for the next four of twelve in each pod of a StatefulSet';

/** Reads `SHARDS`; null where one process has the store for itself, and with it all of Discord. */
export function readShardPlan(reader: SettingsReader, databaseUrl: string | null): ShardPlan | null {
  const given = reader.text('SHARDS');
  if (databaseUrl === null || !isPostgresUrl(databaseUrl)) {
    if (given !== '') reader.refuse('SHARDS', 'nothing without a PostgreSQL server in DATABASE_URL', `"${given}"`);
    return null;
  }
  const match = /^(?:(all)|pod:(\d{1,5})|(\d{1,5}(?:\s*,\s*\d{1,5})*))(?:\s*\/\s*(\d{1,5}))?$/.exec(given || 'all');
  const [, all, perPod, list] = match ?? [];
  const count = match?.[4] === undefined ? null : Number(match[4]);
  let plan: Omit<ShardPlan, 'count'> = { own: [], takesOthers: true };
  if (list !== undefined) plan = { own: [...new Set(list.split(',').map(Number))], takesOthers: false };
  if (perPod !== undefined) plan = readPod(reader, Number(perPod), count ?? 0);
  const isWrong =
    !match ||
    (count === null ? all === undefined : count < 1 || count > maxShards || plan.own.some((id) => id >= count));
  if (isWrong) reader.refuse('SHARDS', expected, `"${given}"`);
  return { count, ...plan };
}

/** https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#ordinal-index */
function readPod(reader: SettingsReader, perPod: number, count: number): Omit<ShardPlan, 'count'> {
  const name = reader.text('HOSTNAME');
  const ordinal = /-(\d{1,5})$/.exec(name)?.[1];
  if (ordinal === undefined) reader.refuse('HOSTNAME', 'the name of a pod that ends in its number', `"${name}"`);
  const first = Number(ordinal ?? 0) * perPod;
  const own = Array.from({ length: perPod }, (_, i) => first + i).filter((id) => id < count);
  return { own, takesOthers: true };
}
