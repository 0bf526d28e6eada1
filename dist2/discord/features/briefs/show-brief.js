import { PermissionFlagsBits } from 'discord.js';
import { editMessage, isOutOfReach, readGuildOf, readMessage, readPerson } from './channel-calls.js';
import { renderPosted } from './render-posted.js';
/** Makes a brief's message look like this. Throws what Discord refuses. */
export async function showBrief(client, services, brief, { userId, ...appearance }) {
    const person = userId === undefined ? await readNamed(client, brief) : userId;
    const canRebuild = appearance.marks.length > 0 && (await findModeratorChannel(client, services, brief)) === null;
    await editMessage(client, brief, renderPosted({ ...brief, ...appearance, userId: person, canRebuild }));
}
/** Who is named at the bottom of a brief's message; null for nobody, and where the bot must not read the history. */
export async function readNamed(client, brief) {
    try {
        return readPerson(await readMessage(client, brief));
    }
    catch (error) {
        if (isOutOfReach(error))
            return null;
        throw error;
    }
}
/** The channel in which the moderators of the brief's guild are told; null where there is none that the bot may write in. */
export async function findModeratorChannel(client, { settings: { moderatorChannel } }, { guildId }) {
    if (moderatorChannel === null)
        return null;
    if (isSilencedIn(client, moderatorChannel))
        return null;
    return (await readGuildOf(client, moderatorChannel)) === guildId ? moderatorChannel : null;
}
/** Whether the bot is known not to write in a channel; nothing is known of one of another shard's. */
function isSilencedIn({ channels, user }, channelId) {
    const channel = channels.cache.get(channelId);
    if (!channel || channel.isDMBased())
        return false;
    const { ViewChannel, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
    const needed = [ViewChannel, channel.isThread() ? SendMessagesInThreads : SendMessages];
    return channel.permissionsFor(user)?.has(needed) === false;
}
//# sourceMappingURL=show-brief.js.map