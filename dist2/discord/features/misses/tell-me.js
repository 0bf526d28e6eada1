import { MessageFlags } from 'discord.js';
import { readAnsweredQuestion } from '../../answered-question.js';
import { accents, container, row, text } from '../../render/card.js';
import { Responder } from '../../responder.js';
import { awaitLibrary } from '../../work.js';
import { tellOfButton, untellButton } from './buttons.js';
import { recordMiss, toRefused } from './record-miss.js';
import { missTextsFor } from './texts.js';
/** Notes that somebody wants to be told, or takes that back; pressing once more does so as well. */
export async function tellMe(interaction, action, context) {
    const { services, log, texts, requestId } = context;
    const isOwn = interaction.message.flags.has(MessageFlags.Ephemeral) && action.kind !== 'tell';
    const responder = new Responder(interaction, isOwn ? 'update' : 'private', log, texts, requestId);
    await services.arrivals.pass(() => responder.acknowledge());
    await responder.deliver(await change(interaction, action, context));
}
async function change(interaction, action, context) {
    const { services, texts, log } = context;
    const { misses } = services.store;
    const own = missTextsFor(texts);
    const { id: userId } = interaction.user;
    const person = await services.store.hashPerson(userId);
    const missId = action.kind === 'tell' ? await findMiss(interaction, action, context) : action.missId;
    if (missId === 'answerable')
        return say(own.answerableNow);
    const miss = missId === null ? null : await misses.find(missId);
    if (!miss)
        return say(own.nothingToTell);
    if (action.kind === 'untell' || miss.state === 'dismissed') {
        const wasWaiting = await misses.optOut(miss.id, person);
        log.info({ outcome: 'opted out', wasWaiting }, 'answered');
        return miss.state === 'dismissed' ? say(own.setAside) : say(own.willNotTell, [tellOfButton(miss.id, texts)]);
    }
    if (miss.state === 'answered')
        return say(own.answerableNow);
    if (await misses.optIn(miss.id, person, userId, interaction.locale)) {
        log.info({ outcome: 'opted in' }, 'answered');
        return say(own.willTell(services.settings.retentionDays), [untellButton(miss.id, texts)]);
    }
    await misses.optOut(miss.id, person);
    log.info({ outcome: 'opted out' }, 'answered');
    return say(own.willNotTell, [tellOfButton(miss.id, texts)]);
}
/** The miss of a refusal; asked again where it is not, or no longer, recorded. */
async function findMiss({ message, guildId, user }, { lane, documentId }, { services, log, texts }) {
    const question = readAnsweredQuestion(message);
    if (question === null)
        return null;
    const key = { guildId, question, lane, documentId };
    const known = await services.store.misses.findId(key);
    if (known !== null)
        return known;
    const library = await awaitLibrary(services, () => Promise.resolve(), texts);
    const answer = await library.ask(question, { lane, documentId });
    if (answer.status === 'answered')
        return 'answerable';
    const refused = toRefused(answer, { question, lane, documentId, index: library.manifest.version });
    await recordMiss(refused, { guildId, userId: user.id }, services, log);
    return services.store.misses.findId(key);
}
function say(content, buttons = []) {
    const parts = [text(content), ...(buttons.length > 0 ? [row(buttons)] : [])];
    return { components: [container(accents.neutral, parts)] };
}
//# sourceMappingURL=tell-me.js.map