import { PermissionFlagsBits } from 'discord-api-types/v10';
import { DiscordError } from './errors.js';
import type { ChannelRecord, GuildRecord } from './records.js';
import { isThread, type World } from './world.js';

export type PermissionName = keyof typeof PermissionFlagsBits;

/** All permissions that exist. */
export const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);

const DM_PERMISSIONS = sumPermissions([
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'UseExternalEmojis',
  'UseApplicationCommands',
  'PinMessages',
]);

export function sumPermissions(names: readonly PermissionName[]): bigint {
  return names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n);
}

/** A member's permissions in a guild, before any channel's overwrites. */
export function computeGuildPermissions(guild: GuildRecord, userId: string): bigint {
  if (guild.ownerId === userId) return ALL_PERMISSIONS;
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  let permissions = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const roleId of member.roleIds) permissions |= guild.roles.get(roleId)?.permissions ?? 0n;
  return (permissions & PermissionFlagsBits.Administrator) === 0n ? permissions : ALL_PERMISSIONS;
}

/** A user's permissions in a channel; threads take those of their parent. */
export function computePermissions(world: World, channel: ChannelRecord, userId: string): bigint {
  if (channel.guildId === null) {
    return userId === world.bot.id || channel.recipientIds.includes(userId) ? DM_PERMISSIONS : 0n;
  }
  const guild = world.requireGuild(channel.guildId);
  const base = computeGuildPermissions(guild, userId);
  const member = guild.members.get(userId);
  if (base === ALL_PERMISSIONS || member === undefined) return base;
  const place = isThread(channel) && channel.parentId !== null ? world.requireChannel(channel.parentId) : channel;
  const apply = (permissions: bigint, ids: readonly string[]) => {
    const matching = place.overwrites.filter(({ id }) => ids.includes(id));
    const deny = matching.reduce((sum, each) => sum | each.deny, 0n);
    const allow = matching.reduce((sum, each) => sum | each.allow, 0n);
    return (permissions & ~deny) | allow;
  };
  const permissions = apply(apply(apply(base, [guild.id]), member.roleIds), [userId]);
  return (permissions & PermissionFlagsBits.ViewChannel) === 0n ? 0n : permissions;
}

export function canInChannel(world: World, channel: ChannelRecord, userId: string, name: PermissionName): boolean {
  return (computePermissions(world, channel, userId) & PermissionFlagsBits[name]) !== 0n;
}

/** The channel, when the bot sees it (else 50001) and has each permission named (else 50013). */
export function requireAccess(world: World, channelId: string, ...names: readonly PermissionName[]): ChannelRecord {
  const channel = world.requireChannel(channelId);
  if (!canInChannel(world, channel, world.bot.id, 'ViewChannel')) throw new DiscordError(50001);
  for (const name of names) {
    const actual = name === 'SendMessages' && isThread(channel) ? 'SendMessagesInThreads' : name;
    if (!canInChannel(world, channel, world.bot.id, actual)) throw new DiscordError(50013);
  }
  return channel;
}
