import type { Message } from 'discord.js';
import { renderNotice, type Card } from '../cards/card.js';
import { codeOf, describeFailure, discordCodes } from '../failures.js';
import type { Log } from '../../app/log.js';
import type { Texts } from '../texts/texts.js';
import type { Responder } from './responder.js';
import { replyToMessage, sendToUser } from './send.js';

/** What the answer to a message needs to know. */
interface MessageReply {
  /** Whether the answer takes a while, so that the bot is seen typing. */
  readonly takesLong: boolean;
  /** Whether the bot is to write in that channel. */
  readonly mayReply: boolean;
  readonly requestId: string;
  readonly log: Log;
  readonly texts: Texts;
}

/** In a reply to the message; directly where the bot cannot or must not write there. */
export class MessageResponder implements Responder {
  constructor(
    private readonly message: Message,
    private readonly reply: MessageReply,
  ) {}

  acknowledge(): Promise<void> {
    const { channel } = this.message;
    if (this.reply.takesLong && channel.isSendable()) void channel.sendTyping().catch(() => undefined);
    return Promise.resolve();
  }

  async announce(card: Card): Promise<void> {
    await replyToMessage(this.message, card).catch((error: unknown) => {
      this.reply.log.warn(describeFailure(error), 'notice could not be shown');
    });
  }

  async deliver(card: Card): Promise<void> {
    try {
      await replyToMessage(this.message, card);
    } catch (error) {
      this.reply.log.error(describeFailure(error), 'message could not be answered');
      await this.tellFailure(error);
    }
  }

  /** Directly, as with a command; in public only where direct messages are closed. */
  async refuse(card: Card): Promise<void> {
    const isTold = await sendToUser(this.message.author, card, this.reply.log);
    if (!isTold && this.reply.mayReply) await this.deliver(card);
  }

  /** Says that there is no answer; directly, with what is lacking, where the bot cannot write. */
  private async tellFailure(error: unknown): Promise<void> {
    const { message, reply } = this;
    const { texts, requestId, log } = reply;
    const code = codeOf(error);
    const lacksPermission = code === discordCodes.missingAccess || code === discordCodes.missingPermissions;
    const where = message.channel.isThread() ? '**Send Messages in Threads**' : '**Send Messages**';
    const told = lacksPermission ? texts.cannotWrite(`<#${message.channelId}>`, where) : texts.failed(requestId);
    const card = renderNotice(told, 'warning');
    if (!lacksPermission) {
      const isTold = await replyToMessage(message, card).then(
        () => true,
        () => false,
      );
      if (isTold) return;
    }
    if (!(await sendToUser(message.author, card, log))) log.error('nobody could be told');
  }
}
