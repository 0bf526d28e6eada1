import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { pass, warn, fail, type Finding } from '../../app/doctor/finding.js';
import { channelPermissions, guildPermissions } from './channel-permissions.js';
import type { GuildView } from './discord-reader.js';
import { findMissing, isSilenced, listNames, neededIn, type PermissionName } from './needed-permissions.js';

const shownChannels = 8;
/** Where questions are asked unless ALLOWED_CHANNELS says so of others. */
const usualTypes: readonly ChannelType[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
];

/** Looks at what the bot may do in a guild: in its usual channels, or in those of `allowed` that are its. */
export function inspectGuild(view: GuildView, botId: string, allowed: readonly string[]): Finding[] {
  const { guild, member, channels } = view;
  const check = `server "${guild.name}"`;
  const places = channels
    .filter(({ id, type }) => (allowed.length > 0 ? allowed.includes(id) : usualTypes.includes(type)))
    .filter(({ type }) => neededIn(type) !== null)
    .map((channel) => {
      const permissions = channelPermissions(guild, botId, member, channel.permission_overwrites ?? []);
      return { name: `#${channel.name}`, permissions, missing: findMissing(channel.type, permissions) };
    });
  const wide = inspectWidePermissions(view, botId, check);
  const findings = wide.length > 0 ? wide : inspectPings(places, check);
  const visible = places.filter(({ missing }) => !missing.includes('ViewChannel'));
  const hidden = places.filter(({ missing }) => missing.includes('ViewChannel'));
  for (const [missing, names] of groupByMissing(visible)) {
    const isHard = allowed.length > 0 && isSilenced(missing);
    const detail = `the bot is missing ${listNames(missing)} in ${listChannels(names)}`;
    findings.push((isHard ? fail : warn)(check, detail, adviseGrant(missing)));
  }
  if (allowed.length > 0 && hidden.length > 0) {
    const detail = `the bot cannot see ${listChannels(hidden.map(({ name }) => name))} of ALLOWED_CHANNELS`;
    findings.push(fail(check, detail, adviseGrant(['ViewChannel'])));
  }
  const writable = visible.filter(({ missing }) => !isSilenced(missing));
  if (places.length > 0 && writable.length === 0 && findings.every(({ status }) => status !== 'failure')) {
    findings.push(
      fail(check, 'there is no channel in which the bot can see and send messages', adviseGrant(['ViewChannel'])),
    );
  }
  if (places.length > 0 && findings.length === 0) {
    const unseen = hidden.length > 0 ? `; it does not see ${listChannels(hidden.map(({ name }) => name))}` : '';
    const count = visible.length === 1 ? '1 channel' : `${visible.length} channels`;
    findings.push(pass(check, `the bot has all the permissions it needs in ${count}${unseen}`));
  }
  return findings;
}

/** More than it needs is a risk for the server, were the token stolen. */
function inspectWidePermissions({ guild, member }: GuildView, botId: string, check: string): Finding[] {
  const isAdministrator = guild.roles.some(
    ({ id, permissions }) =>
      (id === guild.id || member.roles.includes(id)) &&
      (BigInt(permissions) & PermissionFlagsBits.Administrator) !== 0n,
  );
  if (isAdministrator) {
    return [
      warn(
        check,
        'the bot is an administrator, which it does not need',
        'Take Administrator from its role (Server Settings → Roles).',
      ),
    ];
  }
  const mayPing = (guildPermissions(guild, botId, member) & PermissionFlagsBits.MentionEveryone) !== 0n;
  if (!mayPing) return [];
  return [
    warn(
      check,
      'the bot may mention everyone, which it never does',
      'Take "Mention @everyone, @here and All Roles" from its role.',
    ),
  ];
}

/** Where it is granted by a channel alone. */
function inspectPings(places: readonly { name: string; permissions: bigint }[], check: string): Finding[] {
  const able = places.filter(({ permissions }) => (permissions & PermissionFlagsBits.MentionEveryone) !== 0n);
  if (able.length === 0) return [];
  const names = listChannels(able.map(({ name }) => name));
  return [
    warn(
      check,
      `the bot may mention everyone in ${names}, which it never does`,
      'Take it back in the permissions of the channel.',
    ),
  ];
}

function groupByMissing<Name extends string>(places: readonly { name: string; missing: readonly Name[] }[]) {
  const groups = new Map<string, [readonly Name[], string[]]>();
  for (const { name, missing } of places) {
    if (missing.length === 0) continue;
    const key = missing.join();
    const group = groups.get(key) ?? [missing, []];
    group[1].push(name);
    groups.set(key, group);
  }
  return groups.values();
}

function listChannels(names: readonly string[]): string {
  const more = names.length - shownChannels;
  return names.slice(0, shownChannels).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function adviseGrant(missing: readonly PermissionName[]): string {
  const where = 'Grant it to the bot\u2019s role: Server Settings → Roles, or Edit Channel → Permissions.';
  if (missing.includes('SendMessages')) return `${where} Where it shall not answer, nothing is to be done.`;
  return missing.join() === 'PinMessages' ? `${where} Without it summaries are posted but not pinned.` : where;
}
