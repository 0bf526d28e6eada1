import { randomBytes } from 'node:crypto';
import { MessageFlags } from 'discord.js';
import { codeOf, describeFailure, discordCodes, retryCall } from './failures.js';
import { attachFiles } from './render/card.js';
const pausesMs = [300, 700, 1_500, 3_000];
/** A body that arrives once even if it is sent again: Discord knows a nonce that it has had already. */
export function cardBody(card) {
    return {
        components: card.components,
        ...attachFiles(card),
        flags: MessageFlags.IsComponentsV2,
        allowedMentions: { parse: [], repliedUser: false },
        nonce: randomBytes(12).toString('hex'),
        enforceNonce: true,
    };
}
/** Answers a message; without a reference to it where its history must not be read. Throws what Discord refuses. */
export async function replyToMessage(message, card) {
    const channel = message.channel.isSendable() ? message.channel : null;
    const body = cardBody(card);
    try {
        await retryCall(() => message.reply({ ...body, failIfNotExists: false }), pausesMs);
    }
    catch (error) {
        if (codeOf(error) !== discordCodes.noHistoryForReply || !channel)
            throw error;
        await retryCall(() => channel.send(body), pausesMs);
    }
}
/** Whether a message could be sent to the channel; a failure is logged. */
export async function sendToChannel(client, channelId, card, log) {
    try {
        const channel = await retryCall(() => client.channels.fetch(channelId), pausesMs);
        if (channel?.isSendable() !== true)
            return false;
        const body = cardBody(card);
        await retryCall(() => channel.send(body), pausesMs);
        return true;
    }
    catch (error) {
        log.warn(describeFailure(error), 'message could not be sent to the channel');
        return false;
    }
}
/** Whether a direct message could be sent; a failure, such as closed direct messages, is logged. */
export async function sendToUser(user, card, log) {
    try {
        const body = cardBody(card);
        await retryCall(() => user.send(body), pausesMs);
        return true;
    }
    catch (error) {
        log.warn(describeFailure(error), 'direct message could not be sent');
        return false;
    }
}
//# sourceMappingURL=send.js.map