import type { ChatInputCommandInteraction, Interaction } from 'discord.js';
import { describeFailure } from '../failures.js';
import { refuse, refuseHere } from '../refuse.js';
import { Responder } from '../delivery/responder.js';
import { renderFailure } from './request.js';
import type { ComponentInteraction, Feature, FeatureContext } from './feature.js';
import { findFeatureOfCommand, findFeatureOfComponent } from '../features/features.js';

/** Takes an interaction to the feature that it belongs to; says whether there is one. */
export async function handleFeature(interaction: Interaction, context: FeatureContext): Promise<boolean> {
  if (interaction.isChatInputCommand()) {
    const feature = findFeatureOfCommand(interaction.commandName);
    if (feature) await attempt(interaction, context, () => feature.handleCommand(interaction, context));
    return feature !== null;
  }
  if (!interaction.isMessageComponent() && !interaction.isModalSubmit()) return false;
  const feature: Feature | null = findFeatureOfComponent(interaction.customId);
  if (feature) await attempt(interaction, context, () => feature.handleComponent(interaction, context));
  return feature !== null;
}

/** Refuses what is not done here; tells of a failure that nobody has foreseen. */
async function attempt(
  interaction: ChatInputCommandInteraction | ComponentInteraction,
  context: FeatureContext,
  work: () => Promise<void>,
): Promise<void> {
  const { services, log, texts, requestId } = context;
  const refusal = refuseHere(interaction, services, texts);
  if (refusal !== null) {
    await refuse(interaction, refusal, log, texts, requestId);
    return;
  }
  try {
    await work();
  } catch (error) {
    log.error(describeFailure(error), 'feature failed');
    const responder = new Responder(interaction, 'private', log, texts, requestId);
    await responder.acknowledge();
    await responder.deliver(renderFailure(error, requestId, texts));
  }
}
