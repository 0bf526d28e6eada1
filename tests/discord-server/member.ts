import { ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import { chooseCommand, chooseSubcommand, renderCommandPart } from './command-choice.js';
import type { Commands, RegisteredCommand } from './commands.js';
import type { Context } from './context.js';
import {
  renderAttachments,
  renderInteraction,
  renderOptions,
  renderResolved,
  type OptionValues,
} from './interaction-payloads.js';
import type { Interaction } from './interactions.js';
import { findComponent } from './message-view.js';
import { fillModal, type ModalValues } from './modal-filling.js';
import { createMessage, deleteMessage, editMessage } from './messages.js';
import { renderMessage, type MessagePayload } from './message-payloads.js';
import { renderUser } from './payloads.js';
import { canInChannel, computePermissions } from './permissions.js';
import { changePin } from './pin-routes.js';
import { addReaction, removeReaction } from './reactions.js';
import type { ChannelRecord, MessageRecord, UserRecord } from './records.js';
import { SentMessage } from './sent-message.js';
import type { AttachedFile } from './site.js';

/** A channel by name or id; `dm` is the member's direct channel with the bot. */
export type ChannelName = string;

export interface Where {
  /** Default: the guild's first channel. */
  channel?: ChannelName;
  /** Instead of the member's own language. */
  locale?: string;
}

interface SendOptions {
  replyTo?: MessageLike;
  pingReplied?: boolean;
  files?: readonly AttachedFile[];
}

/** Enough of a message to find it again. */
export type MessageLike = Pick<MessagePayload, 'id' | 'channel_id'>;

/** What a person does in Discord's client. */
export class Member {
  readonly user: UserRecord;
  readonly #context: Context;
  readonly #commands: Commands;

  constructor(user: UserRecord, context: Context, commands: Commands) {
    this.user = user;
    this.#context = context;
    this.#commands = commands;
  }

  /** Uses a slash command that the bot has registered; `name` may name a subcommand, as in `library add`. */
  slash(name: string, values: OptionValues = {}, where: Where = {}): Interaction {
    const channel = this.#findChannel(where.channel);
    const { command, definitions, wrap } = chooseSubcommand(name, (own) =>
      this.#chooseCommand(own, ApplicationCommandType.ChatInput, channel),
    );
    const options = renderOptions(definitions, values);
    const files = renderAttachments(this.#context, definitions, values);
    const guild = channel.guildId === null ? null : this.#context.world.requireGuild(channel.guildId);
    const resolved = {
      ...renderResolved(this.#context, guild, options),
      ...(files.options.length > 0 && { attachments: files.resolved }),
    };
    return this.#interact(InteractionType.ApplicationCommand, channel, where, command.name, {
      ...renderCommandPart(command),
      options: wrap([...options, ...files.options]),
      ...(Object.keys(resolved).length > 0 && { resolved }),
    });
  }

  /** Types into an option with autocomplete; `values` are the options filled in so far. */
  autocomplete(name: string, option: string, text: string, values: OptionValues = {}, where: Where = {}): Interaction {
    const channel = this.#findChannel(where.channel);
    const { command, definitions, wrap } = chooseSubcommand(name, (own) =>
      this.#chooseCommand(own, ApplicationCommandType.ChatInput, channel),
    );
    if (definitions.find((each) => each.name === option)?.autocomplete !== true) {
      throw new Error(`Option ${option} of ${name} has no autocomplete`);
    }
    const options = renderOptions(definitions, { ...values, [option]: text }, { focused: option });
    const data = { ...renderCommandPart(command), options: wrap(options) };
    return this.#interact(InteractionType.ApplicationCommandAutocomplete, channel, where, command.name, data);
  }

  /** Uses a command from the menu of a message. */
  messageCommand(name: string, message: MessageLike, where: Omit<Where, 'channel'> = {}): Interaction {
    const { world } = this.#context;
    const { channel, record } = this.#findMessage(message);
    const command = this.#chooseCommand(name, ApplicationCommandType.Message, channel);
    return this.#interact(InteractionType.ApplicationCommand, channel, where, command.name, {
      ...renderCommandPart(command),
      target_id: record.id,
      resolved: { messages: { [record.id]: renderMessage(world, record) } },
    });
  }

  /** Uses a command from the menu of a member, here of oneself. */
  userCommand(name: string, where: Where = {}): Interaction {
    const channel = this.#findChannel(where.channel);
    const command = this.#chooseCommand(name, ApplicationCommandType.User, channel);
    return this.#interact(InteractionType.ApplicationCommand, channel, where, command.name, {
      ...renderCommandPart(command),
      target_id: this.user.id,
      resolved: { users: { [this.user.id]: renderUser(this.user) } },
    });
  }

  /** Presses a button, found by custom id, label, or a pattern of the custom id. */
  clickButton(message: MessageLike, button: string | RegExp, where: Omit<Where, 'channel'> = {}): Interaction {
    return this.#useComponent(message, button, where, {});
  }

  select(
    message: MessageLike,
    menu: string | RegExp,
    values: readonly string[],
    where: Omit<Where, 'channel'> = {},
  ): Interaction {
    return this.#useComponent(message, menu, where, { values });
  }

  /** Sends the form that the bot opened on an interaction; values by custom id. */
  async submitModal(
    opened: Interaction,
    values: ModalValues,
    where: Omit<Where, 'channel'> = {},
  ): Promise<Interaction> {
    const { custom_id, components } = await opened.modal();
    const channel = this.#context.world.requireChannel(opened.options.channelId);
    const data = { custom_id, components: fillModal(components, values) };
    const source = opened.options.sourceMessageId;
    return this.#interact(InteractionType.ModalSubmit, channel, where, null, data, source);
  }

  /** Writes a message; `<@id>`, `<@&id>` and, where permitted, `@everyone` in it are mentions. */
  send(
    channelName: ChannelName,
    content: string,
    { replyTo, pingReplied = true, files = [] }: SendOptions = {},
  ): SentMessage {
    const channel = this.#findChannel(channelName);
    if (!canInChannel(this.#context.world, channel, this.user.id, 'ViewChannel')) {
      throw new Error(`${this.user.username} cannot write in ${channel.name}`);
    }
    const mayMentionAll = canInChannel(this.#context.world, channel, this.user.id, 'MentionEveryone');
    const parse = ['users', 'roles', ...(mayMentionAll ? ['everyone'] : [])];
    const record = createMessage(
      this.#context,
      {
        content,
        allowed_mentions: { parse, replied_user: pingReplied },
        ...(replyTo !== undefined && { message_reference: { message_id: replyTo.id, channel_id: channel.id } }),
      },
      { channel, authorId: this.user.id, attached: files },
    );
    return new SentMessage(this.#context, record);
  }

  reply(message: MessageLike, content: string, options: { pingReplied?: boolean } = {}): SentMessage {
    return this.send(message.channel_id, content, { ...options, replyTo: message });
  }

  /** Writes to the bot directly. */
  dm(content: string): SentMessage {
    return this.send('dm', content);
  }

  edit(message: MessageLike, content: string): void {
    editMessage(this.#context, this.#findMessage(message).record, { content });
  }

  deleteMessage(message: MessageLike): void {
    const { record } = this.#findMessage(message);
    if (record.authorId !== this.user.id) this.#requirePermission(message, 'ManageMessages');
    deleteMessage(this.#context, record);
  }

  react(message: MessageLike, emoji: string): void {
    addReaction(this.#context, this.#findMessage(message).record, this.user.id, emoji);
  }

  unreact(message: MessageLike, emoji: string): void {
    removeReaction(this.#context, this.#findMessage(message).record, this.user.id, emoji);
  }

  pin(message: MessageLike): void {
    this.#requirePermission(message, 'PinMessages');
    const { channel, record } = this.#findMessage(message);
    changePin(this.#context, channel, record, Date.now());
  }

  unpin(message: MessageLike): void {
    this.#requirePermission(message, 'PinMessages');
    const { channel, record } = this.#findMessage(message);
    changePin(this.#context, channel, record, null);
  }

  #useComponent(
    message: MessageLike,
    wanted: string | RegExp,
    where: Omit<Where, 'channel'>,
    data: object,
  ): Interaction {
    const { channel, record } = this.#findMessage(message);
    const component = findComponent(record, wanted);
    if (component.disabled === true) throw new Error(`${String(wanted)} is disabled`);
    const { type, id, custom_id } = component;
    const content = { component_type: type, id, custom_id, ...data };
    return this.#interact(InteractionType.MessageComponent, channel, where, null, content, record.id);
  }

  #interact(
    type: number,
    channel: ChannelRecord,
    where: Where,
    name: string | null,
    data: object,
    sourceMessageId: string | null = null,
  ): Interaction {
    const { world, interactions } = this.#context;
    const options = {
      type,
      channelId: channel.id,
      guildId: channel.guildId,
      userId: this.user.id,
      name,
      sourceMessageId,
    };
    const interaction = interactions.open(options);
    const asker = { user: this.user, channel, locale: where.locale ?? this.user.locale };
    const source = channel.messages.find(({ id }) => id === sourceMessageId);
    const payload = {
      ...renderInteraction(this.#context, interaction, asker, data),
      ...(source !== undefined && { message: renderMessage(world, source) }),
    };
    world.emit('INTERACTION_CREATE', payload, { guildId: channel.guildId, channelId: channel.id });
    return interaction;
  }

  #chooseCommand(name: string, type: ApplicationCommandType, channel: ChannelRecord): RegisteredCommand {
    const permissions = computePermissions(this.#context.world, channel, this.user.id);
    return chooseCommand(this.#commands, { name, type, guildId: channel.guildId, permissions });
  }

  #findChannel(name: ChannelName | undefined): ChannelRecord {
    const { world } = this.#context;
    if (name === 'dm') return world.openDm(this.user.id);
    const own = [...world.channels.values()].filter(({ guildId, recipientIds }) => {
      if (guildId === null) return recipientIds.includes(this.user.id);
      return world.requireGuild(guildId).members.has(this.user.id);
    });
    const found = name === undefined ? own[0] : own.find((each) => each.id === name || each.name === name);
    if (found === undefined) throw new Error(`${this.user.username} has no channel ${name ?? ''}`);
    return found;
  }

  #findMessage({ id, channel_id }: MessageLike): { channel: ChannelRecord; record: MessageRecord } {
    const channel = this.#findChannel(channel_id);
    const record = this.#context.world.requireMessage(channel, id);
    if (record.visibleTo !== null && record.visibleTo !== this.user.id) {
      throw new Error(`${this.user.username} does not see this message`);
    }
    return { channel, record };
  }

  #requirePermission({ channel_id }: MessageLike, name: 'ManageMessages' | 'PinMessages'): void {
    const channel = this.#findChannel(channel_id);
    if (!canInChannel(this.#context.world, channel, this.user.id, name)) {
      throw new Error(`${this.user.username} lacks ${name} in ${channel.name}`);
    }
  }
}
