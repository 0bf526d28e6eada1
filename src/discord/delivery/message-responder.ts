import type { Message } from 'discord.js';
import { renderNotice, type Card } from '../cards/card.js';
import { escapeMarkdown } from '../cards/markdown.js';
import { codeOf, describeFailure, discordCodes } from '../failures.js';
import type { Log } from '../../app/log.js';
import { findLacking, neededToWrite } from '../request/admission.js';
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

  /** Where the bot cannot write, and for lack of what as far as can be told: Discord does not say. */
  private nameLacking(): string {
    const { channel, guild, channelId } = this.message;
    const needed = neededToWrite(channel.isThread());
    const held = guild?.members.me && 'permissionsFor' in channel ? channel.permissionsFor(guild.members.me) : null;
    const lacking = held ? findLacking(held, needed) : [];
    const server = guild ? escapeMarkdown(guild.name) : null;
    return this.reply.texts.cannotWrite(`<#${channelId}>`, server, lacking.length > 0 ? lacking : [needed[1]]);
  }

  /** Says that there is no answer; directly, with what is lacking, where the bot cannot write. */
  private async tellFailure(error: unknown): Promise<void> {
    const { message, reply } = this;
    const { texts, requestId, log } = reply;
    const code = codeOf(error);
    const lacksPermission = code === discordCodes.missingAccess || code === discordCodes.missingPermissions;
    const told = lacksPermission ? this.nameLacking() : texts.failed(requestId);
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
