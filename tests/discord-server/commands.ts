import { ApplicationCommandType } from 'discord-api-types/v10';
import type { CommandBody } from './bodies.js';
import { createSnowflake } from './snowflake.js';

/** A registered command as Discord gives it back. */
export type RegisteredCommand = ReturnType<typeof completeCommand>;

/** An application's commands, global and by guild. */
export class Commands {
  /** How often the whole list was put. */
  puts = 0;
  readonly #applicationId: string;
  readonly #byPlace = new Map<string | null, RegisteredCommand[]>();

  constructor(applicationId: string) {
    this.#applicationId = applicationId;
  }

  /** Those of a guild, or the global ones with null. */
  list(guildId: string | null): readonly RegisteredCommand[] {
    return this.#byPlace.get(guildId) ?? [];
  }

  /** What a member can choose in a guild (its own commands hide global ones of the same name) or in a direct message. */
  find(guildId: string | null, name: string, type: ApplicationCommandType): RegisteredCommand | undefined {
    const own = guildId === null ? [] : this.list(guildId);
    return [...own, ...this.list(null)].find((each) => each.name === name && each.type === type);
  }

  replace(guildId: string | null, bodies: readonly CommandBody[]): readonly RegisteredCommand[] {
    this.puts += 1;
    const before = this.list(guildId);
    const commands = bodies.map((body) => {
      const same = before.find(
        ({ name, type }) => name === body.name && type === (body.type ?? ApplicationCommandType.ChatInput),
      );
      return completeCommand(body, this.#applicationId, guildId, same?.id);
    });
    this.#byPlace.set(guildId, commands);
    return commands;
  }

  upsert(guildId: string | null, body: CommandBody): { command: RegisteredCommand; created: boolean } {
    const same = this.list(guildId).find(
      ({ name, type }) => name === body.name && type === (body.type ?? ApplicationCommandType.ChatInput),
    );
    const command = completeCommand(body, this.#applicationId, guildId, same?.id);
    this.#byPlace.set(guildId, [...this.list(guildId).filter(({ id }) => id !== command.id), command]);
    return { command, created: same === undefined };
  }

  edit(guildId: string | null, id: string, body: Partial<CommandBody>): RegisteredCommand | undefined {
    const edited = this.list(guildId).map((command) =>
      command.id === id ? { ...completeCommand({ ...command, ...body }, this.#applicationId, guildId, id) } : command,
    );
    this.#byPlace.set(guildId, edited);
    return edited.find((command) => command.id === id);
  }

  remove(guildId: string | null, id: string): void {
    this.#byPlace.set(
      guildId,
      this.list(guildId).filter((command) => command.id !== id),
    );
  }
}

function completeCommand(body: CommandBody, applicationId: string, guildId: string | null, id = createSnowflake()) {
  const options = body.options ?? [];
  return {
    id,
    application_id: applicationId,
    version: createSnowflake(),
    type: body.type ?? ApplicationCommandType.ChatInput,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    default_member_permissions: body.default_member_permissions?.toString() ?? null,
    nsfw: body.nsfw ?? false,
    ...(options.length > 0 && { options }),
    ...(guildId === null
      ? {
          dm_permission: body.dm_permission ?? true,
          contexts: body.contexts ?? null,
          integration_types: body.integration_types ?? [0],
        }
      : { guild_id: guildId }),
  };
}
