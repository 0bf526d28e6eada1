import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Member } from '../discord-server/member.js';
import type { MessagePayload } from '../discord-server/message-payloads.js';
import { readText } from '../discord-server/message-view.js';
import { DEFAULT_GUILD } from '../discord-server/setup.js';
import { BotProcess, type BotOptions } from './bot-process.js';

/** The text that answers what the questions below ask. */
export const observatoryText = `---
title: The observatory on the hill
publication: The Quayside Courier
---

The observatory on the hill is 31 metres tall. The observatory was founded by Irma Falk.
`;

export const heightQuestions = [
  'How tall is the observatory?',
  'What is the height of the observatory?',
  'observatory height',
] as const;

const modsChannel = { name: 'mods' };
export const guilds = [
  { ...DEFAULT_GUILD, channels: [...(DEFAULT_GUILD.channels ?? []), modsChannel] },
  {
    name: 'Harbour',
    roles: DEFAULT_GUILD.roles ?? [],
    channels: [{ name: 'quay' }],
    members: [{ name: 'otto', roles: ['moderator'] }, { name: 'ulla' }],
  },
];

/** A bot in two guilds whose moderators' channel is `mods` in the first. */
export function startMissBot(options: BotOptions = {}): Promise<BotProcess> {
  return BotProcess.start({
    server: { guilds, maxConcurrency: 4 },
    environment: (server) => ({ MODERATOR_CHANNEL: server.channel('mods').id }),
    ...options,
  });
}

export function ask(member: Member, question: string, channel?: string): Promise<MessagePayload> {
  return member.slash('ask', { question }, channel === undefined ? {} : { channel }).response();
}

export async function listMisses(member: Member, period?: string): Promise<string> {
  return readText(await member.slash('misses', period === undefined ? {} : { period }).response());
}

/** Puts a text into the corpus and waits until the missed questions have been asked again. */
export async function updateCorpus(bot: BotProcess, name: string, content: string): Promise<void> {
  const before = bot.log.split('missed questions asked again').length - 1;
  await bot.writeText(name, content);
  await bot.waitForLog('missed questions asked again', before + 1);
}

/** The texts of the bot's messages in a channel, or of its direct messages to a member. */
export function readMessages(server: DiscordServer, channel: string): string[] {
  try {
    return server
      .messages(channel)
      .filter(({ author, flags }) => author.id === server.botId && (flags & 64) === 0)
      .map(readText);
  } catch {
    return []; // there is no direct channel yet
  }
}

export function waitForMessage(server: DiscordServer, channel: string, words: string): Promise<void> {
  const hasCome = (): boolean => readMessages(server, channel).some((text) => text.includes(words));
  return server.waitUntil(hasCome, `in ${channel}: ${words}`);
}

/** Long enough for a second message that should not come. */
export function waitForSilence(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 700));
}
