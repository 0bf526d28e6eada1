import { PermissionFlagsBits } from 'discord.js';
import { renderNotice } from '../../render/notice.js';
import { accents, container, row, text } from '../../render/card.js';
import { awaitLibrary } from '../../work.js';
import { isGone, isOutOfReach, readMessage } from './channel-calls.js';
import { quoteCounts } from './commands.js';
import { linkTo, showTitle } from './describe-brief.js';
import { makeDraft } from './make-draft.js';
import { listOwnPins } from './own-pins.js';
import { describeLacking } from './permissions.js';
import { pinPosted } from './post-draft.js';
import { renderPins } from './render-pins.js';
import { renderRetireOffer } from './retire-offer.js';
import { ownTexts, renderPostedNotice, showDraft } from './show-draft.js';
import { showQuote } from './show-quote.js';
/** A preview of quotes for what was asked. */
export async function answerSummary(interaction, responder, context) {
    const { options, channelId } = interaction;
    const request = {
        topic: options.getString('topic'),
        wantedDocument: options.getString('in'),
        quoteCount: options.getInteger('quotes') ?? quoteCounts.usual,
        title: null,
        channelId,
        replaces: null,
    };
    return preview(interaction, request, await readLibrary(responder, context), context);
}
/** A preview with the topic, document, number and title of a brief, which is to take its place. */
export async function rebuildBrief(interaction, briefId, responder, context) {
    const { services } = context;
    const { briefTexts } = ownTexts(context);
    const brief = await findBrief(interaction, briefId, context);
    if (!brief)
        return renderNotice(briefTexts.briefUnknown);
    if (brief.status === 'replaced') {
        const successor = brief.replacedBy === null ? null : await services.store.briefs.findBrief(brief.replacedBy);
        return renderNotice(briefTexts.briefReplaced(successor ? linkTo(successor) : linkTo(brief)));
    }
    if (await isDeleted(interaction, brief, context))
        return renderNotice(briefTexts.briefGone, 'warning');
    const library = await readLibrary(responder, context);
    const { topic, documentTitle, quoteCount, title } = brief.content;
    const documentId = findDocumentId(brief.content, library);
    if (brief.content.documentId !== null && documentId === null) {
        const name = showTitle({ title: documentTitle, topic: null, documentTitle }, briefTexts);
        return renderNotice(briefTexts.documentGone(name), 'warning');
    }
    const { channelId, id: replaces } = brief;
    return preview(interaction, { topic, wantedDocument: documentId, quoteCount, title, channelId, replaces }, library, context);
}
/** The only document of a brief; one that is gone may stand there under another name, with all the brief's words. */
function findDocumentId({ documentId, quotes }, library) {
    if (documentId === null || library.findDocument(documentId))
        return documentId;
    const renamed = library.searchIndex.documents.find(({ document }) => quotes.every(({ exact }) => document.text.includes(exact)));
    return renamed?.document.id ?? null;
}
/** Unpins an old brief and pins a new one in its place. */
export async function retireBrief(interaction, { briefId, oldId }, context) {
    const { briefTexts } = ownTexts(context);
    const brief = await findBrief(interaction, briefId, context);
    const old = await findBrief(interaction, oldId, context);
    if (!brief || !old)
        return renderNotice(briefTexts.briefUnknown);
    if (brief.status !== 'posted')
        return renderNotice(briefTexts.briefGone, 'warning');
    if (brief.pinnedAtMs !== null)
        return renderPostedNotice(brief, [], context);
    const lacking = await describeLacking(interaction, brief.channelId, true, briefTexts);
    if (lacking !== null) {
        const { line, button } = renderRetireOffer(brief.id, old, briefTexts);
        return { components: [container(accents.warning, [text(`⚠️ ${lacking}\n${line}`), row([button])])] };
    }
    return pinPosted(interaction, brief, { replaces: null, retires: old, saysPinned: false }, [], context);
}
/** The bot's briefs among the pins of the channel. */
export async function answerPins(interaction, page, responder, context) {
    const { client, channelId, appPermissions } = interaction;
    const { briefTexts } = ownTexts(context);
    if (channelId === null)
        return renderNotice(briefTexts.noPins);
    const place = `<#${channelId}>`;
    const lacking = [
        ['View Channel', PermissionFlagsBits.ViewChannel],
        ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
    ].filter(([, bit]) => !appPermissions.has(bit));
    if (lacking.length > 0) {
        const names = lacking.map(([name]) => `**${name}**`);
        return renderNotice(`⚠️ ${briefTexts.botLacks(names, place)}`, 'warning');
    }
    const library = await readLibrary(responder, context);
    try {
        const pins = await listOwnPins(client, context.services, channelId);
        return renderPins(pins, page, library.searchIndex, briefTexts);
    }
    catch (error) {
        if (!isGone(error) && !isOutOfReach(error))
            throw error;
        return renderNotice(briefTexts.cannotReach(place), 'warning');
    }
}
/** A quote that somebody has chosen in a brief's menu. */
export async function lookAtQuote(interaction, briefId, responder, context) {
    const set = ownTexts(context);
    const brief = await findBrief(interaction, briefId, context);
    const place = interaction.isStringSelectMenu() ? Number(interaction.values[0]) : NaN;
    if (!brief || !Number.isInteger(place))
        return renderNotice(set.briefTexts.briefUnknown);
    return showQuote(brief, place, await readLibrary(responder, context), set);
}
async function preview(interaction, request, library, context) {
    const { store } = context.services;
    const { user, guildId, guildLocale, locale, channelId } = interaction;
    const outcome = await makeDraft({
        ...request,
        guildId: guildId ?? '', // moderators are in a guild
        locale: guildLocale ?? locale,
        person: await store.hashPerson(user.id),
    }, library, ownTexts(context));
    if (outcome.kind === 'refused')
        return outcome.card;
    await store.briefs.addDraft(outcome.draft);
    return showDraft(outcome.draft, channelId, context);
}
/** Of the guild in which it is asked for only. */
async function findBrief({ guildId }, id, { services }) {
    const brief = await services.store.briefs.findBrief(id);
    return brief?.guildId === guildId ? brief : null;
}
/** Looks whether the message is still there, and writes it down if not. */
async function isDeleted({ client }, brief, { services }) {
    if (brief.status === 'gone')
        return true;
    const isThere = await readMessage(client, brief).then(() => true, (error) => !isGone(error));
    if (!isThere)
        await services.store.briefs.markGone(brief.id);
    return !isThere;
}
function readLibrary(responder, { services, texts }) {
    return awaitLibrary(services, (card) => responder.announce(card), texts);
}
//# sourceMappingURL=requests.js.map