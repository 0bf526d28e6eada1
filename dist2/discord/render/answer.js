import { lanes } from '../../core/labelling/labels.js';
import { writeCustomId } from '../custom-id.js';
import { wrongLabelButton } from '../features/review/wrong-label-button.js';
import { accents, button, container, firstFitting, fits, row, text } from './card.js';
import { escapeMarkdown, shorten } from './escape-markdown.js';
import { writeQuestionLine } from './question-line.js';
import { renderQuoteButtons, renderQuoteText } from './quote.js';
/** Most quotes in one message; with their buttons they use up what Discord allows. */
export const quotesPerMessage = 4;
/** Longest stretch of a quote, in UTF-16 units: the first of these with which the message fits. */
const quoteLengths = [1_500, 1_000, 700, 500, 350, 220, 120];
const maxSourceLength = 60;
const maxUnderstoodLength = 120;
const indexDigits = 8;
const maxButtonsInRow = 5;
/** Quotes in lanes, the question on top, the index version at the bottom. */
export function renderAnswer(quotes, frame, texts) {
    const question = renderQuestion(frame, texts);
    const footer = renderFooter(frame, texts);
    const buttons = [...renderAnswerButtons(frame, texts).components, wrongLabelButton(null, texts.locale)];
    const rows = [buttons.slice(0, maxButtonsInRow), buttons.slice(maxButtonsInRow)].filter(({ length }) => length > 0);
    return firstFitting(quoteLengths, (limit) => {
        const content = lanes.flatMap((lane) => renderLane(lane, quotes, limit, texts));
        const card = { components: [question, ...content, footer, ...rows.map(row)] };
        // Four quotes of four sources with all their buttons leave no room for a footer of its own.
        const denser = { components: [text(`${question.content}\n${footer.content}`), ...content, ...rows.map(row)] };
        return fits(card) || !fits(denser) ? card : denser;
    });
}
export function renderQuestion({ question, understood, notes }, texts) {
    const lines = [writeQuestionLine(question)];
    if (understood) {
        const [from, previous] = [understood.text, understood.previous].map((each) => escapeMarkdown(shorten(each, maxUnderstoodLength)));
        lines.push(`-# ${texts.understoodFrom(from ?? '', previous ?? '')}`);
    }
    for (const note of notes)
        lines.push(`-# ${note}`);
    return text(lines.join('\n'));
}
export function renderFooter({ index }, texts) {
    return text(`-# ${texts.indexVersion(index.slice(0, indexDigits))}`);
}
/** The buttons that concern the whole message. */
export function renderAnswerButtons(frame, texts) {
    const { more, canThread, askerId, answer, furtherButtons = [] } = frame;
    return row([
        ...(more ? [button(writeCustomId(more), texts.button.more, '➕')] : []),
        ...(canThread ? [button(writeCustomId({ kind: 'thread' }), texts.button.thread, '💬')] : []),
        button(writeCustomId({ kind: 'helpful' }), texts.button.helpful, '👍'),
        button(writeCustomId({ kind: 'not-helpful', ...(answer && { answer }) }), texts.button.notHelpful, '👎'),
        ...furtherButtons,
        button(writeCustomId({ kind: 'dismiss', userId: askerId }), texts.button.dismiss, '🗑️'),
    ]);
}
/** One container for a lane, or none; what is claimed stands under its source. */
function renderLane(lane, quotes, limit, texts) {
    const own = quotes.filter(({ quote }) => quote.label === lane);
    if (own.length === 0)
        return [];
    const bySource = new Map();
    for (const shown of own) {
        const source = shown.quote.attributedTo;
        bySource.set(source, [...(bySource.get(source) ?? []), shown]);
    }
    const parts = [...bySource].flatMap(([source, group]) => [
        text(renderLaneHead(lane, source, texts)),
        ...group.flatMap(({ quote, markup }) => [
            renderQuoteText(quote, limit, texts),
            renderQuoteButtons(quote, texts, markup),
        ]),
    ]);
    return [container(accents[lane], parts)];
}
/** A lane's name and the line that explains it. */
export function renderLaneHead(lane, source, texts) {
    if (lane !== 'attributed')
        return `### ${texts.lane[lane].title}\n-# ${texts.lane[lane].line}`;
    const name = source === null ? null : shorten(source, maxSourceLength);
    const { title, line } = texts.claimedBy(name && escapeMarkdown(name.toUpperCase()), name && escapeMarkdown(lowerArticle(name)));
    return `### ${title}\n-# ${line}`;
}
/** A source that begins its sentence is named inside another one here. */
export function lowerArticle(source) {
    return source.replace(/^(?:The|A|An|His|Her|Its|Their|Our|Some|Many|Several|Most)\b/, (word) => word.toLowerCase());
}
//# sourceMappingURL=answer.js.map