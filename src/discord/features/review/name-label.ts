import type { Lane } from '../../../core/labelling/labels.js';
import { escapeMarkdown } from '../../cards/markdown.js';
import { lowerArticle } from '../../cards/quote.js';
import type { ReviewTexts } from '../../texts/review-texts.js';

/** A label in bold with its source, escaped. */
export function nameLabel(lane: Lane, source: string | null, texts: ReviewTexts): string {
  return texts.label(lane, source === null ? null : escapeMarkdown(lowerArticle(source)));
}
