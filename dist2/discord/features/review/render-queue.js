import { ButtonStyle, ComponentType } from 'discord.js';
import { noScore, makeQuote } from '../../../core/search/quote.js';
import { referTo, writeCustomId } from '../../custom-id.js';
import { accents, button, container, firstFitting, row, text } from '../../render/card.js';
import { escapeMarkdown, shorten } from '../../render/escape-markdown.js';
import { renderQuoteText } from '../../render/quote.js';
import { renderStrongestReasons } from '../../render/reasons.js';
import { writeReviewId } from './custom-ids.js';
import { nameLabel } from './name-label.js';
import { sentencesOf } from './queue.js';
const shownReasons = 5;
const maxOptions = 25;
const maxOptionLength = 90;
/** Lengths of the quote and of a note, and the number of notes: the first of these with which the message fits. */
const attempts = [
    { quote: 900, note: 300, notes: 8, proposals: 8 },
    { quote: 600, note: 200, notes: 5, proposals: 6 },
    { quote: 350, note: 120, notes: 3, proposals: 4 },
    { quote: 150, note: 60, notes: 1, proposals: 2 },
];
/** One disputed quote with all that a moderator needs to decide, or that there is none. */
export function renderQueue(queue, position, { note = null, decision = null, chosen = null }, library, texts, own) {
    const aside = queue.aside > 0 ? [`-# ${own.aside(queue.aside)}`] : [];
    const at = Math.min(position, queue.quotes.length - 1);
    const disputed = queue.quotes[at];
    const undo = decision === null
        ? []
        : [row([button(writeReviewId({ kind: 'back', decision, position }), own.button.undo, '↩️')])];
    const notes = note === null ? [] : [text(note)];
    if (!disputed) {
        const none = text([own.noneOpen, ...aside].join('\n'));
        return { components: [container(accents.neutral, [...notes, ...undo, none])] };
    }
    const count = queue.quotes.length;
    const head = [`### ${own.queueTitle} · ${own.position(at + 1, count)}`, `-# ${own.order}`, ...aside];
    const proposal = disputed.proposals.find(({ dispute }) => dispute === chosen) ?? disputed.proposals[0];
    const accept = own.acceptSets(proposal ? nameLabel(proposal.label, proposal.source, own) : '');
    return firstFitting(attempts, (attempt) => ({
        components: [
            ...notes,
            ...undo,
            text(head.join('\n')),
            renderDisputed(disputed, attempt, library, texts, own),
            text([...renderProposals(disputed.proposals, attempt, own), accept].join('\n')),
            ...(disputed.proposals.length > 1 ? [renderChoice(disputed, at, proposal, own)] : []),
            renderButtons(disputed, at, count, proposal, library, texts, own),
        ],
    }));
}
/** The quote with its citation, its label now and why. */
function renderDisputed(disputed, attempt, library, texts, own) {
    const quote = quoteOf(disputed, library);
    const { indexed, was } = disputed;
    const set = sentencesOf(disputed).find(({ label }) => label.label === was)?.label.moderator;
    const step = set ? own.setBefore : texts.step[quote.step];
    const labels = library.explainLabels(indexed, quote);
    const main = labels.find(({ label }) => label === (set?.instead ?? was)) ?? labels[0];
    const now = own.labelNow(nameLabel(quote.label, quote.attributedTo, own), step);
    const reasons = main ? [`**${own.reasons}**`, ...renderStrongestReasons(main, shownReasons, texts)] : [];
    return container(accents[quote.label], [
        renderQuoteText(quote, attempt.quote, texts),
        text([now, ...reasons].join('\n')),
    ]);
}
function quoteOf({ document, first, last, was }, { searchIndex }) {
    const start = (searchIndex.firstRows[document] ?? 0) + first;
    const rows = Array.from({ length: last - first + 1 }, (_, i) => start + i);
    const main = rows.find((each) => searchIndex.locate(each).span.label.label === was) ?? start;
    return makeQuote(searchIndex, rows, main, noScore);
}
function renderProposals(proposals, attempt, own) {
    const lines = [`**${own.proposals}**`];
    let left = attempt.notes;
    let hidden = 0;
    for (const [i, { label, source, count, notes }] of proposals.entries()) {
        if (i >= attempt.proposals) {
            hidden += notes.length;
            continue;
        }
        lines.push(`- ${own.proposal(count, nameLabel(label, source, own))}`);
        for (const note of notes) {
            if (left > 0)
                lines.push(`> ${escapeMarkdown(shorten(note, attempt.note))}`);
            else
                hidden++;
            left--;
        }
    }
    if (hidden > 0)
        lines.push(`-# ${own.moreNotes(hidden)}`);
    return lines;
}
/** The choice between proposals; the chosen one is what **Accept** accepts. */
function renderChoice({ quote, proposals }, position, chosen, own) {
    return {
        type: ComponentType.ActionRow,
        components: [
            {
                type: ComponentType.StringSelect,
                custom_id: writeReviewId({ kind: 'choose', at: { quote, position } }),
                placeholder: own.chooseLabel,
                options: proposals.slice(0, maxOptions).map(({ label, source, count, dispute }) => ({
                    label: shorten(source === null ? own.option[label].label : `${own.option[label].label}: ${source}`, maxOptionLength),
                    description: own.proposalOption(count),
                    value: String(dispute),
                    default: dispute === chosen?.dispute,
                })),
            },
        ],
    };
}
function renderButtons(disputed, position, count, chosen, library, texts, own) {
    const { quote, newestId } = disputed;
    const at = { quote, position };
    const reference = referTo(quoteOf(disputed, library));
    const accept = writeReviewId({ kind: 'accept', at, dispute: chosen?.dispute ?? 0, newest: newestId });
    const decline = writeReviewId({ kind: 'decline', at, newest: newestId });
    return row([
        { type: ComponentType.Button, style: ButtonStyle.Success, custom_id: accept, label: own.button.accept },
        { type: ComponentType.Button, style: ButtonStyle.Danger, custom_id: decline, label: own.button.decline },
        button(writeCustomId({ kind: 'context', quote: reference }), texts.button.context),
        ...(count > 1 ? [button(writeReviewId({ kind: 'next', at }), own.button.next, '▶️')] : []),
    ]);
}
//# sourceMappingURL=render-queue.js.map