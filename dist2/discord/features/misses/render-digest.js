import { TimestampStyles, time } from 'discord.js';
import { accents, container, firstFitting, text } from '../../render/card.js';
import { escapeMarkdown, shorten } from '../../render/escape-markdown.js';
import { missTextsFor } from './texts.js';
const maxQuestionLength = 160;
const maxNameLength = 60;
const maxTitleLength = 80;
/** How many questions with a quote, how much of each quote, how many more are named: the first of these with which it fits. */
const attempts = [
    { count: 12, quoteLength: 260, named: 30 },
    { count: 12, quoteLength: 120, named: 30 },
    { count: 8, quoteLength: 120, named: 15 },
    { count: 4, quoteLength: 100, named: 5 },
    { count: 2, quoteLength: 60, named: 0 },
];
/** The questions that can be answered now, each with its first quote, shortened; of many the later ones by their words alone. */
export function renderDigest(groups, texts) {
    const own = missTextsFor(texts);
    return firstFitting(attempts, ({ count, quoteLength, named }) => {
        const parts = groups.slice(0, count).map((group) => text(describeGroup(group, quoteLength, texts)));
        const others = groups.slice(count, count + named).map(({ leader }) => `- ${nameQuestion(leader.question)}`);
        const more = groups.length - parts.length - others.length;
        const foot = [...others, ...(more > 0 ? [own.digestMore(more)] : []), `-# ${own.digestHint}`];
        return {
            components: [
                container(accents.good, [text(`### ${own.digestTitle(groups.length)}`), ...parts, text(foot.join('\n'))]),
            ],
        };
    });
}
function describeGroup({ leader, wordings, askings, people, lastAtMs }, limit, texts) {
    const last = time(Math.floor(lastAtMs / 1_000), TimestampStyles.RelativeTime);
    const lines = [`**${nameQuestion(leader.question)}**`, `-# ${missTextsFor(texts).asked(askings, people, last)}`];
    const answer = wordings.find((miss) => miss.answer !== null)?.answer;
    if (answer)
        lines.push(describeQuote(answer, limit, texts));
    return lines.join('\n');
}
function nameQuestion(question) {
    return escapeMarkdown(shorten(question, maxQuestionLength));
}
function describeQuote({ exact, lane, attributedTo, title, path, paragraph }, limit, texts) {
    const source = attributedTo === null ? null : escapeMarkdown(shorten(attributedTo, maxNameLength).toUpperCase());
    const head = lane === 'attributed' ? texts.claimedBy(source, source).title : texts.lane[lane].title;
    const place = texts.citation({ paragraph });
    const citation = [
        `**${escapeMarkdown(shorten(title, maxTitleLength))}**`,
        place,
        escapeMarkdown(shorten(path, maxTitleLength)),
    ].join(' · ');
    return `${head}: “${escapeMarkdown(shorten(exact, limit))}”\n-# — ${citation}`;
}
//# sourceMappingURL=render-digest.js.map