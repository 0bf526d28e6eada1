import { ChannelType } from 'discord-api-types/v10';
import { sumPermissions, type PermissionName } from './permissions.js';
import type { GuildRecord, MemberRecord, RoleRecord } from './records.js';
import { createSnowflake } from './snowflake.js';
import type { World } from './world.js';

export interface OverwriteSetup {
  /** `everyone`, `bot`, or the name of a role or member. */
  for: string;
  allow?: readonly PermissionName[];
  deny?: readonly PermissionName[];
}

export interface ChannelSetup {
  name: string;
  /** Default `text`; a thread needs the name of its parent, and a channel may have that of its category, which must come before it. */
  type?: 'text' | 'announcement' | 'voice' | 'thread' | 'category';
  parent?: string;
  overwrites?: readonly OverwriteSetup[];
}

export interface MemberSetup {
  name: string;
  /** Names of roles. */
  roles?: readonly string[];
  locale?: string;
  closedDms?: boolean;
  nick?: string;
}

export interface GuildSetup {
  name: string;
  /** When it was made, in milliseconds since 1970, which chooses its shard. Default: now. */
  madeAtMs?: number;
  /** The community's language. Default `en-US`. */
  locale?: string;
  roles?: readonly { name: string; permissions?: readonly PermissionName[]; mentionable?: boolean }[];
  channels?: readonly ChannelSetup[];
  members?: readonly MemberSetup[];
  /** The name of the channel for messages of the system; none unless said. */
  systemChannel?: string;
  everyonePermissions?: readonly PermissionName[];
  /** Of the bot's own role, on top of those that everyone has. */
  botPermissions?: readonly PermissionName[];
}

const EVERYONE: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'ReadMessageHistory',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'CreatePublicThreads',
  'UseApplicationCommands',
];

const MODERATOR: readonly PermissionName[] = ['ManageMessages', 'PinMessages', 'ModerateMembers', 'MentionEveryone'];

const CHANNEL_TYPES = {
  text: ChannelType.GuildText,
  announcement: ChannelType.GuildAnnouncement,
  voice: ChannelType.GuildVoice,
  thread: ChannelType.PublicThread,
  category: ChannelType.GuildCategory,
} as const;

/** One guild with the channels `general` and `questions`, the moderator `mara` and the member `ada`. */
export const DEFAULT_GUILD: GuildSetup = {
  name: 'Library',
  roles: [{ name: 'moderator', permissions: MODERATOR }],
  channels: [{ name: 'general' }, { name: 'questions' }],
  members: [{ name: 'mara', roles: ['moderator'] }, { name: 'ada' }],
};

/** Adds a guild as described; its owner is a user of its own, so that no member has all permissions by accident. */
export function addGuild(world: World, setup: GuildSetup): GuildRecord {
  const id = createSnowflake(setup.madeAtMs);
  const owner = findOrAddUser(world, { name: `owner of ${setup.name}` });
  const guild: GuildRecord = {
    id,
    name: setup.name,
    ownerId: owner.id,
    locale: setup.locale ?? 'en-US',
    roles: new Map(),
    members: new Map(),
    systemChannelId: null,
  };
  world.guilds.set(id, guild);
  addRole(guild, { id, name: '@everyone', permissions: setup.everyonePermissions ?? EVERYONE });
  const botRole = addRole(guild, { name: world.bot.username, permissions: setup.botPermissions ?? [] });
  for (const role of setup.roles ?? []) addRole(guild, role);
  addMemberRecord(guild, owner.id);
  addMemberRecord(guild, world.bot.id, [botRole.id]);
  for (const member of setup.members ?? []) addMember(world, guild, member);
  for (const channel of setup.channels ?? []) {
    const { id: channelId } = addChannel(world, guild, channel);
    if (channel.name === setup.systemChannel) guild.systemChannelId = channelId;
  }
  return guild;
}

export function addMember(world: World, guild: GuildRecord, setup: MemberSetup): MemberRecord {
  const user = findOrAddUser(world, setup);
  const roleIds = (setup.roles ?? []).map((name) => findRole(guild, name).id);
  return addMemberRecord(guild, user.id, roleIds, setup.nick ?? null);
}

export function addChannel(world: World, guild: GuildRecord, { name, type, parent, overwrites }: ChannelSetup) {
  const parentChannel = [...world.channels.values()].find((each) => each.guildId === guild.id && each.name === parent);
  if (type === 'thread' && parentChannel === undefined) throw new Error(`Thread ${name} needs a parent`);
  return world.addChannel({
    name,
    guildId: guild.id,
    type: CHANNEL_TYPES[type ?? 'text'],
    parentId: parentChannel?.id ?? null,
    ownerId: type === 'thread' ? guild.ownerId : null,
    overwrites: (overwrites ?? []).map((each) => buildOverwrite(world, guild, each)),
  });
}

/** Turns names into ids and bits. */
export function buildOverwrite(world: World, guild: GuildRecord, { for: name, allow, deny }: OverwriteSetup) {
  const bits = { allow: sumPermissions(allow ?? []), deny: sumPermissions(deny ?? []) };
  if (name === 'everyone') return { id: guild.id, type: 0 as const, ...bits };
  if (name === 'bot') return { id: world.bot.id, type: 1 as const, ...bits };
  const user = [...world.users.values()].find((each) => each.username === name);
  if (user !== undefined) return { id: user.id, type: 1 as const, ...bits };
  return { id: findRole(guild, name).id, type: 0 as const, ...bits };
}

function findOrAddUser(world: World, { name, locale, closedDms }: MemberSetup) {
  const existing = [...world.users.values()].find((each) => each.username === name);
  return existing ?? world.addUser(name, { locale: locale ?? 'en-US', closedDms: closedDms ?? false });
}

function addRole(
  guild: GuildRecord,
  setup: { id?: string; name: string; permissions?: readonly PermissionName[]; mentionable?: boolean },
): RoleRecord {
  const role: RoleRecord = {
    id: setup.id ?? createSnowflake(),
    name: setup.name,
    permissions: sumPermissions(setup.permissions ?? []),
    position: guild.roles.size,
    mentionable: setup.mentionable ?? false,
  };
  guild.roles.set(role.id, role);
  return role;
}

function findRole(guild: GuildRecord, name: string): RoleRecord {
  const role = [...guild.roles.values()].find((each) => each.name === name);
  if (role === undefined) throw new Error(`${guild.name} has no role ${name}`);
  return role;
}

function addMemberRecord(guild: GuildRecord, userId: string, roleIds: string[] = [], nick: string | null = null) {
  const member: MemberRecord = { userId, roleIds, nick, joinedAt: new Date().toISOString() };
  guild.members.set(userId, member);
  return member;
}
