import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType, PermissionFlagsBits, } from 'discord.js';
/** What makes somebody a moderator, for commands that only moderators are shown. */
export const moderatorPermission = PermissionFlagsBits.ManageMessages;
/** What the definitions of commands for moderators have in common. */
export const forModerators = {
    type: ApplicationCommandType.ChatInput,
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    default_member_permissions: moderatorPermission.toString(),
};
/** Whether whoever acts is a moderator, by the permissions in the channel that came with the interaction. */
export function isModerator({ memberPermissions, guildId, }) {
    return guildId !== null && (memberPermissions?.has(moderatorPermission) ?? false);
}
//# sourceMappingURL=moderator.js.map