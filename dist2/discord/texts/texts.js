import { englishTexts } from './english.js';
import { germanTexts } from './german.js';
/** The texts for one of Discord's locales; English for a language that there is none for. */
export function textsFor(locale) {
    return locale?.toLowerCase().startsWith('de') ? germanTexts : englishTexts;
}
//# sourceMappingURL=texts.js.map