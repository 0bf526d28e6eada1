import { refuse } from '../../refuse.js';
import { reviewCommand } from './commands.js';
import { prefix, readReviewId } from './custom-ids.js';
import { openForm, takeForm } from './dispute.js';
import { reviewFurther, reviewLabels } from './handle-review.js';
/** Labels that people find wrong, and what moderators make of it. */
export const reviewFeature = {
    commands: [reviewCommand],
    prefix,
    handleCommand: reviewLabels,
    handleComponent,
};
async function handleComponent(interaction, context) {
    const action = readReviewId(interaction.customId);
    if (interaction.isModalSubmit()) {
        if (action?.kind === 'form')
            await takeForm(interaction, action.shown, context);
        else
            await refuse(interaction, context.texts.unknownAction, context.log, context.texts, context.requestId);
        return;
    }
    if (action?.kind === 'wrong')
        await openForm(interaction, action.shown, context);
    else if (action && action.kind !== 'form')
        await reviewFurther(interaction, action, context);
    else
        await refuse(interaction, context.texts.unknownAction, context.log, context.texts, context.requestId);
}
//# sourceMappingURL=review-feature.js.map