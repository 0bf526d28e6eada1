import { lanes } from '../../../core/labelling/labels.js';
import { readCustomId } from '../../custom-id.js';
import { accents } from '../../render/card.js';
/** The lane in which a message shows a quote; null where it does not say. */
export function findShownLane({ components }, { start, mark }) {
    const all = readShownQuotes(components.map((component) => component.toJSON()));
    return all.find(({ quote }) => quote.start === start && quote.mark === mark)?.lane ?? null;
}
/**
 * The quotes that a message of the bot shows, read from the buttons below them, each with the lane of the container that it
 * stands in: so nothing needs to be remembered of a message.
 */
export function readShownQuotes(components) {
    const found = new Map();
    const visit = (component, lane) => {
        const own = 'accent_color' in component ? laneOf(component.accent_color) : lane;
        if ('custom_id' in component && typeof component.custom_id === 'string') {
            const action = readCustomId(component.custom_id);
            if (action?.kind === 'why') {
                const { documentId, start, end } = action.quote;
                found.set(`${documentId}:${start}:${end}`, { quote: action.quote, lane: own });
            }
        }
        if ('components' in component && Array.isArray(component.components)) {
            component.components.forEach((each) => {
                visit(each, own);
            });
        }
    };
    for (const component of components)
        visit(component, null);
    return [...found.values()];
}
function laneOf(accent) {
    return lanes.find((lane) => accents[lane] === accent) ?? null;
}
//# sourceMappingURL=shown-quotes.js.map