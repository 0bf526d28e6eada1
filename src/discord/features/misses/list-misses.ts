import { groupMisses } from '../../../app/asking/group-misses.js';
import type { MissGroup } from '../../../core/misses/miss-group.js';
import type { Store } from '../../../core/store/store.js';
import type { Period } from '../../custom-ids/actions.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';

const dayMs = 86_400_000;
const lengthsMs: Readonly<Record<Period, number>> = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs, all: Infinity };

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

/** When a period that ends at `nowMs` begins, in milliseconds since 1970. */
function startOfPeriod(period: Period, nowMs: number): number {
  return Math.max(0, nowMs - lengthsMs[period]);
}
