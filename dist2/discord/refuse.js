import { refusePlace } from './admission.js';
import { renderNotice } from './render/notice.js';
import { Responder } from './responder.js';
/** Says privately why something is not done. */
export async function refuse(interaction, reason, log, texts, requestId) {
    const responder = new Responder(interaction, 'private', log, texts, requestId);
    await responder.acknowledge();
    await responder.deliver(renderNotice(reason));
    log.info({ outcome: 'refused' }, 'refused');
}
/** Why a button does nothing here, or null. */
export function refuseHere(interaction, services, texts) {
    return refusePlace(placeOf(interaction), services, texts);
}
/** Where and by whom an interaction was made. */
export function placeOf({ user, channelId, channel, guildId }) {
    return {
        userId: user.id,
        channelId: channelId ?? '', // only a form that hangs on nothing has none
        parentId: channel?.isThread() ? channel.parentId : null,
        isDirect: guildId === null,
    };
}
//# sourceMappingURL=refuse.js.map