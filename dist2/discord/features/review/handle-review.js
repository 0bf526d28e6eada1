import { exportOverrides } from '../../../app/labels/export-overrides.js';
import { isModerator } from '../../moderator.js';
import { refuse } from '../../refuse.js';
import { fileComponent, text } from '../../render/card.js';
import { renderNotice } from '../../render/notice.js';
import { Responder } from '../../responder.js';
import { awaitLibrary } from '../../work.js';
import { acceptProposal, declineQuote, useLabels } from './decide.js';
import { nameLabel } from './name-label.js';
import { gatherQueue } from './queue.js';
import { renderDecided } from './render-decided.js';
import { renderQueue } from './render-queue.js';
import { reviewTexts } from './texts.js';
const exportName = 'label-overrides.jsonl';
/** `/review`: the queue, or what has been decided. */
export async function reviewLabels(interaction, context) {
    const isDecided = interaction.options.getString('show') === 'decided';
    await withModerator(interaction, 'private', context, (guildId) => isDecided ? showDecided(guildId, 0, null, context) : showQueue(guildId, 0, {}, context));
}
/** A button or the menu of the queue, or of the list of what has been decided. */
export async function reviewFurther(interaction, action, context) {
    if (action.kind === 'export') {
        await withModerator(interaction, 'private', context, (guildId) => makeExport(guildId, context));
        return;
    }
    const chosen = interaction.isStringSelectMenu() ? Number(interaction.values[0]) : null;
    await withModerator(interaction, 'update', context, (guildId) => carryOut(action, guildId, interaction.user.id, chosen, context));
}
async function carryOut(action, guildId, userId, chosen, context) {
    const { services, log } = context;
    const own = reviewTexts(context.texts.locale);
    switch (action.kind) {
        case 'next':
            return showQueue(guildId, await findPosition(action, guildId, 1, context), {}, context);
        case 'choose':
            return showQueue(guildId, await findPosition(action, guildId, 0, context), { chosen }, context);
        case 'accept': {
            const accepted = await acceptProposal(action, { guildId, userId }, await readQueue(guildId, context), services);
            if (accepted)
                await useLabels(services);
            log.info({ accepted: accepted !== null }, 'dispute decided');
            if (!accepted)
                return showQueue(guildId, action.at.position, { note: own.decidedAlready }, context);
            const { proposal, decision } = accepted;
            const note = own.accepted(nameLabel(proposal.label, proposal.source, own));
            return showQueue(guildId, action.at.position, { note, decision }, context);
        }
        case 'decline': {
            const decision = await declineQuote(action, guildId, services);
            log.info({ declined: decision !== null }, 'dispute decided');
            const note = decision === null ? own.decidedAlready : own.declined;
            return showQueue(guildId, action.at.position, { note, decision }, context);
        }
        case 'back': {
            const isDone = await services.store.labelReviews.takeBack(guildId, action.decision);
            if (isDone)
                await useLabels(services);
            log.info({ takenBack: isDone }, 'decision taken back');
            return showQueue(guildId, action.position, { note: isDone ? own.takenBack : own.undoneAlready }, context);
        }
        case 'page':
            return showDecided(guildId, action.page, null, context);
        case 'undo': {
            const isDone = await services.store.labelReviews.undo(guildId, action.override);
            if (isDone)
                await useLabels(services);
            log.info({ undone: isDone }, 'label undone');
            return showDecided(guildId, action.page, isDone ? own.undone : own.undoneAlready, context);
        }
    }
}
async function showQueue(guildId, position, frame, context) {
    const queue = await readQueue(guildId, context);
    const library = await context.services.library.whenReady();
    return renderQueue(queue, position, frame, library, context.texts, reviewTexts(context.texts.locale));
}
async function showDecided(guildId, page, note, { services, texts }) {
    const overrides = await services.store.labelReviews.listOverrides(guildId);
    return renderDecided(overrides, page, note, await services.library.whenReady(), reviewTexts(texts.locale));
}
async function readQueue(guildId, { services }) {
    return gatherQueue(await services.store.labelReviews.listOpen(guildId), await services.library.whenReady());
}
/** Where the quote of a button stands by now, and `steps` further; from the last one it goes on with the first. */
async function findPosition({ at }, guildId, steps, context) {
    const { quotes } = await readQueue(guildId, context);
    const found = quotes.findIndex(({ quote }) => quote === at.quote);
    if (found < 0)
        return at.position;
    return (found + steps) % quotes.length;
}
/** All of the guild's overrides as a file. */
async function makeExport(guildId, { services, log, texts }) {
    const own = reviewTexts(texts.locale);
    const library = await services.library.whenReady();
    const overrides = await services.store.labelReviews.listOverrides(guildId);
    if (overrides.length === 0)
        return renderNotice(own.noneDecided);
    log.info({ overrides: overrides.length }, 'overrides exported');
    return {
        components: [text(own.exported(overrides.length)), fileComponent(exportName)],
        files: [{ name: exportName, content: exportOverrides(library.searchIndex.documents, overrides, library.analyser) }],
    };
}
/** Acknowledges, makes the card and delivers it; for moderators of a guild only. */
async function withModerator(interaction, mode, { services, log, texts, requestId }, makeCard) {
    if (!isModerator(interaction) || interaction.guildId === null) {
        await refuse(interaction, reviewTexts(texts.locale).onlyModerators, log, texts, requestId);
        return;
    }
    const responder = new Responder(interaction, mode, log, texts, requestId);
    await services.arrivals.pass(() => responder.acknowledge());
    await awaitLibrary(services, (card) => responder.announce(card), texts);
    await responder.deliver(await makeCard(interaction.guildId));
}
//# sourceMappingURL=handle-review.js.map