import { isModerator } from '../../moderator.js';
import { refuse } from '../../refuse.js';
import { Responder } from '../../responder.js';
import { briefCommandDefinitions, briefCommands } from './commands.js';
import { briefPrefix, readBriefAction } from './custom-ids.js';
import { handleDraft } from './handle-draft.js';
import { answerPins, answerSummary, lookAtQuote, rebuildBrief, retireBrief } from './requests.js';
import { runInTurn } from './run-in-turn.js';
import { ownTexts } from './show-draft.js';
import { tendBriefs } from './tend-briefs.js';
/** Briefs made of quotes, which moderators put together, post and pin, and which say when their sources change. */
export const briefsFeature = {
    commands: briefCommandDefinitions,
    prefix: briefPrefix,
    handleCommand,
    handleComponent,
    afterIndexing: tendBriefs,
};
async function handleCommand(interaction, context) {
    const isSummary = interaction.commandName === briefCommands.summary;
    await answerModerator(interaction, 'private', context, (responder) => isSummary ? answerSummary(interaction, responder, context) : answerPins(interaction, 0, responder, context));
}
async function handleComponent(interaction, context) {
    const action = readBriefAction(interaction.customId);
    if (!action) {
        await refuse(interaction, context.texts.unknownAction, context.log, context.texts, context.requestId);
        return;
    }
    if ('draftId' in action) {
        await handleDraft(interaction, action, context);
        return;
    }
    switch (action.kind) {
        case 'look':
            await answer(interaction, 'private', context, (responder) => lookAtQuote(interaction, action.briefId, responder, context));
            return;
        case 'rebuild':
            await answerModerator(interaction, 'private', context, (responder) => rebuildBrief(interaction, action.briefId, responder, context));
            return;
        case 'retire':
            await answerModerator(interaction, 'update', context, () => retireBrief(interaction, action, context));
            return;
        case 'list':
            await answerModerator(interaction, 'update', context, (responder) => answerPins(interaction, action.page, responder, context));
            return;
    }
}
/** Answers a moderator, and tells everybody else that it is for moderators. */
async function answerModerator(interaction, mode, context, work) {
    if (isModerator(interaction)) {
        await answer(interaction, mode, context, work);
        return;
    }
    const { log, texts, requestId } = context;
    await refuse(interaction, ownTexts(context).briefTexts.onlyModerators, log, texts, requestId);
}
async function answer(interaction, mode, { services, log, texts, requestId }, work) {
    const responder = new Responder(interaction, mode, log, texts, requestId);
    await services.arrivals.pass(() => responder.acknowledge());
    await responder.deliver(await runInTurn(interaction, services, texts, () => work(responder)));
    log.info({ outcome: 'answered' }, 'brief request answered');
}
//# sourceMappingURL=briefs-feature.js.map