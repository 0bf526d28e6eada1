import { accents, container, text } from './card.js';
/** A short message of the bot's own; `content` is Markdown. */
export function renderNotice(content, accent = 'neutral') {
    return { components: [container(accents[accent], [text(content)])] };
}
//# sourceMappingURL=notice.js.map