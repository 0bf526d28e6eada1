import { PermissionFlagsBits } from 'discord.js';
import { describeFailure } from '../failures.js';
import { renderNotice } from '../render/notice.js';
import { Responder } from '../responder.js';
/** The one who asked, and in a guild whoever may delete messages. */
export function mayDismiss({ user, memberPermissions, guildId }, askerId) {
    if (user.id === askerId || guildId === null)
        return true;
    return memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
}
/** Takes the message away. */
export async function dismiss(interaction, log, texts, requestId) {
    const responder = new Responder(interaction, 'update', log, texts, requestId);
    await responder.acknowledge();
    try {
        await responder.remove();
        log.info('dismissed');
    }
    catch (error) {
        log.warn(describeFailure(error), 'message could not be deleted');
        await responder.deliver(renderNotice(texts.dismissed)); // empties it at least
    }
}
//# sourceMappingURL=dismiss.js.map