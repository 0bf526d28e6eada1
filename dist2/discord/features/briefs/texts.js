import { englishBriefTexts } from './english.js';
import { germanBriefTexts } from './german.js';
/** The texts for one of Discord's locales; English for a language that there is none for. */
export function briefTextsFor(locale) {
    return locale?.toLowerCase().startsWith('de') ? germanBriefTexts : englishBriefTexts;
}
//# sourceMappingURL=texts.js.map