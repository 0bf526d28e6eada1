import type { BriefContent } from '../../../../core/briefs/brief-content.js';
import type { QuoteMark } from '../../../../core/briefs/brief-marks.js';
import { readQuoted, type Quote } from '../../../../core/search/quote.js';
import type { Brief } from '../../../../core/briefs/brief-store.js';
import { lowerArticle } from '../../../cards/quote.js';
import { shorten } from '../../../../core/text/span.js';
import { escapeMarkdown, showTime } from '../../../cards/markdown.js';
import type { BriefTexts } from '../../../texts/brief-texts.js';

/** Longest title that a moderator can give, in UTF-16 units. */
export const maxTitleLength = 100;
const maxNameLength = 60;
const maxFirstWords = 60;

type Named = Pick<BriefContent, 'title' | 'topic' | 'documentTitle'>;

/** The title in plain text. */
export function titleOf({ title, topic, documentTitle }: Named, texts: BriefTexts): string {
  return shorten(title ?? texts.titleOf(topic, documentTitle), maxTitleLength);
}

export function showTitle(content: Named, texts: BriefTexts): string {
  return escapeMarkdown(titleOf(content, texts));
}

/** What the brief covers. */
export function showScope({ topic, documentTitle }: Named, texts: BriefTexts): string {
  const [about, document] = [topic, documentTitle].map((each) =>
    each === null ? null : escapeMarkdown(shorten(each, maxTitleLength)),
  );
  return texts.scopeOf(about ?? null, document ?? null);
}

/** The line under the title: what is covered, the share of each lane, the day. */
export function showSubtitle(content: Named, quotes: readonly Quote[], ms: number, texts: BriefTexts): string {
  const counts = { reported: 0, attributed: 0, opinion: 0 };
  for (const { label } of quotes) counts[label]++;
  const parts = [showScope(content, texts), texts.laneCounts(counts), showTime(ms, 'D')];
  return `-# ${parts.filter((part) => part !== '').join(' · ')}`;
}

export function linkTo({ guildId, channelId, messageId }: Pick<Brief, 'guildId' | 'channelId' | 'messageId'>): string {
  return `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
}

/** How a quote begins, in plain text without notation. */
export function firstWordsOf(quote: Quote, limit = maxFirstWords): string {
  return shorten(readQuoted(quote, quote), limit);
}

/** The quote's lane in a few words of plain text. */
export function laneOf({ label, attributedTo }: Quote, texts: BriefTexts): string {
  return texts.lane[label](attributedTo === null ? null : lowerArticle(shorten(attributedTo, maxNameLength)));
}

/** What has become of a quote, and since when. */
export function showMark({ kind, label, attributedTo, sinceMs }: QuoteMark, texts: BriefTexts): string {
  const source = attributedTo === null ? null : escapeMarkdown(lowerArticle(shorten(attributedTo, maxNameLength)));
  const what = kind === 'relabelled' ? texts.relabelled(label ?? 'reported', source) : texts.mark[kind];
  return `${what} (${texts.since(showTime(sinceMs, 'f'))})`;
}
