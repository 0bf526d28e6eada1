import { enterQueue } from './admission.js';
import { readAnsweredQuestion } from './answered-question.js';
import { readCustomId } from './custom-id.js';
import { describeFailure } from './failures.js';
import { castVote } from './features/misses/cast-vote.js';
import { dismiss, mayDismiss } from './handlers/dismiss.js';
import { openThread } from './handlers/open-thread.js';
import { showContext, showReasons, showVerification } from './handlers/inspect-quote.js';
import { showMore } from './handlers/show-more.js';
import { findShownLane } from './features/review/shown-quotes.js';
import { refuse, refuseHere } from './refuse.js';
import { renderNotice } from './render/notice.js';
import { Responder } from './responder.js';
import { textsFor } from './texts/texts.js';
import { awaitLibrary, renderFailure } from './work.js';
/** Carries out a button: what it shows is private to who pressed it, in that person's language. */
export async function handleButton(interaction, services, log, requestId) {
    const texts = textsFor(interaction.locale);
    const action = readCustomId(interaction.customId);
    if (!action) {
        await refuse(interaction, texts.unknownAction, log, texts, requestId);
        return;
    }
    if (action.kind === 'dismiss') {
        if (mayDismiss(interaction, action.userId))
            await dismiss(interaction, log, texts, requestId);
        else
            await refuse(interaction, texts.onlyAskerDismisses, log, texts, requestId);
        return;
    }
    const ticket = refuseHere(interaction, services, texts) ?? enterQueue(interaction.user.id, services.queue, texts);
    if (typeof ticket === 'string') {
        await refuse(interaction, ticket, log, texts, requestId);
        return;
    }
    const responder = new Responder(interaction, action.kind === 'page' ? 'update' : 'private', log, texts, requestId);
    const startedMs = performance.now();
    try {
        await services.arrivals.pass(() => responder.acknowledge());
        const card = await ticket
            .run(() => makeCard(interaction, action, services, texts, responder))
            .catch((error) => {
            log.error(describeFailure(error), 'no answer could be made');
            return renderFailure(error, requestId, texts);
        });
        await responder.deliver(card);
        log.info({ elapsedMs: Math.round(performance.now() - startedMs) }, 'button answered');
    }
    finally {
        ticket.leave();
    }
}
async function makeCard(interaction, action, services, texts, responder) {
    const { message, user } = interaction;
    const library = () => awaitLibrary(services, (card) => responder.announce(card), texts);
    switch (action.kind) {
        case 'thread':
            return renderNotice(await openThread(interaction, texts));
        case 'helpful':
        case 'not-helpful':
            return castVote(interaction, action, services, texts);
        case 'more':
            return showMore(readAnsweredQuestion(message), action, user.id, await library(), texts);
        case 'why':
            return showReasons(action.quote, findShownLane(message, action.quote), await library(), texts);
        case 'verify':
            return showVerification(action.quote, services.settings.corpusDir, await library(), texts);
        case 'context':
            return showContext(action.quote, 0, await library(), texts);
        case 'page':
            return showContext(action.quote, action.page, await library(), texts);
    }
}
//# sourceMappingURL=on-button.js.map