import { lowerArticle } from '../../render/answer.js';
import { escapeMarkdown } from '../../render/escape-markdown.js';
/** A label in bold with its source, escaped. */
export function nameLabel(lane, source, texts) {
    return texts.label(lane, source === null ? null : escapeMarkdown(lowerArticle(source)));
}
//# sourceMappingURL=name-label.js.map