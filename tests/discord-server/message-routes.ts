import type { MessageBody } from './bodies.js';
import type { Context } from './context.js';
import { DiscordError } from './errors.js';
import type { Answer } from './http.js';
import { createMessage, deleteMessage, editMessage } from './messages.js';
import { refuseBadMessage } from './message-refusal.js';
import { noteOpenMentions } from './open-mentions.js';
import { hideContent, isEphemeral, renderMessage } from './message-payloads.js';
import { canInChannel, requireAccess } from './permissions.js';
import type { ChannelRecord, MessageRecord } from './records.js';
import { defineBodyRoute, defineRoute, type RestRequest, type Route } from './router.js';
import { checkMessageCreate, checkMessageEdit } from './schemas.js';
import { compareSnowflakes } from './snowflake.js';

const MESSAGES = '/channels/:channelId/messages';
const MESSAGE = `${MESSAGES}/:messageId`;
const MESSAGE_CONTENT_INTENT = 1 << 15;

export function listMessageRoutes(context: Context): Route[] {
  return [
    defineRoute('GET', MESSAGES, (request) => listMessages(context, request)),
    defineRoute('GET', MESSAGE, (request) => {
      const channel = requireAccess(context.world, request.param('channelId'), 'ReadMessageHistory');
      return { status: 200, body: renderForBot(context, findMessage(context, channel, request.param('messageId'))) };
    }),
    defineBodyRoute<MessageBody>('POST', MESSAGES, checkMessageCreate, (r, body) => postMessage(context, r, body)),
    defineBodyRoute<MessageBody>('PATCH', MESSAGE, checkMessageEdit, (r, body) => patchMessage(context, r, body)),
    defineRoute('DELETE', MESSAGE, (request) => {
      const channel = requireAccess(context.world, request.param('channelId'));
      const message = findMessage(context, channel, request.param('messageId'));
      if (message.authorId !== context.world.bot.id) requireAccess(context.world, channel.id, 'ManageMessages');
      deleteMessage(context, message);
      return { status: 204 };
    }),
    defineRoute('POST', '/channels/:channelId/typing', (request) => {
      requireAccess(context.world, request.param('channelId'), 'SendMessages');
      return { status: 204 };
    }),
  ];
}

/** The message as the bot is allowed to read it over REST. */
export function renderForBot(context: Context, message: MessageRecord) {
  const payload = renderMessage(context.world, message);
  return (context.privilegedIntents & MESSAGE_CONTENT_INTENT) === 0 ? hideContent(context.world, payload) : payload;
}

/** A message that others than one member can see; ephemeral ones exist only for their interaction's token. */
export function findMessage({ world }: Context, channel: ChannelRecord, id: string): MessageRecord {
  const message = world.requireMessage(channel, id);
  if (isEphemeral(message)) throw new DiscordError(10008);
  return message;
}

function listMessages(context: Context, { param, query }: RestRequest): Answer {
  const channel = requireAccess(context.world, param('channelId'));
  if (!canInChannel(context.world, channel, context.world.bot.id, 'ReadMessageHistory'))
    return { status: 200, body: [] };
  const limit = Math.min(Number(query.get('limit') ?? 50), 100);
  const visible = channel.messages.filter((each) => !isEphemeral(each)).sort((a, b) => compareSnowflakes(b.id, a.id));
  const [before, after, around] = [query.get('before'), query.get('after'), query.get('around')];
  return { status: 200, body: pick().map((message) => renderForBot(context, message)) };

  function pick(): MessageRecord[] {
    if (before !== null) return visible.filter(({ id }) => compareSnowflakes(id, before) < 0).slice(0, limit);
    if (after !== null) {
      const newer = visible.filter(({ id }) => compareSnowflakes(id, after) > 0);
      return newer.slice(Math.max(0, newer.length - limit));
    }
    if (around === null) return visible.slice(0, limit);
    const middle = visible.findIndex(({ id }) => compareSnowflakes(id, around) <= 0);
    const start = Math.max(0, middle - Math.floor(limit / 2));
    return visible.slice(start, start + limit);
  }
}

function postMessage(context: Context, request: RestRequest, body: MessageBody): Answer {
  const { world, journal } = context;
  const channel = requireAccess(world, request.param('channelId'), 'SendMessages');
  refuseBadMessage(context.journal, request, body);
  if (channel.recipientIds.some((id) => world.users.get(id)?.closedDms)) throw new DiscordError(50007);
  if (request.files.length > 0) requireAccess(world, channel.id, 'AttachFiles');
  noteOpenMentions(journal, request, body);
  const { nonce, enforce_nonce } = body;
  if (enforce_nonce === true && nonce !== undefined && nonce !== null) {
    const same = channel.messages.find((each) => each.nonce === nonce && each.authorId === world.bot.id);
    if (same !== undefined) return { status: 200, body: renderMessage(world, same) };
  }
  const message = createMessage(context, checkReference(context, channel, body), {
    channel,
    authorId: world.bot.id,
    files: request.files,
  });
  return { status: 200, body: renderMessage(world, message) };
}

/** Drops a reference to a missing message where the bot said that it may fail, refuses it otherwise. */
function checkReference({ world }: Context, channel: ChannelRecord, body: MessageBody): MessageBody {
  const reference = body.message_reference ?? null;
  if (reference === null) return body;
  if (!canInChannel(world, channel, world.bot.id, 'ReadMessageHistory')) throw new DiscordError(160002);
  if (channel.messages.some(({ id }) => id === reference.message_id)) return body;
  if (reference.fail_if_not_exists === false) return { ...body, message_reference: null };
  throw new DiscordError(50035, [
    { path: 'message_reference', code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' },
  ]);
}

function patchMessage(context: Context, request: RestRequest, body: MessageBody): Answer {
  const channel = requireAccess(context.world, request.param('channelId'));
  const message = findMessage(context, channel, request.param('messageId'));
  if (message.authorId !== context.world.bot.id) throw new DiscordError(50005);
  refuseBadMessage(context.journal, request, body, message);
  noteOpenMentions(context.journal, request, body);
  editMessage(context, message, body, request.files);
  return { status: 200, body: renderMessage(context.world, message) };
}
