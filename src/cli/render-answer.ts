import {
  describeStatement,
  explainDiffering,
  explainReadAs,
  explainRefusal,
  placeWords,
  repairs,
} from '../app/asking/answer-wording.js';
import type { Answer } from '../core/search/answer.js';
import { lanes, type Lane } from '../core/labelling/labels.js';
import { isPluralSource, judgeNaming } from '../core/labelling/source-naming.js';
import { readQuoted, type Quote } from '../core/search/quote.js';
import { namePlace } from '../core/text/name-place.js';
import { shorten } from '../core/text/span.js';
import { visible, type TerminalStyle } from './terminal-style.js';

interface AnswerView {
  /** Whether what may help is shown, too. */
  readonly more?: boolean;
}

/** Longest line above a quote, in UTF-16 units. */
const maxAboveLength = 200;

/**
 * An answer as a person reads it in a terminal: the best quote first, each with its lane and its citation, the answering words
 * marked; with `more`, also what may help.
 */
export function renderAnswer(answer: Answer, style: TerminalStyle, { more = false }: AnswerView = {}): string {
  const readAs = explainReadAs(answer);
  const question = style.bold(visible(answer.question));
  const blocks = [readAs === null ? question : `${question}\n${style.dim(visible(readAs))}`];
  if (answer.status === 'answered') {
    const rest = answer.quotes.slice(answer.shown);
    const differing = explainDiffering(answer);
    if (differing !== null) blocks.push(style.wrap(visible(differing), ''));
    blocks.push(...renderInOrder(answer.quotes.slice(0, answer.shown), style));
    if (rest.length > 0 && more) blocks.push(style.dim('These may help:'), ...renderInOrder(rest, style));
    else if (rest.length > 0)
      blocks.push(
        style.dim(`${rest.length} more ${rest.length === 1 ? 'quote' : 'quotes'} may help: --more shows more.`),
      );
    if (answer.hidden > 0) blocks.push(style.dim(`${countQuotes(answer.hidden)} in other lanes not shown.`));
  } else {
    blocks.push(style.wrap(visible(explainRefusal(answer)), ''));
    if (answer.spelling) blocks.push(`Did you mean ${style.bold(visible(answer.spelling.question))}`);
    const instead = answer.reason === 'related' ? answer.related : answer.otherLanes;
    if (instead.length > 0) blocks.push(...renderInOrder(instead, style));
  }
  return `\n${blocks.join('\n\n')}\n\n`;
}

/** Quotes as they come; the lane and its explanation stand above the first of several in a row. */
function renderInOrder(quotes: readonly Quote[], style: TerminalStyle): string[] {
  return quotes.map((quote, i) => {
    const before = quotes[i - 1];
    const isSame = before?.label === quote.label && before.attributedTo === quote.attributedTo;
    return [...(isSame ? [] : [renderHead(quote, style)]), renderQuote(quote, style)].join('\n\n');
  });
}

function renderHead({ label, attributedTo }: Pick<Quote, 'label' | 'attributedTo'>, style: TerminalStyle): string {
  const { title, line } = explainLane(label, attributedTo);
  return `${style.lane(label, style.bold(title))}  ${style.dim(line)}`;
}

/** Groups quotes by lane, and what is claimed by source, in the order in which lanes are shown. */
export function renderLanes(quotes: readonly Quote[], style: TerminalStyle): string[] {
  return lanes.flatMap((lane) => {
    const groups = new Map<string | null, Quote[]>();
    for (const quote of quotes.filter(({ label }) => label === lane)) {
      groups.set(quote.attributedTo, [...(groups.get(quote.attributedTo) ?? []), quote]);
    }
    return [...groups].map(([source, own]) => {
      const head = renderHead({ label: lane, attributedTo: source }, style);
      return [head, ...own.map((quote) => renderQuote(quote, style, { hasMore: false }))].join('\n\n');
    });
  });
}

/** A lane's name and the line that explains it. */
export function explainLane(lane: Lane, source: string | null): { title: string; line: string } {
  switch (lane) {
    case 'reported':
      return { title: 'REPORTED', line: 'Stated as fact by the author; not verified.' };
    case 'attributed': {
      if (source === null) return { title: 'CLAIMED BY SOMEBODY UNNAMED', line: 'What somebody unnamed says.' };
      const name = visible(source).replace(/^The /, 'the ');
      const verb = isPluralSource(source) ? 'say' : 'says';
      const naming = judgeNaming(source);
      if (naming === 'named') return { title: `CLAIMED BY ${name.toUpperCase()}`, line: `What ${name} ${verb}.` };
      const lower = name.charAt(0).toLowerCase() + name.slice(1);
      return {
        group: { title: `Claimed by ${lower} (not named)`, line: `What ${lower} ${verb}.` },
        pronoun: { title: `Claimed by “${lower}” (named before)`, line: `What “${lower}” ${verb}, whoever that is.` },
        author: { title: `Claimed by “${lower}”`, line: `What somebody says whom this text calls “${lower}”.` },
      }[naming];
    }
    case 'opinion':
      return { title: 'OPINION', line: 'The author’s own view, not reported fact.' };
  }
}

/** `hasMore`: whether the command has an option that shows how a quote goes on. */
function renderQuote(quote: Quote, style: TerminalStyle, { hasMore = true } = {}): string {
  const { document, spans, step, labelledBy, alsoIn, above, continues } = quote;
  const lines = above.map((line) => style.dim(style.wrap(visible(shorten(line, maxAboveLength)), '  ')));
  lines.push(style.wrap(`“${markAnswer(quote, style)}”${continues ? ' […]' : ''}`, '  '));
  for (const span of spans) {
    const part = visible(readQuoted(quote, span)).trim();
    const name = span.label === 'attributed' ? `claimed by ${span.attributedTo ?? 'somebody unnamed'}` : span.label;
    lines.push(style.wrap(`${style.lane(span.label, `within it, ${visible(name)}:`)} “${part}”`, '    '));
  }
  lines.push(style.dim(`  — ${cite(quote)}`));
  const address = (quote.place?.kind === 'message' ? quote.place.url : null) ?? document.url;
  if (address !== null) lines.push(style.dim(`    ${visible(address)}`));
  if (continues) lines.push(style.dim(`    It goes on in the text${hasMore ? ': --more shows the rest' : ''}.`));
  if (quote.statement !== undefined) lines.push(style.dim(`    ${describeStatement(quote.statement)}`));
  for (const kind of new Set(quote.repairs?.map((repair) => repair.kind)))
    lines.push(style.dim(`    ${repairs[kind]}`));
  if (labelledBy === 'moderator') lines.push(style.dim('    Label set by a moderator.'));
  if (step === 'unclear') lines.push(style.dim('    The label is unclear.'));
  if (alsoIn.length > 0) {
    const paths = [...new Set(alsoIn.map((place) => visible(place.document.path)))];
    lines.push(style.dim(`    Nearly the same words in ${paths.join(', ')}.`));
  }
  return lines.join('\n');
}

/** The quote's words with the answering ones in bold, word by word, since lines are broken between words. */
function markAnswer(quote: Quote, style: TerminalStyle): string {
  const { start, end, answer } = quote;
  const read = (from: number, to: number): string => visible(readQuoted(quote, { start: from, end: to }));
  if (!answer) return read(start, end);
  const marked = read(answer.start, answer.end).replace(/\S+/g, (word) => style.bold(word));
  return read(start, answer.start) + marked + read(answer.end, end);
}

/** Where a quote stands, as one line. */
export function cite(quote: Quote): string {
  const { document, section } = quote;
  const place = [document.title, ...section].join(' › ');
  const isOfDay =
    quote.place?.kind === 'message' && document.date !== null && quote.place.at?.startsWith(document.date);
  const date = isOfDay === true ? null : document.date; // a message's time says its day
  const citation = [place, document.author, document.publication, date, namePlace(quote, placeWords)]
    .filter((part) => part !== null)
    .join(' · ');
  return `${visible(citation)} (${visible(document.path)})`;
}

export function renderNearest({ nearest }: Pick<Answer, 'nearest'>, style: TerminalStyle): string {
  const places = nearest.map(({ text, document }) =>
    style.dim(`  · ${visible(text)} — ${visible(document.title)} (${visible(document.path)})`),
  );
  return ['Nearest places:', ...places].join('\n');
}

export function countQuotes(count: number): string {
  return count === 1 ? '1 quote' : `${count} quotes`;
}
