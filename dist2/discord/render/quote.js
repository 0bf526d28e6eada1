import { cutQuote } from '../../core/search/cut-quote.js';
import { sourceLink } from '../../core/text/source-link.js';
import { referTo, writeCustomId } from '../custom-id.js';
import { button, linkButtons, row, text } from './card.js';
import { escapeMarkdown, shorten } from './escape-markdown.js';
/** How a part with another label is set off inside its quote; the legend says so in words. */
const marks = { reported: '*', attributed: '__', opinion: '**' };
const maxTitleLength = 90;
const maxNameLength = 60;
const maxAlsoIn = 3;
/** The words of a quote, cut to one stretch of at most `limit` units, with the parts of another label marked. */
export function renderQuoteText(quote, limit, texts) {
    const cut = cutQuote(quote.exact, limit);
    const end = quote.start + cut.end;
    const spans = quote.spans.filter(({ start }) => start < end);
    const words = markParts(quote, end, spans);
    const lines = [
        `“${words}”${cut.isCut ? ' […]' : ''}`,
        `-# — ${cite(quote.document, texts.citation(quote), quote.section)}`,
    ];
    for (const line of legend(quote, texts))
        lines.push(`-# ${line}`);
    if (cut.isCut)
        lines.push(`-# ${texts.quoteCut}`);
    if (quote.labelledBy === 'moderator')
        lines.push(`-# ${texts.labelSet}`);
    if (quote.step === 'unclear')
        lines.push(`-# ${texts.labelUnclear}`);
    const others = new Set(quote.alsoIn.map(({ document }) => quoteTitle(document.title)));
    if (others.size > 0)
        lines.push(`-# ${texts.alsoIn([...others].slice(0, maxAlsoIn).join(', '))}`);
    return text(lines.join('\n'));
}
/** The buttons of one quote; the source is one click away where it has an address. */
export function renderQuoteButtons(quote, texts, markup = []) {
    const reference = referTo(quote);
    const buttons = [
        button(writeCustomId({ kind: 'context', quote: reference }), texts.button.context),
        button(writeCustomId({ kind: 'why', quote: reference }), texts.button.why),
        button(writeCustomId({ kind: 'verify', quote: reference }), texts.button.verify),
        ...linkButtons(sourceLink(quote, markup), texts.button.source),
    ];
    return row(buttons);
}
/** Title and section, author, publication, date and place of a quote, escaped; the file too where there is no address. */
export function cite({ title, author, publication, date, path, url }, place, section = []) {
    const parts = [author, publication, date].filter((part) => part !== null && part !== '');
    const named = parts.map((part) => escapeMarkdown(shorten(part ?? '', maxNameLength)));
    const head = escapeMarkdown(shorten(title || path, maxTitleLength));
    const file = url === null ? [escapeMarkdown(shorten(path, maxTitleLength))] : [];
    const under = section.map((heading) => escapeMarkdown(shorten(heading, maxNameLength)));
    return [[`**${head}**`, ...under].join(' › '), ...named, place, ...file].join(' · ');
}
/** Escapes the beginning of a quote up to `end` with its differing parts inside marks. */
export function markParts(quote, end, spans) {
    const slice = (from, to) => quote.exact.slice(from - quote.start, to - quote.start);
    let words = '';
    let at = quote.start;
    for (const span of spans) {
        const inner = slice(Math.max(at, span.start), Math.min(span.end, end));
        const core = inner.trim();
        if (core === '')
            continue;
        const from = Math.max(at, span.start) + (inner.length - inner.trimStart().length);
        words += escapeMarkdown(slice(at, from)) + marks[span.label] + escapeMarkdown(core) + marks[span.label];
        at = from + core.length;
    }
    return words + escapeMarkdown(slice(at, end));
}
function legend({ spans }, texts) {
    const lines = spans.map(({ label, attributedTo }) => texts.withinQuote[label](attributedTo === null ? null : escapeMarkdown(shorten(attributedTo, maxNameLength))));
    return [...new Set(lines)];
}
function quoteTitle(title) {
    return `“${escapeMarkdown(shorten(title, maxNameLength))}”`;
}
//# sourceMappingURL=quote.js.map