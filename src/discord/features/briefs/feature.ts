import type { ChatInputCommandInteraction } from 'discord.js';
import { isModerator } from '../../request/command-parts.js';
import { refuse } from '../../refuse.js';
import type { Card } from '../../cards/card.js';
import { Responder, type AnswerMode } from '../../delivery/responder.js';
import type { ComponentInteraction, Feature, FeatureContext } from '../../request/feature.js';
import { briefCommandDefinitions, briefCommands } from './commands.js';
import { briefPrefix, readBriefAction } from './custom-ids.js';
import { handleDraft } from './preview/change-draft.js';
import { answerPins, answerSummary, lookAtQuote, rebuildBrief, retireBrief } from './life/requests.js';
import { runInTurn } from './run-in-turn.js';
import { ownTexts } from './preview/show-draft.js';
import { tendBriefs } from './life/sync-briefs.js';

type Work = (responder: Responder) => Promise<Card>;

/** Briefs made of quotes, which moderators put together, post and pin, and which say when their sources change. */
export const briefsFeature: Feature = {
  commands: briefCommandDefinitions,
  prefix: briefPrefix,
  handleCommand,
  handleComponent,
  afterIndexing: tendBriefs,
};

async function handleCommand(interaction: ChatInputCommandInteraction, context: FeatureContext): Promise<void> {
  const isSummary = interaction.commandName === briefCommands.summary;
  await answerModerator(interaction, 'private', context, (responder) =>
    isSummary ? answerSummary(interaction, responder, context) : answerPins(interaction, 0, responder, context),
  );
}

async function handleComponent(interaction: ComponentInteraction, context: FeatureContext): Promise<void> {
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
      await answer(interaction, 'private', context, (responder) =>
        lookAtQuote(interaction, action.briefId, responder, context),
      );
      return;
    case 'rebuild':
      await answerModerator(interaction, 'private', context, (responder) =>
        rebuildBrief(interaction, action.briefId, responder, context),
      );
      return;
    case 'retire':
      await answerModerator(interaction, 'update', context, () => retireBrief(interaction, action, context));
      return;
    case 'list':
      await answerModerator(interaction, 'update', context, (responder) =>
        answerPins(interaction, action.page, responder, context),
      );
      return;
  }
}

/** Answers a moderator, and tells everybody else that it is for moderators. */
async function answerModerator(
  interaction: ChatInputCommandInteraction | ComponentInteraction,
  mode: AnswerMode,
  context: FeatureContext,
  work: Work,
): Promise<void> {
  if (isModerator(interaction)) {
    await answer(interaction, mode, context, work);
    return;
  }
  const { log, texts, requestId } = context;
  await refuse(interaction, ownTexts(context).briefTexts.onlyModerators, log, texts, requestId);
}

async function answer(
  interaction: ChatInputCommandInteraction | ComponentInteraction,
  mode: AnswerMode,
  { services, log, texts, requestId }: FeatureContext,
  work: Work,
): Promise<void> {
  const responder = new Responder(interaction, mode, log, texts, requestId);
  await services.arrivals.pass(() => responder.acknowledge());
  await responder.deliver(await runInTurn(interaction, services, texts, () => work(responder)));
  log.info({ outcome: 'answered' }, 'brief request answered');
}
