import { ChannelType, } from 'discord.js';
import { admitQuestion } from './admission.js';
import { handleButton } from './on-button.js';
import { commandNames } from './commands/definitions.js';
import { describeFailure } from './failures.js';
import { answerCommand } from './handlers/answer-command.js';
import { findFeatureOfComponent } from './features/features.js';
import { handleFeature } from './features/handle-feature.js';
import { recordMiss } from './features/misses/record-miss.js';
import { completeTitle } from './handlers/complete-title.js';
import { placeOf, refuse } from './refuse.js';
import { Responder } from './responder.js';
import { textsFor } from './texts/texts.js';
import { awaitLibrary, createRequestId, renderFailure } from './work.js';
/** Takes every interaction to its handler. Never throws. */
export async function handleInteraction(interaction, services) {
    const requestId = createRequestId();
    const { guildId, channelId } = interaction;
    const log = services.log.child({ requestId, kind: kindOf(interaction), guildId, channelId });
    try {
        if (await handleFeature(interaction, { services, log, requestId, texts: textsFor(interaction.locale) }))
            return;
        if (interaction.isAutocomplete())
            await completeTitle(interaction, services.library.current);
        else if (interaction.isButton())
            await handleButton(interaction, services, log, requestId);
        else if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
            await handleCommand(interaction, services, log, requestId);
        }
    }
    catch (error) {
        log.error(describeFailure(error), 'interaction failed');
    }
}
async function handleCommand(interaction, services, log, requestId) {
    const startedMs = performance.now();
    const mode = isPrivate(interaction) ? 'private' : 'public';
    const own = textsFor(interaction.locale);
    const texts = mode === 'public' ? publicTexts(interaction) : own;
    const ticket = admitQuestion(placeOf(interaction), services, own);
    if (typeof ticket === 'string') {
        await refuse(interaction, ticket, log, own, requestId);
        return;
    }
    const responder = new Responder(interaction, mode, log, own, requestId);
    try {
        await services.arrivals.pass(() => responder.acknowledge());
        const acknowledgedMs = performance.now() - startedMs;
        const answer = await ticket.run(() => work(interaction, services, responder, texts, log, requestId));
        const asker = { guildId: interaction.guildId, userId: interaction.user.id };
        await recordMiss(answer.refused ?? null, asker, services, log);
        await responder.deliver(answer.card);
        const elapsedMs = Math.round(performance.now() - startedMs);
        log.info({ outcome: answer.outcome, acknowledgedMs: Math.round(acknowledgedMs), elapsedMs }, 'answered');
    }
    finally {
        ticket.leave();
    }
}
async function work(interaction, services, responder, texts, log, requestId) {
    try {
        await services.arrivals.whenQuiet();
        const library = await awaitLibrary(services, (card) => responder.announce(card), texts);
        return await answerCommand(interaction, library, services, texts, !responder.isPrivate && canHoldThread(interaction));
    }
    catch (error) {
        log.error(describeFailure(error), 'no answer could be made');
        return { card: renderFailure(error, requestId, texts), outcome: 'failed' };
    }
}
/** What everybody in the channel reads is in the guild's language. */
function publicTexts({ guildLocale, locale }) {
    return textsFor(guildLocale ?? locale);
}
/** Whether a thread can hang on the answer. */
function canHoldThread({ channel }) {
    return channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
}
/** Checks of messages concern only who makes them, and `/about` interests only who asks. */
function isPrivate(interaction) {
    if (!interaction.isChatInputCommand())
        return true;
    if (interaction.commandName === commandNames.about)
        return true;
    return interaction.options.getBoolean('private') ?? false;
}
function kindOf(interaction) {
    if (interaction.isCommand())
        return interaction.commandName;
    if (interaction.isAutocomplete())
        return 'autocomplete';
    if (!interaction.isMessageComponent() && !interaction.isModalSubmit())
        return 'other';
    const [action = '', part = ''] = interaction.customId.split(':');
    const kind = interaction.isModalSubmit() ? 'form' : interaction.isButton() ? 'button' : 'menu';
    return findFeatureOfComponent(interaction.customId) ? `${kind} ${action} ${part}` : `${kind} ${action}`;
}
//# sourceMappingURL=on-interaction.js.map