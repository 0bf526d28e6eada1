import { refuse } from '../../refuse.js';
import type { ComponentInteraction, Feature, FeatureContext } from '../../request/feature.js';
import { reviewCommand } from './commands.js';
import { prefix, readReviewId } from './custom-ids.js';
import { openForm, takeForm } from './dispute.js';
import { reviewFurther, reviewLabels } from './review-labels.js';

/** Labels that people find wrong, and what moderators make of it. */
export const reviewFeature: Feature = {
  commands: [reviewCommand],
  prefix,
  handleCommand: reviewLabels,
  handleComponent,
};

async function handleComponent(interaction: ComponentInteraction, context: FeatureContext): Promise<void> {
  const action = readReviewId(interaction.customId);
  if (interaction.isModalSubmit()) {
    if (action?.kind === 'form') await takeForm(interaction, action.shown, context);
    else await refuse(interaction, context.texts.unknownAction, context.log, context.texts, context.requestId);
    return;
  }
  if (action?.kind === 'wrong') await openForm(interaction, action.shown, context);
  else if (action && action.kind !== 'form') await reviewFurther(interaction, action, context);
  else await refuse(interaction, context.texts.unknownAction, context.log, context.texts, context.requestId);
}
