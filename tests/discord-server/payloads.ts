import { computeGuildPermissions } from './permissions.js';
import type { ChannelRecord, GuildRecord, MemberRecord, RoleRecord, UserRecord } from './records.js';
import { readSnowflakeTime } from './snowflake.js';
import { isThread, type World } from './world.js';

export function renderUser(user: UserRecord) {
  return {
    id: user.id,
    username: user.username,
    discriminator: user.bot ? '0001' : '0',
    global_name: user.globalName,
    avatar: null,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    public_flags: 0,
    flags: 0,
    ...(user.bot && { bot: true }),
  };
}

/** A guild member without the user, as inside message events. */
export function renderMemberPart(member: MemberRecord) {
  return {
    roles: member.roleIds,
    nick: member.nick,
    avatar: null,
    banner: null,
    premium_since: null,
    joined_at: member.joinedAt,
    communication_disabled_until: null,
    pending: false,
    deaf: false,
    mute: false,
    flags: 0,
  };
}

export function renderMember(world: World, member: MemberRecord) {
  return { user: renderUser(world.requireUser(member.userId)), ...renderMemberPart(member) };
}

export function renderRole(role: RoleRecord) {
  return {
    id: role.id,
    name: role.name,
    permissions: role.permissions.toString(),
    position: role.position,
    mentionable: role.mentionable,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

export function renderChannel(world: World, channel: ChannelRecord) {
  const shared = { id: channel.id, type: channel.type, flags: 0, last_message_id: channel.messages.at(-1)?.id ?? null };
  if (channel.guildId === null) {
    return { ...shared, recipients: channel.recipientIds.map((id) => renderUser(world.requireUser(id))) };
  }
  const inGuild = { ...shared, guild_id: channel.guildId, name: channel.name, parent_id: channel.parentId };
  if (isThread(channel)) {
    const createdAt = new Date(readSnowflakeTime(channel.id)).toISOString();
    return {
      ...inGuild,
      owner_id: channel.ownerId,
      rate_limit_per_user: 0,
      message_count: channel.messages.length,
      total_message_sent: channel.messages.length,
      member_count: 1,
      thread_metadata: {
        archived: channel.archived,
        locked: channel.locked,
        auto_archive_duration: 1440,
        archive_timestamp: createdAt,
        create_timestamp: createdAt,
      },
    };
  }
  return {
    ...inGuild,
    topic: null,
    nsfw: false,
    position: channel.position,
    rate_limit_per_user: 0,
    permission_overwrites: channel.overwrites.map(({ id, type, allow, deny }) => ({
      id,
      type,
      allow: allow.toString(),
      deny: deny.toString(),
    })),
  };
}

export function renderGuild(guild: GuildRecord) {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    roles: [...guild.roles.values()].map(renderRole),
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    vanity_url_code: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: guild.systemChannelId,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    application_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw: false,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    max_members: 500_000,
    max_presences: null,
    max_video_channel_users: 25,
    features: [],
    emojis: [],
    stickers: [],
    incidents_data: null,
  };
}

/** The GUILD_CREATE event: only the bot's own member is inside, as without the Guild Members intent. */
export function renderGuildCreate(world: World, guild: GuildRecord) {
  const channels = [...world.channels.values()].filter((channel) => channel.guildId === guild.id);
  return {
    ...renderGuild(guild),
    joined_at: world.requireMember(guild, world.bot.id).joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: [renderMember(world, world.requireMember(guild, world.bot.id))],
    channels: channels.filter((each) => !isThread(each)).map((each) => renderChannel(world, each)),
    threads: channels.filter((each) => isThread(each) && !each.archived).map((each) => renderChannel(world, each)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** The short form of a guild in lists. */
export function renderPartialGuild(world: World, guild: GuildRecord) {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    banner: null,
    owner: false,
    permissions: computeGuildPermissions(guild, world.bot.id).toString(),
    features: [],
  };
}
