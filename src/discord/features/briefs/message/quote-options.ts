import { ComponentType, type APISelectMenuOption, type APIStringSelectComponent } from 'discord.js';
import type { QuotePair } from '../../../../core/briefs/brief-content.js';
import { shorten } from '../../../../core/text/span.js';
import type { Quote } from '../../../../core/search/quote.js';
import type { ControlRow } from './brief-card.js';
import { firstWordsOf, laneOf } from './describe-brief.js';
import type { BriefTexts } from '../../../texts/brief-texts.js';

const maxOptions = 25;
const maxLabelLength = 100;

export function quoteOption(value: string, number: number, quote: Quote, texts: BriefTexts): APISelectMenuOption {
  const start = shorten(`${number} · ${laneOf(quote, texts)} · `, maxLabelLength / 2 + 10);
  return { value, label: shorten(`${start} ${firstWordsOf(quote, maxLabelLength)}`, maxLabelLength) };
}

/** One option for both quotes of a pair. */
export function pairOption(
  value: string,
  number: number,
  { quotes: [first, second] }: QuotePair,
  texts: BriefTexts,
): APISelectMenuOption {
  return {
    value,
    label: shorten(`${texts.pairName(number)} · ${firstWordsOf(first, maxLabelLength)}`, maxLabelLength),
    description: shorten(firstWordsOf(second, maxLabelLength), maxLabelLength),
  };
}

/** A row with a menu; `max` is how many can be chosen, down to `min`. */
export function menuRow(
  customId: string,
  placeholder: string,
  options: readonly APISelectMenuOption[],
  { min, max }: { readonly min: number; readonly max: number },
): ControlRow {
  const shown = options.slice(0, maxOptions);
  const menu: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder,
    min_values: min,
    max_values: Math.min(max, shown.length),
    options: shown,
  };
  return { type: ComponentType.ActionRow, components: [menu] };
}
