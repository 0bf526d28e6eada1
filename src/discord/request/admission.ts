import { BaseInteraction, Message, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import { channelsOf } from './asking-place.js';
import type { Services } from '../services.js';
import type { NamedPermission, Texts } from '../texts/texts.js';
import type { Rules } from './feature.js';
import type { Ticket } from '../../app/asking/fair-queue.js';
import type { Place, Request } from './request.js';

/** What makes somebody a moderator. */
export const moderatorPermission = PermissionFlagsBits.ManageMessages;

const maxNamedChannels = 3;

/** What is held of a request until it has been answered; null for one that takes no turn. */
interface Admission {
  readonly ticket: Ticket | null;
}

/** Whether whoever acts is a moderator, by the permissions in the channel that came with the interaction. */
export function isModerator({
  memberPermissions,
  guildId,
}: Pick<BaseInteraction, 'memberPermissions' | 'guildId'>): boolean {
  return guildId !== null && (memberPermissions?.has(moderatorPermission) ?? false);
}

/** Those of the permissions that are not held. */
export function findLacking(
  held: Readonly<PermissionsBitField> | null,
  needed: readonly NamedPermission[],
): NamedPermission[] {
  return needed.filter((name) => held?.has(PermissionFlagsBits[name]) !== true);
}

/** What somebody needs to write in a channel, or in a thread. */
export function neededToWrite(isThread: boolean) {
  return ['ViewChannel', isThread ? 'SendMessagesInThreads' : 'SendMessages'] as const;
}

/** Why nothing is answered in a place, or null; names the channels for `source`, which has come from there. */
export function refusePlace(
  { guildId, channelId, parentId }: Place,
  services: Pick<Services, 'isStopping' | 'shards' | 'settings' | 'places'>,
  texts: Texts,
  source: unknown = null,
): string | null {
  // Of several processes the others have what comes now; what has come already is answered.
  if (services.isStopping && !services.shards.areShared) return texts.shuttingDown;
  const { allowedChannels, moderatorChannel } = channelsOf(guildId, services);
  if (guildId === null || allowedChannels.length === 0 || channelId === moderatorChannel) return null;
  if (allowedChannels.includes(channelId) || (parentId !== null && allowedChannels.includes(parentId))) return null;
  return texts.channelNotAllowed(`<#${channelId}>`, listOpenChannels(allowedChannels, moderatorChannel, source));
}

/** Those of the channels of that server, but for the moderators' own, in which both whoever asks and the bot may write; the first few. */
function listOpenChannels(ids: readonly string[], moderatorChannel: string | null, source: unknown): string[] {
  if (!(source instanceof Message || source instanceof BaseInteraction)) return [];
  const { guild, member } = source;
  const own = guild?.members.me;
  const asker = member && guild?.members.resolve(member.user.id);
  if (!guild || !own || !asker) return [];
  const open = ids.filter((id) => {
    const channel = guild.channels.cache.get(id);
    if (!channel || id === moderatorChannel) return false;
    const needed = neededToWrite(channel.isThread());
    return [own, asker].every((one) => findLacking(channel.permissionsFor(one), needed).length === 0);
  });
  return open.slice(0, maxNamedChannels).map((id) => `<#${id}>`);
}

/** Takes a request in, or says exactly why not: the place, the feature's own reason, a permission, a pause, a full queue. */
export async function admit<Source>(
  request: Request<Source>,
  rules: Rules<Source>,
  refuseFurther: () => string | null | Promise<string | null>,
): Promise<Admission | string> {
  const { place, services, texts, isByModerator } = request;
  const refusal = rules.place === 'allowed' ? refusePlace(place, services, texts, request.source) : null;
  if (refusal !== null) return refusal;
  const further = await refuseFurther();
  if (further !== null) return further;
  if (rules.moderatorsOnly && !isByModerator) return rules.moderatorsOnly(texts);
  // In place of an answer that everybody would see.
  const { absence } = services.library;
  if (rules.countsForCooldown && absence) return texts.notReady;
  const pause = rules.countsForCooldown ? nameSecondsLeft(place, services, texts) : null;
  if (pause !== null) return pause;
  const ticket = rules.takesTurn ? enterQueue(place.userId, services, texts) : null;
  if (typeof ticket === 'string') return ticket;
  if (rules.countsForCooldown) {
    const secondsLeft = (await services.sharedCooldown?.start(place.userId)) ?? 0;
    if (secondsLeft > 0) {
      ticket?.leave();
      return texts.cooldownUser(secondsLeft);
    }
    startCooldown(place, services);
  }
  return { ticket };
}

function nameSecondsLeft(place: Place, { userCooldown, channelCooldown }: Services, texts: Texts): string | null {
  const userSeconds = userCooldown.secondsLeft(place.userId);
  if (userSeconds > 0) return texts.cooldownUser(userSeconds);
  const channelSeconds = place.guildId === null ? 0 : channelCooldown.secondsLeft(place.channelId);
  return channelSeconds > 0 ? texts.cooldownChannel(`<#${place.channelId}>`, channelSeconds) : null;
}

function startCooldown({ userId, guildId, channelId }: Place, { userCooldown, channelCooldown }: Services): void {
  userCooldown.start(userId);
  if (guildId !== null) channelCooldown.start(channelId);
}

function enterQueue(userId: string, { queue }: Services, texts: Texts): Ticket | string {
  const ticket = queue.enter(userId);
  if (ticket === 'full') return texts.queueFull(queue.limits.limit);
  if (ticket === 'user-full') return texts.userQueueFull(queue.limits.userLimit);
  return ticket;
}
