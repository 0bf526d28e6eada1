import {
  ApplicationCommandOptionType as OptionType,
  InteractionContextType,
  type ApplicationCommandType,
} from 'discord-api-types/v10';
import type { Commands, RegisteredCommand } from './commands.js';

interface Choice {
  name: string;
  type: ApplicationCommandType;
  /** Null in direct messages. */
  guildId: string | null;
  /** The member's, in the channel. */
  permissions: bigint;
}

/** The command that Discord's client would offer; throws where it would offer none. */
export function chooseCommand(commands: Commands, { name, type, guildId, permissions }: Choice): RegisteredCommand {
  const command = commands.find(guildId, name, type);
  if (command === undefined) throw new Error(`No command ${name} of type ${type} is registered`);
  const context = guildId === null ? InteractionContextType.BotDM : InteractionContextType.Guild;
  const contexts: readonly number[] | null = ('contexts' in command ? command.contexts : null) ?? null;
  if (contexts?.includes(context) === false) throw new Error(`${name} is not offered in context ${context}`);
  const needed = BigInt(command.default_member_permissions ?? 0);
  if (guildId !== null && (permissions & needed) !== needed) throw new Error(`${name} is hidden from this member`);
  return command;
}

/** How an interaction names its command. */
export function renderCommandPart(command: RegisteredCommand): object {
  const { id, name, type } = command;
  return { id, name, type, ...('guild_id' in command && { guild_id: command.guild_id }) };
}

/** A slash command with its own options or, as in `library add`, those of a subcommand; `wrap` puts what is filled in where it belongs. */
export function chooseSubcommand(name: string, find: (name: string) => RegisteredCommand) {
  const [own = '', subcommand] = name.split(' ');
  const command = find(own);
  const all = command.options ?? [];
  if (subcommand === undefined) return { command, definitions: all, wrap: (options: object[]) => options };
  const chosen = all.find((each) => each.name === subcommand && each.type === OptionType.Subcommand);
  if (chosen === undefined) throw new Error(`${own} has no subcommand ${subcommand}`);
  const wrap = (options: object[]): object[] => [{ name: subcommand, type: OptionType.Subcommand, options }];
  return { command, definitions: chosen.options ?? [], wrap };
}
