import { MessageFlags, MessageType } from 'discord-api-types/v10';
import type { MessageBody } from './bodies.js';
import { listTexts, numberComponents } from './component-tree.js';
import type { Context } from './context.js';
import { DiscordError } from './errors.js';
import { resolveFileReferences } from './file-references.js';
import type { UploadedFile } from './http.js';
import { allowMentions, parseMentions } from './mentions.js';
import { isEphemeral, renderMessageEvent } from './message-payloads.js';
import type { ChannelRecord, MessageRecord } from './records.js';
import type { AttachedFile } from './site.js';
import { createSnowflake } from './snowflake.js';

/** What distinguishes a new message besides its body. */
export interface MessageOrigin {
  channel: ChannelRecord;
  authorId: string;
  interaction?: MessageRecord['interaction'];
  /** Who asked for an ephemeral message. */
  visibleTo?: string;
  files?: readonly UploadedFile[];
  /** Files of a member's. */
  attached?: readonly AttachedFile[];
  /** Without an event, as for things that were there before the bot. */
  silent?: boolean;
  /** When it was written, in milliseconds since 1970. Default now. */
  atMs?: number;
}

/** Adds a message to its channel and tells the gateway. */
export function createMessage(context: Context, body: MessageBody, origin: MessageOrigin): MessageRecord {
  const { channel, authorId, interaction = null } = origin;
  const reference = body.message_reference ?? null;
  const message: MessageRecord = {
    id: createSnowflake(origin.atMs),
    channelId: channel.id,
    guildId: channel.guildId,
    authorId,
    type: pickType(reference !== null, interaction),
    content: '',
    embeds: [],
    components: [],
    attachments: (origin.attached ?? []).map((file) => context.site.attach(file)),
    flags: body.flags ?? 0,
    mentionedUserIds: [],
    mentionedRoleIds: [],
    mentionsEveryone: false,
    reference:
      reference === null ? null : { channelId: reference.channel_id ?? channel.id, messageId: reference.message_id },
    pinnedAtMs: null,
    editedAtMs: null,
    reactions: [],
    nonce: body.nonce ?? null,
    visibleTo: origin.visibleTo ?? null,
    interaction,
  };
  applyBody(context, message, channel, body, origin.files ?? []);
  channel.messages.push(message);
  if (origin.silent !== true) emitMessage(context, 'MESSAGE_CREATE', message);
  return message;
}

/** Changes what the body names and leaves the rest. */
export function editMessage(
  context: Context,
  message: MessageRecord,
  body: MessageBody,
  files: readonly UploadedFile[] = [],
): void {
  const wasLoading = (message.flags & MessageFlags.Loading) !== 0;
  const kept = message.flags & (MessageFlags.Ephemeral | MessageFlags.IsComponentsV2 | MessageFlags.HasThread);
  const asked = (body.flags ?? message.flags) & ~(MessageFlags.Ephemeral | MessageFlags.Loading);
  message.flags = kept | asked;
  applyBody(context, message, context.world.requireChannel(message.channelId), body, files);
  if (!wasLoading) message.editedAtMs = Date.now();
  emitMessage(context, 'MESSAGE_UPDATE', message);
}

export function deleteMessage(context: Context, message: MessageRecord): void {
  const channel = context.world.requireChannel(message.channelId);
  channel.messages = channel.messages.filter((each) => each !== message);
  if (isEphemeral(message)) return;
  const place = { guildId: channel.guildId, channelId: channel.id };
  const guild = channel.guildId === null ? {} : { guild_id: channel.guildId };
  context.world.emit('MESSAGE_DELETE', { id: message.id, channel_id: channel.id, ...guild }, place);
}

function pickType(isReply: boolean, interaction: MessageRecord['interaction']): number {
  if (interaction?.type === 2) return MessageType.ChatInputCommand;
  return isReply || interaction !== null ? MessageType.Reply : MessageType.Default;
}

function applyBody(
  context: Context,
  message: MessageRecord,
  channel: ChannelRecord,
  body: MessageBody,
  files: readonly UploadedFile[],
): void {
  if (body.content !== undefined) message.content = body.content ?? '';
  if (body.embeds !== undefined) message.embeds = body.embeds ?? [];
  if (body.components !== undefined) message.components = numberComponents(body.components ?? []);
  if (body.attachments !== undefined || files.length > 0) attachFiles(message, body, files);
  resolveFileReferences(message.components, message.attachments);
  const isLoading = (message.flags & MessageFlags.Loading) !== 0;
  const isEmpty = [message.embeds, message.components, message.attachments, body.sticker_ids ?? []].every(
    ({ length }) => length === 0,
  );
  if (isEmpty && message.content === '' && !isLoading && (body.poll ?? null) === null) throw new DiscordError(50006);
  recordMentions(context, message, channel, body);
}

function recordMentions(
  { world, journal }: Context,
  message: MessageRecord,
  channel: ChannelRecord,
  body: MessageBody,
) {
  const found = parseMentions(world, channel, listTexts(message));
  const replied =
    message.reference === null ? null : findAuthor(world.channels.get(message.reference.channelId), message);
  const { users, roles, everyone } = allowMentions(found, body.allowed_mentions, replied);
  Object.assign(message, { mentionedUserIds: users, mentionedRoleIds: roles, mentionsEveryone: everyone });
  if (message.authorId !== world.bot.id || (users.length === 0 && roles.length === 0 && !everyone)) return;
  journal.pings.push({ messageId: message.id, channelId: message.channelId, users, roles, everyone });
}

function findAuthor(channel: ChannelRecord | undefined, { reference }: MessageRecord): string | null {
  return channel?.messages.find(({ id }) => id === reference?.messageId)?.authorId ?? null;
}

function attachFiles(message: MessageRecord, body: MessageBody, files: readonly UploadedFile[]): void {
  const kept = message.attachments.filter(({ id }) => body.attachments?.some((each) => String(each.id) === String(id)));
  const added = files.map(({ field, name, size, type }) => {
    const index = /\d+/.exec(field)?.[0] ?? '0';
    const described = body.attachments?.find(({ id }) => String(id) === index);
    const id = createSnowflake();
    const url = `https://cdn.discordapp.com/attachments/${message.channelId}/${id}/${name}`;
    return { id, filename: described?.filename ?? name, size, content_type: type, url, proxy_url: url };
  });
  message.attachments = [...kept, ...added];
}

function emitMessage({ world }: Context, name: string, message: MessageRecord): void {
  if (isEphemeral(message)) return;
  const place = { guildId: message.guildId, channelId: message.channelId };
  world.emit(name, renderMessageEvent(world, message), place);
}
