import { readAnsweredQuestion } from '../../answered-question.js';
import { readCustomId } from '../../custom-id.js';
import { accents, container, row, text } from '../../render/card.js';
import { shorten } from '../../render/escape-markdown.js';
import { renderNotice } from '../../render/notice.js';
import { tellOfButton } from './buttons.js';
import { readMissId } from './custom-ids.js';
const maxPlaceLength = 80;
/** Keeps a vote on an answer, which makes its question a missed one, or one no longer; then says thanks. */
export async function castVote({ message, user, guildId }, action, { store, library }, texts) {
    const person = await store.hashPerson(user.id);
    const question = readAnsweredQuestion(message);
    await store.votes.cast({ messageId: message.id, person, guildId, isHelpful: action.kind === 'helpful', question });
    if (action.kind === 'helpful') {
        await store.misses.withdraw(message.id, person);
        return renderNotice(texts.thanks.helpful);
    }
    const { answer } = action;
    if (question === null)
        return renderNotice(texts.thanks.notHelpful);
    if (!answer) {
        // A refusal is a missed question already, and does not count twice.
        const refused = listCustomIds(message.components)
            .map(readMissId)
            .find((each) => each?.kind === 'tell');
        const { lane, documentId } = refused?.kind === 'tell' ? refused : { lane: null, documentId: null };
        const known = await store.misses.findId({ guildId, question, lane, documentId });
        return renderThanks(known, texts);
    }
    const missId = await store.misses.record({
        guildId,
        question,
        lane: answer.lane,
        documentId: answer.documentId,
        person,
        reason: 'not-helpful',
        nearest: library.current ? findFirstQuote(message, answer, library.current) : [],
        index: library.current?.manifest.version ?? '',
        downVote: { messageId: message.id, mark: answer.mark },
    });
    return renderThanks(missId, texts);
}
function renderThanks(missId, texts) {
    if (missId === null)
        return renderNotice(texts.thanks.notHelpful);
    const parts = [text(texts.thanks.notHelpful), row([tellOfButton(missId, texts)])];
    return { components: [container(accents.neutral, parts)] };
}
/** Where the quote stands that did not help, by the buttons of the message. */
function findFirstQuote({ components }, { mark }, library) {
    const actions = listCustomIds(components).map(readCustomId);
    for (const action of actions) {
        if (action?.kind !== 'context' || action.quote.mark !== mark)
            continue;
        const { document } = library.findDocument(action.quote.documentId) ?? {};
        if (!document)
            continue;
        const { path, metadata } = document;
        const words = document.text.slice(action.quote.start, action.quote.end);
        return [{ text: shorten(words, maxPlaceLength), title: metadata.title || path, path }];
    }
    return [];
}
function listCustomIds(components) {
    return components.flatMap((component) => [
        ...('customId' in component && typeof component.customId === 'string' ? [component.customId] : []),
        ...('components' in component && Array.isArray(component.components)
            ? listCustomIds(component.components.filter((each) => typeof each === 'object' && each !== null))
            : []),
    ]);
}
//# sourceMappingURL=cast-vote.js.map