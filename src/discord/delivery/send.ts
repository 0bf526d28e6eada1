import type { Client, Message, User } from 'discord.js';
import type { Log } from '../../app/log.js';
import { codeOf, describeFailure, discordCodes, retryCall } from '../failures.js';
import type { Card } from '../cards/card.js';
import { toNewBody } from './body.js';

const pausesMs = [300, 700, 1_500, 3_000];

/** Answers a message; without a reference to it where its history must not be read. Throws what Discord refuses. */
export async function replyToMessage(message: Message, card: Card): Promise<void> {
  const channel = message.channel.isSendable() ? message.channel : null;
  const body = toNewBody(card);
  try {
    await retryCall(() => message.reply({ ...body, failIfNotExists: false }), pausesMs);
  } catch (error) {
    if (codeOf(error) !== discordCodes.noHistoryForReply || !channel) throw error;
    await retryCall<unknown>(() => channel.send(body), pausesMs);
  }
}

/** Whether a message could be sent to the channel; a failure is logged. */
export async function sendToChannel(client: Client, channelId: string, card: Card, log: Log): Promise<boolean> {
  try {
    const channel = await retryCall(() => client.channels.fetch(channelId), pausesMs);
    if (channel?.isSendable() !== true) return false;
    const body = toNewBody(card);
    await retryCall<unknown>(() => channel.send(body), pausesMs);
    return true;
  } catch (error) {
    log.warn(describeFailure(error), 'message could not be sent to the channel');
    return false;
  }
}

/** Whether a direct message could be sent; a failure, such as closed direct messages, is logged. */
export async function sendToUser(user: User, card: Card, log: Log): Promise<boolean> {
  try {
    const body = toNewBody(card);
    await retryCall(() => user.send(body), pausesMs);
    return true;
  } catch (error) {
    log.warn(describeFailure(error), 'direct message could not be sent');
    return false;
  }
}
