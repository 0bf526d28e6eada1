import { isModerator } from '../../moderator.js';
import { refuse } from '../../refuse.js';
import { escapeMarkdown, shorten } from '../../render/escape-markdown.js';
import { Responder } from '../../responder.js';
import { awaitLibrary } from '../../work.js';
import { askAgain } from './ask-again.js';
import { defaultPeriod, missCommands, periodOption } from './commands.js';
import { isListAction, missPrefix, readMissId } from './custom-ids.js';
import { exportMisses } from './export-misses.js';
import { listMisses } from './list-misses.js';
import { readPeriod } from './period.js';
import { renderMisses } from './render-misses.js';
import { reportAnswered } from './report-answered.js';
import { tellMe } from './tell-me.js';
import { missTextsFor } from './texts.js';
const maxNotedLength = 100;
/** Missed questions: listed for moderators, asked again after each update of the index, told to whoever waits. */
export const missesFeature = {
    commands: missCommands,
    prefix: missPrefix,
    async handleCommand(interaction, context) {
        const period = readPeriod(interaction.options.getString(periodOption)) ?? defaultPeriod;
        await showList(interaction, { kind: 'turn', period, page: 0 }, context);
    },
    async handleComponent(interaction, context) {
        const action = readMissId(interaction.customId);
        const { log, texts, requestId } = context;
        if (!action || !interaction.isMessageComponent())
            await refuse(interaction, texts.unknownAction, log, texts, requestId);
        else if (isListAction(action))
            await showList(interaction, action, context);
        else
            await tellMe(interaction, action, context);
    },
    async afterIndexing(client, services) {
        const library = services.library.current;
        if (library && (await askAgain(services, library))) {
            await reportAnswered(client, services, library.manifest.version);
        }
    },
};
async function showList(interaction, action, { services, log, texts, requestId }) {
    const { guildId } = interaction;
    if (guildId === null || !isModerator(interaction)) {
        await refuse(interaction, missTextsFor(texts).onlyModerators, log, texts, requestId);
        return;
    }
    const isNew = interaction.isChatInputCommand() || action.kind === 'export';
    const responder = new Responder(interaction, isNew ? 'private' : 'update', log, texts, requestId);
    await services.arrivals.pass(() => responder.acknowledge());
    const library = await awaitLibrary(services, (card) => responder.announce(card), texts);
    const note = await change(guildId, action, library, { services, texts });
    const list = await listMisses(guildId, action.period, library, services.store);
    const card = action.kind === 'export'
        ? exportMisses(list, action.period, library, texts, Date.now())
        : renderMisses(list, placeOf(action), library, texts, note);
    await responder.deliver(card);
    log.info({ outcome: action.kind, groups: list.groups.length }, 'answered');
}
function placeOf({ period, page }) {
    return { period, page };
}
/** Sets a group aside or takes it back; the line that says so. */
async function change(guildId, action, library, { services, texts }) {
    if (action.kind !== 'dismiss' && action.kind !== 'restore')
        return null;
    const { store } = services;
    const own = missTextsFor(texts);
    const { missId } = action;
    const miss = await store.misses.find(missId);
    const gone = { line: own.gone, restores: null };
    if (miss?.guildId !== guildId)
        return gone;
    const question = escapeMarkdown(shorten(miss.question, maxNotedLength));
    if (action.kind === 'restore') {
        const count = await store.misses.restore(guildId, missId);
        return count > 0 ? { line: own.restored(question), restores: null } : gone;
    }
    // Whatever the period: those of the group that were asked before it are meant as well.
    const { groups } = await listMisses(guildId, 'all', library, store);
    const group = groups.find(({ wordings }) => wordings.some(({ id }) => id === missId));
    const ids = group?.wordings.map(({ id }) => id) ?? [];
    const count = await store.misses.dismiss(guildId, ids, missId);
    return count > 0 ? { line: own.dismissed(question), restores: missId } : gone;
}
//# sourceMappingURL=misses.js.map