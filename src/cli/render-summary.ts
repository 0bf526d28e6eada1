import { explainRefusal, refusals } from '../app/asking/answer-wording.js';
import type { RefusalReason } from '../core/search/answer.js';
import type { Disagreement } from '../core/summary/disagreements/find-disagreements.js';
import { readQuoted, type Quote } from '../core/search/quote.js';
import type { Summary } from '../core/summary/summarise.js';
import { cite, countQuotes, explainLane, renderLanes, renderNearest } from './render-answer.js';
import { visible, wrapLines, type TerminalStyle } from './terminal-style.js';

/** Columns from which on two quotes stand side by side. */
const minWidthForColumns = 84;
const gutter = '  │  ';

/** What a refusal says of a topic, where that is not what it says of a question. */
const topicRefusals: Readonly<Record<RefusalReason, string>> = {
  ...refusals,
  'empty-question': 'There is nothing in this topic to search for.',
  'detail-missing': 'Not found: the texts mention this, but do not cover the topic.',
  'too-weak': 'Not found: the texts hardly mention this.',
};

/** A summary as a person reads it in a terminal: quotes in lanes like an answer's, then where documents disagree. */
export function renderSummary(summary: Summary, title: string, style: TerminalStyle): string {
  const { status, quotes, disagreements, candidateCount } = summary;
  const blocks = [style.bold(visible(title))];
  if (status === 'summarised') {
    const count = `${countQuotes(quotes.length)} out of ${candidateCount} sentences, word for word.`;
    blocks.push(style.dim(count), ...renderLanes(quotes, style));
    if (disagreements.length > 0) blocks.push(...renderDisagreements(disagreements, style));
  } else {
    blocks.push(style.wrap(visible(explainRefusal(summary, topicRefusals)), ''));
    if (summary.nearest.length > 0) blocks.push(renderNearest(summary, style));
  }
  return `\n${blocks.join('\n\n')}\n\n`;
}

function renderDisagreements(disagreements: readonly Disagreement[], style: TerminalStyle): string[] {
  const head = `${style.bold('WHERE DOCUMENTS DIFFER')}  ${style.dim('Both word for word; which one is right is not said.')}`;
  return [head, ...disagreements.map((one) => renderDisagreement(one, style))];
}

function renderDisagreement({ kind, quotes, spans, subject }: Disagreement, style: TerminalStyle): string {
  const what = kind === 'figures' ? 'Different figures' : 'Opposite statements';
  const title = style.wrap(style.dim(`${what} on: ${subject.map(visible).join(', ')}`), '  ');
  const cells = quotes.map((quote, i) => listParts(quote, spans[i] ?? quote));
  const [left = [], right = []] = cells;
  const body =
    style.width >= minWidthForColumns && style.width < Infinity
      ? renderColumns(left, right, style)
      : cells.map((parts) => parts.map((part) => style.wrap(part, '  ')).join('\n')).join('\n\n');
  return `${title}\n\n${body}`;
}

/** A quote, what differs in it, its lane and its place, as paragraphs. */
function listParts(quote: Quote, span: Disagreement['spans'][number]): string[] {
  const words = readQuoted(quote, span);
  const lane = explainLane(quote.label, quote.attributedTo).title;
  return [`“${visible(readQuoted(quote, quote))}”`, `here: “${visible(words)}”`, `${lane} — ${cite(quote)}`];
}

function renderColumns(left: readonly string[], right: readonly string[], style: TerminalStyle): string {
  const width = Math.floor((style.width - gutter.length - 2) / 2);
  return left
    .flatMap((part, i) => {
      const [own, other] = [part, right[i] ?? ''].map((text) => wrapLines(text, '', width).split('\n'));
      const height = Math.max(own?.length ?? 0, other?.length ?? 0);
      return Array.from({ length: height }, (_, line) =>
        `  ${(own?.[line] ?? '').padEnd(width)}${style.dim(gutter)}${other?.[line] ?? ''}`.trimEnd(),
      );
    })
    .join('\n');
}
