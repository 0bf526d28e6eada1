import { countDistinct, type BriefContent } from '../../../../core/briefs/brief-content.js';
import type { QuoteMark } from '../../../../core/briefs/brief-marks.js';
import { button, row, type Card } from '../../../cards/card.js';
import { writeCustomId } from '../../../custom-ids/custom-id.js';
import { showMark, showSubtitle, showTitle } from './describe-brief.js';
import { menuRow, pairOption, quoteOption } from './quote-options.js';
import { renderBrief } from './brief-card.js';
import { briefTextsFor, textsFor } from '../../../texts/languages.js';
import type { BriefTexts } from '../../../texts/brief-texts.js';

const indexDigits = 8;

interface PostedBrief {
  readonly id: string;
  readonly content: BriefContent;
  readonly postedAtMs: number;
  /** The user who has posted or pinned it; null where that can no longer be read. */
  readonly userId: string | null;
  readonly isPinned: boolean;
  readonly marks: readonly QuoteMark[];
  /** Link to the brief that has replaced it; null for none. */
  readonly replacedBy: string | null;
  /** Whether moderators can rebuild it from its own message. */
  readonly canRebuild: boolean;
}

/** The text sets in the language of the community. */
export function communityTexts(content: Pick<BriefContent, 'locale'>) {
  return { texts: textsFor(content.locale), briefTexts: briefTextsFor(content.locale) };
}

/** The value of a menu's option that names a quote by its place in `listQuotes`. */
function quoteValue(place: number): string {
  return String(place);
}

/** A brief as everybody reads it. */
export function renderPosted(brief: PostedBrief): Card {
  const { id, content, postedAtMs, userId, isPinned, marks, replacedBy, canRebuild } = brief;
  const set = communityTexts(content);
  const { briefTexts } = set;
  const notesOf = (place: number): string[] =>
    marks.filter(({ quote }) => quote === place).map((mark) => `⚠️ ${showMark(mark, briefTexts)}`);
  const pairStart = content.quotes.length;
  return renderBrief(
    {
      head: `## ${showTitle(content, briefTexts)}\n${showSubtitle(content, content.quotes, postedAtMs, briefTexts)}`,
      warning: describeState(brief, briefTexts),
      quotes: content.quotes.map((quote, i) => ({ number: i + 1, quote, notes: notesOf(i) })),
      pairs: content.pairs.map((pair, i) => ({
        number: i + 1,
        pair,
        notes: [],
        quoteNotes: [notesOf(pairStart + 2 * i), notesOf(pairStart + 2 * i + 1)],
      })),
      footer: briefTexts.footer(
        userId === null ? null : `<@${userId}>`,
        isPinned,
        content.indexVersion.slice(0, indexDigits),
      ),
      isCompact: false,
      hints: briefTexts.hints.posted,
      controls: [
        renderLookMenu(id, content, briefTexts),
        ...(canRebuild && replacedBy === null && marks.length > 0 ? [renderRebuildButton(id, briefTexts)] : []),
      ],
    },
    set,
  );
}

export function renderRebuildButton(briefId: string, texts: BriefTexts) {
  return row([button(writeCustomId('brief:rebuild', { briefId }), texts.button.rebuild, '🔁')]);
}

function describeState({ content, marks, replacedBy }: PostedBrief, texts: BriefTexts): string | null {
  if (replacedBy !== null) return texts.replacedBy(replacedBy);
  if (marks.length === 0) return null;
  const count = countDistinct(content);
  const fallen = countDistinct(
    content,
    marks.map(({ quote }) => quote),
  );
  return [texts.markedTitle(fallen, count), ...(count > 1 ? [texts.markedLine(fallen)] : [])].join('\n');
}

function renderLookMenu(briefId: string, { quotes, pairs }: BriefContent, texts: BriefTexts) {
  const options = [
    ...quotes.map((quote, i) => quoteOption(quoteValue(i), i + 1, quote, texts)),
    ...pairs.map((pair, i) => pairOption(quoteValue(quotes.length + 2 * i), i + 1, pair, texts)),
  ];
  return menuRow(writeCustomId('brief:look', { briefId }), texts.lookMenu, options, { min: 1, max: 1 });
}
