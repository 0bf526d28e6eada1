import type { OpenIndex } from '../../../app/asking/open-index.js';
import type { HeldTexts } from '../../../app/asking/held-texts.js';
import { countLanes } from '../../../core/corpus/list-document.js';
import { rangeOfDates } from '../../../core/text/document-dates.js';
import type { IndexedDocument } from '../../../core/search/search-index.js';
import { readWords } from '../../../core/text/document.js';
import { shorten } from '../../../core/text/span.js';
import { accents, container, linkButtons, row, text, type Card } from '../../cards/card.js';
import { writeDates } from '../../cards/quote.js';
import { escapeMarkdown, showTime } from '../../cards/markdown.js';
import type { Texts } from '../../texts/texts.js';
import { shareLanes } from './about-card.js';

const maxTitleLength = 90;
const maxNameLength = 60;
const maxHeadings = 15;
/** Deepest heading of the outline, counted from the highest that the document has. */
const maxDepth = 2;

/** What is known of one document: whose it is, what kind of text, its labels, its outline, and when it last changed. */
export function renderTextCard(
  indexed: IndexedDocument,
  changedAt: Awaited<ReturnType<OpenIndex['readChangedAt']>>,
  held: HeldTexts,
  texts: Texts,
): Card {
  const { document, sentences, passages } = indexed;
  const { metadata, path } = document;
  const { list } = texts;
  const named = [metadata.author, metadata.publication, writeDates(rangeOfDates(document))]
    .filter((part) => part !== null && part !== '')
    .map((part) => escapeMarkdown(shorten(part ?? '', maxNameLength)));
  const [first] = held.explainLabels(indexed, { start: 0, end: document.text.length });
  const lines = [
    `### ${escapeMarkdown(shorten(metadata.title || path, maxTitleLength))}`,
    `-# ${[...named, escapeMarkdown(path)].join(' · ')}`,
    list.counts(sentences.length, passages.length),
    list.shares(shareLanes(countLanes([indexed]))),
    ...(metadata.genre === null ? [] : [list.genreLine(list.genre[metadata.genre])]),
    ...(first ? [texts.whyTextKind(first.textKind, metadata.kind !== undefined)] : []),
    ...(changedAt === 'elsewhere'
      ? []
      : [changedAt === null ? texts.verification.removed : list.changed(showTime(changedAt, 'D'))]),
    ...renderNewestSection(indexed, texts),
    ...renderOutline(indexed, texts),
  ];
  const links = linkButtons(metadata.url, texts.button.source);
  const buttons = links.length > 0 ? [row(links)] : [];
  return { components: [container(accents.neutral, [text(lines.join('\n')), ...buttons])] };
}

/** The newest of the sections that carry a date of their own, such as the entries of a changelog. */
function renderNewestSection({ document }: IndexedDocument, { list }: Texts): string[] {
  const dated = document.structure.sections.filter(({ date }) => date !== null);
  const newest = dated.reduce<(typeof dated)[number] | undefined>(
    (best, each) => (best === undefined || (each.date ?? '') > (best.date ?? '') ? each : best),
    undefined,
  );
  if (!newest || dated.length < 2) return [];
  return [list.newest(escapeMarkdown(shorten(readWords(document, newest.heading), maxNameLength)), newest.date ?? '')];
}

function renderOutline({ document }: IndexedDocument, { list }: Texts): string[] {
  const sections = document.structure.sections.filter(({ level }) => level > 0);
  const top = Math.min(...sections.map(({ level }) => level));
  const shown = sections.filter(({ level }) => level - top < maxDepth);
  if (shown.length === 0) return [];
  const headings = shown.slice(0, maxHeadings).map(({ level, heading }) => {
    return `${level > top ? '  ' : ''}- ${escapeMarkdown(shorten(readWords(document, heading), maxNameLength))}`;
  });
  const more = shown.length - headings.length;
  return [`**${list.outline}**`, ...headings, ...(more > 0 ? [`-# ${list.moreHeadings(more)}`] : [])];
}
