import { ComponentType } from 'discord.js';
import { shorten } from '../../render/escape-markdown.js';
import { firstWordsOf, laneOf } from './describe-brief.js';
const maxOptions = 25;
const maxLabelLength = 100;
export function quoteOption(value, number, quote, texts) {
    const start = shorten(`${number} · ${laneOf(quote, texts)} · `, maxLabelLength / 2 + 10);
    return { value, label: shorten(`${start} ${firstWordsOf(quote, maxLabelLength)}`, maxLabelLength) };
}
/** One option for both quotes of a pair. */
export function pairOption(value, number, { quotes: [first, second] }, texts) {
    return {
        value,
        label: shorten(`${texts.pairName(number)} · ${firstWordsOf(first, maxLabelLength)}`, maxLabelLength),
        description: shorten(firstWordsOf(second, maxLabelLength), maxLabelLength),
    };
}
/** A row with a menu; `max` is how many can be chosen, down to `min`. */
export function menuRow(customId, placeholder, options, { min, max }) {
    const shown = options.slice(0, maxOptions);
    const menu = {
        type: ComponentType.StringSelect,
        custom_id: customId,
        placeholder,
        min_values: min,
        max_values: Math.min(max, shown.length),
        options: shown,
    };
    return { type: ComponentType.ActionRow, components: [menu] };
}
//# sourceMappingURL=quote-options.js.map