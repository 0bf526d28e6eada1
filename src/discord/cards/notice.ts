import { accents, container, text, type Card } from './card.js';

/** A short message of the bot's own; `content` is Markdown. */
export function renderNotice(content: string, accent: keyof typeof accents = 'neutral'): Card {
  return { components: [container(accents[accent], [text(content)])] };
}
