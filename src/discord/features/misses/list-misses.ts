import { groupMisses } from '../../../app/asking/group-misses.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';
import type { MissGroup } from '../../../core/misses/miss-group.js';
import type { Store } from '../../../core/store/store.js';
import { startOfPeriod, type Period } from './period.js';

/** Most wordings of one guild that are grouped: comparing each with each other takes a fraction of a second for these. */
export const maxWordings = 1_000;

export interface MissList {
  readonly groups: readonly MissGroup[];
  /** How many people asked any of them. */
  readonly people: number;
  /** Whether there are more wordings than are looked at. */
  readonly isCapped: boolean;
}

/** The open missed questions of one guild. */
export async function listMisses(
  guildId: string,
  period: Period,
  library: OpenIndex,
  { misses: store }: Pick<Store, 'misses'>,
): Promise<MissList> {
  const misses = await store.list({ guildId, sinceMs: startOfPeriod(period, Date.now()), limit: maxWordings });
  const groups = (await groupMisses(misses, library, store)).filter(({ isDismissed }) => !isDismissed);
  const people = new Set(groups.flatMap(({ wordings }) => wordings.flatMap((miss) => miss.people)));
  return { groups, people: Math.max(1, people.size), isCapped: misses.length >= maxWordings };
}
