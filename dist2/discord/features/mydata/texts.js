import { englishMyDataTexts } from './english.js';
import { germanMyDataTexts } from './german.js';
/** The texts in the language of the bot's other texts. */
export function myDataTextsFor({ locale }) {
    return locale === 'de' ? germanMyDataTexts : englishMyDataTexts;
}
//# sourceMappingURL=texts.js.map