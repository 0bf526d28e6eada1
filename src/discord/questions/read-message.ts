import type { Message } from 'discord.js';
import { languages, textsFor } from '../texts/languages.js';
import { nameMentions, namesOfBot } from './name-mentions.js';
import { asksToCheck } from './small-talk.js';
import { findLanguage } from './spoken-language.js';

/** How a message speaks to the bot: `unreadable` for one whose text Discord keeps from it; null for one to others. */
export type Address = 'direct' | 'mention' | 'reply' | 'unreadable reply' | 'unreadable in thread';

const commandNames = languages.map(({ commands: { commands } }) => commands.ask.name).join('|');
const optionNames = languages.map(({ commands: { options } }) => options.question.name).join('|');
/** What somebody writes who means the command: its names, and that of its option. */
const typedCommand = new RegExp(`^/(?:${commandNames})(?:\\s+(?:${optionNames}):)?\\s+`, 'i');

/** How a message speaks to the bot; null for one that does not. */
export function readAddress(message: Message): Address | null {
  const { channel, mentions, client, content } = message;
  if (channel.isDMBased()) return 'direct';
  const isReply = mentions.repliedUser?.id === client.user.id;
  if (mentions.users.has(client.user.id)) return isReply ? 'reply' : 'mention';
  if (isReply) return content === '' ? 'unreadable reply' : 'reply';
  if (channel.isThread() && channel.ownerId === client.user.id && content === '') return 'unreadable in thread';
  return null;
}

/** The text without the mention of the bot; other mentions as names, and without a command that was typed into it. */
export function readQuestion({ content, client, guild, mentions }: Message): string {
  const { somebody } = textsFor(guild?.preferredLocale);
  const people = [...mentions.users.values(), ...(mentions.members?.values() ?? [])];
  const known = new Map([
    ...people.map(({ id, displayName }) => [id, displayName] as const),
    ...mentions.roles.map(({ id, name }) => [id, name] as const),
  ]);
  return nameMentions(content, { client, guild, known, somebody }).replace(typedCommand, '');
}

/** The language of a message, where its words tell. */
export function readLanguage(message: Message): string | null {
  return findLanguage(readQuestion(message), namesOfBot(message))?.locale ?? null;
}

/** Whether a message replies to another one and asks nothing but whether that is true. */
export function asksForCheck(message: Message): boolean {
  if (typeof message.reference?.messageId !== 'string' || readAddress(message) === null) return false;
  return asksToCheck(readQuestion(message), namesOfBot(message));
}
