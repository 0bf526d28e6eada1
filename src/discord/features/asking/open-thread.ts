import { renderNotice } from '../../cards/card.js';
import { ChannelType, type MessageComponentInteraction } from 'discord.js';
import { readAnsweredQuestion } from '../../questions/question-line.js';
import { codeOf, discordCodes } from '../../failures.js';
import { shorten } from '../../../core/text/span.js';
import { toNewBody } from '../../delivery/body.js';
import { findLacking } from '../../request/admission.js';
import { textsFor } from '../../texts/languages.js';
import type { Texts } from '../../texts/texts.js';

const maxNameLength = 90;
/** Without the first one Discord gives none of the others. */
const needed = ['ViewChannel', 'CreatePublicThreads', 'SendMessagesInThreads'] as const;

/** Opens a thread on the answer, for further questions; says where, or why not. `messageId` is the answer where the button is not on it. */
export async function openThread(
  interaction: MessageComponentInteraction,
  messageId: string | null,
  texts: Texts,
): Promise<string> {
  const { message, appPermissions, client, guildLocale } = interaction;
  // A thread on a message has the message's id.
  const exists = texts.threadExists(`<#${messageId ?? message.id}>`);
  if (message.hasThread) return exists;
  const lacking = findLacking(appPermissions, needed);
  const channel = interaction.channel ?? (await client.channels.fetch(interaction.channelId).catch(() => null));
  const fits = channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
  if (lacking.length > 0 || !fits) return texts.cannotThread(lacking.length > 0 ? lacking : ['ViewChannel']);
  const question = readAnsweredQuestion(message) ?? client.user.username;
  try {
    const thread = await channel.threads.create({
      name: shorten(question, maxNameLength),
      startMessage: messageId ?? message.id,
    });
    const hint = textsFor(guildLocale).threadOpened(`<@${client.user.id}>`);
    await thread.send(toNewBody(renderNotice(hint)));
    return texts.threadReady(`<#${thread.id}>`);
  } catch (error) {
    const code = codeOf(error);
    if (code === discordCodes.threadExists) return exists;
    if (code === discordCodes.unknownMessage || code === discordCodes.unknownChannel) return texts.answerGone;
    if (code === discordCodes.tooManyThreads) return texts.tooManyThreads;
    if (code !== discordCodes.missingAccess && code !== discordCodes.missingPermissions) throw error;
    return texts.cannotThread(needed);
  }
}
