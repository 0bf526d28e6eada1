import type { APIButtonComponent } from 'discord.js';
import { lanes, type Lane } from '../../core/labelling/labels.js';
import type { Quote } from '../../core/search/quote.js';
import type { Span } from '../../core/text/span.js';
import { writeCustomId, type AnswerReference, type ButtonAction } from '../custom-ids/custom-id.js';
import type { Texts } from '../texts/texts.js';
import { wrongLabelButton } from '../features/review/wrong-label-button.js';
import { accents, button, container, firstFitting, fits, row, text, type Card } from './card.js';
import { escapeMarkdown, shorten } from './markdown.js';
import { writeQuestionLine } from '../questions/question-line.js';
import { renderQuoteButtons, renderQuoteText } from './quote.js';

/** Most quotes in one message; with their buttons they use up what Discord allows. */
export const quotesPerMessage = 4;
/** Longest stretch of a quote, in UTF-16 units: the first of these with which the message fits. */
const quoteLengths = [1_500, 1_000, 700, 500, 350, 220, 120];
const maxSourceLength = 60;
const maxUnderstoodLength = 120;
const indexDigits = 8;
const maxButtonsInRow = 5;

/** What an answer shows besides its quotes. */
export interface AnswerFrame {
  readonly question: string;
  /** What was asked and the question before, where the question was understood from them. */
  readonly understood: { readonly text: string; readonly previous: string } | null;
  /** Lines of the bot's own under the question, in Markdown. */
  readonly notes: readonly string[];
  /** SHA-256 of the index version. */
  readonly index: string;
  readonly askerId: string;
  /** Whether the answer stands in a channel where a thread can be opened. */
  readonly canThread: boolean;
  /** The button for further quotes; null where there are none. */
  readonly more: Extract<ButtonAction, { kind: 'more' }> | null;
  /** What a vote is about; left out where nothing was answered. */
  readonly answer?: AnswerReference;
  /** Further buttons for the whole message, at most one where there are all others. */
  readonly furtherButtons?: readonly APIButtonComponent[];
}

/** A quote with its document's notation, which a link to it must do without. */
export interface ShownQuote {
  readonly quote: Quote;
  readonly markup: readonly Span[];
}

/** Quotes in lanes, the question on top, the index version at the bottom. */
export function renderAnswer(quotes: readonly ShownQuote[], frame: AnswerFrame, texts: Texts): Card {
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
export function renderAnswerButtons(frame: AnswerFrame, texts: Texts) {
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
function renderLane(lane: Lane, quotes: readonly ShownQuote[], limit: number, texts: Texts) {
  const own = quotes.filter(({ quote }) => quote.label === lane);
  if (own.length === 0) return [];
  const bySource = new Map<string | null, ShownQuote[]>();
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
export function renderLaneHead(lane: Lane, source: string | null, texts: Texts): string {
  if (lane !== 'attributed') return `### ${texts.lane[lane].title}\n-# ${texts.lane[lane].line}`;
  const name = source === null ? null : shorten(source, maxSourceLength);
  const { title, line } = texts.claimedBy(
    name && escapeMarkdown(name.toUpperCase()),
    name && escapeMarkdown(lowerArticle(name)),
  );
  return `### ${title}\n-# ${line}`;
}

/** A source that begins its sentence is named inside another one here. */
export function lowerArticle(source: string): string {
  return source.replace(/^(?:The|A|An|His|Her|Its|Their|Our|Some|Many|Several|Most)\b/, (word) => word.toLowerCase());
}
