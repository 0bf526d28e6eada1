import type { Quote } from '../../core/search/quote.js';
import type { Span } from '../../core/text/span.js';
import { writeCustomId, type ActionFields } from '../custom-ids/custom-id.js';
import type { AnswerReference } from '../custom-ids/fields.js';
import type { OpenIndex } from '../../app/asking/open-index.js';
import type { Texts } from '../texts/texts.js';
import { accents, button, container, firstFitting, fits, row, text, type Card } from './card.js';
import { shorten } from '../../core/text/span.js';
import { escapeMarkdown } from './markdown.js';
import { writeQuestionLine } from '../questions/question-line.js';
import { renderLaneHead, renderQuoteButtons, renderQuoteText, wrongLabelButton } from './quote.js';

/** Most quotes in one message; with their buttons they use up what Discord allows. */
export const quotesPerMessage = 4;
/** Longest stretch of a quote, in UTF-16 units: the first of these with which the message fits. */
const quoteLengths = [1_500, 1_000, 700, 500, 350, 220, 120];
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
  readonly more: ActionFields<'more'> | null;
  /** What a vote is about; left out where nothing was answered. */
  readonly answer?: AnswerReference;
  /** What somebody can wait for who got no answer; left out where there is nothing to wait for. */
  readonly tell?: ActionFields<'miss:tell'>;
}

/** A quote with its document's notation, which a link to it must do without. */
interface ShownQuote {
  readonly quote: Quote;
  readonly markup: readonly Span[];
}

/** Quotes with their documents' notation. */
export function withMarkup(quotes: readonly Quote[], index: Pick<OpenIndex, 'findDocument'>): ShownQuote[] {
  return quotes.map((quote) => ({ quote, markup: index.findDocument(quote.document.id)?.document.markup ?? [] }));
}

/** Quotes as they come, best first, each with its lane; the question on top, the index version at the bottom. */
export function renderAnswer(quotes: readonly ShownQuote[], frame: AnswerFrame, texts: Texts): Card {
  const question = renderQuestion(frame, texts);
  const footer = renderFooter(frame, texts);
  const buttons = [...renderAnswerButtons(frame, texts).components, wrongLabelButton(null, texts)];
  const rows = [buttons.slice(0, maxButtonsInRow), buttons.slice(maxButtonsInRow)].filter(({ length }) => length > 0);
  return firstFitting(quoteLengths, (limit) => {
    const content = groupNeighbours(quotes).map((group) => renderGroup(group, limit, texts));
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
  const { more, canThread, askerId: userId, answer = null, tell } = frame;
  return row([
    ...(more ? [button(writeCustomId('more', more), texts.button.more, '➕')] : []),
    ...(canThread ? [button(writeCustomId('thread', {}), texts.button.thread, '💬')] : []),
    button(writeCustomId('helpful', {}), texts.button.helpful, '👍'),
    button(writeCustomId('not-helpful', { answer }), texts.button.notHelpful, '👎'),
    ...(tell ? [button(writeCustomId('miss:tell', tell), texts.button.tell, '🔔')] : []),
    button(writeCustomId('dismiss', { userId }), texts.button.dismiss, '🗑️'),
  ]);
}

/** Quotes of one lane that follow one another, together. */
function groupNeighbours(quotes: readonly ShownQuote[]): ShownQuote[][] {
  const groups: ShownQuote[][] = [];
  for (const shown of quotes) {
    const last = groups.at(-1);
    if (last?.[0]?.quote.label === shown.quote.label) last.push(shown);
    else groups.push([shown]);
  }
  return groups;
}

/** One container for quotes of one lane; each source is named where it begins to speak. */
function renderGroup(group: readonly ShownQuote[], limit: number, texts: Texts) {
  const lane = group[0]?.quote.label ?? 'reported';
  const parts = group.flatMap(({ quote, markup }, i) => {
    const isNew = i === 0 || group[i - 1]?.quote.attributedTo !== quote.attributedTo;
    return [
      ...(isNew ? [text(renderLaneHead(lane, quote.attributedTo, texts))] : []),
      renderQuoteText(quote, limit, texts),
      renderQuoteButtons(quote, texts, markup),
    ];
  });
  return container(accents[lane], parts);
}
