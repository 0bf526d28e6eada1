import type { Message } from 'discord.js';
import { lanes, type Lane } from '../../core/labelling/labels.js';
import { accents } from '../cards/card.js';
import { componentsOf, customIdOf, walkComponents } from '../cards/components.js';
import { readCustomId, type Action } from '../custom-ids/custom-id.js';
import type { QuoteReference, ShownReference } from '../custom-ids/fields.js';

/** The lane in which a message shows a quote; null where it does not say. */
export function findShownLane(message: Pick<Message, 'components'>, { start, mark }: QuoteReference): Lane | null {
  return readShownQuotes(message).find(({ quote }) => quote.start === start && quote.mark === mark)?.lane ?? null;
}

/**
 * The quotes that a message of the bot shows, read from the buttons below them, each with the lane of the container that it
 * stands in: so nothing needs to be remembered of a message.
 */
export function readShownQuotes(message: Pick<Message, 'components'>): ShownReference[] {
  return listShownQuotes(componentsOf(message));
}

/** The same of a message that is still to be sent. */
export function listShownQuotes(components: readonly object[]): ShownReference[] {
  const found = new Map<string, ShownReference>();
  // The buttons of a single quote stand below its container.
  const containers = components.filter((component) => 'accent_color' in component);
  const [only] = containers.length === 1 ? containers : [];
  for (const { action, top } of walkActions(components)) {
    if (action.name !== 'why') continue;
    const { quote } = action.fields;
    found.set(`${quote.documentId}:${quote.start}:${quote.end}`, {
      quote,
      lane: laneOf(top) ?? (only ? laneOf(only) : null),
    });
  }
  return [...found.values()];
}

/** What can be pressed on a message of the bot, in order. */
export function readActions(message: Pick<Message, 'components'>): Action[] {
  return [...walkActions(componentsOf(message))].map(({ action }) => action);
}

function* walkActions(components: readonly object[]): Generator<{ action: Action; top: object }> {
  for (const { component, top } of walkComponents(components)) {
    const action = readCustomId(customIdOf(component) ?? '');
    if (action) yield { action, top };
  }
}

function laneOf(container: object): Lane | null {
  return 'accent_color' in container ? (lanes.find((lane) => accents[lane] === container.accent_color) ?? null) : null;
}
