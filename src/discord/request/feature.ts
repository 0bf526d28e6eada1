import type {
  ChatInputCommandInteraction,
  Client,
  MessageComponentInteraction,
  ModalSubmitInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Log } from '../log.js';
import type { Services } from '../services.js';
import type { Texts } from '../texts/texts.js';

/** What a feature is given with an interaction. */
export interface FeatureContext {
  readonly services: Services;
  readonly log: Log;
  /** Names this request in the log and in what a user is told about its failure. */
  readonly requestId: string;
  /** In the language of whoever acts. */
  readonly texts: Texts;
}

/** A buttons' or menus' interaction, or a form sent in. */
export type ComponentInteraction = MessageComponentInteraction | ModalSubmitInteraction;

/**
 * A part of the bot with commands and components of its own. Handlers acknowledge within 3 s, check the permissions of the
 * member and of the bot again, and tell the user of failures that they expect; what they throw is logged and told as unexpected.
 */
export interface Feature {
  readonly commands: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[];
  /** Custom ids that begin with this and a colon are the feature's. */
  readonly prefix: string;
  handleCommand(interaction: ChatInputCommandInteraction, context: FeatureContext): Promise<void>;
  handleComponent(interaction: ComponentInteraction, context: FeatureContext): Promise<void>;
  /** Work to be done once the bot is connected and an index is in use, and again after each update of it. */
  readonly afterIndexing?: (client: Client<true>, services: Services) => Promise<void>;
}
