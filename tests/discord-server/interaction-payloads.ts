import { ApplicationCommandOptionType as OptionType, InteractionContextType } from 'discord-api-types/v10';
import type { CommandOptionJson } from './bodies.js';
import type { Context } from './context.js';
import type { Interaction } from './interactions.js';
import type { AttachedFile } from './site.js';
import { renderChannel, renderMemberPart, renderRole, renderUser } from './payloads.js';
import { computePermissions } from './permissions.js';
import type { ChannelRecord, GuildRecord, UserRecord } from './records.js';

const ATTACHMENT_SIZE_LIMIT = 10_485_760;

type OptionValue = string | number | boolean;

/** Values of a slash command's options by name; users, roles and channels by id. */
export type OptionValues = Record<string, OptionValue | AttachedFile>;

/** A member's choice of an option, as Discord sends it. */
interface ChosenOption {
  name: string;
  type: number;
  value: OptionValue;
  focused?: true;
}

/** The event's content around the data of its type, as Discord sends it. */
export function renderInteraction(
  { world }: Context,
  interaction: Interaction,
  { user, channel, locale }: { user: UserRecord; channel: ChannelRecord; locale: string },
  data: object,
) {
  const guild = channel.guildId === null ? null : world.requireGuild(channel.guildId);
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: interaction.options.type,
    token: interaction.token,
    version: 1,
    data,
    locale,
    channel_id: channel.id,
    channel: {
      ...renderChannel(world, channel),
      permissions: computePermissions(world, channel, user.id).toString(),
    },
    app_permissions: computePermissions(world, channel, world.bot.id).toString(),
    entitlements: [],
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
    authorizing_integration_owners: { '0': guild?.id ?? '0' },
    context: guild === null ? InteractionContextType.BotDM : InteractionContextType.Guild,
    ...(guild === null
      ? { user: renderUser(user) }
      : {
          guild_id: guild.id,
          guild_locale: guild.locale,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          member: renderInvokingMember({ user, channel, guild }, computePermissions(world, channel, user.id)),
        }),
  };
}

function renderInvokingMember(
  { user, guild }: { user: UserRecord; channel: ChannelRecord; guild: GuildRecord },
  permissions: bigint,
) {
  const member = guild.members.get(user.id);
  if (member === undefined) throw new Error(`${user.username} is not a member of ${guild.name}`);
  return {
    ...renderMemberPart(member),
    user: renderUser(user),
    permissions: permissions.toString(),
    unusual_dm_activity_until: null,
  };
}

/** The filled-in options, files left out; throws for what Discord's own client would not let a member send. */
export function renderOptions(
  definitions: readonly CommandOptionJson[],
  values: OptionValues,
  { focused = null }: { focused?: string | null } = {},
): ChosenOption[] {
  for (const name of Object.keys(values)) {
    if (!definitions.some((each) => each.name === name)) throw new Error(`The command has no option ${name}`);
  }
  return definitions.flatMap((definition): ChosenOption[] => {
    const value = values[definition.name];
    const isFocused = focused === definition.name;
    if (value === undefined) {
      if (definition.required === true && focused === null) throw new Error(`Option ${definition.name} is required`);
      return [];
    }
    const { name, type } = definition;
    if (typeof value === 'object' || type === OptionType.Attachment) return [];
    if (focused === null) refuseBadValue(definition, value);
    return [{ name, type, value, ...(isFocused && { focused: true }) }];
  });
}

/** The options that hold files, each put where Discord would put it. */
export function renderAttachments({ site }: Context, definitions: readonly CommandOptionJson[], values: OptionValues) {
  const attached = definitions.flatMap(({ name, type }) => {
    const file = values[name];
    if (typeof file !== 'object' || type !== OptionType.Attachment) return [];
    return [{ name, type, attachment: site.attach(file) }];
  });
  return {
    options: attached.map(({ name, type, attachment }) => ({ name, type, value: attachment.id })),
    resolved: Object.fromEntries(attached.map(({ attachment }) => [attachment.id, attachment])),
  };
}

function refuseBadValue(definition: CommandOptionJson, value: OptionValue): void {
  const { name, choices, min_length, max_length } = definition;
  const choiceValues = (choices ?? []).map((choice) => choice.value);
  if (choiceValues.length > 0 && !choiceValues.some((each) => each === value)) {
    throw new Error(`${String(value)} is not one of the choices of ${name}`);
  }
  if (typeof value !== 'string') return;
  const [least, most] = [min_length ?? 0, max_length ?? 6_000];
  if (value.length < least || value.length > most) throw new Error(`${name} must have ${least} to ${most} characters`);
}

/** Users, members, roles and channels that the options name. */
export function renderResolved(
  { world }: Context,
  guild: GuildRecord | null,
  options: readonly { type: number; value: string | number | boolean }[],
) {
  const pick = (...types: readonly number[]) =>
    options.flatMap(({ type, value }) => (types.includes(type) ? [String(value)] : []));
  const users = pick(OptionType.User, OptionType.Mentionable).filter((id) => world.users.has(id));
  const roles = pick(OptionType.Role, OptionType.Mentionable).filter((id) => guild?.roles.has(id));
  const channels = pick(OptionType.Channel);
  const collect = (ids: readonly string[], render: (id: string) => object | undefined) =>
    Object.fromEntries(ids.flatMap((id) => [[id, render(id)]]));
  return {
    ...(users.length > 0 && {
      users: collect(users, (id) => renderUser(world.requireUser(id))),
      members: collect(
        users.filter((id) => guild?.members.has(id)),
        (id) => (guild !== null ? renderMemberPart(world.requireMember(guild, id)) : undefined),
      ),
    }),
    ...(roles.length > 0 && {
      roles: collect(roles, (id) => {
        const role = guild?.roles.get(id);
        return role && renderRole(role);
      }),
    }),
    ...(channels.length > 0 && {
      channels: collect(channels, (id) => renderChannel(world, world.requireChannel(id))),
    }),
  };
}
