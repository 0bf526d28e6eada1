import { accents, container, firstFitting, text } from './card.js';
import { escapeMarkdown, shorten } from './escape-markdown.js';
import { renderDiff } from './misquote.js';
import { cite, markParts } from './quote.js';
import { cutQuote } from '../../core/search/cut-quote.js';
/** Lengths of quotes and numbers of sentences: the first pair with which the message fits. */
const attempts = [
    { length: 500, sentences: 12 },
    { length: 300, sentences: 12 },
    { length: 200, sentences: 10 },
    { length: 140, sentences: 8 },
    { length: 100, sentences: 6 },
    { length: 80, sentences: 4 },
];
/** Each sentence of a message with the nearest passage of the material. */
export function renderMessageCheck(checks, leftOut, texts) {
    const count = (kind) => checks.filter((check) => check.kind === kind).length;
    return firstFitting(attempts, ({ length, sentences }) => {
        const shown = checks.slice(0, sentences);
        const hidden = leftOut + checks.length - shown.length;
        const summary = [
            `### ${texts.checkTitle}`,
            texts.checkSummary(count('exact'), count('similar'), count('nothing')),
            ...(hidden > 0 ? [`-# ${texts.checkLeftOut(hidden)}`] : []),
        ];
        return {
            components: [
                container(accents.neutral, [text(summary.join('\n'))]),
                ...shown.map((check) => renderCheck(check, length, texts)),
            ],
        };
    });
}
function renderCheck({ sentence, kind, quote, diff }, length, texts) {
    const lines = [`**${texts.checkKind[kind]}:** ${escapeMarkdown(shorten(sentence, length))}`];
    if (quote) {
        const cut = cutQuote(quote.exact, length);
        const words = markParts(quote, quote.start + cut.end, []);
        const lane = texts.lane[quote.label].title;
        lines.push(`${lane}: “${words}”${cut.isCut ? ' […]' : ''}`);
        if (kind === 'similar' && diff)
            lines.push(renderDiff(diff, texts));
        lines.push(`-# — ${cite(quote.document, texts.citation(quote), quote.section)}`);
    }
    return container(quote ? accents[quote.label] : accents.neutral, [text(lines.join('\n'))]);
}
//# sourceMappingURL=message-check.js.map