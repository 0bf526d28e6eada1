import { ChannelType, PermissionFlagsBits } from 'discord.js';

export type PermissionName = keyof typeof neededPermissions;

/** What the bot needs in a channel, with the names that Discord shows. */
const neededPermissions = {
  ViewChannel: 'View Channels',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  ReadMessageHistory: 'Read Message History',
  CreatePublicThreads: 'Create Public Threads',
  PinMessages: 'Pin Messages',
} as const satisfies Partial<Record<keyof typeof PermissionFlagsBits, string>>;

const all = Object.keys(neededPermissions) as PermissionName[];
const inThread: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessagesInThreads',
  'ReadMessageHistory',
  'PinMessages',
];
const inVoice: readonly PermissionName[] = ['ViewChannel', 'SendMessages', 'ReadMessageHistory', 'PinMessages'];

/** What the bot needs in a channel of a type; null for one in which nobody writes. */
export function neededIn(type: ChannelType): readonly PermissionName[] | null {
  switch (type) {
    case ChannelType.GuildText:
    case ChannelType.GuildAnnouncement:
      return all;
    case ChannelType.GuildForum:
    case ChannelType.GuildMedia:
    case ChannelType.PublicThread:
    case ChannelType.PrivateThread:
    case ChannelType.AnnouncementThread:
      return inThread;
    case ChannelType.GuildVoice:
    case ChannelType.GuildStageVoice:
      return inVoice;
    case ChannelType.DM:
    case ChannelType.GroupDM:
    case ChannelType.GuildCategory:
    case ChannelType.GuildDirectory:
      return null;
  }
}

/** Those that are lacking. */
export function findMissing(type: ChannelType, permissions: bigint): readonly PermissionName[] {
  const needed = neededIn(type) ?? [];
  if ((permissions & PermissionFlagsBits.ViewChannel) === 0n) return needed.slice(0, 1);
  return needed.filter((name) => (permissions & PermissionFlagsBits[name]) === 0n);
}

export function listNames(names: readonly PermissionName[]): string {
  return names.map((name) => neededPermissions[name]).join(', ');
}

/** Whether the bot can answer at all without these. */
export function isSilenced(missing: readonly PermissionName[]): boolean {
  return missing.some((name) => ['ViewChannel', 'SendMessages'].includes(name));
}

/** The address that adds the bot to a server with exactly what it needs. */
export function inviteUrl(applicationId: string): string {
  const permissions = all.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n);
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${permissions}`;
}
