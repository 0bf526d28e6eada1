import type { Client } from 'discord.js';
import { makeMissGroup, type MissGroup } from '../../../core/misses/miss-group.js';
import type { Miss } from '../../../core/misses/miss-store.js';
import { describeFailure } from '../../failures.js';
import { channelsOf, locateChannel, patientlyMs, scopeOf } from '../../request/asking-place.js';
import type { Services } from '../../services.js';
import { textsFor } from '../../texts/languages.js';
import { renderDigest } from './digest-card.js';

/** What was answered longer ago than this is no news, for a channel that is set only now. */
const newsMs = 7 * 86_400_000;
const versionLength = 40;

/**
 * Tells the moderators' channel, in one message for a version of the index, which of its guild's missed questions are
 * answered now. The key comes from the version, so that of several processes one tells it.
 */
export async function reportAnswered(client: Client<true>, services: Services, version: string): Promise<void> {
  const { places, settings } = services;
  const own = [...places.current.servers].flatMap(([, { moderatorChannel }]) => moderatorChannel ?? []);
  for (const channelId of new Set([settings.moderatorChannel, ...own])) {
    if (channelId !== null) await reportIn(channelId, client, services, version);
  }
}

async function reportIn(channelId: string, client: Client<true>, services: Services, version: string): Promise<void> {
  const { store, log } = services;
  const guildId = await findGuild(client, channelId).catch((error: unknown) => {
    log.warn(describeFailure(error), 'the moderators’ channel cannot be seen');
    return null;
  });
  if (guildId === null || channelsOf(guildId, services).moderatorChannel !== channelId) return;
  const misses = await store.misses.listUnreported(guildId, Date.now() - newsMs);
  if (misses.length === 0) return;
  const scope = scopeOf({ guildId, ...(await locateChannel(client, channelId, null, patientlyMs)) }, services);
  const texts = textsFor(client.guilds.cache.get(guildId)?.preferredLocale);
  await store.misses.report(
    misses.map(({ id }) => id),
    {
      key: `misses:${channelId}:${version.slice(0, versionLength)}`,
      target: { kind: 'channel', id: channelId },
      body: JSON.stringify(renderDigest(groupByLeader(misses), texts, scope)),
    },
  );
}

async function findGuild(client: Client<true>, channelId: string): Promise<string | null> {
  const channel = await client.channels.fetch(channelId, { allowUnknownGuild: true });
  return channel !== null && 'guildId' in channel ? channel.guildId : null;
}

/** Groups as they were when they were answered, the most often asked first. */
function groupByLeader(misses: readonly Miss[]): MissGroup[] {
  const groups = new Map<number, [Miss, ...Miss[]]>();
  for (const miss of misses) {
    const leaderId = miss.leaderId ?? miss.id;
    const own = groups.get(leaderId);
    if (own) own.push(miss);
    else groups.set(leaderId, [miss]);
  }
  return [...groups.values()].map(makeMissGroup).sort((a, b) => b.askings - a.askings || a.leader.id - b.leader.id);
}
