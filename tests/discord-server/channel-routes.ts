import { ChannelType, MessageFlags } from 'discord-api-types/v10';
import type { Context } from './context.js';
import { DiscordError } from './errors.js';
import { findMessage } from './message-routes.js';
import { renderMessageEvent } from './message-payloads.js';
import { renderChannel, renderGuild, renderMember, renderRole } from './payloads.js';
import { requireAccess } from './permissions.js';
import type { ChannelRecord } from './records.js';
import { defineBodyRoute, defineRoute, type RestRequest, type Route } from './router.js';
import { checkPrivateChannel, checkThreadAlone, checkThreadEdit, checkThreadWithMessage } from './schemas.js';
import { isThread } from './world.js';

interface ThreadBody {
  name: string;
  type?: ChannelType | null;
}

interface ThreadEditBody {
  name?: string | null;
  archived?: boolean | null;
  locked?: boolean | null;
}

/** Channels, threads and direct messages. */
export function listChannelRoutes(context: Context): Route[] {
  const { world } = context;
  return [
    defineRoute('GET', '/channels/:channelId', (request) => ({
      status: 200,
      body: renderChannel(world, requireAccess(world, request.param('channelId'))),
    })),
    defineBodyRoute<ThreadEditBody>('PATCH', '/channels/:channelId', checkThreadEdit, (request, body) => {
      const channel = requireAccess(world, request.param('channelId'));
      const isOwner = isThread(channel) && channel.ownerId === world.bot.id;
      if (!isOwner) requireAccess(world, channel.id, isThread(channel) ? 'ManageThreads' : 'ManageChannels');
      channel.name = body.name ?? channel.name;
      channel.archived = body.archived ?? channel.archived;
      channel.locked = body.locked ?? channel.locked;
      emitChannel(context, isThread(channel) ? 'THREAD_UPDATE' : 'CHANNEL_UPDATE', channel);
      return { status: 200, body: renderChannel(world, channel) };
    }),
    defineBodyRoute<{ recipient_id: string }>('POST', '/users/@me/channels', checkPrivateChannel, (_, body) => ({
      status: 200,
      body: renderChannel(world, world.openDm(body.recipient_id)),
    })),
    ...listThreadRoutes(context),
  ];
}

function listThreadRoutes(context: Context): Route[] {
  const { world } = context;
  const own = '/channels/:channelId/thread-members/@me';
  const join = (request: RestRequest) => {
    requireAccess(world, request.param('channelId'));
    return { status: 204 };
  };
  return [
    defineBodyRoute<ThreadBody>(
      'POST',
      '/channels/:channelId/messages/:messageId/threads',
      checkThreadWithMessage,
      (request, body) => {
        const parent = requireAccess(world, request.param('channelId'), 'CreatePublicThreads');
        const message = findMessage(context, parent, request.param('messageId'));
        if (world.channels.has(message.id)) throw new DiscordError(160004);
        const thread = openThread(context, parent, { name: body.name, ownerId: world.bot.id, id: message.id });
        message.flags |= MessageFlags.HasThread;
        const place = { guildId: parent.guildId, channelId: parent.id };
        world.emit('MESSAGE_UPDATE', renderMessageEvent(world, message), place);
        return { status: 201, body: renderChannel(world, thread) };
      },
    ),
    defineBodyRoute<ThreadBody>('POST', '/channels/:channelId/threads', checkThreadAlone, (request, body) => {
      const isPrivate = body.type !== ChannelType.PublicThread;
      const permission = isPrivate ? 'CreatePrivateThreads' : 'CreatePublicThreads';
      const parent = requireAccess(world, request.param('channelId'), permission);
      const type = isPrivate ? ChannelType.PrivateThread : ChannelType.PublicThread;
      const thread = openThread(context, parent, { name: body.name, ownerId: world.bot.id, type });
      return { status: 201, body: renderChannel(world, thread) };
    }),
    defineRoute('PUT', own, join),
    defineRoute('DELETE', own, join),
  ];
}

/** Adds a thread to a channel and tells the gateway. */
export function openThread(
  context: Context,
  parent: ChannelRecord,
  options: { name: string; ownerId: string; id?: string; type?: ChannelType },
): ChannelRecord {
  const thread = context.world.addChannel({
    type: ChannelType.PublicThread,
    ...options,
    guildId: parent.guildId,
    parentId: parent.id,
  });
  emitChannel(context, 'THREAD_CREATE', thread);
  return thread;
}

function emitChannel({ world }: Context, name: string, channel: ChannelRecord): void {
  const created = name === 'THREAD_CREATE' ? { newly_created: true } : {};
  const place = { guildId: channel.guildId, channelId: channel.id };
  world.emit(name, { ...renderChannel(world, channel), ...created }, place);
}

export function listGuildRoutes({ world }: Context): Route[] {
  const find = (request: RestRequest) => world.requireGuild(request.param('guildId'));
  return [
    defineRoute('GET', '/guilds/:guildId', (request) => ({ status: 200, body: renderGuild(find(request)) })),
    defineRoute('GET', '/guilds/:guildId/channels', (request) => ({
      status: 200,
      body: [...world.channels.values()]
        .filter((channel) => channel.guildId === find(request).id && !isThread(channel))
        .map((channel) => renderChannel(world, channel)),
    })),
    defineRoute('GET', '/guilds/:guildId/roles', (request) => ({
      status: 200,
      body: [...find(request).roles.values()].map(renderRole),
    })),
    defineRoute('GET', '/guilds/:guildId/members/:userId', (request) => {
      const userId = request.param('userId') === '@me' ? world.bot.id : request.param('userId');
      return { status: 200, body: renderMember(world, world.requireMember(find(request), userId)) };
    }),
    defineRoute('GET', '/guilds/:guildId/threads/active', (request) => ({
      status: 200,
      body: {
        threads: [...world.channels.values()]
          .filter((channel) => channel.guildId === find(request).id && isThread(channel) && !channel.archived)
          .map((channel) => renderChannel(world, channel)),
        members: [],
      },
    })),
  ];
}
