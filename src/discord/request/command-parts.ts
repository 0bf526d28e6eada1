import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type APIApplicationCommandAttachmentOption,
  PermissionFlagsBits,
  type APIApplicationCommandBooleanOption,
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandOption,
  type Channel,
  type ChatInputCommandInteraction,
  type Locale,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { CommandTexts, LibrarySubcommand } from '../texts/command-texts.js';
import { defaultLanguage, languages } from '../texts/languages.js';
import { moderatorPermission } from './admission.js';

const forEverybody = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
};

const forModerators = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions: moderatorPermission.toString(),
};

type Options = NonNullable<RESTPostAPIChatInputApplicationCommandsJSONBody['options']>;
type Localized = Partial<Record<Locale, string>>;

/** A text of commands in the default language, and for each other one under its locales. */
function localize(pick: (texts: CommandTexts) => string): { readonly own: string; readonly others: Localized } {
  const others = languages.flatMap(({ discordLocales, commands }) =>
    discordLocales.map((locale) => [locale, pick(commands)]),
  );
  return { own: pick(defaultLanguage.commands), others: Object.fromEntries(others) as Localized };
}

/** The name of a command, an option or a choice. */
function named(pick: (texts: CommandTexts) => string): { name: string; name_localizations: Localized } {
  const { own, others } = localize(pick);
  return { name: own, name_localizations: others };
}

/** The name and the description of a command or an option. */
function worded(
  pick: (texts: CommandTexts) => { readonly name: string; readonly description: string },
): ReturnType<typeof named> & { description: string; description_localizations: Localized } {
  const { own, others } = localize((texts) => pick(texts).description);
  return { ...named((texts) => pick(texts).name), description: own, description_localizations: others };
}

/** The name and the description of an option of a type that has no function here. */
export function wordedOption(option: keyof CommandTexts['options']): ReturnType<typeof worded> {
  return worded(({ options }) => options[option]);
}

/** A slash command for everybody. */
export function commandForEverybody(
  command: keyof CommandTexts['commands'],
  options: Options = [],
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const words = worded(({ commands }) => commands[command]);
  return { ...forEverybody, type: ApplicationCommandType.ChatInput, ...words, options };
}

/** A slash command for moderators, in guilds only. */
export function commandForModerators(
  command: keyof CommandTexts['commands'],
  options: Options = [],
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...forModerators,
    ...worded(({ commands }) => commands[command]),
    options,
  };
}

/** A part of the library's command, with options of its own. */
export function librarySubcommand(
  subcommand: LibrarySubcommand,
  options: (APIApplicationCommandStringOption | APIApplicationCommandAttachmentOption)[] = [],
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, ...worded(({ library }) => library[subcommand]), options };
}

/** An option that takes a file. */
export function fileOption(option: keyof CommandTexts['options']): APIApplicationCommandAttachmentOption {
  return { type: ApplicationCommandOptionType.Attachment, ...wordedOption(option) };
}

/** A command in the menu of a message, for moderators, in guilds only. */
export function messageCommandForModerators(
  command: keyof CommandTexts['menus'],
): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.Message,
    ...forModerators,
    ...named(({ menus }) => menus[command]),
  };
}

/** A slash command for whoever may manage the server, in guilds only. */
export function commandForManagers(
  command: keyof CommandTexts['commands'],
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    ...commandForModerators(command),
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
  };
}

/** A command in the menu of a message. */
export function messageCommand(
  command: keyof CommandTexts['menus'],
): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return { ...forEverybody, type: ApplicationCommandType.Message, ...named(({ menus }) => menus[command]) };
}

/** An option that takes words. */
export function textOption(
  option: keyof CommandTexts['options'],
  limits: { readonly required?: true; readonly autocomplete?: true; readonly max_length?: number } = {},
): APIApplicationCommandStringOption {
  const common = { type: ApplicationCommandOptionType.String as const, ...wordedOption(option) };
  const { autocomplete, ...rest } = limits;
  return autocomplete ? { ...common, ...rest, autocomplete } : { ...common, ...rest };
}

/** An option with a few values to choose from. */
export function choiceOption(
  option: keyof CommandTexts['options'],
  values: readonly (keyof CommandTexts['choices'])[],
): APIApplicationCommandStringOption {
  return {
    type: ApplicationCommandOptionType.String,
    ...wordedOption(option),
    choices: values.map((value) => ({ ...named(({ choices }) => choices[value]), value })),
  };
}

export const privateOption: APIApplicationCommandBooleanOption = {
  type: ApplicationCommandOptionType.Boolean,
  ...wordedOption('private'),
};

/** Whether the answer is to be shown to whoever asks only, by `privateOption`. */
export function isAskedPrivately({ options }: Pick<ChatInputCommandInteraction, 'options'>): boolean {
  return options.getBoolean(privateOption.name) === true;
}

/** Whether a thread can hang on a message of the channel. */
export function canHoldThread(channel: Pick<Channel, 'type'> | null): boolean {
  return channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
}
