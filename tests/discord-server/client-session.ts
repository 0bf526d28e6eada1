import { Client, Events, GatewayIntentBits, Partials, SlashCommandBuilder } from 'discord.js';
import type { ChatInputCommandInteraction, ClientOptions, Interaction, SendableChannels } from 'discord.js';
import type { DiscordServer } from './discord-server.js';
import { startDiscordServer, type DiscordServerOptions } from './start-discord-server.js';

/** The intents of a bot without privileges. */
export const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

const COMMANDS = [
  new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Asks')
    .addStringOption((option) => option.setName('question').setDescription('What').setRequired(true))
    .addStringOption((option) => option.setName('in').setDescription('Where').setAutocomplete(true))
    .toJSON(),
  { name: 'Check this message', type: 3 as const },
];

/** A server with discord.js's client logged in to it. */
export class ClientSession {
  readonly server: DiscordServer;
  readonly client: Client<true>;

  constructor(server: DiscordServer, client: Client<true>) {
    this.server = server;
    this.client = client;
  }

  async close(): Promise<void> {
    await this.client.destroy();
    await this.server.close();
  }

  /** `/ask` with autocomplete, and "Check this message". */
  async registerCommands(guildId?: string): Promise<void> {
    if (guildId === undefined) await this.client.application.commands.set(COMMANDS);
    else await this.client.application.commands.set(COMMANDS, guildId);
  }

  onInteraction(handle: (interaction: Interaction) => Promise<unknown>): void {
    this.client.on(Events.InteractionCreate, (interaction) => void handle(interaction));
  }

  onSlash(handle: (interaction: ChatInputCommandInteraction) => Promise<unknown>): void {
    this.onInteraction(async (interaction) => (interaction.isChatInputCommand() ? handle(interaction) : undefined));
  }

  async findGeneral(): Promise<SendableChannels> {
    const channel = await this.client.channels.fetch(this.server.channel('general').id);
    if (channel?.isSendable() !== true) throw new Error('general should be sendable');
    return channel;
  }
}

export async function startClientSession(
  serverOptions: DiscordServerOptions = {},
  clientOptions: Partial<ClientOptions> = {},
): Promise<ClientSession> {
  const server = await startDiscordServer(serverOptions);
  const client = new Client({
    intents: INTENTS,
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    enforceNonce: true,
    rest: { api: server.apiUrl },
    ...clientOptions,
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(server.token);
  return new ClientSession(server, await ready);
}
