import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType, } from 'discord.js';
import { renderNotice } from '../../render/notice.js';
import { refuse } from '../../refuse.js';
import { Responder } from '../../responder.js';
import { deleteId, myDataPrefix, renderRecords } from './render-records.js';
import { myDataTextsFor } from './texts.js';
const command = {
    type: ApplicationCommandType.ChatInput,
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    name: 'mydata',
    name_localizations: { de: 'meinedaten' },
    description: 'What is kept about you, how long, and how to delete it',
    description_localizations: { de: 'Was über dich aufbewahrt wird, wie lange, und wie du es löschst' },
};
/** What the bot keeps about whoever asks, for their eyes only. */
export const myDataFeature = {
    commands: [command],
    prefix: myDataPrefix,
    async handleCommand(interaction, context) {
        const { services, log, texts, requestId } = context;
        const responder = new Responder(interaction, 'private', log, texts, requestId);
        await services.arrivals.pass(() => responder.acknowledge());
        await responder.deliver(await showRecords(interaction.user.id, context));
    },
    async handleComponent(interaction, context) {
        const { services, log, texts, requestId } = context;
        if (interaction.customId !== deleteId) {
            await refuse(interaction, texts.unknownAction, log, texts, requestId);
            return;
        }
        const responder = new Responder(interaction, 'update', log, texts, requestId);
        await services.arrivals.pass(() => responder.acknowledge());
        await responder.deliver(await deleteRecords(interaction.user.id, context));
    },
};
async function showRecords(userId, { services, texts }) {
    const { store, settings } = services;
    return renderRecords(await store.people.describe(await store.hashPerson(userId)), settings.retentionDays, texts);
}
async function deleteRecords(userId, { services: { store }, texts, log }) {
    const count = await store.people.forget(await store.hashPerson(userId), userId);
    log.info({ outcome: 'deleted', count }, 'answered');
    const own = myDataTextsFor(texts);
    return renderNotice(count > 0 ? own.deleted(count) : own.nothingDeleted, count > 0 ? 'good' : 'neutral');
}
//# sourceMappingURL=mydata.js.map