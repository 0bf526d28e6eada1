import type { Lane } from '../../../core/labelling/labels.js';
import { escapeMarkdown } from '../../cards/markdown.js';
import { lowerArticle } from '../../cards/quote.js';
import { chooseLanguage } from '../../texts/locale.js';
import { englishReviewTexts } from './english.js';
import { germanReviewTexts } from './german.js';
import type { ReviewTexts } from './texts.js';

/** The feature's texts for one of Discord's locales; English for a language that there is none for. */
export function reviewTextsFor(locale: string | null | undefined): ReviewTexts {
  return chooseLanguage(locale, { english: englishReviewTexts, german: germanReviewTexts });
}

/** A label in bold with its source, escaped. */
export function nameLabel(lane: Lane, source: string | null, texts: ReviewTexts): string {
  return texts.label(lane, source === null ? null : escapeMarkdown(lowerArticle(source)));
}
