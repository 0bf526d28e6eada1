import type { APIButtonComponent } from 'discord.js';
import type { Brief } from '../../../../core/briefs/brief-store.js';
import { shorten } from '../../../../core/text/span.js';
import { countDistinct, type BriefContent } from '../../../../core/briefs/brief-content.js';
import { markQuotes, type QuoteMark } from '../../../../core/briefs/brief-marks.js';
import { withholdQuotes } from '../../../../core/briefs/withhold-quotes.js';
import type { CollectionScope } from '../../../../core/collections/collection.js';
import type { SearchIndex } from '../../../../core/search/search-index.js';
import { accents, button, container, renderNotice, row, text, turnButtons, type Card } from '../../../cards/card.js';
import { showTime } from '../../../cards/markdown.js';
import { writeCustomId } from '../../../custom-ids/custom-id.js';
import { linkTo, showScope, showTitle, titleOf } from '../message/describe-brief.js';
import type { OwnPin } from './own-pins.js';
import { renderRebuildButton } from '../message/posted-card.js';
import type { BriefTexts } from '../../../texts/brief-texts.js';

/** With a button each they use most of the components that Discord allows. */
const pinsPerPage = 7;
const maxLabelTitle = 50;

/** One page of the briefs that are pinned in a channel, each with how its sources stand now; `page` from 0. */
export function renderPins(
  pins: readonly OwnPin[],
  page: number,
  index: SearchIndex,
  texts: BriefTexts,
  scope: CollectionScope,
): Card {
  if (pins.length === 0) return renderNotice(texts.noPins);
  const pages = Math.ceil(pins.length / pinsPerPage);
  const at = Math.min(page, pages - 1);
  const shown = pins.slice(at * pinsPerPage, (at + 1) * pinsPerPage);
  const heading = [
    `### ${texts.pinsTitle(pins.length)}`,
    ...(pages > 1 ? [`-# ${texts.pinsPage(at + 1, pages)}`] : []),
  ];
  const turn = (to: number): string => writeCustomId('brief:list', { page: to });
  const turns = turnButtons(at, pages, turn, { before: texts.button.earlier, after: texts.button.later });
  return {
    components: [
      text(heading.join('\n')),
      ...shown.map((pin) => renderPin(pin, index, texts, scope)),
      ...(turns.length > 0 ? [row(turns)] : []),
    ],
  };
}

function renderPin(
  { brief, pinnedAtMs, userId }: OwnPin,
  index: SearchIndex,
  texts: BriefTexts,
  scope: CollectionScope,
) {
  const content = withholdQuotes(brief.content, scope, texts.withheld);
  const marks = markQuotes(brief.content, index, [], pinnedAtMs, scope);
  const person = userId === null ? null : `<@${userId}>`;
  const lines = [
    `**${showTitle(content, texts)}** · ${linkTo(brief)}`,
    `-# ${showScope(content, texts)}`,
    texts.pinLine(showTime(pinnedAtMs, 'D'), person),
    describeSources(marks, content, texts),
  ];
  const isFallen = marks.length > 0;
  return container(isFallen ? accents.warning : accents.good, [
    text(lines.join('\n')),
    ...(isFallen ? [renderRebuildButton(brief.id, texts)] : []),
  ]);
}

function describeSources(marks: readonly QuoteMark[], content: BriefContent, texts: BriefTexts): string {
  const count = countDistinct(content);
  if (marks.length === 0) return texts.allStand(count);
  const placesOf = (kind?: QuoteMark['kind']): number[] =>
    marks.filter((mark) => kind === undefined || mark.kind === kind).map(({ quote }) => quote);
  const kinds = (['changed', 'vanished', 'relabelled', 'withheld'] as const).flatMap((kind) => {
    const own = countDistinct(content, placesOf(kind));
    return own > 0 ? [texts.fallen[kind](own)] : [];
  });
  return `${texts.someFell(countDistinct(content, placesOf()), count)}: ${kinds.join(', ')}`;
}

/** The offer to unpin an old brief in favour of a new one. */
export function renderRetireOffer(
  briefId: string,
  old: Brief,
  texts: BriefTexts,
): { readonly line: string; readonly button: APIButtonComponent } {
  const id = writeCustomId('brief:retire', { briefId, oldId: old.id });
  return {
    line: texts.retireOffer(showTitle(old.content, texts), showTime(old.postedAtMs, 'D')),
    button: button(id, texts.retire(shorten(titleOf(old.content, texts), maxLabelTitle)), '📌'),
  };
}
