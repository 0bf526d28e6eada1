/** Calls about messages of a channel by their ids, which work for channels that this process has never heard of. */
import {
  makeURLSearchParams,
  Routes,
  type APIGuildChannel,
  type APIMessage,
  type Client,
  type RESTGetAPIChannelMessagesPinsResult,
  type RESTGetAPIChannelMessagesResult,
} from 'discord.js';
import { codeOf, discordCodes, retryCall } from '../../../failures.js';
import type { Card } from '../../../cards/card.js';
import { writeCustomId } from '../../../custom-ids/custom-id.js';
import { toRawBody } from '../../../delivery/body.js';

interface MessagePlace {
  readonly channelId: string;
  readonly messageId: string;
}

const pausesMs = [300, 700, 1_500, 3_000];
const pinsPerPage = 50;
/** Discord allows 250 pins; a few pages more do no harm. */
const maxPinPages = 10;
const searchedMessages = 100;
const maxReasonLength = 400;

/** The id of the message sent. The nonce lets Discord know a message again that it has had a moment ago. */
export async function sendCard(client: Client, channelId: string, card: Card, nonce: string): Promise<string> {
  const body = toRawBody(card, nonce);
  const sent = (await retryCall(
    () => client.rest.post(Routes.channelMessages(channelId), { body }),
    pausesMs,
  )) as APIMessage; // Discord's own shape
  return sent.id;
}

export async function readMessage(client: Client, { channelId, messageId }: MessagePlace): Promise<APIMessage> {
  const route = Routes.channelMessage(channelId, messageId);
  return (await retryCall(() => client.rest.get(route), pausesMs)) as APIMessage; // Discord's own shape
}

export async function editMessage(client: Client, { channelId, messageId }: MessagePlace, card: Card): Promise<void> {
  const route = Routes.channelMessage(channelId, messageId);
  await retryCall(() => client.rest.patch(route, { body: toRawBody(card) }), pausesMs);
}

type PinCall = readonly [client: Client, place: MessagePlace, reason: string];

/** `reason` is shown in the audit log. */
export function pinMessage(...call: PinCall): Promise<void> {
  return changePin('put', ...call);
}

/** `reason` is shown in the audit log. */
export function unpinMessage(...call: PinCall): Promise<void> {
  return changePin('delete', ...call);
}

async function changePin(method: 'put' | 'delete', ...[client, place, reason]: PinCall): Promise<void> {
  const route = Routes.channelMessagesPin(place.channelId, place.messageId);
  await retryCall(() => client.rest[method](route, { reason: reason.slice(0, maxReasonLength) }), pausesMs);
}

/** All pins of a channel, the latest first. */
export async function listPins(
  client: Client,
  channelId: string,
): Promise<{ message: APIMessage; pinnedAtMs: number }[]> {
  const pins: { message: APIMessage; pinnedAtMs: number }[] = [];
  let before: string | undefined;
  for (let page = 0; page < maxPinPages; page++) {
    const query = makeURLSearchParams({ limit: pinsPerPage, before });
    const { items, has_more } = (await retryCall(
      () => client.rest.get(Routes.channelMessagesPins(channelId), { query }),
      pausesMs,
    )) as RESTGetAPIChannelMessagesPinsResult; // Discord's own shape
    pins.push(...items.map(({ message, pinned_at }) => ({ message, pinnedAtMs: Date.parse(pinned_at) })));
    before = items.at(-1)?.pinned_at;
    if (!has_more || before === undefined) break;
  }
  return pins;
}

/** The id of a brief's message among the latest of a channel; null where there is none. */
export async function findBriefMessage(client: Client, channelId: string, briefId: string): Promise<string | null> {
  const query = makeURLSearchParams({ limit: searchedMessages });
  const messages = (await retryCall(
    () => client.rest.get(Routes.channelMessages(channelId), { query }),
    pausesMs,
  )) as RESTGetAPIChannelMessagesResult; // Discord's own shape
  const mark = `"${writeCustomId('brief:look', { briefId })}"`;
  const found = messages.find(
    ({ author, components }) => author.id === client.user?.id && JSON.stringify(components).includes(mark),
  );
  return found?.id ?? null;
}

/** The guild that a channel belongs to; null for one that is gone or out of sight. */
export async function readGuildOf(client: Client, channelId: string): Promise<string | null> {
  try {
    const channel = (await retryCall(() => client.rest.get(Routes.channel(channelId)), pausesMs)) as APIGuildChannel;
    return channel.guild_id ?? null; // a direct channel has none, whatever the type says
  } catch (error) {
    if (isGone(error) || isOutOfReach(error)) return null;
    throw error;
  }
}

/** The user who is named in the last text of a brief's message. */
export function readPerson({ components }: Pick<APIMessage, 'components'>): string | null {
  const texts = (components ?? []).flatMap((component) => ('content' in component ? [component.content] : []));
  return /<@(\d{17,20})>/.exec(texts.at(-1) ?? '')?.[1] ?? null;
}

/** Whether a call failed because the message or its channel is no longer there. */
export function isGone(error: unknown): boolean {
  const code = codeOf(error);
  return code === discordCodes.unknownMessage || code === discordCodes.unknownChannel;
}

/** Whether a call failed because the bot may not do it there. */
export function isOutOfReach(error: unknown): boolean {
  const code = codeOf(error);
  return code === discordCodes.missingAccess || code === discordCodes.missingPermissions;
}
