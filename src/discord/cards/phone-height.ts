import { ComponentType } from 'discord.js';
import type { Card } from './card.js';
import { isText, walkComponents } from './components.js';

/** What a phone of 390 pixels' width shows of a message: heights in pixels, and characters on a line, each a little on the safe side. */
const phone = {
  screen: 844,
  /** The name of the bot and what was asked, which stand above each message. */
  head: 90,
  text: { line: 22, characters: 37, gap: 8 },
  small: { line: 17, characters: 45 },
  container: 36,
  row: 44,
} as const;

/** Whether a message is seen at one look on a phone, as far as can be told without a screen. */
export function fitsPhone({ components }: Card): boolean {
  let height: number = phone.head;
  for (const { component } of walkComponents(components)) {
    if (isText(component)) height += phone.text.gap + heightOf(component.content);
    else if ('type' in component && component.type === ComponentType.Container) height += phone.container;
    else if ('type' in component && component.type === ComponentType.ActionRow) height += phone.row;
  }
  return height <= phone.screen;
}

function heightOf(content: string): number {
  return content.split('\n').reduce((sum, line) => {
    const { line: height, characters } = line.startsWith('-# ') ? phone.small : phone.text;
    const shown = line.replace(/^(?:-#|#{1,3}) |\\(?=[^0-9A-Za-z\s])|\*\*|__|\]\(<[^>]*>\)/g, '');
    return sum + height * Math.max(1, Math.ceil(shown.length / characters));
  }, 0);
}
