import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type Channel,
} from 'discord.js';
import { moderatorPermission } from './admission.js';

/** What the definitions of commands for everybody have in common. */
export const forEverybody = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
};

/** What the definitions of commands for moderators have in common. */
export const forModerators = {
  type: ApplicationCommandType.ChatInput as const,
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions: moderatorPermission.toString(),
};

export const privateOption = {
  type: ApplicationCommandOptionType.Boolean as const,
  name: 'private',
  name_localizations: { de: 'privat' },
  description: 'Show the answer to you only',
  description_localizations: { de: 'Die Antwort nur dir zeigen' },
};

/** Whether a thread can hang on a message of the channel. */
export function canHoldThread(channel: Pick<Channel, 'type'> | null): boolean {
  return channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
}
