import { groupMisses } from '../../../app/asking/group-misses.js';
import { startOfPeriod } from './period.js';
/** Most wordings of one guild that are grouped: comparing each with each other takes a fraction of a second for these. */
export const maxWordings = 1_000;
/** The open missed questions of one guild. */
export async function listMisses(guildId, period, library, { misses: store }) {
    const misses = await store.list({ guildId, sinceMs: startOfPeriod(period, Date.now()), limit: maxWordings });
    const groups = (await groupMisses(misses, library, store)).filter(({ isDismissed }) => !isDismissed);
    const people = new Set(groups.flatMap(({ wordings }) => wordings.flatMap((miss) => miss.people)));
    return { groups, people: Math.max(1, people.size), isCapped: misses.length >= maxWordings };
}
//# sourceMappingURL=list-misses.js.map