import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { MessagePayload } from '../discord-server/message-payloads.js';
import { readText } from '../discord-server/message-view.js';
import { BotProcess, type BotOptions } from './bot-process.js';
import { briefFiles } from './corpus.js';

/** A community with two moderators, one of whom may not pin, and a channel for them; and another community. */
export function startBriefBot(environment: NonNullable<BotOptions['environment']> = {}): Promise<BotProcess> {
  return BotProcess.start({
    files: briefFiles,
    environment,
    server: {
      guilds: [
        {
          name: 'Library',
          roles: [
            { name: 'moderator', permissions: ['ManageMessages', 'PinMessages'] },
            { name: 'helper', permissions: ['ManageMessages'] },
          ],
          channels: [
            { name: 'general' },
            { name: 'questions' },
            { name: 'moderators' },
            { name: 'thread', type: 'thread', parent: 'general' },
          ],
          members: [{ name: 'mara', roles: ['moderator'] }, { name: 'nora', roles: ['helper'] }, { name: 'ada' }],
          botPermissions: ['PinMessages'],
        },
        {
          name: 'Annex',
          roles: [{ name: 'moderator', permissions: ['ManageMessages', 'PinMessages'] }],
          channels: [{ name: 'annex' }],
          members: [{ name: 'mara', roles: ['moderator'] }],
          botPermissions: ['PinMessages'],
        },
      ],
    },
  });
}

/** The same, with the channel for moderators set. */
export function startLivingBriefBot(): Promise<BotProcess> {
  return startBriefBot((server) => ({ MODERATOR_CHANNEL: server.channel('moderators').id }));
}

/** The bot's messages in a channel that everybody sees, oldest first. */
export function listPosts(server: DiscordServer, channel = 'general'): MessagePayload[] {
  return server.messages(channel).filter(({ author, flags }) => author.id === server.botId && (flags & 64) === 0);
}

export function latestPost(server: DiscordServer, channel = 'general'): MessagePayload {
  const post = listPosts(server, channel).at(-1);
  if (!post) throw new Error(`The bot has posted nothing in ${channel}`);
  return post;
}

/** The message as it is now. */
export function readNow(server: DiscordServer, message: MessagePayload): string {
  const now = server.message(message);
  return now ? readText(now) : '';
}

/** The words of the quotes in order, each with its number; those of pairs have none. */
export function listQuotes(message: MessagePayload): string[] {
  return [...readText(message).matchAll(/^\*\*(\d+)\*\* · “(.*)”/gm)].map(([, number, words]) => `${number}: ${words}`);
}

/** A text of two plain sentences. */
export const mill = 'The mill at Orrow has four wheels. The river beside the mill is falling every summer.';

/** Lets the moderator `mara` make a brief and post it as it comes. */
export async function postBrief(
  server: DiscordServer,
  channel: string,
  values: Record<string, string | number>,
  label = 'Post and pin',
): Promise<MessagePayload> {
  const mara = server.member('mara');
  const preview = await mara.slash('summary', values, { channel }).response();
  await mara.clickButton(preview, label).response();
  return latestPost(server, channel);
}

/** Adds, changes or (with null) deletes a text and waits until that index is in use. */
export async function writeText(bot: BotProcess, name: string, content: string | null): Promise<void> {
  const swaps = bot.log.split('index in use').length - 1;
  if (content === null) await rm(path.join(bot.corpusDir, name));
  else await bot.writeText(name, content);
  await bot.waitForLog('index in use', swaps + 1);
}

/** Waits until a message holds, or no longer holds, something. */
export async function waitForText(
  server: DiscordServer,
  message: MessagePayload,
  pattern: RegExp,
  isThere = true,
): Promise<string> {
  const isSo = (): boolean => pattern.test(readNow(server, message)) === isThere;
  await server.waitUntil(isSo, `${isThere ? '' : 'not '}${String(pattern)}`);
  return readNow(server, message);
}

/** What the moderators were told about a brief. */
export function listNotices(server: DiscordServer, { id }: MessagePayload): MessagePayload[] {
  return listPosts(server, 'moderators').filter((notice) => readText(notice).includes(id));
}

/** How often the message was edited. */
export function countEdits(server: DiscordServer, { id }: MessagePayload): number {
  return server.calls.filter(({ method, path: route, status }) => {
    return method === 'PATCH' && route.endsWith(`/messages/${id}`) && status === 200;
  }).length;
}
