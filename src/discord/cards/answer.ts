import type { APIButtonComponent } from 'discord.js';
import type { Quote } from '../../core/search/quote.js';
import { shorten } from '../../core/text/span.js';
import { writeCustomId, type ActionFields } from '../custom-ids/custom-id.js';
import { writeQuestionLine } from '../questions/question-line.js';
import type { Texts } from '../texts/texts.js';
import { accents, button, container, firstFitting, row, text, type Card } from './card.js';
import { escapeMarkdown } from './markdown.js';
import { fitsPhone } from './phone-height.js';
import { quoteButtons, renderLaneHead, renderQuoteText } from './quote.js';

/** Most quotes in one message of further quotes. */
export const quotesPerMessage = 4;
/** Most quotes in an answer, which fits the screen of a phone. */
export const quotesAtOnce = 2;
/**
 * Longest stretch of a quote, in UTF-16 units, by the number of quotes: the first of these with which the message fits. An answer
 * with one or two quotes fills a phone's screen at most.
 */
const quoteLengths = [
  [520, 350, 220, 120],
  [260, 200, 150, 100],
  [500, 350, 220, 120],
] as const;
/** A second quote that would be cut to less is left to **More**. */
const shortestOfTwo = 200;
const maxUnderstoodLength = 120;
const indexDigits = 8;
const maxMeantLength = 50;
const maxLabelLength = 80;

/** What an answer shows besides its quotes. */
export interface AnswerFrame {
  readonly question: string;
  /** What was asked and the question before, where the question was understood from them. */
  readonly understood: { readonly text: string; readonly previous: string } | null;
  /** Lines of the bot's own under the question, in Markdown. */
  readonly notes: readonly string[];
  /** SHA-256 of the index version. */
  readonly index: string;
  /** The button for further quotes; null where there are none. */
  readonly more: ActionFields<'more'> | null;
  /** Who asked and how, for all else that can be done with the answer; null where there is nothing to do. */
  readonly etc: ActionFields<'etc'> | null;
  /** What somebody can wait for who got no answer; left out where there is nothing to wait for. */
  readonly tell?: ActionFields<'miss:tell'>;
  /** Where the page with the texts is, to which citations link; none where it is left out or null. */
  readonly publicUrl?: string | null;
  /** The words of the texts that slips of the question were meant for; left out where there are none. */
  readonly meant?: readonly string[];
}

/** Quotes as they come, best first, each with its lane; the question on top, the index version at the bottom. */
export function renderAnswer(quotes: readonly Quote[], frame: AnswerFrame, texts: Texts): Card {
  const lengths = quoteLengths[Math.min(quotes.length, quoteLengths.length) - 1] ?? quoteLengths[0];
  const render = (limit: number): Card => renderAt(limit, quotes, frame, texts);
  const isForPhone = quotes.length <= quotesAtOnce;
  const longest = isForPhone ? lengths.find((limit) => fitsPhone(render(limit))) : lengths[0];
  return firstFitting(
    lengths.filter((limit) => limit <= (longest ?? lengths.at(-1) ?? 0)),
    render,
  );
}

/** How many of the quotes a phone shows at once, none of them cut to less than can be understood; at least one. */
export function countOnPhone(quotes: readonly Quote[], frame: AnswerFrame, texts: Texts): number {
  const isSeen = quotes.length < quotesAtOnce || fitsPhone(renderAt(shortestOfTwo, quotes, frame, texts));
  return isSeen ? quotes.length : 1;
}

function renderAt(limit: number, quotes: readonly Quote[], frame: AnswerFrame, given: Texts): Card {
  const texts = frame.more ? { ...given, quoteContinues: given.quoteContinuesInMore } : given;
  // All buttons of a single quote stand in one row, which saves a second one.
  const [only] = quotes.length === 1 ? quotes : [];
  const below = [...(only ? quoteButtons(only, texts) : []), ...answerButtons(frame, texts)];
  return {
    components: [
      renderQuestion(frame, texts),
      ...groupNeighbours(quotes).map((group) =>
        renderGroup(group, { limit, hasButtons: only === undefined }, frame, texts),
      ),
      renderFooter(frame, texts),
      ...(below.length > 0 ? [row(below)] : []),
    ],
  };
}

export function renderQuestion({ question, understood, notes }: AnswerFrame, texts: Texts) {
  const lines = [writeQuestionLine(question)];
  if (understood) {
    const [from, previous] = [understood.text, understood.previous].map((each) =>
      escapeMarkdown(shorten(each, maxUnderstoodLength)),
    );
    lines.push(`-# ${texts.understoodFrom(from ?? '', previous ?? '')}`);
  }
  for (const note of notes) lines.push(`-# ${note}`);
  return text(lines.join('\n'));
}

export function renderFooter({ index }: Pick<AnswerFrame, 'index'>, texts: Texts) {
  return text(`-# ${texts.indexVersion(index.slice(0, indexDigits))}`);
}

/** The buttons that concern the whole message. */
export function answerButtons({ more, tell, etc, meant }: AnswerFrame, texts: Texts): APIButtonComponent[] {
  return [
    ...(meant && etc ? [meantButton(meant, etc, texts)] : []),
    ...(more ? [button(writeCustomId('more', more), texts.button.more)] : []),
    ...(tell ? [button(writeCustomId('miss:tell', tell), texts.button.tell, '🔔')] : []),
    ...(etc ? [button(writeCustomId('etc', etc), texts.button.etc)] : []),
  ];
}

function meantButton(words: readonly string[], fields: ActionFields<'meant'>, texts: Texts): APIButtonComponent {
  const label = shorten(texts.didYouMean(shorten(words.join(' '), maxMeantLength)), maxLabelLength);
  return button(writeCustomId('meant', fields), label);
}

/** Quotes of one lane that follow one another, together. */
function groupNeighbours(quotes: readonly Quote[]): Quote[][] {
  const groups: Quote[][] = [];
  for (const quote of quotes) {
    const last = groups.at(-1);
    if (last?.[0]?.label === quote.label) last.push(quote);
    else groups.push([quote]);
  }
  return groups;
}

/** One container for quotes of one lane; each source is named where it begins to speak. */
function renderGroup(
  group: readonly Quote[],
  { limit, hasButtons }: { readonly limit: number; readonly hasButtons: boolean },
  { publicUrl = null }: AnswerFrame,
  texts: Texts,
) {
  const lane = group[0]?.label ?? 'reported';
  const parts = group.flatMap((quote, i) => {
    const isNew = i === 0 || group[i - 1]?.attributedTo !== quote.attributedTo;
    return [
      ...(isNew ? [text(renderLaneHead(lane, quote.attributedTo, texts))] : []),
      renderQuoteText(quote, limit, texts, publicUrl),
      ...(hasButtons ? [row(quoteButtons(quote, texts))] : []),
    ];
  });
  return container(accents[lane], parts);
}
