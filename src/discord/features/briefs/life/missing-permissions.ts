import type { PermissionsBitField } from 'discord.js';
import type { RepliableInteraction } from '../../../delivery/responder.js';
import { findLacking, neededToWrite } from '../../../request/admission.js';
import type { BriefTexts } from '../../../texts/brief-texts.js';

interface Permissions {
  readonly member: Readonly<PermissionsBitField> | null;
  readonly app: Readonly<PermissionsBitField> | null;
  readonly isThread: boolean;
}

/**
 * What the member and the bot lack to post, or to post and pin, in a channel: a text that names each permission, null
 * where nothing is missing. Checked whenever somebody acts, for permissions change.
 */
export async function missingPermissions(
  interaction: RepliableInteraction,
  channelId: string,
  wantsPin: boolean,
  texts: BriefTexts,
): Promise<string | null> {
  const place = `<#${channelId}>`;
  const permissions = await readPermissions(interaction, channelId);
  if (!permissions) return texts.cannotReach(place);
  const { member, app, isThread } = permissions;
  const pin = wantsPin ? (['PinMessages'] as const) : [];
  const you = findLacking(member, ['ManageMessages', ...pin]);
  const bot = findLacking(app, [...neededToWrite(isThread), ...pin]);
  const lines = [
    ...(you.length > 0 ? [texts.youLack(you, place)] : []),
    ...(bot.length > 0 ? [texts.botLacks(bot, place)] : []),
  ];
  return lines.length > 0 ? lines.join('\n') : null;
}

/** Those that came with the interaction; for another channel they are worked out. Null for a channel out of sight. */
async function readPermissions(interaction: RepliableInteraction, channelId: string): Promise<Permissions | null> {
  const { client, user } = interaction;
  if (interaction.channelId === channelId) {
    const channel = interaction.channel ?? (await client.channels.fetch(channelId).catch(() => null));
    const isThread = channel?.isThread() ?? false;
    return { member: interaction.memberPermissions, app: interaction.appPermissions, isThread };
  }
  // Not from the cache: the channel may be gone by now.
  const channel = await client.channels.fetch(channelId, { force: true }).catch(() => null);
  if (!channel || channel.isDMBased() || channel.guildId !== interaction.guildId) return null;
  const members = await Promise.all([channel.guild.members.fetch(user.id), channel.guild.members.fetchMe()]).catch(
    () => null,
  );
  const [member, me] = members ?? [];
  if (!member || !me) return null;
  return { member: channel.permissionsFor(member), app: channel.permissionsFor(me), isThread: channel.isThread() };
}
