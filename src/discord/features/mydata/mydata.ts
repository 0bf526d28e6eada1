import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type ChatInputCommandInteraction,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Card } from '../../render/card.js';
import { renderNotice } from '../../render/notice.js';
import { refuse } from '../../refuse.js';
import { Responder } from '../../responder.js';
import type { ComponentInteraction, Feature, FeatureContext } from '../feature.js';
import { myDataPrefix, readMyDataId, renderConfirmation, renderRecords, type MyDataAction } from './render-records.js';
import { myDataTextsFor } from './texts.js';

const command: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  type: ApplicationCommandType.ChatInput,
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  name: 'mydata',
  name_localizations: { de: 'meinedaten' },
  description: 'What is kept about you, how long, and how to delete it',
  description_localizations: { de: 'Was über dich aufbewahrt wird, wie lange, und wie du es löschst' },
};

/** What the bot keeps about whoever asks, for their eyes only. */
export const myDataFeature: Feature = {
  commands: [command],
  prefix: myDataPrefix,

  async handleCommand(interaction: ChatInputCommandInteraction, context: FeatureContext) {
    const { services, log, texts, requestId } = context;
    const responder = new Responder(interaction, 'private', log, texts, requestId);
    await services.arrivals.pass(() => responder.acknowledge());
    await responder.deliver(await makeCard('keep', interaction.user.id, context));
  },

  async handleComponent(interaction: ComponentInteraction, context: FeatureContext) {
    const { services, log, texts, requestId } = context;
    const action = readMyDataId(interaction.customId);
    if (!action) {
      await refuse(interaction, texts.unknownAction, log, texts, requestId);
      return;
    }
    const responder = new Responder(interaction, 'update', log, texts, requestId);
    await services.arrivals.pass(() => responder.acknowledge());
    await responder.deliver(await makeCard(action, interaction.user.id, context));
  },
};

async function makeCard(action: MyDataAction, userId: string, { services, texts, log }: FeatureContext): Promise<Card> {
  const { store, settings } = services;
  const person = await store.hashPerson(userId);
  switch (action) {
    case 'delete':
      return renderConfirmation(texts);
    case 'keep':
      return renderRecords(await store.people.describe(person), settings.retentionDays, texts);
    case 'confirm': {
      const count = await store.people.forget(person, userId);
      log.info({ outcome: 'deleted', count }, 'answered');
      const own = myDataTextsFor(texts);
      return renderNotice(count > 0 ? own.deleted(count) : own.nothingDeleted, count > 0 ? 'good' : 'neutral');
    }
  }
}
