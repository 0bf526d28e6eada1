import { PermissionFlagsBits, type Interaction } from 'discord.js';

/** What makes somebody a moderator, for commands that only moderators are shown. */
export const moderatorPermission = PermissionFlagsBits.ManageMessages;

/** Whether whoever acts is a moderator, by the permissions in the channel that came with the interaction. */
export function isModerator({
  memberPermissions,
  guildId,
}: Pick<Interaction, 'memberPermissions' | 'guildId'>): boolean {
  return guildId !== null && (memberPermissions?.has(moderatorPermission) ?? false);
}
