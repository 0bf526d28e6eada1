import { findLiving } from '../processes/find-living.js';
import { nameShard, readToldPlan } from '../processes/share-shards.js';
import type { BotSettings } from '../settings.js';
import { openProcesses } from '../store/open-store.js';
import { fail, pass, skip, warn, type Finding } from './finding.js';

/** Looks which processes of the bot live, and whether they have all of its shards; nothing where one process has the store for itself. */
export async function checkProcesses(settings: BotSettings): Promise<Finding[]> {
  const { shards: plan } = settings;
  const store = plan && (await openProcesses(settings).catch(() => null));
  if (!plan || !store) return []; // what is wrong with the store is told of that
  try {
    const { living, leases } = await findLiving(store);
    const count = living.map((each) => readToldPlan(each.plan)?.count ?? 0)[0];
    if (count === undefined) return [skip('processes', 'none of this bot is running')];
    const ids = new Set(living.map(({ id }) => id));
    const held = new Set(leases.filter(({ holder }) => holder !== null && ids.has(holder)).map(({ name }) => name));
    const free = Array.from({ length: count }, (_, id) => id).filter((id) => !held.has(nameShard(id)));
    const running = `${living.length} of this bot ${living.length === 1 ? 'is' : 'are'} running, with ${count} shards in all`;
    if (plan.count !== null && plan.count !== count) {
      return [fail('processes', `${running}; SHARDS here wants ${plan.count}`, 'Give all the same number in SHARDS.')];
    }
    if (free.length === 0) return [pass('processes', running)];
    const advice = 'Look again in some seconds; else let SHARDS name them somewhere.';
    return [warn('processes', `${running}, of which nobody has ${free.join(', ')}`, advice)];
  } catch {
    return []; // a store of an earlier version
  } finally {
    store.close();
  }
}
