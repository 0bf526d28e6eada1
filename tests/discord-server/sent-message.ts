import { MessageFlags } from 'discord-api-types/v10';
import type { Context } from './context.js';
import { GENEROUS_TIMEOUT_MS, Latch, waitAtMost } from './latch.js';
import { renderMessage, type MessagePayload } from './message-payloads.js';
import type { MessageRecord } from './records.js';
import { compareSnowflakes } from './snowflake.js';

/** A message of a member, and what the bot says to it. */
export class SentMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly #context: Context;

  constructor(context: Context, { id, channelId }: MessageRecord) {
    this.#context = context;
    this.id = id;
    this.channel_id = channelId;
  }

  /** The bot's messages since, in the same channel or in a thread on this message. */
  get answers(): MessagePayload[] {
    const { world } = this.#context;
    const channels = [world.channels.get(this.channel_id), world.channels.get(this.id)];
    return channels
      .flatMap((channel) => channel?.messages ?? [])
      .filter(({ id, authorId }) => authorId === world.bot.id && compareSnowflakes(id, this.id) > 0)
      .filter(({ flags }) => (flags & MessageFlags.Loading) === 0)
      .map((message) => renderMessage(world, message));
  }

  /** The first of them that fits, as soon as it is there; `accept` lets a placeholder pass by. */
  answer({ timeoutMs = GENEROUS_TIMEOUT_MS, accept = () => true }: AnswerOptions = {}): Promise<MessagePayload> {
    const latch = new Latch<MessagePayload>();
    const look = () => {
      const found = this.answers.find(accept);
      if (found !== undefined) latch.resolve(found);
    };
    look();
    const stop = this.#context.world.onEvent(look);
    return waitAtMost(latch.promise, timeoutMs, 'No answer to the message').finally(stop);
  }
}

export interface AnswerOptions {
  timeoutMs?: number;
  accept?: (message: MessagePayload) => boolean;
}
