import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord.js';
import type { QuotePair } from '../../../../core/briefs/brief-content.js';
import type { Lane } from '../../../../core/labelling/labels.js';
import { readQuoted, type Quote } from '../../../../core/search/quote.js';
import { accents, container, firstFitting, text, type Card } from '../../../cards/card.js';
import { shorten } from '../../../../core/text/span.js';
import { escapeMarkdown } from '../../../cards/markdown.js';
import { renderLaneHead, renderQuoteText } from '../../../cards/quote.js';
import type { Texts } from '../../../texts/texts.js';
import { laneOf } from './describe-brief.js';
import type { BriefTexts } from '../texts.js';

/** A quote of a brief as it is shown. */
interface ShownBriefQuote {
  /** From 1. */
  readonly number: number;
  readonly quote: Quote;
  /** Lines of the bot's own above it, in Markdown. */
  readonly notes: readonly string[];
}

interface ShownPair {
  /** From 1. */
  readonly number: number;
  readonly pair: QuotePair;
  /** Lines above the pair, and above each of its quotes. */
  readonly notes: readonly string[];
  readonly quoteNotes: readonly [readonly string[], readonly string[]];
}

export type ControlRow = APIActionRowComponent<APIComponentInMessageActionRow>;

interface BriefView {
  /** Title and scope, in Markdown. */
  readonly head: string;
  /** What has happened to it, above everything else; null for nothing. */
  readonly warning: string | null;
  readonly quotes: readonly ShownBriefQuote[];
  readonly pairs: readonly ShownPair[];
  readonly footer: string;
  readonly controls: readonly ControlRow[];
  /** What stands under a quote that is cut, or whose label is unclear. */
  readonly hints: BriefTexts['hints']['preview'];
}

export interface TextSet {
  readonly texts: Texts;
  readonly briefTexts: BriefTexts;
}

interface Attempt {
  /** Longest stretch of a quote, in UTF-16 units. */
  readonly limit: number;
  readonly quotes: number;
  readonly pairs: number;
}

const quoteLengths = [1_500, 1_000, 700, 500, 350, 240] as const;
const shortest = 240;
const maxDifferenceLength = 60;

/** Quotes in lanes and disagreeing pairs; where not all have room, quotes are cut, then pairs and at last quotes left out. */
export function renderBrief(view: BriefView, { texts, briefTexts }: TextSet): Card {
  const quoteTexts = { ...texts, ...view.hints };
  return firstFitting(listAttempts(view.quotes.length, view.pairs.length), ({ limit, quotes, pairs }) => {
    const [withoutQuotes, withoutPairs] = [view.quotes.length - quotes, view.pairs.length - pairs];
    const isCut = withoutQuotes + withoutPairs > 0;
    const footer = [...(isCut ? [briefTexts.leftOut(withoutQuotes, withoutPairs)] : []), view.footer];
    return {
      components: [
        ...(view.warning === null ? [] : [container(accents.warning, [text(view.warning)])]),
        text(view.head),
        ...renderLanes(view.quotes.slice(0, quotes), limit, quoteTexts),
        ...renderPairs(view.pairs.slice(0, pairs), limit, { texts: quoteTexts, briefTexts }),
        text(footer.map((line) => `-# ${line}`).join('\n')),
        ...view.controls,
      ],
    };
  });
}

function listAttempts(quotes: number, pairs: number): Attempt[] {
  const attempts: Attempt[] = [];
  for (let some = pairs; some >= Math.min(1, pairs); some--) {
    attempts.push(...quoteLengths.map((limit) => ({ limit, quotes, pairs: some })));
  }
  for (let some = quotes - 1; some >= 1; some--) {
    attempts.push({ limit: shortest, quotes: some, pairs: Math.min(1, pairs) });
  }
  return [...attempts, { limit: shortest, quotes: Math.min(1, quotes), pairs: 0 }];
}

/** One container a lane, in the order in which the lanes come up; what is claimed stands under its source. */
function renderLanes(quotes: readonly ShownBriefQuote[], limit: number, texts: Texts) {
  const byLane = groupBy(quotes, ({ quote }) => quote.label);
  return [...byLane].map(([lane, own]: [Lane, ShownBriefQuote[]]) => {
    const bySource = groupBy(own, ({ quote }) => quote.attributedTo);
    const parts = [...bySource].flatMap(([source, group]) => [
      text(renderLaneHead(lane, source, texts)),
      ...group.map(({ number, quote, notes }) => {
        const words = `**${number}** · ${renderQuoteText(quote, limit, texts).content}`;
        return text([...notes, words].join('\n'));
      }),
    ]);
    return container(accents[lane], parts);
  });
}

function renderPairs(pairs: readonly ShownPair[], limit: number, { texts, briefTexts }: TextSet) {
  if (pairs.length === 0) return [];
  const head = text(`### ${briefTexts.pairsTitle}\n-# ${briefTexts.pairsLine}`);
  const parts = pairs.map(({ number, pair, notes, quoteNotes }) => {
    const sides = pair.quotes.flatMap((quote, i) => [
      ...(quoteNotes[i] ?? []),
      `**${escapeMarkdown(laneOf(quote, briefTexts))}** · ${renderQuoteText(quote, limit, texts).content}`,
    ]);
    return text([...notes, `**${briefTexts.pairName(number)}** · ${showDifference(pair)}`, ...sides].join('\n'));
  });
  return [container(accents.neutral, [head, ...parts])];
}

/** The words of each quote that differ, side by side. */
function showDifference({ quotes, spans }: QuotePair): string {
  const words = quotes.map((quote, i) => {
    const span = spans[i] ?? quote;
    const differing = readQuoted(quote, span);
    return `“${escapeMarkdown(shorten(differing, maxDifferenceLength))}”`;
  });
  return words.join(' ↔ ');
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const own = groups.get(keyOf(item));
    if (own) own.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
