import type { APIButtonComponent } from 'discord.js';
import type { Brief } from '../../../../core/briefs/brief-store.js';
import { button } from '../../../cards/card.js';
import { shorten } from '../../../cards/markdown.js';
import { writeCustomId } from '../../../custom-ids/custom-id.js';
import { showTime, showTitle, titleOf } from '../message/describe-brief.js';
import type { BriefTexts } from '../texts.js';

const maxLabelTitle = 50;

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
