import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type APIApplicationCommandBooleanOption,
  type APIApplicationCommandStringOption,
  type Channel,
  type ChatInputCommandInteraction,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { moderatorPermission } from './admission.js';

const forEverybody = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
};

/** What Discord shows, in English and German. */
type InBoth = readonly [english: string, german: string];
type Options = NonNullable<RESTPostAPIChatInputApplicationCommandsJSONBody['options']>;

/** The name of a command, an option or a choice. */
function named([name, de]: InBoth): { name: string; name_localizations: { de: string } } {
  return { name, name_localizations: { de } };
}

/** The name and the description of a command or an option. */
export function worded(
  name: InBoth,
  [description, de]: InBoth,
): ReturnType<typeof named> & { description: string; description_localizations: { de: string } } {
  return { ...named(name), description, description_localizations: { de } };
}

/** A slash command for everybody. */
export function commandForEverybody(
  name: InBoth,
  description: InBoth,
  options: Options = [],
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return { ...forEverybody, type: ApplicationCommandType.ChatInput, ...worded(name, description), options };
}

/** A slash command for moderators, in guilds only. */
export function commandForModerators(
  name: InBoth,
  description: InBoth,
  options: Options = [],
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    default_member_permissions: moderatorPermission.toString(),
    ...worded(name, description),
    options,
  };
}

/** A command in the menu of a message. */
export function messageCommand(name: InBoth): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return { ...forEverybody, type: ApplicationCommandType.Message, ...named(name) };
}

/** An option that takes words. */
export function textOption(
  name: InBoth,
  description: InBoth,
  limits: { readonly required?: true; readonly autocomplete?: true; readonly max_length?: number } = {},
): APIApplicationCommandStringOption {
  const common = { type: ApplicationCommandOptionType.String as const, ...worded(name, description) };
  const { autocomplete, ...rest } = limits;
  return autocomplete ? { ...common, ...rest, autocomplete } : { ...common, ...rest };
}

/** An option with a few values to choose from. */
export function choiceOption(
  name: InBoth,
  description: InBoth,
  choices: Readonly<Record<string, InBoth>>,
): APIApplicationCommandStringOption {
  return {
    type: ApplicationCommandOptionType.String,
    ...worded(name, description),
    choices: Object.entries(choices).map(([value, words]) => ({ ...named(words), value })),
  };
}

export const privateOption: APIApplicationCommandBooleanOption = {
  type: ApplicationCommandOptionType.Boolean,
  ...worded(['private', 'privat'], ['Show the answer to you only', 'Die Antwort nur dir zeigen']),
};

/** Whether the answer is to be shown to whoever asks only, by `privateOption`. */
export function isAskedPrivately({ options }: Pick<ChatInputCommandInteraction, 'options'>): boolean {
  return options.getBoolean(privateOption.name) === true;
}

/** Whether a thread can hang on a message of the channel. */
export function canHoldThread(channel: Pick<Channel, 'type'> | null): boolean {
  return channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
}
