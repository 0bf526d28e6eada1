import { describeFailure } from '../../failures.js';
import { isGone, listPins, readMessage, readPerson } from './channel-calls.js';
/**
 * The bot's own briefs among a channel's pins, the latest first. What somebody has unpinned or deleted by hand is put
 * right in the store.
 */
export async function listOwnPins(client, services, channelId) {
    const pins = await listPins(client, channelId);
    const briefs = await services.store.briefs.listInChannel(channelId);
    const found = pins.flatMap(({ message, pinnedAtMs }) => {
        const brief = briefs.find(({ messageId }) => messageId === message.id);
        if (!brief || message.author.id !== client.user.id)
            return [];
        const isByBot = brief.pinnedAtMs !== null;
        return [{ brief, pinnedAtMs, isByBot, userId: isByBot ? readPerson(message) : null }];
    });
    const isListed = ({ id }) => found.some((pin) => pin.brief.id === id);
    const unlisted = [];
    for (const brief of briefs) {
        if (brief.pinnedAtMs === null || isListed(brief) || !(await isStillPinned(client, services, brief)))
            continue;
        unlisted.push({ brief, pinnedAtMs: brief.pinnedAtMs, isByBot: true, userId: null });
    }
    return [...found, ...unlisted].sort((a, b) => b.pinnedAtMs - a.pinnedAtMs);
}
/** Looks at the message itself, for a list of pins is empty to whoever must not read the history. */
async function isStillPinned(client, { store, log }, brief) {
    try {
        const { pinned } = await readMessage(client, brief);
        if (!pinned)
            await store.briefs.setPinned(brief.id, null);
        return pinned;
    }
    catch (error) {
        if (isGone(error))
            await store.briefs.markGone(brief.id);
        else
            log.warn({ ...describeFailure(error), brief: brief.id }, 'brief could not be read');
        return !isGone(error);
    }
}
//# sourceMappingURL=own-pins.js.map