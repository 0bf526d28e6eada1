import type { IndexedDocument } from '../../../core/search/search-index.js';
import { addressOfText } from '../../../app/pages/text-address.js';
import { readBlockWords, type BlockKind, type SourceDocument } from '../../../core/text/document.js';
import { readOpening } from '../../../core/text/document-dates.js';
import type { Turn } from '../../../core/text/units.js';
import { readContext } from '../../../core/search/read-context.js';
import { writeCustomId } from '../../custom-ids/custom-id.js';
import type { QuoteReference } from '../../custom-ids/fields.js';
import type { Texts } from '../../texts/texts.js';
import { accents, button, container, firstFitting, linkButtons, row, text, type Card } from '../../cards/card.js';
import { sourceLink } from '../../../core/text/source-link.js';
import { shorten, type Span } from '../../../core/text/span.js';
import { escapeMarkdown } from '../../cards/markdown.js';

const maxTitleLength = 90;
/** If even one page with all its escapes is too long, its end is left out. */
const textLengths = [3_000, 2_000, 1_500, 1_000];

/** Blocks that stand below one another without a gap. */
const closeKinds: readonly ReadonlySet<BlockKind | null>[] = [
  new Set(['list-item']),
  new Set(['table-head', 'table-row']),
];

/** The quote inside its surrounding sentences, in bold, with the way to the pages around and, with `publicUrl`, to the whole text. */
export function renderContext(
  indexed: IndexedDocument,
  quote: QuoteReference,
  page: number,
  texts: Texts,
  publicUrl: string | null = null,
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
    const words = renderPage(indexed, context, quote, limit);
    // What begins a line of its own, such as an item of a list, must begin it.
    const opening = /^-/.test(words) ? '…\n' : '… ';
    const parts = [
      text(`### ${texts.contextTitle}: ${escapeMarkdown(shorten(document.metadata.title, maxTitleLength))}`),
      text(`${context.hasEarlier ? opening : ''}${words}${context.hasLater ? ' …' : ''}`),
      text(`-# ${place}${holdsQuote ? '' : ` · ${texts.contextWithoutQuote}`}`),
    ];
    return { components: [container(accents.neutral, [...parts, ...(buttons.length > 0 ? [row(buttons)] : [])])] };
  });
}

/**
 * The blocks of a page without notation, at most `limit` units of the text: headings and who speaks small as above a quote, items of a list with a dash; what lies in
 * the quote is bold.
 */
function renderPage({ document }: IndexedDocument, page: Span, quote: Span, limit: number): string {
  const end = Math.min(page.end, page.start + limit);
  let shown = '';
  let before: BlockKind | null = null;
  for (const block of document.blocks) {
    const part = { start: Math.max(block.start, page.start), end: Math.min(block.end, end) };
    if (part.start >= part.end) continue;
    const words = markQuote(document, part, quote);
    if (words === '') continue;
    const isListed = block.kind === 'list-item' && part.start === block.start;
    const lead = block.kind === 'heading' ? '-# ' : isListed ? '- ' : '';
    const turn = document.structure.turns.find(({ start }) => start >= part.start && start < part.end);
    const isClose = before === 'heading' || closeKinds.some((kinds) => kinds.has(before) && kinds.has(block.kind));
    shown += `${before === null ? '' : isClose ? '\n' : '\n\n'}${turn ? nameSpeaker(document, turn) : ''}${lead}${words}`;
    before = block.kind;
  }
  return shown;
}

/** Who speaks, and when where the text says so, as a small line above what is said. */
function nameSpeaker(document: SourceDocument, turn: Turn): string {
  return `-# ${escapeMarkdown(readOpening(document, turn).replace(/^[\s*_>-]+|[\s*_:]+$/g, ''))}\n`;
}

/** The words before, in and after the quote, with white space outside the marks. */
function markQuote(document: SourceDocument, part: Span, quote: Span): string {
  const from = Math.min(Math.max(quote.start, part.start), part.end);
  const to = Math.max(from, Math.min(quote.end, part.end));
  const [head = '', own = '', tail = ''] = [
    { start: part.start, end: from },
    { start: from, end: to },
    { start: to, end: part.end },
  ].map((span) => (span.start < span.end ? readBlockWords(document, span) : ''));
  const core = own.trim();
  const bold = core === '' ? '' : own.replace(core, () => `**${escapeMarkdown(core)}**`);
  // The bars at both ends of a table's row are no words.
  return `${escapeMarkdown(head)}${bold}${escapeMarkdown(tail)}`.replace(/^\s*\\\|\s*|\s*\\\|\s*$/g, '').trim();
}
