import { englishReviewTexts } from './english.js';
import { germanReviewTexts } from './german.js';
export function reviewTexts(locale) {
    return locale?.toLowerCase().startsWith('de') ? germanReviewTexts : englishReviewTexts;
}
//# sourceMappingURL=texts.js.map