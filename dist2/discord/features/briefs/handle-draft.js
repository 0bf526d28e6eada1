import { isModerator } from '../../moderator.js';
import { refuse } from '../../refuse.js';
import { renderNotice } from '../../render/notice.js';
import { Responder } from '../../responder.js';
import { applyForm, formFields, renderForm } from './form.js';
import { inOrder } from './in-order.js';
import { postDraft } from './post-draft.js';
import { pairValue } from './render-preview.js';
import { runInTurn } from './run-in-turn.js';
import { ownTexts, showDraft, showFinished } from './show-draft.js';
/** Everything that is done to a preview, by the moderator whose it is; it ends in another look of the same message. */
export async function handleDraft(interaction, { kind, draftId }, context) {
    const { services, log, texts, requestId } = context;
    const { briefTexts } = ownTexts(context);
    const draft = await services.store.briefs.findDraft(draftId);
    const isOwn = draft === null || draft.person === (await services.store.hashPerson(interaction.user.id));
    if (!isOwn || !isModerator(interaction)) {
        await refuse(interaction, isOwn ? briefTexts.onlyModerators : briefTexts.onlyMaker, log, texts, requestId);
        return;
    }
    if (draft?.state === 'open' && kind === 'form' && interaction.isMessageComponent()) {
        await interaction.showModal(renderForm(draftId, draft.content, briefTexts));
        return;
    }
    const responder = new Responder(interaction, 'update', log, texts, requestId);
    // Its turn is taken before Discord has answered: of two acknowledgements the later may come back first.
    const acknowledged = services.arrivals.pass(() => responder.acknowledge());
    const show = async (card) => responder.deliver(card ?? (await showFinished(draftId, context)));
    // What was done to it shortly before comes first: only then is it known what there is to change, or to post.
    const isPost = kind === 'post' || kind === 'pin';
    const current = await inOrder(draftId, async () => {
        await acknowledged;
        const now = await services.store.briefs.findDraft(draftId);
        if (!isPost)
            await show(await changeDraft(interaction, kind, now, context));
        return now;
    });
    if (isPost) {
        const work = () => current ? postDraft(interaction, current, kind === 'pin', context) : Promise.resolve(null);
        await show(await runInTurn(interaction, services, texts, work));
    }
    log.info({ outcome: kind }, 'draft handled');
}
/** What to show; null where the draft can no longer be changed. */
async function changeDraft(interaction, kind, draft, context) {
    const { briefs } = context.services.store;
    const { briefTexts } = ownTexts(context);
    if (!draft)
        return null;
    const { channelId } = interaction;
    const save = async (content, warning = null) => {
        const isSaved = await briefs.changeDraft(draft.id, content);
        return isSaved ? showDraft({ ...draft, content }, channelId, context, warning) : null;
    };
    switch (kind) {
        case 'tick':
            return interaction.isStringSelectMenu() ? save(tick(draft.content, interaction.values)) : null;
        case 'fill': {
            if (!interaction.isModalSubmit())
                return null;
            const read = (field) => interaction.fields.getTextInputValue(field);
            const filled = { title: read(formFields.title), order: read(formFields.order) };
            const { content, warning } = applyForm(draft.content, filled, briefTexts);
            return save(content, warning);
        }
        case 'discard':
            return (await briefs.removeDraft(draft.id)) ? renderNotice(briefTexts.discarded) : null;
        case 'form':
            return null;
    }
}
function tick(content, values) {
    return {
        ...content,
        leftOut: content.quotes.flatMap((_, number) => (values.includes(String(number)) ? [] : [number])),
        pairsLeftOut: content.pairs.flatMap((_, number) => (values.includes(pairValue(number)) ? [] : [number])),
    };
}
//# sourceMappingURL=handle-draft.js.map