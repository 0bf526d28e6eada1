import { MessagePayload } from 'discord.js';
import { fail, pass } from '../../app/doctor/finding.js';
import { renderNotice } from '../render/notice.js';
import { cardBody } from '../send.js';
const sample = '@everyone @here <@81384788765712384> <@&81384788765712385>';
/** Makes the bodies of messages as they are made for sending and looks whether anybody would be pinged by them. */
export function inspectMentions(client) {
    const bodies = [bodyOf(client, cardBody(renderNotice(sample))), bodyOf(client, { content: sample })];
    return bodies.every(isClosed)
        ? pass('mentions', 'no message of the bot can ping anybody')
        : fail('mentions', 'a message of the bot could ping people', 'Do not start this version; report it.');
}
function bodyOf(client, options) {
    // Of where it is sent only the client counts, whose defaults are part of the body.
    const target = { client };
    return MessagePayload.create(target, options).resolveBody().body;
}
function isClosed(body) {
    const { allowed_mentions: allowed } = body;
    const lists = [allowed?.['parse'], allowed?.['users'] ?? [], allowed?.['roles'] ?? []];
    return lists.every((list) => Array.isArray(list) && list.length === 0) && allowed?.['replied_user'] !== true;
}
//# sourceMappingURL=inspect-mentions.js.map