import { collectionOf, isAsked, type CollectionScope } from '../../../core/collections/collection.js';
import type { MissGroup } from '../../../core/misses/miss-group.js';
import type { MissAnswer } from '../../../core/misses/miss-store.js';
import { accents, container, firstFitting, text, type Card } from '../../cards/card.js';
import { shorten } from '../../../core/text/span.js';
import { escapeMarkdown, showTime } from '../../cards/markdown.js';
import { describeLane } from '../../cards/quote.js';
import type { Texts } from '../../texts/texts.js';
import { missTextsFor } from '../../texts/languages.js';

const maxQuestionLength = 160;
const maxTitleLength = 80;
/** How many questions with a quote, how much of each quote, how many more are named: the first of these with which it fits. */
const attempts = [
  { count: 12, quoteLength: 260, named: 30 },
  { count: 12, quoteLength: 120, named: 30 },
  { count: 8, quoteLength: 120, named: 15 },
  { count: 4, quoteLength: 100, named: 5 },
  { count: 2, quoteLength: 60, named: 0 },
] as const;

/**
 * The questions that can be answered now, each with its first quote, shortened, if that is of a collection of `scope`; of many the later ones
 * by their words alone.
 */
export function renderDigest(groups: readonly MissGroup[], texts: Texts, scope: CollectionScope): Card {
  const own = missTextsFor(texts.locale);
  return firstFitting(attempts, ({ count, quoteLength, named }) => {
    const parts = groups.slice(0, count).map((group) => text(describeGroup(group, quoteLength, texts, scope)));
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

function describeGroup(
  { leader, wordings, askings, people, lastAtMs }: MissGroup,
  limit: number,
  texts: Texts,
  scope: CollectionScope,
): string {
  const last = showTime(lastAtMs, 'R');
  const lines = [
    `**${nameQuestion(leader.question)}**`,
    `-# ${missTextsFor(texts.locale).asked(askings, people, last)}`,
  ];
  const answer = wordings.find((miss) => miss.answer !== null)?.answer;
  if (answer && isAsked(collectionOf(answer.path), scope)) lines.push(describeQuote(answer, limit, texts));
  else if (answer) lines.push(missTextsFor(texts.locale).answerWithheld);
  return lines.join('\n');
}

function nameQuestion(question: string): string {
  return escapeMarkdown(shorten(question, maxQuestionLength));
}

function describeQuote({ exact, lane, attributedTo, title, path, paragraph }: MissAnswer, limit: number, texts: Texts) {
  const head = describeLane(lane, attributedTo, texts).title;
  const place = texts.citation({ paragraph });
  const citation = [
    `**${escapeMarkdown(shorten(title, maxTitleLength))}**`,
    place,
    escapeMarkdown(shorten(path, maxTitleLength)),
  ].join(' · ');
  return `${head}: “${escapeMarkdown(shorten(exact, limit))}”\n-# — ${citation}`;
}
