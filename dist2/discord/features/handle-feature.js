import { describeFailure } from '../failures.js';
import { refuse, refuseHere } from '../refuse.js';
import { Responder } from '../responder.js';
import { renderFailure } from '../work.js';
import { findFeatureOfCommand, findFeatureOfComponent } from './features.js';
/** Takes an interaction to the feature that it belongs to; says whether there is one. */
export async function handleFeature(interaction, context) {
    if (interaction.isChatInputCommand()) {
        const feature = findFeatureOfCommand(interaction.commandName);
        if (feature)
            await attempt(interaction, context, () => feature.handleCommand(interaction, context));
        return feature !== null;
    }
    if (!interaction.isMessageComponent() && !interaction.isModalSubmit())
        return false;
    const feature = findFeatureOfComponent(interaction.customId);
    if (feature)
        await attempt(interaction, context, () => feature.handleComponent(interaction, context));
    return feature !== null;
}
/** Refuses what is not done here; tells of a failure that nobody has foreseen. */
async function attempt(interaction, context, work) {
    const { services, log, texts, requestId } = context;
    const refusal = refuseHere(interaction, services, texts);
    if (refusal !== null) {
        await refuse(interaction, refusal, log, texts, requestId);
        return;
    }
    try {
        await work();
    }
    catch (error) {
        log.error(describeFailure(error), 'feature failed');
        const responder = new Responder(interaction, 'private', log, texts, requestId);
        await responder.acknowledge();
        await responder.deliver(renderFailure(error, requestId, texts));
    }
}
//# sourceMappingURL=handle-feature.js.map