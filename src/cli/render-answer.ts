import type { Answer, RefusalReason } from '../core/search/answer.js';
import { lanes, type Lane } from '../core/labelling/labels.js';
import type { Missing, MissingAnswer } from '../core/search/missing.js';
import type { Quote } from '../core/search/quote.js';
import { visible, type TerminalStyle } from './terminal-style.js';

/** An answer as a person reads it in a terminal: lanes in their order, each explained, every quote with its citation. */
export function renderAnswer(answer: Answer, style: TerminalStyle): string {
  const blocks = [style.bold(visible(answer.question))];
  if (answer.status === 'answered') {
    blocks.push(...renderLanes(answer.quotes, style));
    if (answer.hidden > 0) blocks.push(style.dim(`${countQuotes(answer.hidden)} in other lanes not shown.`));
  } else {
    blocks.push(style.wrap(explainRefusal(answer), ''));
    if (answer.otherLanes.length > 0) blocks.push(...renderLanes(answer.otherLanes, style));
    else if (answer.nearest.length > 0) blocks.push(renderNearest(answer, style));
  }
  return `\n${blocks.join('\n\n')}\n\n`;
}

/** Groups quotes by lane, and what is claimed by source, in the order in which lanes are shown. */
export function renderLanes(quotes: readonly Quote[], style: TerminalStyle): string[] {
  return lanes.flatMap((lane) => {
    const groups = new Map<string | null, Quote[]>();
    for (const quote of quotes.filter(({ label }) => label === lane)) {
      groups.set(quote.attributedTo, [...(groups.get(quote.attributedTo) ?? []), quote]);
    }
    return [...groups].map(([source, own]) => {
      const { title, line } = explainLane(lane, source);
      const head = `${style.lane(lane, style.bold(title))}  ${style.dim(line)}`;
      return [head, ...own.map((quote) => renderQuote(quote, style))].join('\n\n');
    });
  });
}

/** A lane's name and the line that explains it. */
export function explainLane(lane: Lane, source: string | null): { title: string; line: string } {
  switch (lane) {
    case 'reported':
      return { title: 'REPORTED', line: 'Stated as fact by the author; not verified.' };
    case 'attributed': {
      const name = source === null ? 'somebody unnamed' : visible(source).replace(/^The /, 'the ');
      return { title: `CLAIMED BY ${name.toUpperCase()}`, line: `What ${name} says.` };
    }
    case 'opinion':
      return { title: 'OPINION', line: 'The author’s own view, not reported fact.' };
  }
}

function renderQuote(quote: Quote, style: TerminalStyle): string {
  const { document, exact, start, spans, step, labelledBy, alsoIn } = quote;
  const lines = [style.wrap(`“${visible(exact)}”`, '  ')];
  for (const span of spans) {
    const part = visible(exact.slice(span.start - start, span.end - start)).trim();
    const name = span.label === 'attributed' ? `claimed by ${span.attributedTo ?? 'somebody unnamed'}` : span.label;
    lines.push(style.wrap(`${style.lane(span.label, `within it, ${visible(name)}:`)} “${part}”`, '    '));
  }
  lines.push(style.dim(`  — ${cite(quote)}`));
  if (document.url !== null) lines.push(style.dim(`    ${visible(document.url)}`));
  if (labelledBy === 'moderator') lines.push(style.dim('    Label set by a moderator.'));
  if (step === 'unclear') lines.push(style.dim('    The label is unclear.'));
  if (alsoIn.length > 0) {
    const paths = [...new Set(alsoIn.map((place) => visible(place.document.path)))];
    lines.push(style.dim(`    Nearly the same words in ${paths.join(', ')}.`));
  }
  return lines.join('\n');
}

/** Where a quote stands, as one line. */
export function cite({ document, paragraph }: Quote): string {
  const citation = [document.title, document.author, document.publication, document.date, `paragraph ${paragraph}`]
    .filter((part) => part !== null)
    .join(' · ');
  return `${visible(citation)} (${visible(document.path)})`;
}

export const refusals: Readonly<Record<RefusalReason, string>> = {
  'empty-question': 'There is no word in the question to look for.',
  'empty-corpus': 'There is no text to look in. Put .txt or .md files into the corpus folder.',
  'nothing-relevant': 'Not found: nothing in the material is about this.',
  'detail-missing': 'Not found: the material speaks of this, but not of what is asked.',
  'too-weak': 'Not found: nothing in the material is likely enough to answer this.',
  'only-other-lane': 'Nothing in the lane that was asked for. What other lanes hold:',
};

const missingAnswers: Readonly<Record<MissingAnswer, string>> = {
  count: 'a number',
  measure: 'a measure',
  money: 'a sum of money',
  time: 'a date or time',
  meaning: 'the full name',
};

/** What is missing in words, one for a JSON line or, made visible, for a terminal. */
export function describeMissing(missing: Missing): string {
  return missing.kind === 'word' ? `“${missing.text}”` : missingAnswers[missing.kind];
}

/** One or two sentences that say why there is no answer and what is missing. */
export function explainRefusal(
  { reason, missing }: Pick<Answer, 'reason' | 'missing'>,
  wording: Readonly<Record<RefusalReason, string>> = refusals,
): string {
  const why = wording[reason ?? 'too-weak'];
  return missing.length > 0 && reason !== 'only-other-lane'
    ? `${why} Missing: ${missing.map((each) => visible(describeMissing(each))).join(', ')}.`
    : why;
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
