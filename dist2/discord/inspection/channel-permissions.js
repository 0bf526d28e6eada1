import { PermissionFlagsBits } from 'discord.js';
const everything = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);
/** All that somebody in a time-out may do. */
const inTimeout = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;
/** A member's permissions in a guild (https://discord.com/developers/docs/topics/permissions#permission-hierarchy). */
export function guildPermissions({ id, owner_id, roles }, userId, member) {
    if (owner_id === userId)
        return everything;
    const own = roles.filter((role) => role.id === id || member.roles.includes(role.id));
    const permissions = own.reduce((sum, role) => sum | BigInt(role.permissions), 0n);
    return (permissions & PermissionFlagsBits.Administrator) === 0n ? permissions : everything;
}
/** A member's permissions in a channel: the overwrites for everyone, then those of the roles together, then the member's. */
export function channelPermissions(guild, userId, member, overwrites) {
    const base = guildPermissions(guild, userId, member);
    if (base === everything)
        return base;
    const steps = [[guild.id], member.roles, [userId]];
    const permissions = steps.reduce((sum, ids) => {
        const matching = overwrites.filter((overwrite) => ids.includes(overwrite.id));
        const denied = matching.reduce((bits, { deny }) => bits | BigInt(deny), 0n);
        const allowed = matching.reduce((bits, { allow }) => bits | BigInt(allow), 0n);
        return (sum & ~denied) | allowed;
    }, base);
    if ((permissions & PermissionFlagsBits.ViewChannel) === 0n)
        return 0n;
    const isTimedOut = Date.parse(member.communication_disabled_until ?? '') > Date.now();
    return isTimedOut ? permissions & inTimeout : permissions;
}
//# sourceMappingURL=channel-permissions.js.map