import { ChannelType } from 'discord.js';
import { admitQuestion, refusePlace } from './admission.js';
import { findLastQuestion, readAnsweredQuestion } from './answered-question.js';
import { codeOf, describeFailure, discordCodes } from './failures.js';
import { recordMiss } from './features/misses/record-miss.js';
import { answerQuestion } from './handlers/answer-question.js';
import { renderNotice } from './render/notice.js';
import { replyToMessage, sendToUser } from './send.js';
import { textsFor } from './texts/texts.js';
import { awaitLibrary, createRequestId, renderFailure } from './work.js';
/** Threads whose members have been told once how to ask in them. */
const hintedThreads = new Set();
const maxHintedThreads = 10_000;
/** Answers a mention, a direct message, a reply to an answer, a question in a thread on an answer. Never throws. */
export async function handleMessage(message, services) {
    if (message.author.bot || message.system || message.webhookId !== null)
        return;
    const address = readAddress(message);
    if (address === null)
        return;
    const requestId = createRequestId();
    const { guildId, channelId } = message;
    const log = services.log.child({ requestId, kind: `message ${address}`, guildId, channelId });
    const texts = textsFor(message.guild?.preferredLocale);
    try {
        await answerMessage(message, address, services, texts, log, requestId);
    }
    catch (error) {
        log.error(describeFailure(error), 'message could not be answered');
        await tellFailure(message, error, requestId, texts, log);
    }
}
function readAddress(message) {
    const { channel, mentions, client, content } = message;
    if (channel.isDMBased())
        return 'direct';
    const isReply = mentions.repliedUser?.id === client.user.id;
    if (mentions.users.has(client.user.id))
        return isReply ? 'reply' : 'mention';
    if (isReply)
        return content === '' ? 'unreadable reply' : 'reply';
    if (channel.isThread() && channel.ownerId === client.user.id && content === '')
        return 'unreadable in thread';
    return null;
}
async function answerMessage(message, address, services, texts, log, requestId) {
    if (address === 'unreadable in thread') {
        await hintOnce(message, services, texts);
        return;
    }
    const place = placeOf(message);
    const refusal = refusePlace(place, services, texts);
    if (refusal !== null) {
        // The bot is not to write in this channel, so it says so directly.
        await sendToUser(message.author, renderNotice(refusal), log);
        return;
    }
    const text = readQuestion(message);
    if (address === 'unreadable reply' || text === '') {
        const hint = address === 'unreadable reply' ? texts.unreadableReply : texts.emptyMention;
        await replyToMessage(message, renderNotice(hint));
        return;
    }
    const ticket = admitQuestion(place, services, texts);
    if (typeof ticket === 'string') {
        // Private, as with a command; in public only where direct messages are closed.
        if (!(await sendToUser(message.author, renderNotice(ticket), log)))
            await replyToMessage(message, renderNotice(ticket));
        return;
    }
    const startedMs = performance.now();
    if (message.channel.isSendable())
        void message.channel.sendTyping().catch(() => undefined);
    try {
        const { card, outcome, refused } = await ticket
            .run(() => makeAnswer(message, text, services, texts))
            .catch((error) => {
            log.error(describeFailure(error), 'no answer could be made');
            return { card: renderFailure(error, requestId, texts), outcome: 'failed', refused: null };
        });
        await recordMiss(refused, { guildId: message.guildId, userId: message.author.id }, services, log);
        await replyToMessage(message, card);
        log.info({ outcome, elapsedMs: Math.round(performance.now() - startedMs) }, 'answered');
    }
    finally {
        ticket.leave();
    }
}
async function makeAnswer(message, text, services, texts) {
    const library = await awaitLibrary(services, (card) => replyToMessage(message, card), texts);
    const { type } = message.channel;
    return answerQuestion({
        text,
        previous: await findPrevious(message),
        lane: null,
        wantedDocument: null,
        askerId: message.author.id,
        canThread: type === ChannelType.GuildText || type === ChannelType.GuildAnnouncement,
    }, library, texts);
}
/** The question that this one may go on from: that of the answer replied to, else the last one of the conversation. */
async function findPrevious(message) {
    const { channel, reference, client } = message;
    if (reference?.messageId !== undefined) {
        const replied = await message.fetchReference().catch(() => null);
        const question = replied && readAnsweredQuestion(replied);
        if (question)
            return question;
    }
    const isOwn = channel.isDMBased() || (channel.isThread() && channel.ownerId === client.user.id);
    return isOwn ? findLastQuestion(channel) : null;
}
/** The text without the mention of the bot; other mentions as names. */
function readQuestion({ content, client, mentions }) {
    return content
        .replaceAll(new RegExp(`<@!?${client.user.id}>`, 'g'), ' ')
        .replace(/<@!?(\d+)>/g, (whole, id) => mentions.users.get(id)?.displayName ?? whole)
        .replace(/\s+/g, ' ')
        .trim();
}
function placeOf({ author, channel, channelId, guildId }) {
    const parentId = channel.isThread() ? channel.parentId : null;
    return { userId: author.id, channelId, parentId, isDirect: guildId === null };
}
async function hintOnce(message, services, texts) {
    if (hintedThreads.has(message.channelId) || refusePlace(placeOf(message), services, texts) !== null)
        return;
    if (hintedThreads.size >= maxHintedThreads)
        hintedThreads.clear();
    hintedThreads.add(message.channelId);
    await replyToMessage(message, renderNotice(texts.threadHint(`<@${message.client.user.id}>`)));
}
/** Says that there is no answer; directly, with what is lacking, where the bot cannot write. */
async function tellFailure(message, error, requestId, texts, log) {
    const code = codeOf(error);
    const isLacking = code === discordCodes.missingAccess || code === discordCodes.missingPermissions;
    const where = message.channel.isThread() ? '**Send Messages in Threads**' : '**Send Messages**';
    const told = isLacking ? texts.cannotWrite(`<#${message.channelId}>`, where) : texts.failed(requestId);
    const card = renderNotice(told, 'warning');
    if (!isLacking) {
        const isTold = await replyToMessage(message, card).then(() => true, () => false);
        if (isTold)
            return;
    }
    if (!(await sendToUser(message.author, card, log)))
        log.error('nobody could be told');
}
//# sourceMappingURL=on-message.js.map