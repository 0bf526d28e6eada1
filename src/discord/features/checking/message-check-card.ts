import type { Quote } from '../../../core/search/quote.js';
import type { WordDiff } from '../../../core/text/word-diff.js';
import type { Texts } from '../../texts/texts.js';
import { accents, container, firstFitting, text, type Card } from '../../cards/card.js';
import { shorten } from '../../../core/text/span.js';
import { escapeMarkdown } from '../../cards/markdown.js';
import { renderDiff } from './misquote-card.js';
import { cite, markParts } from '../../cards/quote.js';
import { cutQuote } from '../../../core/search/cut-quote.js';

/** What the texts have for one sentence of a message. */
export interface SentenceCheck {
  readonly sentence: string;
  readonly kind: 'exact' | 'similar' | 'answered' | 'nothing';
  /** The nearest passage, or what answers; null where there is nothing. */
  readonly quote: Quote | null;
  /** Where the words are nearly the same: what differs. */
  readonly diff: WordDiff | null;
}

/** Lengths of quotes and numbers of sentences: the first pair with which the message fits. */
const attempts = [
  { length: 500, sentences: 12 },
  { length: 300, sentences: 12 },
  { length: 200, sentences: 10 },
  { length: 140, sentences: 8 },
  { length: 100, sentences: 6 },
  { length: 80, sentences: 4 },
];

/** Each sentence of a message with the nearest passage of the texts. */
export function renderMessageCheck(checks: readonly SentenceCheck[], leftOut: number, texts: Texts): Card {
  const count = (kind: SentenceCheck['kind']): number => checks.filter((check) => check.kind === kind).length;
  return firstFitting(attempts, ({ length, sentences }) => {
    const shown = checks.slice(0, sentences);
    const hidden = leftOut + checks.length - shown.length;
    const summary = [
      `### ${texts.checkTitle}`,
      texts.checkSummary(count('exact'), count('similar'), count('answered'), count('nothing')),
      ...(hidden > 0 ? [`-# ${texts.checkLeftOut(hidden)}`] : []),
    ];
    return {
      components: [
        container(accents.neutral, [text(summary.join('\n'))]),
        ...shown.map((check) => renderCheck(check, length, texts)),
      ],
    };
  });
}

function renderCheck({ sentence, kind, quote, diff }: SentenceCheck, length: number, texts: Texts) {
  const lines = [`**${texts.checkKind[kind]}:** ${escapeMarkdown(shorten(sentence, length))}`];
  if (quote) {
    const cut = cutQuote(quote.exact, length);
    const words = markParts(quote, quote.start + cut.end, [], quote.answer);
    const lane = texts.lane[quote.label].title;
    lines.push(`${lane}: “${words}”${cut.isCut ? ' […]' : ''}`);
    if (kind === 'similar' && diff) lines.push(renderDiff(diff, texts));
    lines.push(`-# — ${cite(quote.document, texts.citation(quote), quote.section)}`);
  }
  return container(quote ? accents[quote.label] : accents.neutral, [text(lines.join('\n'))]);
}
