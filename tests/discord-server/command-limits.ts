import { ApplicationCommandOptionType, ApplicationCommandType, Locale } from 'discord-api-types/v10';
import type { CommandBody, CommandOptionJson } from './bodies.js';
import type { Problem } from './errors.js';
import { prefixProblems, refuse, tooLong } from './problems.js';

const NAME_PATTERN = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES = new Set<string>(Object.values(Locale));
const MAX_BY_TYPE = new Map<ApplicationCommandType, number>([
  [ApplicationCommandType.ChatInput, 100],
  [ApplicationCommandType.User, 15],
  [ApplicationCommandType.Message, 15],
]);
const MAX_OPTIONS = 25;
const MAX_TOTAL = 8_000;

/** The whole list of an application's commands in one place. */
export function checkCommands(commands: readonly CommandBody[]): Problem[] {
  const seen = new Set<string>();
  const repeated = commands.flatMap(({ type, name }, index) => {
    const key = `${type ?? 1} ${name}`;
    const problem = seen.has(key) ? refuse(`${index}.name`, 'Application command names must be unique.') : [];
    seen.add(key);
    return problem;
  });
  const tooMany = [...MAX_BY_TYPE].flatMap(([type, max]) =>
    commands.filter((each) => (each.type ?? ApplicationCommandType.ChatInput) === type).length > max
      ? refuse('', `At most ${max} of type ${type}.`)
      : [],
  );
  return [
    ...repeated,
    ...tooMany,
    ...commands.flatMap((command, index) => prefixProblems(String(index), checkCommand(command))),
  ];
}

/** One command; `partial` for an edit, which may leave things out. */
export function checkCommand(command: CommandBody, { partial = false } = {}): Problem[] {
  const isSlash = (command.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
  const description = command.description ?? '';
  const options = command.options ?? [];
  const total = countCommand(command);
  return [
    ...(partial ? [] : checkNames(command, isSlash)),
    ...(isSlash ? checkDescription(command, partial) : []),
    ...(!isSlash && description !== '' ? refuse('description', 'Only slash commands have a description.') : []),
    ...(!isSlash && options.length > 0 ? refuse('options', 'Only slash commands have options.') : []),
    ...checkOptions(options),
    ...(total > MAX_TOTAL ? refuse('', `Command exceeds ${MAX_TOTAL} characters (is ${total}).`) : []),
  ];
}

function checkNames({ name, name_localizations }: CommandBody | CommandOptionJson, isSlash: boolean): Problem[] {
  const isFine = (text: string) =>
    isSlash ? NAME_PATTERN.test(text) && text === text.toLowerCase() : text.length >= 1 && text.length <= 32;
  return [
    ...(isFine(name) ? [] : refuse('name', `${JSON.stringify(name)} is not a valid name.`)),
    ...Object.entries(name_localizations ?? {}).flatMap(([locale, text]) => [
      ...checkLocale('name_localizations', locale),
      ...(isFine(text) ? [] : refuse(`name_localizations.${locale}`, `${JSON.stringify(text)} is not a valid name.`)),
    ]),
  ];
}

function checkDescription(item: CommandBody | CommandOptionJson, partial: boolean): Problem[] {
  return [
    ...tooLong('description', item.description, 100),
    ...((item.description ?? '') === '' && !partial ? refuse('description', 'This field is required.') : []),
    ...Object.entries(item.description_localizations ?? {}).flatMap(([locale, text]) => [
      ...checkLocale('description_localizations', locale),
      ...tooLong(`description_localizations.${locale}`, text, 100),
      ...(text === '' ? refuse(`description_localizations.${locale}`, 'This field is required.') : []),
    ]),
  ];
}

function checkLocale(field: string, locale: string): Problem[] {
  return LOCALES.has(locale) ? [] : refuse(`${field}.${locale}`, 'Not a locale of Discord.');
}

function checkOptions(options: readonly CommandOptionJson[]): Problem[] {
  const names = new Set(options.map(({ name }) => name));
  const firstOptional = options.findIndex(({ required }) => required !== true);
  const late = options.findIndex(({ required }, index) => required === true && index > firstOptional);
  return [
    ...(options.length > MAX_OPTIONS ? refuse('options', `Must be ${MAX_OPTIONS} or fewer in length.`) : []),
    ...(names.size < options.length ? refuse('options', 'Option names must be unique.') : []),
    ...(firstOptional !== -1 && late !== -1 ? refuse(`options.${late}`, 'Required options must come first.') : []),
    ...options.flatMap((option, index) => prefixProblems(`options.${index}`, checkOption(option))),
  ];
}

function checkOption(option: CommandOptionJson): Problem[] {
  const choices = option.choices ?? [];
  const maxLength = option.type === ApplicationCommandOptionType.String ? 100 : Infinity;
  return [
    ...checkNames(option, true),
    ...checkDescription(option, false),
    ...(choices.length > 25 ? refuse('choices', 'Must be 25 or fewer in length.') : []),
    ...(option.autocomplete === true && choices.length > 0 ? refuse('autocomplete', 'Not together with choices.') : []),
    ...choices.flatMap(({ name, name_localizations, value }, index) => [
      ...tooLong(`choices.${index}.name`, name, 100),
      ...tooLong(`choices.${index}.value`, String(value), maxLength),
      ...Object.entries(name_localizations ?? {}).flatMap(([locale, text]) => [
        ...checkLocale(`choices.${index}.name_localizations`, locale),
        ...tooLong(`choices.${index}.name_localizations.${locale}`, text, 100),
      ]),
    ]),
    ...checkOptions(option.options ?? []),
  ];
}

/** Of each text the longest of its localisations counts. */
function countCommand(item: CommandBody | CommandOptionJson): number {
  const longest = (text: string | null | undefined, others: Record<string, string> | null | undefined) =>
    Math.max(0, ...[text ?? '', ...Object.values(others ?? {})].map(({ length }) => length));
  const own = longest(item.name, item.name_localizations) + longest(item.description, item.description_localizations);
  const choices = 'choices' in item ? (item.choices ?? []) : [];
  const inChoices = choices.reduce(
    (sum, { name, name_localizations, value }) => sum + longest(name, name_localizations) + String(value).length,
    0,
  );
  return own + inChoices + (item.options ?? []).reduce((sum, option) => sum + countCommand(option), 0);
}
