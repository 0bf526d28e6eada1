import type { Context } from './context.js';
import { renderMember } from './payloads.js';
import type { MessageRecord, ReactionRecord } from './records.js';

/** Reads an emoji as routes spell it: the character itself, or `name:id` for one of a guild. */
export function parseEmoji(text: string): ReactionRecord['emoji'] {
  const [name = '', id = null] = text.split(':');
  return { id, name };
}

export function addReaction(context: Context, message: MessageRecord, userId: string, text: string): void {
  const emoji = parseEmoji(text);
  let reaction = findReaction(message, text);
  if (reaction === undefined) message.reactions.push((reaction = { emoji, userIds: [] }));
  if (reaction.userIds.includes(userId)) return;
  reaction.userIds.push(userId);
  emitReaction(context, 'MESSAGE_REACTION_ADD', message, userId, emoji);
}

export function removeReaction(context: Context, message: MessageRecord, userId: string, text: string): void {
  const reaction = findReaction(message, text);
  if (reaction?.userIds.includes(userId) !== true) return;
  reaction.userIds = reaction.userIds.filter((id) => id !== userId);
  message.reactions = message.reactions.filter(({ userIds }) => userIds.length > 0);
  emitReaction(context, 'MESSAGE_REACTION_REMOVE', message, userId, reaction.emoji);
}

export function findReaction(message: MessageRecord, text: string): ReactionRecord | undefined {
  const { id, name } = parseEmoji(text);
  return message.reactions.find(({ emoji }) => (id === null ? emoji.name === name : emoji.id === id));
}

function emitReaction(
  { world }: Context,
  event: string,
  message: MessageRecord,
  userId: string,
  emoji: ReactionRecord['emoji'],
): void {
  const guild = message.guildId === null ? null : world.requireGuild(message.guildId);
  const member = guild?.members.get(userId);
  const data = {
    user_id: userId,
    channel_id: message.channelId,
    message_id: message.id,
    message_author_id: message.authorId,
    emoji,
    burst: false,
    type: 0,
    ...(guild !== null && { guild_id: guild.id }),
    ...(member !== undefined && { member: renderMember(world, member) }),
  };
  world.emit(event, data, { guildId: message.guildId, channelId: message.channelId });
}
