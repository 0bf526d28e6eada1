import type { Commands } from './commands.js';
import type { Context } from './context.js';
import type { Faults } from './faults.js';
import type { Gateway } from './gateway.js';
import { GENEROUS_TIMEOUT_MS, Latch, waitAtMost } from './latch.js';
import { Member } from './member.js';
import { createMessage } from './messages.js';
import { renderMessage, type MessagePayload } from './message-payloads.js';
import { renderChannel, renderGuildCreate, renderRole } from './payloads.js';
import { requireAccess } from './permissions.js';
import type { ChannelRecord, GuildRecord } from './records.js';
import {
  addChannel,
  addGuild,
  addMember,
  buildOverwrite,
  type ChannelSetup,
  type GuildSetup,
  type MemberSetup,
  type OverwriteSetup,
} from './setup.js';

interface Parts {
  context: Context;
  commands: Commands;
  faults: Faults;
  gateway: Gateway;
  token: string;
  apiUrl: string;
  close: () => Promise<void>;
}

/** The pretended Discord as tests see it. */
export class DiscordServer {
  /** For `rest: { api }` or DISCORD_API_URL; without the version. */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly commands: Commands;
  readonly faults: Faults;
  readonly gateway: Gateway;
  /** Stops listening and cuts all connections. */
  readonly close: () => Promise<void>;
  readonly #context: Context;

  constructor({ context, commands, faults, gateway, token, apiUrl, close }: Parts) {
    this.#context = context;
    this.commands = commands;
    this.faults = faults;
    this.gateway = gateway;
    this.token = token;
    this.apiUrl = apiUrl;
    this.applicationId = context.world.applicationId;
    this.close = close;
  }

  get gatewayUrl(): string {
    return this.#context.gatewayUrl();
  }

  /** Pages and files of other hosts, on the same port. */
  get site() {
    return this.#context.site;
  }

  get botId(): string {
    return this.#context.world.bot.id;
  }

  get calls() {
    return this.#context.journal.calls;
  }

  get invalid() {
    return this.#context.journal.invalid;
  }

  get openMentions() {
    return this.#context.journal.openMentions;
  }

  get pings() {
    return this.#context.journal.pings;
  }

  get unexpected() {
    return this.#context.journal.unexpected;
  }

  get interactions() {
    return this.#context.interactions.all();
  }

  /** Throws, with all of them, when the bot or this server did something that no test should forgive. */
  assertClean(): void {
    const { invalid, openMentions, pings, unexpected, failures } = this.#context.journal;
    const doubles = this.interactions.filter(({ repeatedAcknowledgements }) => repeatedAcknowledgements > 0);
    const faults = [
      ...invalid.map(({ method, path, problems }) => `${method} ${path}: ${JSON.stringify(problems)}`),
      ...openMentions.map(({ method, path }) => `${method} ${path}: mentions left open`),
      ...pings.map((ping) => `pinged: ${JSON.stringify(ping)}`),
      ...unexpected.map(({ method, path }) => `${method} ${path}: no such route`),
      ...doubles.map(({ id }) => `interaction ${id}: acknowledged more than once`),
      ...failures.map(({ stack }) => `the test server failed: ${stack ?? ''}`),
    ];
    if (faults.length > 0) throw new Error(faults.join('\n'));
  }

  /** A person by name. */
  member(name: string): Member {
    const user = [...this.#context.world.users.values()].find(({ username }) => username === name);
    if (user === undefined) throw new Error(`There is nobody called ${name}`);
    return new Member(user, this.#context, this.commands);
  }

  /** Invites the bot to a guild while it is connected. */
  joinGuild(setup: GuildSetup): GuildRecord {
    const { world } = this.#context;
    const guild = addGuild(world, setup);
    world.emit('GUILD_CREATE', renderGuildCreate(world, guild), { guildId: guild.id });
    return guild;
  }

  /** A guild by name; without a name the first. */
  guild(name?: string): GuildRecord {
    const guilds = [...this.#context.world.guilds.values()];
    const guild = name === undefined ? guilds[0] : guilds.find((each) => each.name === name);
    if (guild === undefined) throw new Error(`There is no guild ${name ?? ''}`);
    return guild;
  }

  /** A channel by name or id, with all its messages. */
  channel(name: string): ChannelRecord {
    const channel = [...this.#context.world.channels.values()].find((each) => each.id === name || each.name === name);
    if (channel === undefined) throw new Error(`There is no channel ${name}`);
    return channel;
  }

  /** The role's id by name, for mentions and options. */
  role(name: string, guildName?: string) {
    const role = [...this.guild(guildName).roles.values()].find((each) => each.name === name);
    if (role === undefined) throw new Error(`There is no role ${name}`);
    return renderRole(role);
  }

  /** The messages of a channel as they are now, oldest first, ephemeral ones included. */
  messages(channelName: string): MessagePayload[] {
    return this.channel(channelName).messages.map((message) => renderMessage(this.#context.world, message));
  }

  /** A message as it is now, or null when it was deleted. */
  message({ id, channel_id }: { id: string; channel_id: string }): MessagePayload | null {
    return this.messages(channel_id).find((message) => message.id === id) ?? null;
  }

  addMember(setup: MemberSetup, guildName?: string): Member {
    addMember(this.#context.world, this.guild(guildName), setup);
    return this.member(setup.name);
  }

  addChannel(setup: ChannelSetup, guildName?: string): ChannelRecord {
    const channel = addChannel(this.#context.world, this.guild(guildName), setup);
    this.#emitChannel('CHANNEL_CREATE', channel);
    return channel;
  }

  /** Deletes a channel with all that is in it. */
  removeChannel(name: string): void {
    const channel = this.channel(name);
    this.#context.world.channels.delete(channel.id);
    this.#emitChannel('CHANNEL_DELETE', channel);
  }

  /** Puts a message into the past, without an event. */
  seedMessage(
    channelName: string,
    author: string,
    content: string,
    { pinnedAtMs = null, atMs }: { pinnedAtMs?: number | null; atMs?: number } = {},
  ): MessagePayload {
    const user = author === 'bot' ? this.#context.world.bot : this.member(author).user;
    const origin = { channel: this.channel(channelName), authorId: user.id, silent: true };
    const record = createMessage(
      this.#context,
      { content, allowed_mentions: { parse: [] } },
      {
        ...origin,
        ...(atMs !== undefined && { atMs }),
      },
    );
    record.pinnedAtMs = pinnedAtMs;
    return renderMessage(this.#context.world, record);
  }

  /** Replaces the channel's overwrites, for tests of missing permissions. */
  setOverwrites(channelName: string, overwrites: readonly OverwriteSetup[]): void {
    const channel = this.channel(channelName);
    const guild = this.#context.world.requireGuild(channel.guildId ?? '');
    channel.overwrites = overwrites.map((each) => buildOverwrite(this.#context.world, guild, each));
    this.#emitChannel('CHANNEL_UPDATE', channel);
  }

  /** Whether the bot sees the channel. */
  botSees(channelName: string): boolean {
    try {
      requireAccess(this.#context.world, this.channel(channelName).id);
      return true;
    } catch {
      return false;
    }
  }

  /** Waits until something holds that depends on requests or events, such as a command being registered. */
  async waitUntil(condition: () => boolean, what: string, timeoutMs = GENEROUS_TIMEOUT_MS): Promise<void> {
    const latch = new Latch<true>();
    const timer = setInterval(() => {
      if (condition()) latch.resolve(true);
    }, 5);
    await waitAtMost(latch.promise, timeoutMs, `Not true: ${what}`).finally(() => {
      clearInterval(timer);
    });
  }

  #emitChannel(name: string, channel: ChannelRecord): void {
    const { world } = this.#context;
    world.emit(name, renderChannel(world, channel), { guildId: channel.guildId, channelId: channel.id });
  }
}
