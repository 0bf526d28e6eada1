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
import type { BriefTexts } from '../../../texts/brief-texts.js';

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
  /** Whether all of it is one card with short quotes, which is seen at one look and stands together with its controls. */
  readonly isCompact: boolean;
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
/** Of a compact brief: quotes that are told apart, not read. */
const compactLengths = [150, 100, 70] as const;
const maxDifferenceLength = 60;

/** Quotes in lanes and disagreeing pairs; where not all have room, quotes are cut, then pairs and at last quotes left out. */
export function renderBrief(view: BriefView, { texts, briefTexts }: TextSet): Card {
  const quoteTexts = { ...texts, ...view.hints };
  const lengths = view.isCompact ? compactLengths : quoteLengths;
  return firstFitting(listAttempts(view.quotes.length, view.pairs.length, lengths), ({ limit, quotes, pairs }) => {
    const [withoutQuotes, withoutPairs] = [view.quotes.length - quotes, view.pairs.length - pairs];
    const isCut = withoutQuotes + withoutPairs > 0;
    const footer = [...(isCut ? [briefTexts.leftOut(withoutQuotes, withoutPairs)] : []), view.footer];
    const warning = view.warning === null ? [] : [container(accents.warning, [text(view.warning)])];
    const head = text(view.head);
    const parts = [
      ...renderLanes(view.quotes.slice(0, quotes), limit, quoteTexts),
      ...renderPairs(view.pairs.slice(0, pairs), limit, { texts: quoteTexts, briefTexts }),
    ];
    const foot = text(footer.map((line) => `-# ${line}`).join('\n'));
    if (!view.isCompact) return { components: [...warning, head, ...parts, foot, ...view.controls] };
    const inside = [head, ...parts.flatMap(({ components }) => components), foot, ...view.controls];
    return { components: [...warning, container(accents.neutral, inside)] };
  });
}

function listAttempts(quotes: number, pairs: number, lengths: readonly number[]): Attempt[] {
  const attempts: Attempt[] = [];
  const shortest = lengths.at(-1) ?? 0;
  for (let some = pairs; some >= Math.min(1, pairs); some--) {
    attempts.push(...lengths.map((limit) => ({ limit, quotes, pairs: some })));
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
    // By the heading as it reads: "The council" and "the council" are one source.
    const bySource = groupBy(own, ({ quote }) => renderLaneHead(lane, quote.attributedTo, texts));
    const parts = [...bySource].flatMap(([head, group]) => [
      text(head),
      ...group.map(({ number, quote, notes }) => {
        const words = putBefore(`**${number}** · `, renderQuoteText(quote, limit, texts).content);
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
      putBefore(`**${escapeMarkdown(laneOf(quote, briefTexts))}** · `, renderQuoteText(quote, limit, texts).content),
    ]);
    return text([...notes, `**${briefTexts.pairName(number)}** · ${showDifference(pair)}`, ...sides].join('\n'));
  });
  return [container(accents.neutral, [head, ...parts])];
}

/** Puts a mark before the words of a quote, behind the lines of what stands above it. */
function putBefore(mark: string, content: string): string {
  return content.replace(/^(?!-# )/m, () => mark);
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
