import type { IndexedDocument } from '../../../core/search/search-index.js';
import { addressOfText } from '../../../app/pages/text-address.js';
import { readContext } from '../../../core/search/read-context.js';
import { writeCustomId } from '../../custom-ids/custom-id.js';
import type { QuoteReference } from '../../custom-ids/fields.js';
import type { Texts } from '../../texts/texts.js';
import { accents, button, container, firstFitting, linkButtons, row, text, type Card } from '../../cards/card.js';
import { sourceLink } from '../../../core/text/source-link.js';
import { shorten } from '../../../core/text/span.js';
import { escapeMarkdown } from '../../cards/markdown.js';

const maxTitleLength = 90;
/** If even one page with all its escapes is too long, its end is left out. */
const textLengths = [3_000, 2_000, 1_500, 1_000];

/** The quote inside its surrounding sentences, in bold, with the way to the pages around and, with `publicUrl`, to the whole text. */
export function renderContext(
  indexed: IndexedDocument,
  quote: QuoteReference,
  page: number,
  texts: Texts,
  publicUrl: string | null,
): Card {
  const context = readContext(indexed, quote, page);
  const { document } = indexed;
  const holdsQuote = quote.start < context.end && context.start < quote.end;
  const place = texts.contextPlace(escapeMarkdown(document.path), context.firstParagraph, context.lastParagraph);
  const turn = (to: number, label: string, emoji: string) =>
    button(writeCustomId('page', { quote, page: to }), label, emoji);
  const { start, end } = quote;
  const whole = addressOfText(document.id, { start, end, exact: document.text.slice(start, end) });
  const buttons = [
    ...(context.hasEarlier ? [turn(context.page - 1, texts.button.earlier, '◀️')] : []),
    ...(context.hasLater ? [turn(context.page + 1, texts.button.later, '▶️')] : []),
    ...linkButtons(publicUrl && `${publicUrl}${whole}`, texts.button.wholeText),
    ...linkButtons(sourceLink(document, quote), texts.button.source),
  ];
  return firstFitting(textLengths, (limit) => {
    const words = markQuote(context, quote, limit);
    const parts = [
      text(`### ${texts.contextTitle}: ${escapeMarkdown(shorten(document.metadata.title, maxTitleLength))}`),
      text(`${context.hasEarlier ? '… ' : ''}${words}${context.hasLater ? ' …' : ''}`),
      text(`-# ${place}${holdsQuote ? '' : ` · ${texts.contextWithoutQuote}`}`),
    ];
    return { components: [container(accents.neutral, [...parts, ...(buttons.length > 0 ? [row(buttons)] : [])])] };
  });
}

/** Paragraphs stay apart; what lies in the quote is bold. */
function markQuote(
  { start, text: all }: { start: number; text: string },
  quote: QuoteReference,
  limit: number,
): string {
  const shown = all.slice(0, limit);
  const from = Math.max(0, quote.start - start);
  const to = Math.max(0, quote.end - start);
  return [
    escapeParagraphs(shown.slice(0, from)),
    ...splitParagraphs(shown.slice(from, to)).map(
      ({ words, gap }) => (words ? `**${escapeMarkdown(words)}**` : '') + gap,
    ),
    escapeParagraphs(shown.slice(to)),
  ].join('');
}

function escapeParagraphs(part: string): string {
  return splitParagraphs(part)
    .map(({ words, gap, lead }) => lead + escapeMarkdown(words) + gap)
    .join('');
}

/** Paragraphs with the white space before and after them: a space, or an empty line. */
function splitParagraphs(part: string): { lead: string; words: string; gap: string }[] {
  const pieces = part.split(/(\s*\n\s*\n\s*)/);
  const paragraphs: { lead: string; words: string; gap: string }[] = [];
  for (let i = 0; i < pieces.length; i += 2) {
    const piece = pieces[i] ?? '';
    const words = piece.trim();
    const lead = /^\s/.test(piece) ? ' ' : '';
    const tail = words !== '' && /\s$/.test(piece) ? ' ' : '';
    paragraphs.push({ lead, words, gap: pieces[i + 1] === undefined ? tail : '\n\n' });
  }
  return paragraphs;
}
