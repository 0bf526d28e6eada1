import { anchorOf } from '../../../core/overrides/anchor-of.js';
import { findDisputed } from '../../../core/overrides/disputed-sentences.js';
import { quoteKey } from '../../../core/overrides/quote-key.js';
import { overlaps } from '../../../core/text/span.js';
import { locateQuote } from '../../handlers/inspect-quote.js';
import { shorten } from '../../render/escape-markdown.js';
import { renderNotice } from '../../render/notice.js';
import { refuse } from '../../refuse.js';
import { Responder } from '../../responder.js';
import { awaitLibrary } from '../../work.js';
import { readForm, renderForm } from './form.js';
import { readShownQuotes } from './shown-quotes.js';
import { nameLabel } from './name-label.js';
import { reviewTexts } from './texts.js';
const maxOptions = 25;
const maxOptionLength = 95;
/** Opens the form at once; about one quote where the button says which or the message shows only one. */
export async function openForm(interaction, shown, { services, log, texts, requestId }) {
    const own = reviewTexts(interaction.locale);
    if (guildOf(interaction, services.settings.guildId) === null) {
        await refuse(interaction, own.notHere, log, texts, requestId);
        return;
    }
    const all = shown ? [shown] : readShownQuotes(interaction.message.components.map((each) => each.toJSON()));
    if (all.length === 0) {
        await refuse(interaction, own.noQuotes, log, texts, requestId);
        return;
    }
    const library = services.library.current;
    const quotes = all
        .slice(0, maxOptions)
        .map((each) => ({ shown: each, words: library && firstWords(each, library, texts) }));
    await services.arrivals.pass(() => interaction.showModal(renderForm(quotes, own)).then(() => undefined));
    log.info('form shown');
}
/** Keeps what somebody finds wrong, then thanks for it. */
export async function takeForm(interaction, shown, { services, log, texts, requestId }) {
    const own = reviewTexts(interaction.locale);
    const responder = new Responder(interaction, 'private', log, texts, requestId);
    await services.arrivals.pass(() => responder.acknowledge());
    const guildId = guildOf(interaction, services.settings.guildId);
    if (guildId === null) {
        await responder.deliver(renderNotice(own.notHere));
        return;
    }
    const form = readForm(interaction, shown);
    const library = await awaitLibrary(services, (card) => responder.announce(card), texts);
    const prepared = prepare(form, library, texts, own);
    if ('components' in prepared) {
        await responder.deliver(prepared);
        return;
    }
    const person = await services.store.hashPerson(interaction.user.id);
    const { replaced } = await services.store.labelReviews.open({ ...prepared.dispute, guildId, person });
    const say = replaced ? own.thanksAgain : own.thanks;
    await responder.deliver(renderNotice(say(prepared.was, prepared.proposed)));
    log.info({ replaced }, 'dispute kept');
}
/** The dispute as it is kept, or why there is nothing to keep. */
function prepare({ shown, label, source, note }, library, texts, own) {
    if (!shown || !label)
        return renderNotice(own.noQuotes);
    const found = locateQuote(shown.quote, library, texts);
    if ('components' in found)
        return found;
    const { document, sentences } = found.indexed;
    const covered = sentences.filter((sentence) => overlaps(sentence, found.quote));
    const was = findShownLabel(covered, shown.lane);
    if (!was)
        return renderNotice(texts.quoteGone, 'warning');
    const proposal = { label, source };
    const current = covered.find((sentence) => sentence.label.label === was)?.label;
    const nowSource = was === 'attributed' ? (current?.sources[0] ?? null) : null;
    if (findDisputed(covered, was, proposal).length === 0) {
        return renderNotice(own.hasLabel(nameLabel(was, nowSource, own)));
    }
    const anchor = anchorOf(document, found.quote);
    return {
        dispute: { ...anchor, quote: quoteKey(document, found.quote), was, label, source, note },
        was: nameLabel(was, nowSource, own),
        proposed: nameLabel(label, source, own),
    };
}
/** The label that the quote was shown with, as long as a sentence of it has it; else that of its longest sentence. */
function findShownLabel(covered, shown) {
    if (covered.some(({ label }) => label.label === shown))
        return shown;
    const [longest] = [...covered].sort((a, b) => b.end - b.start - (a.end - a.start));
    return longest?.label.label ?? null;
}
function firstWords({ quote }, library, texts) {
    const found = locateQuote(quote, library, texts);
    if ('components' in found)
        return null;
    const { start, end } = found.quote;
    return shorten(found.indexed.document.text.slice(start, end), maxOptionLength) || null;
}
/** The guild whose moderators are told: where it is, or the only one that the bot is for. */
export function guildOf({ guildId }, only) {
    return guildId ?? only;
}
//# sourceMappingURL=dispute.js.map