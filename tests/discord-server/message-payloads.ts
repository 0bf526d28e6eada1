import { MessageFlags } from 'discord-api-types/v10';
import { renderChannel, renderMemberPart, renderUser } from './payloads.js';
import type { MessageRecord } from './records.js';
import { readSnowflakeTime } from './snowflake.js';
import type { World } from './world.js';

/** A message as it travels in JSON. */
export type MessagePayload = ReturnType<typeof renderMessage>;

/** The message itself, without the message that it replies to. */
function renderMessageOnly(world: World, message: MessageRecord) {
  const { interaction, nonce, reference } = message;
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: renderUser(world.requireUser(message.authorId)),
    content: message.content,
    embeds: message.embeds.map((embed) => ({ type: 'rich', ...embed })),
    components: message.components,
    attachments: message.attachments,
    flags: message.flags,
    timestamp: new Date(readSnowflakeTime(message.id)).toISOString(),
    edited_timestamp: message.editedAtMs === null ? null : new Date(message.editedAtMs).toISOString(),
    mentions: message.mentionedUserIds.map((id) => renderUser(world.requireUser(id))),
    mention_roles: message.mentionedRoleIds,
    mention_everyone: message.mentionsEveryone,
    pinned: message.pinnedAtMs !== null,
    tts: false,
    ...(nonce !== null && { nonce }),
    ...(message.reactions.length > 0 && { reactions: renderReactions(world, message) }),
    ...(reference !== null && {
      message_reference: {
        type: 0,
        channel_id: reference.channelId,
        message_id: reference.messageId,
        ...(message.guildId !== null && { guild_id: message.guildId }),
      },
    }),
    ...(message.authorId === world.bot.id && { application_id: world.applicationId }),
    ...(interaction !== null && {
      webhook_id: world.applicationId,
      interaction_metadata: {
        id: interaction.id,
        type: interaction.type,
        user: renderUser(world.requireUser(interaction.userId)),
        ...(interaction.name !== null && { name: interaction.name, command_type: 1 }),
        authorizing_integration_owners: { '0': message.guildId ?? '0' },
        original_response_message_id: message.id,
      },
    }),
  };
}

export function renderMessage(world: World, message: MessageRecord) {
  const { reference } = message;
  const thread = world.channels.get(message.id);
  const referenced =
    reference === null
      ? undefined
      : world.channels.get(reference.channelId)?.messages.find(({ id }) => id === reference.messageId);
  return {
    ...renderMessageOnly(world, message),
    ...(thread !== undefined && { thread: renderChannel(world, thread) }),
    ...(reference !== null && { referenced_message: referenced ? renderMessageOnly(world, referenced) : null }),
  };
}

function renderReactions(world: World, message: MessageRecord) {
  return message.reactions.map(({ emoji, userIds }) => ({
    emoji,
    count: userIds.length,
    count_details: { burst: 0, normal: userIds.length },
    me: userIds.includes(world.bot.id),
    me_burst: false,
    burst_colors: [],
  }));
}

/** The member part and guild id that only gateway events carry. */
export function renderMessageEvent(world: World, message: MessageRecord) {
  const payload = renderMessage(world, message);
  const channelType = world.requireChannel(message.channelId).type;
  if (message.guildId === null) return { ...payload, channel_type: channelType };
  const member = world.requireGuild(message.guildId).members.get(message.authorId);
  return {
    ...payload,
    guild_id: message.guildId,
    channel_type: channelType,
    ...(member !== undefined && { member: renderMemberPart(member) }),
  };
}

/**
 * The message as an application without the Message Content intent gets it: text, embeds, files and components are
 * emptied unless the message is its own, direct, or mentions it.
 */
export function hideContent<Payload extends MessagePayload>(world: World, payload: Payload): Payload {
  const referenced = payload.referenced_message;
  const inner = referenced === undefined || referenced === null ? referenced : hideOne(world, referenced);
  return { ...hideOne(world, payload), ...(inner !== undefined && { referenced_message: inner }) };
}

function hideOne<Payload extends ReturnType<typeof renderMessageOnly>>(world: World, payload: Payload): Payload {
  const open =
    payload.author.id === world.bot.id ||
    world.channels.get(payload.channel_id)?.guildId === null ||
    payload.mentions.some(({ id }) => id === world.bot.id);
  return open ? payload : { ...payload, content: '', embeds: [], attachments: [], components: [] };
}

/** Whether only one member sees the message. */
export function isEphemeral(message: MessageRecord): boolean {
  return (message.flags & MessageFlags.Ephemeral) !== 0;
}
