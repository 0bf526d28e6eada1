import type { QuoteFinding } from '../../../core/search/find-quote.js';
import type { Quote } from '../../../core/search/quote.js';
import type { WordDiff } from '../../../core/text/word-diff.js';
import type { Texts } from '../../texts/texts.js';
import { accents, container, firstFitting, row, text, type Card } from '../../cards/card.js';
import { shorten } from '../../../core/text/span.js';
import { escapeMarkdown } from '../../cards/markdown.js';
import { quoteButtons, renderLaneHead, renderQuoteText } from '../../cards/quote.js';

const maxSoughtLength = 300;
const quoteLengths = [1_200, 800, 500, 300, 150];
const maxPlaces = 3;
const maxPartLength = 200;
/** Below this cosine the nearest sentence has nothing to do with what was looked for. */
const shownCosine = 0.45;

/** Whether somebody's words stand in the texts: exactly, nearly with the differing words marked, or not at all. */
export function renderMisquote(sought: string, finding: QuoteFinding, texts: Texts): Card {
  return firstFitting(quoteLengths, (limit) => {
    const head = [`-# ${texts.soughtWords}: ${texts.quoted(escapeMarkdown(shorten(sought, maxSoughtLength)))}`];
    switch (finding.kind) {
      case 'too-short':
        return { components: [container(accents.neutral, [text([texts.misquote.tooShort, ...head].join('\n'))])] };
      case 'exact': {
        const count = finding.quotes.length > 1 ? [texts.foundTimes(finding.quotes.length)] : [];
        const verdict = text([texts.misquote.exact, ...count, ...head].join('\n'));
        const places = finding.quotes.slice(0, maxPlaces).map((quote) => renderPlace(quote, limit, texts));
        return { components: [container(accents.good, [verdict]), ...places] };
      }
      case 'near': {
        const verdict = text([texts.misquote.near, renderDiff(finding.diff, texts), ...head].join('\n'));
        return { components: [container(accents.warning, [verdict]), renderPlace(finding.quote, limit, texts)] };
      }
      case 'absent': {
        const nearest =
          finding.nearest && finding.cosine >= shownCosine ? [renderPlace(finding.nearest, limit, texts)] : [];
        const lines = [texts.misquote.absent, ...head, ...(nearest.length > 0 ? [texts.misquoteNearest] : [])];
        return { components: [container(accents.neutral, [text(lines.join('\n'))]), ...nearest] };
      }
    }
  });
}

function renderPlace(quote: Quote, limit: number, texts: Texts) {
  return container(accents[quote.label], [
    text(renderLaneHead(quote.label, quote.attributedTo, texts)),
    renderQuoteText(quote, limit, texts),
    row(quoteButtons(quote, texts)),
  ]);
}

/** Both texts in one line: struck through what only the asker's has, bold what only the source has. */
export function renderDiff({ parts }: WordDiff, texts: Texts): string {
  if (parts.every(({ kind }) => kind === 'same')) return texts.misquoteSameWords;
  const words = parts.map(({ kind, text: part }) => {
    const escaped = escapeMarkdown(shorten(part, maxPartLength));
    return kind === 'same' ? escaped : kind === 'first' ? `~~${escaped}~~` : `**${escaped}**`;
  });
  return `${words.join(' ')}\n-# ${texts.misquoteLegend}`;
}
