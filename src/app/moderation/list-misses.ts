import { collectionOf, isAsked, type CollectionScope } from '../../core/collections/collection.js';
import type { MissGroup } from '../../core/misses/miss-group.js';
import type { Miss } from '../../core/misses/miss-store.js';
import type { Store } from '../../core/store/store.js';
import { groupMisses } from '../asking/group-misses.js';
import type { OpenIndex } from '../asking/open-index.js';

/** How far back missed questions are listed. */
export const periods = ['day', 'week', 'month', 'all'] as const;
export type Period = (typeof periods)[number];

const dayMs = 86_400_000;
const lengthsMs: Readonly<Record<Period, number>> = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs, all: Infinity };

/** Most wordings that are grouped: comparing each with each other takes a fraction of a second for these. */
export const maxWordings = 1_000;

export interface MissList {
  readonly groups: readonly MissGroup[];
  /** How often any of them was asked. */
  readonly askings: number;
  /** How many people asked any of them. */
  readonly people: number;
  /** Whether there are more wordings than are looked at. */
  readonly isCapped: boolean;
}

type MissStore = Pick<Store, 'misses'>;

/** The open missed questions of one guild; of all guilds, but never of direct messages, where `guildId` is null. */
export async function listMisses(
  guildId: string | null,
  period: Period,
  library: OpenIndex,
  { misses: store }: MissStore,
): Promise<MissList> {
  const filter = { sinceMs: startOfPeriod(period, Date.now()), limit: maxWordings };
  const listed = await store.list(guildId === null ? filter : { ...filter, guildId });
  const misses = listed.filter((miss) => belongsTo(miss, guildId));
  const groups = (await groupMisses(misses, library, store)).filter(({ isDismissed }) => !isDismissed);
  const people = new Set(groups.flatMap(({ wordings }) => wordings.flatMap((miss) => miss.people)));
  const askings = groups.reduce((sum, group) => sum + group.askings, 0);
  return { groups, askings, people: Math.max(1, people.size), isCapped: listed.length >= maxWordings };
}

/** The list without the places nearby that are of collections which are not asked where it is shown. */
export function withholdPlaces(list: MissList, scope: CollectionScope): MissList {
  const hide = (miss: Miss): Miss => {
    const nearest = miss.nearest.filter(({ path }) => isAsked(collectionOf(path), scope));
    return nearest.length === miss.nearest.length ? miss : { ...miss, nearest };
  };
  const groups = list.groups.map((group) => ({
    ...group,
    leader: hide(group.leader),
    wordings: group.wordings.map(hide),
  }));
  return { ...list, groups };
}

/** A missed question that was set aside or taken back, by the id that undoes it. */
export interface ChangedMiss {
  readonly id: number;
  readonly question: string;
}

/** Sets the groups aside that these misses stand for; what is no longer there is left out. */
export async function dismissMisses(
  missIds: readonly number[],
  guildId: string | null,
  library: OpenIndex,
  store: MissStore,
): Promise<ChangedMiss[]> {
  // Whatever the period: those of a group that were asked before it are meant as well.
  const { groups } = await listMisses(guildId, 'all', library, store);
  return changeEach(missIds, guildId, store, (owner, id) => {
    const group = groups.find(({ wordings }) => wordings.some((each) => each.id === id));
    const ids = group?.wordings.map((each) => each.id) ?? [];
    return store.misses.dismiss(owner, ids, id);
  });
}

/** Takes groups back into the list. */
export function restoreMisses(
  missIds: readonly number[],
  guildId: string | null,
  store: MissStore,
): Promise<ChangedMiss[]> {
  return changeEach(missIds, guildId, store, (owner, id) => store.misses.restore(owner, id));
}

/** Those of the misses of which `change`, given the guild and the id, says that it has changed something. */
async function changeEach(
  missIds: readonly number[],
  guildId: string | null,
  { misses: store }: MissStore,
  change: (owner: string, id: number) => Promise<number>,
): Promise<ChangedMiss[]> {
  const changed: ChangedMiss[] = [];
  for (const id of missIds) {
    const miss = await store.find(id);
    if (!miss || !belongsTo(miss, guildId)) continue;
    if ((await change(miss.guildId, id)) > 0) changed.push({ id, question: miss.question });
  }
  return changed;
}

function belongsTo(miss: Miss, guildId: string | null): miss is Miss & { readonly guildId: string } {
  return guildId === null ? miss.guildId !== null : miss.guildId === guildId;
}

/** When a period that ends at `nowMs` begins, in milliseconds since 1970. */
function startOfPeriod(period: Period, nowMs: number): number {
  return Math.max(0, nowMs - lengthsMs[period]);
}
