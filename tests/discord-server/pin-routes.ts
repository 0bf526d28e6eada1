import type { Context } from './context.js';
import { DiscordError } from './errors.js';
import { isEphemeral } from './message-payloads.js';
import { findMessage, renderForBot } from './message-routes.js';
import { canInChannel, requireAccess } from './permissions.js';
import type { ChannelRecord, MessageRecord } from './records.js';
import { defineRoute, type RestRequest, type Route } from './router.js';

const MAX_PINS = 250;
const MAX_PAGE = 50;
const PINS = '/channels/:channelId/messages/pins';
const OLD_PINS = '/channels/:channelId/pins';

/** Pins, over the new routes with pages and the deprecated ones. They come before the routes of single messages. */
export function listPinRoutes(context: Context): Route[] {
  const list = (request: RestRequest) => listPins(context, requireAccess(context.world, request.param('channelId')));
  const pin = (request: RestRequest) => setPin(context, request, Date.now());
  const unpin = (request: RestRequest) => setPin(context, request, null);
  return [
    defineRoute('GET', PINS, (request) => {
      const before = request.query.get('before');
      const limit = Math.min(Number(request.query.get('limit') ?? MAX_PAGE), MAX_PAGE);
      const older = list(request).filter(({ pinnedAtMs }) => before === null || pinnedAtMs < Date.parse(before));
      const items = older.slice(0, limit).map(({ message, pinnedAtMs }) => ({
        pinned_at: new Date(pinnedAtMs).toISOString(),
        message: renderForBot(context, message),
      }));
      return { status: 200, body: { items, has_more: older.length > limit } };
    }),
    defineRoute('GET', OLD_PINS, (request) => ({
      status: 200,
      body: list(request)
        .slice(0, MAX_PAGE)
        .map(({ message }) => renderForBot(context, message)),
    })),
    ...[PINS, OLD_PINS].flatMap((base) => [
      defineRoute('PUT', `${base}/:messageId`, pin),
      defineRoute('DELETE', `${base}/:messageId`, unpin),
    ]),
  ];
}

/** Sets or takes off the pin and tells the gateway. */
export function changePin(
  { world }: Context,
  channel: ChannelRecord,
  message: MessageRecord,
  atMs: number | null,
): void {
  // Pages go by the time of pinning, so no two pins of a channel may share it.
  const latest = Math.max(0, ...channel.messages.map(({ pinnedAtMs }) => pinnedAtMs ?? 0));
  message.pinnedAtMs = atMs === null ? null : Math.max(atMs, latest + 1);
  const lastPin = message.pinnedAtMs === null ? null : new Date(message.pinnedAtMs).toISOString();
  const event = { channel_id: channel.id, last_pin_timestamp: lastPin };
  const guild = channel.guildId === null ? {} : { guild_id: channel.guildId };
  world.emit('CHANNEL_PINS_UPDATE', { ...event, ...guild }, { guildId: channel.guildId, channelId: channel.id });
}

function listPins({ world }: Context, channel: ChannelRecord): { message: MessageRecord; pinnedAtMs: number }[] {
  if (!canInChannel(world, channel, world.bot.id, 'ReadMessageHistory')) return [];
  return channel.messages
    .flatMap((message) => (message.pinnedAtMs === null ? [] : { message, pinnedAtMs: message.pinnedAtMs }))
    .sort((a, b) => b.pinnedAtMs - a.pinnedAtMs);
}

function setPin(context: Context, request: RestRequest, atMs: number | null): { status: number } {
  const channel = requireAccess(context.world, request.param('channelId'), 'PinMessages');
  const message = findMessage(context, channel, request.param('messageId'));
  if (isEphemeral(message)) throw new DiscordError(10008);
  const pinned = channel.messages.filter(({ pinnedAtMs }) => pinnedAtMs !== null).length;
  if (atMs !== null && message.pinnedAtMs === null && pinned >= MAX_PINS) throw new DiscordError(30003);
  if (atMs === null || message.pinnedAtMs === null) changePin(context, channel, message, atMs);
  return { status: 204 };
}
