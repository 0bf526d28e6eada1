import { cite, countQuotes, explainLane, explainRefusal, refusals, renderLanes, renderNearest, } from './render-answer.js';
import { visible, wrapLines } from './terminal-style.js';
/** Columns from which on two quotes stand side by side. */
const minWidthForColumns = 84;
const gutter = '  │  ';
/** What a refusal says of a topic, where that is not what it says of a question. */
const topicRefusals = {
    ...refusals,
    'empty-question': 'There is no word in the topic to look for.',
    'detail-missing': 'Not found: the material speaks of this, but not of what is asked.',
    'too-weak': 'Not found: the material hardly speaks of this.',
};
/** A summary as a person reads it in a terminal: quotes in lanes like an answer's, then where documents disagree. */
export function renderSummary(summary, title, style) {
    const { status, quotes, disagreements, candidateCount } = summary;
    const blocks = [style.bold(visible(title))];
    if (status === 'summarised') {
        const count = `${countQuotes(quotes.length)} out of ${candidateCount} sentences, word for word.`;
        blocks.push(style.dim(count), ...renderLanes(quotes, style));
        if (disagreements.length > 0)
            blocks.push(...renderDisagreements(disagreements, style));
    }
    else {
        blocks.push(style.wrap(explainRefusal(summary, topicRefusals), ''));
        if (summary.nearest.length > 0)
            blocks.push(renderNearest(summary, style));
    }
    return `\n${blocks.join('\n\n')}\n\n`;
}
function renderDisagreements(disagreements, style) {
    const head = `${style.bold('WHERE DOCUMENTS DIFFER')}  ${style.dim('Both as they stand; which of them holds is not said.')}`;
    return [head, ...disagreements.map((one) => renderDisagreement(one, style))];
}
function renderDisagreement({ kind, quotes, spans, subject }, style) {
    const what = kind === 'figures' ? 'Different figures' : 'Opposite statements';
    const title = style.wrap(style.dim(`${what} on: ${subject.map(visible).join(', ')}`), '  ');
    const cells = quotes.map((quote, i) => listParts(quote, spans[i] ?? quote));
    const [left = [], right = []] = cells;
    const body = style.width >= minWidthForColumns && style.width < Infinity
        ? renderColumns(left, right, style)
        : cells.map((parts) => parts.map((part) => style.wrap(part, '  ')).join('\n')).join('\n\n');
    return `${title}\n\n${body}`;
}
/** A quote, what differs in it, its lane and its place, as paragraphs. */
function listParts(quote, span) {
    const words = quote.exact.slice(span.start - quote.start, span.end - quote.start);
    const lane = explainLane(quote.label, quote.attributedTo).title;
    return [`“${visible(quote.exact)}”`, `here: “${visible(words)}”`, `${lane} — ${cite(quote)}`];
}
function renderColumns(left, right, style) {
    const width = Math.floor((style.width - gutter.length - 2) / 2);
    return left
        .flatMap((part, i) => {
        const [own, other] = [part, right[i] ?? ''].map((text) => wrapLines(text, '', width).split('\n'));
        const height = Math.max(own?.length ?? 0, other?.length ?? 0);
        return Array.from({ length: height }, (_, line) => `  ${(own?.[line] ?? '').padEnd(width)}${style.dim(gutter)}${other?.[line] ?? ''}`.trimEnd());
    })
        .join('\n');
}
//# sourceMappingURL=render-summary.js.map