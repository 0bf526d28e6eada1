import type { APIButtonComponent, APITextDisplayComponent } from 'discord.js';
import { addressOfText } from '../../app/pages/text-address.js';
import { cutQuote } from '../../core/search/cut-quote.js';
import type { Lane } from '../../core/labelling/labels.js';
import { judgeNaming } from '../../core/labelling/source-naming.js';
import { readQuoted, type Citation, type Quote } from '../../core/search/quote.js';
import type { rangeOfDates } from '../../core/text/document-dates.js';
import { isNameOfFile } from '../../core/text/document.js';
import { overlaps, shorten, type Span } from '../../core/text/span.js';
import { referTo, writeCustomId } from '../custom-ids/custom-id.js';
import type { ShownReference } from '../custom-ids/fields.js';
import type { Texts } from '../texts/texts.js';
import { button, text } from './card.js';
import { escapeLines, escapeMarkdown } from './markdown.js';

/** How a part with another label is set off inside its quote, the legend says so in words; and the answering words. */
const marks: Readonly<Record<Lane | 'answer', readonly [string, string]>> = {
  reported: ['*', '*'],
  attributed: ['__', '__'],
  opinion: ['__*', '*__'],
  answer: ['**', '**'],
};
const maxTitleLength = 90;
const maxNameLength = 60;
const maxAboveLength = 160;
const maxSourceLength = 60;
const maxAlsoIn = 2;
const maxAlsoInLength = 40;

/**
 * The words of a quote, cut to one stretch of at most `limit` units, with the parts of another label marked. With `publicUrl` its
 * citation links to the page that shows it in its text.
 */
export function renderQuoteText(
  quote: Quote,
  limit: number,
  texts: Texts,
  publicUrl: string | null = null,
): APITextDisplayComponent {
  const { answer } = quote;
  const keep = answer && { start: answer.start - quote.start, end: answer.end - quote.start };
  const cut = cutQuote(quote.exact, limit, keep);
  const [start, end] = [quote.start + cut.start, quote.start + cut.end];
  const { notation = [] } = quote;
  const shown = { exact: quote.exact.slice(cut.start), start, notation, unit: quote.unit };
  const words = markParts(shown, end, quote.spans, answer);
  const goesOn = cut.end < quote.exact.length || quote.continues;
  const lines = [
    ...quote.above.map((line) => `-# ${escapeMarkdown(shorten(line, maxAboveLength))}`),
    `${cut.start > 0 ? '[…] ' : ''}“${words}”${goesOn ? ' […]' : ''}`,
    `-# — ${cite(
      quote.document,
      texts.citation(quote),
      quote.section.filter((heading) => !quote.above.includes(heading)),
      publicUrl && `${publicUrl}${addressOfText(quote.document.id, quote)}`,
    )}`,
  ];
  for (const line of legend(quote, { start, end }, texts)) lines.push(`-# ${line}`);
  if (cut.isCut) lines.push(`-# ${texts.quoteCut}`);
  else if (quote.continues) lines.push(`-# ${texts.quoteContinues}`);
  if (quote.statement !== undefined) lines.push(`-# ${texts.statement[quote.statement]}`);
  for (const kind of new Set(quote.repairs?.map((repair) => repair.kind))) lines.push(`-# ${texts.repair[kind]}`);
  if (quote.labelledBy === 'moderator') lines.push(`-# ${texts.labelSet}`);
  if (quote.step === 'unclear') lines.push(`-# ${texts.labelUnclear}`);
  const others = new Set(
    quote.alsoIn.map(({ document }) => texts.quoted(escapeMarkdown(shorten(document.title, maxAlsoInLength)))),
  );
  if (others.size > 0) lines.push(`-# ${texts.alsoIn([...others].slice(0, maxAlsoIn).join(', '))}`);
  return text(lines.join('\n'));
}

/** The buttons of one quote: what stands around it, and why it has its label and whether its file still holds it. */
export function quoteButtons(shown: Quote, texts: Texts): APIButtonComponent[] {
  const quote = referTo(shown);
  return [
    button(writeCustomId('context', { quote }), texts.button.context),
    button(writeCustomId('why', { quote }), texts.button.why),
  ];
}

/** The button that opens the form about the wrong label of one quote. */
export function wrongLabelButton(shown: ShownReference, texts: Texts): APIButtonComponent {
  return button(writeCustomId('label:wrong', { shown }), texts.button.wrongLabel, '🏷️');
}

/** A lane's name and the line that explains it, as a heading. */
export function renderLaneHead(lane: Lane, source: string | null, texts: Texts): string {
  const { title, line } = describeLane(lane, source, texts);
  return `### ${title}\n-# ${line}`;
}

/** A lane's name, with the source in capitals if it has a name, and the line that explains it; both Markdown. */
export function describeLane(
  lane: Lane,
  source: string | null,
  texts: Texts,
): { readonly title: string; readonly line: string } {
  if (lane !== 'attributed') return texts.lane[lane];
  if (source === null) return texts.claimedBy(null, null);
  const name = shorten(source, maxSourceLength);
  const naming = judgeNaming(name);
  if (naming === 'named')
    return texts.claimedBy(escapeMarkdown(name.toUpperCase()), escapeMarkdown(lowerArticle(name)));
  return texts.claimedByUnnamed(escapeMarkdown(name.charAt(0).toLowerCase() + name.slice(1)), naming);
}

/** A source inside a sentence of the bot's own; in quotation marks where it may be taken for who wrote the text. */
function nameSource(source: string, { quoted }: Pick<Texts, 'quoted'>): string {
  const naming = judgeNaming(source);
  if (naming === 'named') return escapeMarkdown(lowerArticle(source));
  const name = escapeMarkdown(source.charAt(0).toLowerCase() + source.slice(1));
  return naming === 'group' ? name : quoted(name);
}

/** A source that begins its sentence is named inside another one here. */
export function lowerArticle(source: string): string {
  return source.replace(/^(?:The|A|An|His|Her|Its|Their|Our|Some|Many|Several|Most)\b/, (word) => word.toLowerCase());
}

/** Title and section, author, publication, date and place of a quote, escaped; the file too where there is no address and no title is its name. The title is a link where `link` is one. */
export function cite(
  { title, author, publication, date, path, url }: Citation,
  place: string,
  section: readonly string[] = [],
  link: string | null = null,
): string {
  const parts = [author, publication, date].filter((part) => part !== null && part !== '');
  const named = parts.map((part) => escapeMarkdown(shorten(part ?? '', maxNameLength)));
  const isUntitled = isNameOfFile(title, path);
  const name = `**${escapeMarkdown(shorten(isUntitled ? path : title, maxTitleLength))}**`;
  const head = link === null ? name : `[${name}](<${link}>)`;
  const file = url === null && !isUntitled ? [escapeMarkdown(shorten(path, maxTitleLength))] : [];
  const under = section.map((heading) => escapeMarkdown(shorten(heading, maxNameLength)));
  return [[head, ...under].join(' › '), ...named, place, ...file].join(' · ');
}

/** The dates that citations of a document carry, as one or from the first to the last; null where it has none. */
export function writeDates(dates: ReturnType<typeof rangeOfDates>): string | null {
  return dates && (dates.from === dates.to ? dates.from : `${dates.from} – ${dates.to}`);
}

/** Escapes the beginning of a quote up to `end` with its differing parts and the answering words inside marks. */
export function markParts(
  quote: Pick<Quote, 'exact' | 'start' | 'notation'> & Partial<Pick<Quote, 'unit'>>,
  end: number,
  spans: readonly PartSpan[],
  answer: Span | null = null,
): string {
  const isInside = (span: Span | null, at: number): boolean => span !== null && span.start <= at && at < span.end;
  const ends = [...spans, ...(answer ? [answer] : [])].flatMap((span) => [span.start, span.end]);
  const cuts = [...new Set([quote.start, ...ends.filter((at) => at > quote.start && at < end), end])];
  cuts.sort((a, b) => a - b);
  return cuts
    .slice(1)
    .map((to, i) => {
      const from = cuts[i] ?? to;
      const label = spans.find((span) => isInside(span, from))?.label;
      const kinds = [...(label ? [label] : []), ...(isInside(answer, from) ? ['answer' as const] : [])];
      return setOff(escapeLines(readQuoted(quote, { start: from, end: to }), { isCode: quote.unit === 'code' }), kinds);
    })
    .join('');
}

/** Escaped words inside marks, which must touch them: white space at either end stays outside. */
function setOff(escaped: string, kinds: readonly (keyof typeof marks)[]): string {
  const core = escaped.trim();
  if (core === '') return escaped;
  const at = escaped.indexOf(core);
  const open = kinds.map((kind) => marks[kind][0]).join('');
  const close = kinds
    .map((kind) => marks[kind][1])
    .reverse()
    .join('');
  return escaped.slice(0, at) + open + core + close + escaped.slice(at + core.length);
}

type PartSpan = Span & { readonly label: Lane };

function legend({ spans }: Quote, shownSpan: Span, texts: Texts): string[] {
  const shown = spans.filter((span) => overlaps(span, shownSpan));
  const lines = shown.map(({ label, attributedTo }) =>
    texts.withinQuote[label](attributedTo === null ? null : nameSource(shorten(attributedTo, maxNameLength), texts)),
  );
  return [...new Set(lines)];
}
