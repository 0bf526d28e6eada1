import { ChannelType } from 'discord-api-types/v10';
import { DiscordError } from './errors.js';
import type { ChannelRecord, GuildRecord, MemberRecord, MessageRecord, UserRecord } from './records.js';
import { createSnowflake } from './snowflake.js';

/** Where an event happened; decides which shard and which intents it concerns. */
export interface EventPlace {
  guildId: string | null;
  /** Events of a channel that the bot cannot see are not sent. */
  channelId?: string;
}

type Listener = (name: string, data: object, place: EventPlace) => void;

/** Everything that exists on the pretended Discord. */
export class World {
  readonly bot: UserRecord;
  readonly applicationId: string;
  readonly users = new Map<string, UserRecord>();
  readonly guilds = new Map<string, GuildRecord>();
  readonly channels = new Map<string, ChannelRecord>();
  readonly #listeners = new Set<Listener>();

  constructor(botName: string) {
    this.bot = this.addUser(botName, { bot: true });
    // Applications made since 2016 share their id with their bot user.
    this.applicationId = this.bot.id;
  }

  /** Calls back on each event until the returned function is called. */
  onEvent(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  emit(name: string, data: object, place: EventPlace): void {
    for (const listener of this.#listeners) listener(name, data, place);
  }

  addUser(username: string, options: Partial<UserRecord> = {}): UserRecord {
    const user: UserRecord = {
      id: createSnowflake(),
      username,
      globalName: null,
      bot: false,
      locale: 'en-US',
      closedDms: false,
      ...options,
    };
    this.users.set(user.id, user);
    return user;
  }

  addChannel(options: Partial<ChannelRecord> & { name: string; guildId: string | null }): ChannelRecord {
    const channel: ChannelRecord = {
      id: createSnowflake(),
      type: ChannelType.GuildText,
      parentId: null,
      overwrites: [],
      recipientIds: [],
      ownerId: null,
      archived: false,
      locked: false,
      position: this.channels.size,
      messages: [],
      ...options,
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The direct messages between the bot and a user, made when they are not there yet. */
  openDm(userId: string): ChannelRecord {
    for (const channel of this.channels.values()) {
      if (channel.type === ChannelType.DM && channel.recipientIds.includes(userId)) return channel;
    }
    const { username } = this.requireUser(userId);
    return this.addChannel({ name: username, guildId: null, type: ChannelType.DM, recipientIds: [userId] });
  }

  requireUser(id: string): UserRecord {
    const user = this.users.get(id);
    if (user === undefined) throw new DiscordError(10013);
    return user;
  }

  requireGuild(id: string): GuildRecord {
    const guild = this.guilds.get(id);
    if (guild === undefined) throw new DiscordError(10004);
    return guild;
  }

  requireMember(guild: GuildRecord, userId: string): MemberRecord {
    const member = guild.members.get(userId);
    if (member === undefined) throw new DiscordError(10007);
    return member;
  }

  requireChannel(id: string): ChannelRecord {
    const channel = this.channels.get(id);
    if (channel === undefined) throw new DiscordError(10003);
    return channel;
  }

  requireMessage(channel: ChannelRecord, id: string): MessageRecord {
    const message = channel.messages.find((each) => each.id === id);
    if (message === undefined) throw new DiscordError(10008);
    return message;
  }
}

export function isThread(channel: ChannelRecord): boolean {
  return (
    channel.type === ChannelType.PublicThread ||
    channel.type === ChannelType.PrivateThread ||
    channel.type === ChannelType.AnnouncementThread
  );
}
